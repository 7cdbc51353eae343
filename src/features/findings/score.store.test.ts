import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { inspector, nobody } from '../../../testkit/actors.ts'
import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { day } from '../../law/index.ts'
import { runRule, runRules } from '../../monitoring/engine/run.ts'
import { wageUnpaid } from '../../monitoring/rules/wage-unpaid.rule.ts'
import { localOperator, systemMonitoring } from '../../platform/transact.ts'
import { readMonitored } from './score.store.ts'

const owed = { on: '2026-03-13', fen: 500_000n }

describe('readMonitored', () => {
  const database = useDatabase({ each: 'test' })

  it('tells the days watched and each change of level of a finding, cleared ones too', async () => {
    await database.withTx(systemMonitoring, async (tx) => {
      const worksiteId = await seedWageWorld(tx, {
        bankUntil: '2026-12-31',
        people: [{ due: owed, count: 2 }],
      })
      const run = (asOf: string) => runRule(tx, wageUnpaid, { asOf: day(asOf), worksiteIds: null })
      await run('2026-03-13')
      await run('2026-03-14')
      await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-03-14'
        where person_id = (select min(person_id::text)::uuid from wage_due)`.execute(tx.k)
      await run('2026-03-15')
      await run('2026-03-23')
      await sql`update wage_due set paid_fen = due_fen, settled_on = '2026-03-24'`.execute(tx.k)
      await run('2026-03-25')
      expect(await readMonitored(tx)).toEqual({
        watched: { from: '2026-03-13', to: '2026-03-25', days: 5 },
        worksiteCodes: [worksiteId],
        findings: [
          {
            ruleId: 'wage-unpaid',
            worksiteCode: worksiteId,
            month: '2026-03',
            openedOn: '2026-03-14',
            clearedOn: '2026-03-25',
            steps: [
              { fromOn: '2026-03-14', level: 'notice' },
              { fromOn: '2026-03-23', level: 'orange' },
              { fromOn: '2026-03-25', level: 'clear' },
            ],
          },
        ],
      })
    })
  })

  it('shows nobody what lies outside his area', async () => {
    await database.seed((tx) => seedWageWorld(tx, { bankUntil: '2026-12-31', people: [{ due: owed }] }))
    await runRules(database, [wageUnpaid], { asOf: day('2026-03-23'), worksiteIds: null })
    const seen = async (actor: typeof localOperator) => {
      const { worksiteCodes, findings } = await database.read(actor, readMonitored)
      return [worksiteCodes.length, findings.length]
    }
    expect(await seen(inspector('3301'))).toEqual([1, 1])
    expect(await seen(inspector('3302'))).toEqual([0, 0])
    expect(await seen(nobody)).toEqual([0, 0])
  })

  it('tells that nothing was watched where no rule was run', async () => {
    expect(await database.read(localOperator, readMonitored)).toEqual({
      watched: null,
      worksiteCodes: [],
      findings: [],
    })
  })
})
