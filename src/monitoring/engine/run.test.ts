import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { day } from '../../law/index.ts'
import { systemMonitoring, type Tx } from '../../platform/transact.ts'
import { arrearsLength } from '../rules/arrears-length.rule.ts'
import { wageUnpaid } from '../rules/wage-unpaid.rule.ts'
import { runRule, runRules } from './run.ts'

const owed = { on: '2026-03-13', fen: 500_000n }

async function findings(tx: Tx) {
  const { rows } = await sql<
    Record<string, unknown>
  >`select level, people, amount_fen, opened_on, cleared_on, evidence
    from finding order by opened_on, finding_id`.execute(tx.k)
  return rows
}

async function run(tx: Tx, asOf: string) {
  return await runRule(tx, wageUnpaid, { asOf: day(asOf), worksiteIds: null })
}

async function pay(tx: Tx) {
  await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-03-24'`.execute(tx.k)
}

describe('a rule run', () => {
  const database = useDatabase({ each: 'test' })

  it('opens, raises and clears a finding, and opens a new one when the danger returns', async () => {
    await database.withTx(systemMonitoring, async (tx) => {
      await seedWageWorld(tx, { bankUntil: '2026-12-31', people: [{ due: owed, count: 2 }] })
      expect(await run(tx, '2026-03-14')).toMatchObject({ hits: 1, opened: 1, raised: 0, cleared: 0 })
      expect(await run(tx, '2026-03-23')).toMatchObject({ hits: 1, opened: 0, raised: 1, cleared: 0 })
      expect(await findings(tx)).toMatchObject([{ level: 'orange', people: 2, amount_fen: 1_000_000n }])
      await pay(tx)
      expect(await run(tx, '2026-03-25')).toMatchObject({ hits: 0, cleared: 1 })
      await sql`update wage_due set paid_fen = 0, settled_on = null`.execute(tx.k)
      expect(await run(tx, '2026-03-26')).toMatchObject({ hits: 1, opened: 1 })
      expect(await findings(tx)).toMatchObject([{ cleared_on: '2026-03-25' }, { cleared_on: null }])
    })
  })

  it('changes no finding when it runs again over the same day', async () => {
    await database.withTx(systemMonitoring, async (tx) => {
      await seedWageWorld(tx, { bankUntil: '2026-12-31', people: [{ due: owed }] })
      await run(tx, '2026-03-23')
      const before = await sql`select xmin::text, * from finding`.execute(tx.k)
      expect(await run(tx, '2026-03-23')).toMatchObject({ opened: 0, raised: 0, cleared: 0 })
      expect((await sql`select xmin::text, * from finding`.execute(tx.k)).rows).toEqual(before.rows)
    })
  })

  it('neither opens nor clears while it cannot tell', async () => {
    await database.withTx(systemMonitoring, async (tx) => {
      const worksiteId = await seedWageWorld(tx, { people: [{ due: owed }] })
      expect(await run(tx, '2026-03-23')).toMatchObject({ hits: 0, unknown: 1, opened: 0 })
      await sql`insert into finding (worksite_id, finding_id, rule_id, rule_version, subject_key, area_code, sector,
          general_contractor_id, level, breach, measure, evidence, opened_on, since_on, refreshed_on, run_id)
        select worksite_id, gen_random_uuid(), 'wage-unpaid', 1, '2026-03', area_code, sector, general_contractor_id,
               'yellow', true, 3, '{}', '2026-03-16', '2026-03-14', '2026-03-16', gen_random_uuid()
          from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
      expect(await run(tx, '2026-03-24')).toMatchObject({ unknown: 1, cleared: 0 })
      expect(await findings(tx)).toMatchObject([{ level: 'yellow', cleared_on: null }])
    })
  })

  it('names the people behind a finding and forgets those who were paid', async () => {
    await database.withTx(systemMonitoring, async (tx) => {
      await seedWageWorld(tx, { bankUntil: '2026-12-31', people: [{ due: owed, count: 2 }] })
      await run(tx, '2026-03-23')
      await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-03-24'
        where person_id = (select person_id from wage_due order by person_id limit 1)`.execute(tx.k)
      await run(tx, '2026-03-25')
      const { rows } = await sql<{ amount_fen: bigint }>`select amount_fen from finding_member`.execute(tx.k)
      expect(rows).toEqual([{ amount_fen: 500_000n }])
    })
  })

  it('keeps the month of a finding about a worksite as the oldest that is open', async () => {
    await database.withTx(systemMonitoring, async (tx) => {
      const april = { month: '2026-04', due: { on: '2026-05-15', fen: 100_000n } }
      await seedWageWorld(tx, { bankUntil: '2026-12-31', people: [{ due: owed, alsoMonths: [april] }] })
      const run = { worksiteIds: null }
      await runRule(tx, arrearsLength, { asOf: day('2026-06-01'), ...run })
      await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-06-02' where month = '2026-03-01'`.execute(
        tx.k,
      )
      expect(await runRule(tx, arrearsLength, { asOf: day('2026-06-03'), ...run })).toMatchObject({
        opened: 0,
      })
      const { rows } = await sql`select month, cleared_on from finding`.execute(tx.k)
      expect(rows).toEqual([{ month: '2026-04-01', cleared_on: null }])
    })
  })

  it('records every change of level in the history of the worksite', async () => {
    const worksiteId = await database.transact(systemMonitoring, async (tx) => {
      tx.record({
        stream: { kind: 'system', id: '00000000-0000-8000-8000-000000000000' },
        type: 'test.seeded',
        data: {},
        areaCode: '330000',
      })
      return await seedWageWorld(tx, { bankUntil: '2026-12-31', people: [{ due: owed }] })
    })
    for (const asOf of ['2026-03-14', '2026-03-15', '2026-03-30']) {
      await runRules(database, [wageUnpaid], { asOf: day(asOf), worksiteIds: null })
    }
    const types = await database.read(systemMonitoring, async (tx) => {
      const { rows } = await sql<{ type: string; data: unknown }>`select type, data from event
        where stream_id = ${worksiteId}::uuid order by seq`.execute(tx.k)
      return rows
    })
    expect(types).toMatchObject([
      { type: 'finding.opened', data: { level: 'notice' } },
      { type: 'finding.regraded', data: { level: 'red', was: 'notice' } },
    ])
    const steps = await database.read(systemMonitoring, async (tx) => {
      const { rows } =
        await sql`select from_on, level, amount_fen from finding_level order by from_on`.execute(tx.k)
      return rows
    })
    expect(steps).toEqual([
      { from_on: '2026-03-14', level: 'notice', amount_fen: 500_000n },
      { from_on: '2026-03-30', level: 'red', amount_fen: 500_000n },
    ])
  })
})
