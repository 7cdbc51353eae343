import {
  attendanceWithdrawer,
  foldDays,
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
import { openReaders } from './platform/child/run-reader.ts'

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

const readerModule = new URL('./reading.ts', import.meta.url)

/** 接收环境 — every feature's part in taking messages in, by hand; what opens uploads runs in child processes. */
export const importing: Importing = {
  ...inChildren(readerModule),
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
  async foldTouched(tx) {
    await foldDays(tx)
    return await foldTouched(tx)
  },
}

/** 连续接收 — the same for many files of one sender, which one child process reads one after another. */
export async function importingTogether<T>(work: (ports: Importing) => Promise<T>): Promise<T> {
  const readers = openReaders()
  try {
    return await work({ ...importing, ...inChildren(readerModule, readers.run) })
  } finally {
    readers.close()
  }
}
