import {
  attendanceWithdrawer,
  followRegisters,
  gateLogLoader,
  gridLoader,
  punchSheetLoader,
  resolveWaitingPunches,
} from './features/attendance/index.ts'
import { bankResultsLoader, bankStatementLoader, bankWithdrawer } from './features/bank/index.ts'
import { type Importing, inChildren } from './features/intake/index.ts'
import { payrollLoader, payrollWithdrawer } from './features/payrolls/index.ts'
import { type RosterDeps, rosterLoader, rosterWithdrawer } from './features/people/index.ts'
import { foldTouched, lockWorksite, touchPeople, touchWorksite } from './features/wage-months/index.ts'
import { type RegisterDeps, registerLoader, registerWithdrawer } from './features/worksites/index.ts'

const registerDeps: RegisterDeps = {
  lockWorksite,
  async touchWorksite(tx, worksiteId) {
    await followRegisters(tx, [worksiteId])
    await touchWorksite(tx, worksiteId)
  },
}
const rosterDeps: RosterDeps = {
  lockWorksite,
  resolveWaitingPunches,
  async touchPeople(tx, people) {
    await followRegisters(tx, [...new Set(people.map(({ worksiteId }) => worksiteId))])
    await touchPeople(tx, people)
  },
}

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
