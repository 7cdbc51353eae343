import { sql } from 'kysely'

import { art } from '../../law/index.ts'
import { lastWord } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'
import { isOpenWage } from './open-wage.shared.ts'

/**
 * 尾差 — what is open below this sum is left to the rule of the pay day: it says nothing of how long a site
 * owes.
 */
const leastOpenFen = 100

/**
 * 拖欠时长 — how long the oldest open wage of a worksite is overdue, as far as the bank has spoken. Delays of
 * less than a week are left to the rule of the pay day.
 */
export const arrearsLength = defineRule({
  id: 'arrears-length',
  codes: ['P10'],
  version: 2,
  subject: 'worksite',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: { measure: 'overdueDays', from: 1 },
  basis: () => [art('regulation-724', 12), art('regulation-724', 3), art('labor-contract-law', 30)],
  needs: {},
  measures: ['overdueDays', 'overdueMonths'],
  bands: [
    { measure: 'overdueDays', from: 7, level: 'yellow' },
    { measure: 'overdueMonths', from: 1, level: 'orange' },
    { measure: 'overdueMonths', from: 2, level: 'red' },
  ],
  facts: ({ asOf, only }) => sql`
    select d.worksite_id, d.month, d.person_id, d.employing_unit_id, d.due_on, d.due_fen - d.paid_fen as open_fen
      from wage_due d
     where d.settled_on is null and d.due_on < ${asOf}::date and d.due_fen - d.paid_fen >= ${leastOpenFen}::bigint
       and ${isOpenWage('d')} and ${only('d.worksite_id')}`,
  measure: (asking) => sql`
    select o.worksite_id, 'arrears' as subject_key, o.oldest_month as month, null::uuid as employing_unit_id,
           null::uuid as person_id,
           array[greatest(said.on_day - o.due_on, 0),
                 extract(year from said.since_due) * 12 + extract(month from said.since_due)]::numeric[] as measures,
           o.people, o.open_fen as amount_fen, o.due_on + 1 as since_on,
           jsonb_build_object('oldestDueOn', o.due_on, 'openMonths', o.months, 'openFen', o.open_fen::text,
             'bankSpokeUntil', bank.until_on) as evidence,
           coalesce(bank.until_on > o.due_on, false) as known
      from (select d.worksite_id, min(d.due_on) as due_on, count(distinct d.month) as months,
                   (array_agg(d.month order by d.due_on, d.month))[1] as oldest_month,
                   count(distinct d.person_id) as people, sum(d.open_fen)::bigint as open_fen
              from facts d group by d.worksite_id) o
      left join lateral ${lastWord(asking, 'bank', 'o.worksite_id')} bank on true
      cross join lateral (
        select least(${asking.asOf}::date, bank.until_on) as on_day,
               age((least(${asking.asOf}::date, bank.until_on) - 1)::timestamp, o.due_on::timestamp) as since_due)
        said`,
  members: () => sql`
    select d.worksite_id, 'arrears' as subject_key, d.person_id,
           (array_agg(d.employing_unit_id order by d.due_on, d.employing_unit_id))[1] as employing_unit_id,
           sum(d.open_fen)::bigint as amount_fen, count(distinct d.month)::numeric as measure,
           jsonb_build_object('oldestDueOn', min(d.due_on), 'openMonths', count(distinct d.month)) as evidence
      from facts d group by d.worksite_id, d.person_id`,
})
