import {
  attendanceWithdrawer,
  gateLogLoader,
  gridLoader,
  punchSheetLoader,
} from './features/attendance/index.ts'
import { bankResultsLoader, bankStatementLoader, bankWithdrawer } from './features/bank/index.ts'
import { type Importing, inChildren } from './features/intake/index.ts'
import { foldTouched, lockWorksite, touchWorksite } from './features/wage-months/index.ts'
import { registerLoader, registerWithdrawer } from './features/worksites/index.ts'

const registerDeps = { lockWorksite, touchWorksite }

/** 接收环境 — every feature's part in taking messages in, by hand; what opens uploads runs in child processes. */
export const importing: Importing = {
  ...inChildren(new URL('./reading.ts', import.meta.url)),
  loaders: [
    registerLoader(registerDeps),
    punchSheetLoader,
    gridLoader,
    gateLogLoader,
    bankResultsLoader,
    bankStatementLoader,
  ],
  withdrawers: [attendanceWithdrawer, bankWithdrawer, registerWithdrawer(registerDeps)],
  foldTouched,
}
