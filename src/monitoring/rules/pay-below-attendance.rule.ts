import { type RawBuilder, sql } from 'kysely'

import { art, firstDay, monthOf } from '../../law/index.ts'
import { lastWord, percentOf } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 少数人 — the pay of fewer people may be wrong by a slip; from this many on it is more than that. */
const fewestForPattern = 3
/**
 * 流水时差 — statements come every other working day, so that on a pay day the bank has told of days before it.
 * Who was paid and is short two days before it is called short on it: nobody is paid in parts as a rule.
 */
const bankLagDays = 2

/**
 * 工资少于出勤应计 — by the payroll, or by what the bank paid on it, people got less than their attendance has
 * earned at the agreed rate; where no rate is known, the payroll says what was earned. A tenth of the wage
 * and two days' pay are let pass, for a punch may be missing and days are rounded. Judged when the month is
 * over and its last pay cycle has been paid; what the bank has paid counts as all that comes when the pay day
 * is there. Where half of the people are short it is no slip: by a fifth it is red, by less orange. Hours are
 * compared only where a sheet tells them, since a gate counts meals in; else the days of the payroll are.
 */
export const payBelowAttendance = defineRule({
  id: 'pay-below-attendance',
  codes: ['P7'],
  version: 2,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 12), art('regulation-724', 31), art('labor-law', 50)],
  needs: {},
  measures: ['percentShort', 'percentShortOfMany', 'percentOfPeople', 'percent'],
  bands: [
    { measure: 'percentShort', from: 10.1, level: 'notice' },
    { measure: 'percentShort', from: 20.1, level: 'yellow' },
    { measure: 'percentShortOfMany', from: 40.1, level: 'orange' },
    { measure: 'percentOfPeople', from: 50, level: 'red' },
    { measure: 'percent', from: 50, level: 'orange' },
  ],
  facts: short,
  measure: () => sql`
    select s.worksite_id, to_char(s.month, 'YYYY-MM') as subject_key, s.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[s.percent, case when s.rows >= ${fewestForPattern}::int then s.percent end,
                 case when s.deep >= ${fewestForPattern}::int
                      then floor(100.0 * s.deep / j.judged) end,
                 case when s.rows >= ${fewestForPattern}::int then floor(100.0 * s.rows / j.judged) end]::numeric[]
             as measures,
           s.people, s.earned_fen - s.given_fen as amount_fen, (s.month + interval '1 month')::date as since_on,
           jsonb_build_object('earnedFen', s.earned_fen::text, 'givenFen', s.given_fen::text,
             'underpaid', s.underpaid, 'judged', j.judged) as evidence,
           true as known
      from (select s.worksite_id, s.month, count(distinct s.person_id) as people, count(*) as rows,
                   sum(s.earned_fen)::bigint as earned_fen, sum(s.given_fen)::bigint as given_fen,
                   ${percentOf(sql`sum(s.earned_fen - s.given_fen)`, sql`sum(s.earned_fen)`)} as percent,
                   count(*) filter (where s.given_fen * 10 < s.earned_fen * 8) as deep,
                   count(*) filter (where s.given_fen < s.due_fen) as underpaid
              from facts s group by s.worksite_id, s.month) s
      cross join lateral (select count(*) as judged from wage_month m
                           where s.rows >= ${fewestForPattern}::int and m.worksite_id = s.worksite_id
                             and m.month = s.month and coalesce(m.accrued_fen, m.due_fen) > 0
                             and m.due_fen is not null) j`,
  members: () => sql`
    select s.worksite_id, to_char(s.month, 'YYYY-MM') as subject_key, s.person_id,
           (array_agg(s.employing_unit_id order by s.employing_unit_id))[1] as employing_unit_id,
           sum(s.earned_fen - s.given_fen)::bigint as amount_fen, sum(s.given_fen)::numeric as measure,
           jsonb_build_object('earnedFen', sum(s.earned_fen)::text, 'dueFen', sum(s.due_fen)::text,
             'givenFen', sum(s.given_fen)::text, 'gateDays', sum(s.gate_days),
             'sheetDays', sum(s.sheet_days_hundredths) / 100.0,
             'payrollDays', sum(s.payroll_days_hundredths) / 100.0) as evidence
      from facts s
     group by s.worksite_id, s.month, s.person_id`,
})

/**
 * The first condition is that of the index of doubtful rows; what was paid counts with what the payroll
 * keeps back.
 */
function short(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    with doubtful as materialized (
      select m.* from wage_month m
       where (m.due_fen * 10 < m.accrued_fen * 9
              or m.paid_fen > 0
                 and (m.paid_fen + m.due_fen - m.net_fen) * 10 < coalesce(m.accrued_fen, m.due_fen) * 9)
         and m.month < ${firstDay(monthOf(asOf))}::date and ${only('m.worksite_id')}),
    bank as materialized (
      select d.worksite_id, told.until_on from (select distinct worksite_id from doubtful) d
       cross join lateral ${lastWord(asking, 'bank', 'd.worksite_id')} told)
    select m.worksite_id, m.month, m.person_id, m.employing_unit_id, m.due_fen, m.gate_days, m.sheet_days_hundredths,
           m.payroll_days_hundredths, pay.earned_fen, pay.given_fen
      from doubtful m
      left join bank on bank.worksite_id = m.worksite_id
      cross join lateral (
        select case when m.rate_kind is distinct from 'hour' or m.sheet_minutes is not null
                      then coalesce(m.accrued_fen, m.due_fen)
                    when m.accrued_fen > m.due_fen and m.payroll_days_hundredths between 1 and m.gate_days * 100
                      then least(m.accrued_fen, m.due_fen * m.gate_days * 100 / m.payroll_days_hundredths)
                    else m.due_fen end as earned_fen,
               least(m.due_fen, case when m.paid_fen > 0 and m.due_on <= ${asOf}::date
                                          and m.due_on <= bank.until_on + ${bankLagDays}::int
                                     then m.paid_fen + m.due_fen - m.net_fen end) as given_fen,
               coalesce(m.sheet_days_hundredths, m.gate_days * 100) as days_hundredths) pay
     where pay.given_fen * 10 < pay.earned_fen * 9
       and (pay.days_hundredths = 0 or (pay.earned_fen - pay.given_fen) * pay.days_hundredths > pay.earned_fen * 200)
       and not exists (select from wage_due d
                        where d.worksite_id = m.worksite_id and d.month = m.month and d.person_id = m.person_id
                          and d.employing_unit_id = m.employing_unit_id and d.due_on >= ${asOf}::date
                          and d.pay_cycle not in ('month', 'task'))`
}
