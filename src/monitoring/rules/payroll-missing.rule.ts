import { type RawBuilder, sql } from 'kysely'

import { addDays, art, firstDay, monthOf } from '../../law/index.ts'
import { payDayOf } from '../engine/deadline-table.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 少量出勤 — a unit whose people were at the gate for fewer days in all has only been seen in passing. */
const fewestDays = 5
/** 提前提醒 — days before the pay day from which on the payroll is asked for. */
const askBeforeDays = 5

/**
 * 工资支付表未报 — the month is over, a unit's people were at the gate, and the pay day comes near without a
 * payroll of that unit: what nobody wrote down cannot be paid in time. Where the bank has paid people of
 * the unit for the month, only the paper is late.
 */
export const payrollMissing = defineRule({
  id: 'payroll-missing',
  codes: ['R17'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project'],
  breach: null,
  basis: () => [art('regulation-724', 31), art('regulation-724', 56), art('wage-account-53', 17)],
  needs: {},
  measures: ['daysFromPayDay'],
  bands: [
    { measure: 'daysFromPayDay', from: -askBeforeDays, level: 'yellow' },
    { measure: 'daysFromPayDay', from: 0, level: 'orange' },
  ],
  facts: unitsWithout,
  measure: (asking) => sql`
    select u.worksite_id, to_char(u.month, 'YYYY-MM') as subject_key, u.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[${asking.asOf}::date - min(${dueOn(asking)})]::numeric[] as measures,
           sum(u.people) as people, sum(u.accrued_fen)::bigint as amount_fen,
           (u.month + interval '1 month')::date as since_on,
           jsonb_build_object('unitsWithoutPayroll', count(*), 'attended', sum(u.people), 'gateDays', sum(u.days),
             'dueOn', min(${dueOn(asking)})) as evidence,
           true as known
      from facts u
      join worksite w on w.worksite_id = u.worksite_id
     group by u.worksite_id, u.month`,
  members: () => sql`
    select m.worksite_id, to_char(m.month, 'YYYY-MM') as subject_key, m.person_id,
           (array_agg(m.employing_unit_id order by m.employing_unit_id))[1] as employing_unit_id,
           sum(coalesce(m.accrued_fen, 0))::bigint as amount_fen, sum(m.gate_days)::numeric as measure,
           jsonb_build_object('gateDays', sum(m.gate_days)) as evidence
      from facts u
      join wage_month m on m.worksite_id = u.worksite_id and m.month = u.month
       and m.employing_unit_id = u.employing_unit_id and m.gate_days > 0
     group by m.worksite_id, m.month, m.person_id`,
})

/**
 * The pay day of the unit's people, else that of the worksite, else the end of the next month: pay is
 * monthly at least.
 */
function dueOn(asking: Asking): RawBuilder<unknown> {
  const terms = { month: sql`u.month`, payDay: sql`w.pay_day`, monthsLater: sql`w.pay_month_offset` }
  return sql`coalesce(u.due_on, ${payDayOf(asking, terms)}, (u.month + interval '2 months')::date - 1)`
}

/** Units of closed months of whose people none stands on a payroll, and none was paid. */
function unitsWithout({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    select k.worksite_id, k.month, k.employing_unit_id, u.*
      from (select m.worksite_id, m.month, m.employing_unit_id,
                   min(min(coalesce(m.due_on, m.month))) over (partition by m.worksite_id, m.month) as asked_from
              from wage_month m
             where m.gate_days > 0 and m.payroll_lines = 0 and m.month < ${firstDay(monthOf(asOf))}::date
               and ${only('m.worksite_id')}
             group by m.worksite_id, m.month, m.employing_unit_id) k
     cross join lateral (
        select count(*) filter (where m.gate_days > 0) as people, sum(m.gate_days) as days,
               coalesce(sum(m.accrued_fen), 0) as accrued_fen, min(m.due_on) as due_on
          from (select x.* from wage_month x
                 where x.worksite_id = k.worksite_id and x.month = k.month offset 0) m
         where m.employing_unit_id = k.employing_unit_id
        having sum(m.gate_days) >= ${fewestDays}::int and max(m.payroll_lines) = 0 and max(m.paid_fen) = 0) u
     where k.asked_from <= ${addDays(asOf, askBeforeDays)}::date
       and not exists (select from payroll p
                        where p.worksite_id = k.worksite_id and p.month = k.month
                          and p.employing_unit_id = k.employing_unit_id and p.current)`
}
