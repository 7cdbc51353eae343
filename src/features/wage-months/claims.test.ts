import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { month } from '../../law/day.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { foldTouched, touchMonths } from './index.ts'
import { addGateDay, addPayroll, addPerson, addWorksite, unit } from './testing/world.ts'

const database = useDatabase()

async function fold(tx: Tx, worksiteId: string, personId: string, ...months: string[]): Promise<void> {
  await touchMonths(
    tx,
    months.map((each) => ({ worksiteId, personId, month: month(each) })),
  )
  await foldTouched(tx)
}

describe('claims of a month', () => {
  it('count days and minutes by the gate', () =>
    database.withTx(localOperator, async (tx) => {
      const worksite_id = await addWorksite(tx, 1)
      const person_id = await addPerson(tx, worksite_id, 1)
      await addGateDay(tx, { worksite_id, person_id, day: '2026-03-31', minutes: 500 })
      await addGateDay(tx, { worksite_id, person_id, day: '2026-04-01' })
      await addPayroll(tx, { worksite_id, month: '2026-03-01', lines: [{ person_id, net_fen: 500000n }] })
      await fold(tx, worksite_id, person_id, '2026-03')
      const rows = await tx.k.selectFrom('wage_month').selectAll().execute()
      expect(rows).toMatchObject([
        {
          gate_days: 1,
          gate_minutes: 500,
          employing_unit_id: unit.sub,
          net_fen: 500000n,
          due_on: '2026-04-15',
        },
      ])
    }))
})
