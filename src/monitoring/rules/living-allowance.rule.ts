import { type RawBuilder, sql } from 'kysely'

import { art } from '../../law/index.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 以生活费代工资 — month after month people were paid a flat round sum between 1,000 and 2,000 yuan, while they
 * had earned at least twice as much. Judged when the pay day of the month has passed; the month counts with
 * those right before it.
 */
export const livingAllowance = defineRule({
  id: 'living-allowance',
  codes: ['P8'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 12), art('regulation-724', 13), art('labor-law', 50)],
  needs: {},
  measures: ['monthsInRow'],
  bands: [
    { measure: 'monthsInRow', from: 2, level: 'yellow' },
    { measure: 'monthsInRow', from: 3, level: 'orange' },
    { measure: 'monthsInRow', from: 4, level: 'red' },
  ],
  facts: flatMonths,
  measure: () => sql`
    select f.worksite_id, to_char(f.month, 'YYYY-MM') as subject_key, f.month,
           null::uuid as employing_unit_id, null::uuid as person_id, array[max(f.in_row)]::numeric[] as measures,
           count(distinct f.person_id) as people, sum(f.earned_fen - f.paid_fen)::bigint as amount_fen,
           min(f.first_month) as since_on,
           jsonb_build_object('earnedFen', sum(f.earned_fen)::text, 'paidFen', sum(f.paid_fen)::text,
             'leastPaidFen', min(f.paid_fen)::text, 'mostPaidFen', max(f.paid_fen)::text) as evidence,
           true as known
      from facts f
     where f.in_row >= 2
     group by f.worksite_id, f.month`,
  members: () => sql`
    select f.worksite_id, to_char(f.month, 'YYYY-MM') as subject_key, f.person_id,
           (array_agg(f.employing_unit_id order by f.employing_unit_id))[1] as employing_unit_id,
           sum(f.earned_fen - f.paid_fen)::bigint as amount_fen, max(f.in_row)::numeric as measure,
           jsonb_build_object('earnedFen', sum(f.earned_fen)::text, 'paidFen', sum(f.paid_fen)::text) as evidence
      from facts f
     where f.in_row >= 2
     group by f.worksite_id, f.month, f.person_id`,
})

/**
 * Months of flat pay, each with how many in a row it ends: months in a row less their place give one number.
 */
function flatMonths({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    select r.*, row_number() over run as in_row, min(r.month) over run as first_month
      from (select m.worksite_id, m.month, m.person_id, m.employing_unit_id, m.paid_fen,
                   greatest(m.accrued_fen, m.due_fen) as earned_fen,
                   extract(year from m.month) * 12 + extract(month from m.month) - row_number() over (
                     partition by m.worksite_id, m.person_id, m.employing_unit_id order by m.month) as row_of
              from wage_month m
             where m.paid_fen between 100000 and 200000 and m.paid_fen % 10000 = 0
               and greatest(m.accrued_fen, m.due_fen) >= m.paid_fen * 2 and ${only('m.worksite_id')}
               and coalesce(m.due_on, (m.month + interval '2 months')::date - 1) < ${asOf}::date) r
    window run as (partition by r.worksite_id, r.person_id, r.employing_unit_id, r.row_of order by r.month)`
}
