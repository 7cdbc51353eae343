import { sql } from 'kysely'

import { art } from '../../law/index.ts'
import { lastWord } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'

/**
 * 到期未发工资 — the pay day, moved before days off, has passed and somebody's net wage was not credited in full.
 * Counted to the last day that the bank has spoken of: what it has not told yet is not called unpaid.
 */
export const wageUnpaid = defineRule({
  id: 'wage-unpaid',
  codes: ['R01', 'P1'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: { measure: 'lateDays', from: 1 },
  basis: () => [art('regulation-724', 12), art('regulation-724', 14)],
  needs: {},
  measures: ['lateDays'],
  bands: [
    { measure: 'lateDays', from: 1, level: 'notice' },
    { measure: 'lateDays', from: 3, level: 'yellow' },
    { measure: 'lateDays', from: 10, level: 'orange' },
    { measure: 'lateDays', from: 17, level: 'red' },
  ],
  facts: (asking) => sql`
    select d.worksite_id, d.month, d.person_id, (min(d.employing_unit_id::text))::uuid as employing_unit_id,
           min(d.agreed_on) as agreed_on, min(d.due_on) as due_on, sum(d.due_fen) as due_fen,
           sum(d.paid_fen) as paid_fen, bool_or(d.basis = 'accrued') as estimated, min(d.basis) as basis
      from wage_due d
     where d.settled_on is null and d.due_on < ${asking.asOf}::date and d.paid_fen < d.due_fen
       and ${asking.only('d.worksite_id')}
     group by d.worksite_id, d.month, d.person_id`,
  measure: (asking) => sql`
    select d.worksite_id, to_char(d.month, 'YYYY-MM') as subject_key, d.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[greatest(least(${asking.asOf}::date, bank.until_on) - d.due_on, 0)]::numeric[] as measures,
           d.people, d.due_fen - d.paid_fen as amount_fen, d.due_on + 1 as since_on,
           jsonb_build_object('agreedOn', d.agreed_on, 'dueOn', d.due_on, 'bankSpokeUntil', bank.until_on,
             'dueFen', d.due_fen::text, 'paidFen', d.paid_fen::text, 'estimated', d.estimated) as evidence,
           coalesce(bank.until_on > d.due_on, false) as known
      from (select d.worksite_id, d.month, min(d.agreed_on) as agreed_on, min(d.due_on) as due_on,
                   count(*) as people, sum(d.due_fen) as due_fen, sum(d.paid_fen) as paid_fen,
                   bool_or(d.estimated) as estimated
              from facts d group by d.worksite_id, d.month) d
      left join lateral ${lastWord(asking, 'bank', 'd.worksite_id')} bank on true`,
  members: () => sql`
    select d.worksite_id, to_char(d.month, 'YYYY-MM') as subject_key, d.person_id, d.employing_unit_id,
           (d.due_fen - d.paid_fen)::bigint as amount_fen, (d.due_fen - d.paid_fen)::numeric as measure,
           jsonb_build_object('dueOn', d.due_on, 'dueFen', d.due_fen::text, 'paidFen', d.paid_fen::text,
                              'basis', d.basis) as evidence
      from facts d`,
})
