import { sql } from 'kysely'

import { addDays, art } from '../../law/index.ts'
import { sourceRow, statementUntil } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'
import { isOpenDue, laborCostDues } from './labor-cost.shared.ts'

/** 到期前提醒 — days before a due day from which on an owner who came late the last time is reminded. */
const remindBeforeDays = 5
/** The owner came late when the last money arrived more than this many days after its due day. */
const lateAfterDays = 3

/**
 * 人工费用未按时足额拨付 — a due day of the agreed cycle has passed, and what came into the wage account since the start
 * does not reach the agreed sum, as far as the statements of the account speak. Before a due day only those
 * are reminded who came late for the last one.
 */
export const laborCostLate = defineRule({
  id: 'labor-cost-late',
  codes: ['R04', 'M1'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: { measure: 'overdueDays', from: 1 },
  basis: () => [art('regulation-724', 29), art('regulation-724', 24), art('wage-account-53', 12)],
  needs: {},
  measures: ['overdueDays', 'daysFromDue'],
  bands: [
    { measure: 'overdueDays', from: 1, level: 'yellow' },
    { measure: 'overdueDays', from: 10, level: 'orange' },
    { measure: 'overdueDays', from: 30, level: 'red' },
    { measure: 'daysFromDue', from: -remindBeforeDays, level: 'notice' },
  ],
  measure: (asking) => {
    const { asOf } = asking
    return sql`
    select c.worksite_id, 'labor-cost' as subject_key, null::date as month,
           w.project_owner_id as employing_unit_id, null::uuid as person_id,
           array[least(${asOf}::date, account.until_on) - c.open_on,
                 case when c.last_paid_on > c.passed_on + ${lateAfterDays}::int
                      then ${asOf}::date - c.open_on end]::numeric[] as measures,
           0 as people, c.short_fen as amount_fen, least(c.open_on + 1, ${asOf}::date) as since_on,
           jsonb_build_object('laborCostDueOn', c.open_on, 'cycleFen', c.cycle_fen::text,
             'cyclesDue', c.cycles, 'laborCostPaidFen', c.paid_fen::text, 'lastPaidOn', c.last_paid_on,
             'statementUntil', account.until_on, 'sources', jsonb_build_array(${sourceRow('w')})) as evidence,
           coalesce(account.until_on > c.open_on or c.open_on >= ${asOf}::date, false) as known
      from (select worksite_id, max(cycle_fen) as cycle_fen, max(paid_fen) as paid_fen,
                   max(last_paid_on) as last_paid_on, min(due_on) filter (where ${isOpenDue}) as open_on,
                   max(due_on) filter (where due_on < ${asOf}::date) as passed_on,
                   count(*) filter (where due_on < ${asOf}::date) as cycles,
                   greatest(count(*) filter (where due_on < ${asOf}::date) * coalesce(max(cycle_fen), 0)
                            - max(paid_fen), 0)::bigint as short_fen
              from (${laborCostDues(asking, addDays(asOf, remindBeforeDays))}) d
             group by worksite_id) c
      join worksite w on w.worksite_id = c.worksite_id
      cross join lateral ${statementUntil(asking, 'c.worksite_id')} account
     where c.open_on is not null`
  },
})
