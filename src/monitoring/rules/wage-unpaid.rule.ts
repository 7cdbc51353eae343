import { type RawBuilder, sql } from 'kysely'

import { addWorkingDays, art } from '../../law/index.ts'
import { lastWord, statementUntil } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'
import { isOpenWage } from './open-wage.shared.ts'

/** 少数人 — a payment or two may have come back from the bank; from this many people on it is more than that. */
const fewestForShare = 3
/** Working days in which a sum that the bank has not explained yet may still be the wages that are missed. */
const explainWorkingDays = 3
/** So many days before the pay day such a sum may have been booked. */
const payAheadDays = 15

/**
 * 到期未发工资 — the pay day, moved before days off, has passed and somebody's net wage was not credited in full.
 * Counted to the last day that the bank has spoken of: what it has not told yet is not called unpaid. One
 * wage that is a day late may have come back; where a twentieth of the people of the month is a tenth short
 * or more, the site does not pay, and nobody waits for the tenth day: the share is that of people without a
 * wage record (P3).
 */
export const wageUnpaid = defineRule({
  id: 'wage-unpaid',
  codes: ['R01', 'P1'],
  version: 2,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: { measure: 'lateDays', from: 1 },
  basis: () => [art('regulation-724', 12), art('regulation-724', 14)],
  needs: {},
  measures: ['lateDays', 'percent'],
  bands: [
    { measure: 'lateDays', from: 1, level: 'notice' },
    { measure: 'lateDays', from: 3, level: 'yellow' },
    { measure: 'lateDays', from: 10, level: 'orange' },
    { measure: 'lateDays', from: 17, level: 'red' },
    { measure: 'percent', from: 5, level: 'orange' },
  ],
  facts: (asking) => sql`
    select d.worksite_id, d.month, d.person_id, (min(d.employing_unit_id::text))::uuid as employing_unit_id,
           min(d.agreed_on) as agreed_on, min(d.due_on) as due_on, sum(d.due_fen) as due_fen,
           sum(d.paid_fen) as paid_fen, bool_or(d.basis = 'accrued') as estimated, min(d.basis) as basis
      from wage_due d
     where d.settled_on is null and d.due_on < ${asking.asOf}::date and ${isOpenWage('d')}
       and ${asking.only('d.worksite_id')}
     group by d.worksite_id, d.month, d.person_id`,
  measure: (asking) => sql`
    select d.worksite_id, to_char(d.month, 'YYYY-MM') as subject_key, d.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[late.days, case when late.days > 0 and d.many >= ${fewestForShare}::int
                                      and not ${isUnexplained(asking)}
                                 then floor(100.0 * d.many / nullif(everybody.people, 0)) end]::numeric[] as measures,
           d.people, d.due_fen - d.paid_fen as amount_fen, d.due_on + 1 as since_on,
           jsonb_build_object('agreedOn', d.agreed_on, 'dueOn', d.due_on, 'bankSpokeUntil', bank.until_on,
             'dueFen', d.due_fen::text, 'paidFen', d.paid_fen::text, 'estimated', d.estimated) as evidence,
           coalesce(said.on_day > d.due_on, false) as known
      from (select d.worksite_id, d.month, min(d.agreed_on) as agreed_on, min(d.due_on) as due_on,
                   count(*) as people, count(*) filter (where (d.due_fen - d.paid_fen) * 10 >= d.due_fen) as many,
                   sum(d.due_fen) as due_fen, sum(d.paid_fen) as paid_fen, bool_or(d.estimated) as estimated
              from facts d group by d.worksite_id, d.month) d
      left join lateral ${lastWord(asking, 'bank', 'd.worksite_id')} bank on true
      cross join lateral (select case when bank.until_on = d.due_on
                                      then greatest(bank.until_on, ${statementUntil(asking, 'd.worksite_id')} + 1)
                                      else bank.until_on end as on_day) said
      cross join lateral (select greatest(least(${asking.asOf}::date, said.on_day) - d.due_on, 0) as days) late
      cross join lateral (select count(distinct m.person_id) as people from wage_month m
                           where d.many >= ${fewestForShare}::int and m.worksite_id = d.worksite_id
                             and m.month = d.month) everybody`,
  members: () => sql`
    select d.worksite_id, to_char(d.month, 'YYYY-MM') as subject_key, d.person_id, d.employing_unit_id,
           (d.due_fen - d.paid_fen)::bigint as amount_fen, (d.due_fen - d.paid_fen)::numeric as measure,
           jsonb_build_object('dueOn', d.due_on, 'dueFen', d.due_fen::text, 'paidFen', d.paid_fen::text,
                              'basis', d.basis) as evidence
      from facts d`,
})

/**
 * Money for half of it has left the account a few days ago, and the bank has not told yet for whom. A statement that
 * ends with the pay day has told all of that day, while results of payouts tell of one pay file.
 */
function isUnexplained({ asOf, calendar }: Asking): RawBuilder<unknown> {
  return sql`exists (
    select from account_movement v
     where v.worksite_id = d.worksite_id and v.kind = 'unexplained' and v.direction = 'debit'
       and v.booked_on >= d.due_on - ${payAheadDays}::int and v.booked_on <= ${asOf}::date
       and v.received_on >= ${addWorkingDays(calendar, asOf, -explainWorkingDays)}::date
       and v.amount_fen * 2 >= d.due_fen - d.paid_fen)`
}
