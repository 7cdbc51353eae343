import {
  attendanceWithdrawer,
  gateLogLoader,
  gridLoader,
  punchSheetLoader,
  resolveWaitingPunches,
} from './features/attendance/index.ts'
import { bankResultsLoader, bankStatementLoader, bankWithdrawer } from './features/bank/index.ts'
import { type Importing, inChildren } from './features/intake/index.ts'
import { payrollLoader, payrollWithdrawer } from './features/payrolls/index.ts'
import { rosterLoader, rosterWithdrawer } from './features/people/index.ts'
import { foldTouched, lockWorksite, touchPeople, touchWorksite } from './features/wage-months/index.ts'
import { registerLoader, registerWithdrawer } from './features/worksites/index.ts'

const registerDeps = { lockWorksite, touchWorksite }
const rosterDeps = { lockWorksite, touchPeople, resolveWaitingPunches }

/** 接收环境 — every feature's part in taking messages in, by hand; what opens uploads runs in child processes. */
export const importing: Importing = {
  ...inChildren(new URL('./reading.ts', import.meta.url)),
  loaders: [
    registerLoader(registerDeps),
    rosterLoader(rosterDeps),
    punchSheetLoader,
    gridLoader,
    payrollLoader,
    gateLogLoader,
    bankResultsLoader,
    bankStatementLoader,
  ],
  withdrawers: [
    registerWithdrawer(registerDeps),
    rosterWithdrawer(rosterDeps),
    attendanceWithdrawer,
    payrollWithdrawer,
    bankWithdrawer,
  ],
  foldTouched,
}
