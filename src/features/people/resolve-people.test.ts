import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { newId } from '../../platform/ids.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { createInventor } from '../../simulate/invent/index.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import { loadOf, testVault } from '../worksites/testing/load.ts'
import { resolveByCard } from './cards.store.ts'
import type { PersonClaim } from './claims.ts'
import { resolvePeople } from './resolve-people.ts'

const vault = testVault()

const worksite: WorksiteFacts = {
  worksiteId: newId(),
  kind: 'project',
  code: 'HZ-1',
  name: '西湖大厦',
  areaCode: '330106',
  sector: 'housing',
  projectOwnerId: null,
  generalContractorId: newId(),
  payDay: 15,
  payMonthOffset: 1,
}

function claimOf(row: number, given: Partial<PersonClaim>): PersonClaim {
  return {
    row,
    name: '张三',
    idNumber: null,
    cardNumber: null,
    phone: null,
    crew: null,
    unitId: null,
    bornOn: null,
    sex: null,
    ...given,
  }
}

describe('timing', () => {
  const database = useDatabase()
  it('is', async () => {
    const inventor = createInventor('timing')
    const people: PersonClaim[] = []
    for (let n = 0; n < 20_000; n++) {
      const p = inventor.person()
      people.push(
        claimOf(n + 2, {
          name: p.name,
          idNumber: p.idNumber,
          cardNumber: p.bankCard,
          phone: p.phone,
          crew: `班组${n % 50}`,
        }),
      )
    }
    const run = async () => {
      await database.seed(async (tx) => {
        const t = performance.now()
        const ex = tx.k.getExecutor() as any
        const orig = ex.executeQuery.bind(ex)
        ex.executeQuery = async (q: any, ...r: any[]) => {
          const t0 = performance.now()
          const x = await orig(q, ...r)
          const d = performance.now() - t0
          if (d > 20) process.stdout.write(`${Math.round(d)} ${q.sql.slice(0, 70).replace(/\s+/g, ' ')}\n`)
          return x
        }
        const load = loadOf(tx, vault, { kind: 'payroll', records: [] })
        const found = await resolvePeople(load, worksite, people)
        process.stdout.write(`${found.size} ${Math.round(performance.now() - t)} ms ${load.warned.length}\n`)
      })
    }
    await run()
    await run()
  })
})
