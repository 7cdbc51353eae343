import { describe, expect, it } from 'vitest'

import { testEngine, useDatabase } from '../../../testkit/database.ts'
import { localOperator } from '../../platform/transact.ts'
import { createInventor } from '../../simulate/invent/index.ts'
import { registerLoader } from '../worksites/index.ts'
import { loadOf, testVault } from '../worksites/testing/load.ts'
import { registerRow } from '../worksites/testing/register-row.ts'
import { rosterLoader } from './index.ts'

const database = useDatabase()
const vault = testVault()
const inventor = createInventor('ten thousand')
const nothing = async () => undefined

const records = Array.from({ length: 10_000 }, (_, at) => {
  const { name, idNumber, phone, address, bankCard, bankName } = inventor.person()
  return {
    worksiteCode: null,
    worksiteName: null,
    employingUnit: `劳务公司${at % 5}`,
    crew: `班组${at % 50}`,
    sex: null,
    birthOn: null,
    workType: '木工',
    attendanceNo: String(at + 1),
    enteredOn: '2026-01-05',
    leftOn: null,
    contractSignedOn: '2026-01-04',
    contractFrom: null,
    contractUntil: null,
    rateKind: 'day',
    rateFen: 30_000n,
    payCycle: null,
    payDay: null,
    payWeekday: null,
    ...{ name, idNumber, phone, address, bankCard, bankName },
  }
})

/** Far beyond what it takes: this test prints how long it took, and does not judge it. */
const patience = 300_000

describe('a roster of ten thousand people', () => {
  it(
    'is taken whole, new and again',
    async () => {
      await database.withTx(localOperator, async (given) => {
        const tx = { ...given, record: () => undefined }
        const register = loadOf(tx, vault, {
          kind: 'worksite-register',
          records: [registerRow({ code: 'A-1' })],
        })
        await registerLoader({ lockWorksite: nothing, touchWorksite: nothing }).load(register)
        const loader = rosterLoader({
          lockWorksite: nothing,
          touchPeople: nothing,
          resolveWaitingPunches: nothing,
        })
        for (const round of ['new', 'again']) {
          const load = loadOf(tx, vault, { kind: 'roster', records, options: { worksite: 'A-1' } })
          const from = performance.now()
          const { taken } = await loader.load(load)
          const seconds = ((performance.now() - from) / 1000).toFixed(1)
          process.stdout.write(`roster of 10000, ${round}, ${testEngine}: ${seconds} s\n`)
          expect([taken, load.rejected, load.warned]).toEqual([10_000, [], []])
        }
      })
    },
    patience,
  )
})
