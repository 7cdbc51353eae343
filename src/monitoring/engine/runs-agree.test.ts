import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { addDays, type Day, day } from '../../law/index.ts'
import { newId } from '../../platform/ids.ts'
import { systemMonitoring, type Tx } from '../../platform/transact.ts'
import { rules } from '../rules/index.ts'
import type { WageWorld, WorldPerson } from '../rules/testing/world.ts'
import { wageUnpaid } from '../rules/wage-unpaid.rule.ts'
import { defineRule } from './rule.ts'
import { runRule, runRules, runTogether } from './run.ts'

const database = useDatabase()

const money = (...yuan: readonly number[]) => fc.constantFrom(...yuan).map((each) => BigInt(each) * 100n)

const people: fc.Arbitrary<WorldPerson> = fc.record(
  {
    count: fc.integer({ min: 1, max: 4 }),
    gateDays: fc.constantFrom(0, 12, 22),
    payrollDays: fc.constantFrom(22, 26),
    accruedFen: money(3_000, 6_000),
    dueFen: money(1_200, 3_000, 6_000, 60_000),
    netFen: money(1_200, 3_000, 6_000),
    paidFen: money(0, 1_500, 6_000),
    otherAccountFen: money(0, 0, 500),
    dueOn: fc.constantFrom('2026-03-13', '2026-04-15'),
    due: fc.record(
      { on: fc.constantFrom('2026-03-13', '2026-04-15'), fen: money(3_000), paidFen: money(0, 1_000) },
      { requiredKeys: ['on', 'fen'] },
    ),
    signed: fc.boolean(),
    confirmation: fc.constantFrom('confirmed', 'contested', 'not-received'),
    objectedOn: fc.constantFrom('2026-03-20', '2026-04-18'),
    leftOn: fc.constantFrom('2026-03-20'),
  },
  { requiredKeys: ['count'] },
)

const worlds: fc.Arbitrary<WageWorld> = fc.record(
  {
    kind: fc.constantFrom('project', 'establishment'),
    startsOn: fc.constant('2026-01-10'),
    contractSignedOn: fc.constant('2026-01-05'),
    payDay: fc.constant(15),
    bankUntil: fc.constantFrom('2026-03-10', '2026-03-31', '2026-05-01'),
    payrollOn: fc.constantFrom('2026-04-05', '2026-04-19'),
    payroll: fc.record({ signatures: fc.constantFrom('some', 'none', 'not-reported') }),
    people: fc.array(people, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['people', 'payroll', 'payrollOn'] },
)

/** How runs go over a county on a day; every way must leave the same findings behind. */
type Way = (tx: Tx, asOf: Day, worksiteIds: readonly string[]) => Promise<void>

const allAtOnce: Way = async (tx, asOf) => {
  await runTogether(tx, rules, { asOf, worksiteIds: null })
}
const ruleByRule: Way = async (tx, asOf) => {
  for (const rule of rules.toReversed()) {
    await runRule(tx, rule, { asOf, worksiteIds: null })
  }
}
const siteBySite: Way = async (tx, asOf, worksiteIds) => {
  for (const worksiteId of worksiteIds.toReversed()) {
    await runTogether(tx, rules, { asOf, worksiteIds: [worksiteId] })
  }
}
const someFirst: Way = async (tx, asOf, worksiteIds) => {
  await runTogether(tx, rules, { asOf, worksiteIds: worksiteIds.slice(1) })
  await allAtOnce(tx, asOf, worksiteIds)
}

/** What stands after a week of runs over these worlds, halfway through which everybody of the first was paid. */
async function leftBy(way: Way, sites: readonly WageWorld[]) {
  return await database.withTx(systemMonitoring, async (tx) => {
    const worksiteIds = sites.map(() => newId())
    for (const [index, world] of sites.entries()) {
      await seedWageWorld(tx, world, worksiteIds[index])
    }
    for (const [index, asOf] of [day('2026-04-14'), addDays(day('2026-04-14'), 6)].entries()) {
      if (index === 1) {
        await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-04-16'
                   where worksite_id = ${worksiteIds[0]}::uuid`.execute(tx.k)
      }
      await way(tx, asOf, worksiteIds)
    }
    return await standing(tx, worksiteIds)
  })
}

async function standing(tx: Tx, worksiteIds: readonly string[]) {
  const { rows } = await sql`
    select array_position(${[...worksiteIds]}::uuid[], f.worksite_id) as site, f.rule_id, f.level, f.breach, f.measure,
           f.people, f.amount_fen::text, f.month, f.evidence - 'sources' as evidence, f.opened_on, f.since_on,
           f.cleared_on,
           (select jsonb_agg(jsonb_build_array(m.amount_fen, m.measure, m.evidence) order by m.amount_fen, m.measure,
                             m.evidence)
              from finding_member m where m.worksite_id = f.worksite_id and m.finding_id = f.finding_id) as members,
           (select jsonb_agg(jsonb_build_array(l.from_on, l.level, l.people, l.amount_fen) order by l.from_on)
              from finding_level l where l.worksite_id = f.worksite_id and l.finding_id = f.finding_id) as levels
      from finding f
     order by site, f.rule_id, f.month, f.opened_on, f.measure, f.amount_fen, f.evidence::text`.execute(tx.k)
  return rows
}

describe('runs', () => {
  it('are told in the order of the rules', async () => {
    const runs = await runRules(database, rules, { asOf: day('2026-04-14'), worksiteIds: null })
    expect(runs.map(({ ruleId }) => ruleId)).toEqual(rules.map(({ id }) => id))
  })

  it('leave the same findings whether rules and worksites are taken together or one by one', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(fc.array(worlds, { minLength: 2, maxLength: 3 }), async (sites) => {
        const expected = await leftBy(allAtOnce, sites)
        found += expected.length
        for (const way of [ruleByRule, siteBySite, someFirst]) {
          expect(await leftBy(way, sites)).toEqual(expected)
        }
      }),
      { numRuns: 6, seed: 724 },
    )
    expect(found).toBeGreaterThan(20)
  })

  it('do not clear what a feed that has fallen silent can no longer tell', async () => {
    const listening = defineRule({ ...wageUnpaid, needs: { bank: 3 } })
    await database.withTx(systemMonitoring, async (tx) => {
      await seedWageWorld(tx, {
        people: [{ due: { on: '2026-03-13', fen: 500_000n } }],
        feeds: [{ feed: 'bank', until: '2026-05-01', receivedOn: '2026-03-18' }],
      })
      const run = (asOf: string) => runRule(tx, listening, { asOf: day(asOf), worksiteIds: null })
      expect(await run('2026-03-20')).toMatchObject({ hits: 1, unknown: 0, opened: 1 })
      await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-03-21'`.execute(tx.k)
      expect(await run('2026-03-25')).toMatchObject({ hits: 0, unknown: 1, cleared: 0 })
    })
  })
})
