import { type RawBuilder, sql } from 'kysely'

import { art, firstDay, monthOf } from '../../law/index.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 主表已到 — a payroll of fewer than this share of those who attended, in percent, is that of people who left. */
const wholeSheetPercent = 40

/**
 * 有考勤无工资记录 — people whom the gate saw in a month are missing from the payroll of their unit. Judged
 * when the month is over and the unit has sent its payroll, or when the month's pay day has passed. While no
 * payroll has come, whom the bank has paid is not missing: only the paper is late.
 */
export const attendanceUnpaid = defineRule({
  id: 'attendance-unpaid',
  codes: ['R16', 'P3'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 15), art('regulation-724', 31), art('wage-account-53', 17)],
  needs: {},
  measures: ['people', 'percent'],
  bands: [
    { measure: 'people', from: 1, level: 'yellow' },
    { measure: 'percent', from: 5, level: 'orange' },
    { measure: 'percent', from: 10, level: 'red' },
  ],
  facts: judgedUnits,
  measure: () => sql`
    select u.worksite_id, to_char(u.month, 'YYYY-MM') as subject_key, u.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[sum(u.missing), 100.0 * sum(u.missing) / sum(u.attended)]::numeric[] as measures,
           sum(u.missing) as people, sum(u.missing_fen)::bigint as amount_fen, min(u.judged_on) as since_on,
           jsonb_build_object('attended', sum(u.attended), 'missing', sum(u.missing),
                              'missingDays', sum(u.missing_days)) as evidence,
           true as known
      from facts u
     group by u.worksite_id, u.month
    having sum(u.missing) > 0`,
  members: () => sql`
    select m.worksite_id, to_char(m.month, 'YYYY-MM') as subject_key, m.person_id,
           (min(m.employing_unit_id::text))::uuid as employing_unit_id,
           sum(coalesce(m.accrued_fen, 0))::bigint as amount_fen, sum(m.gate_days)::numeric as measure,
           jsonb_build_object('gateDays', sum(m.gate_days)) as evidence
      from facts u
     cross join lateral (select m.* from wage_month m
                          where m.worksite_id = u.worksite_id and m.month = u.month and ${isMissing} offset 0) m
     where u.missing > 0 and m.employing_unit_id = u.employing_unit_id and (u.has_payroll or m.paid_fen = 0)
     group by m.worksite_id, m.month, m.person_id`,
})

/** Units that can be judged, of the months in which anybody is missing. */
function judgedUnits(asking: Asking): RawBuilder<unknown> {
  const { asOf } = asking
  return sql`
    select k.worksite_id, k.month, u.employing_unit_id, u.attended, p.received_on is not null as has_payroll,
           coalesce(greatest(p.received_on, (k.month + interval '1 month')::date), u.due_on + 1) as judged_on,
           case when p.received_on is null then u.unpaid else u.missing end as missing,
           case when p.received_on is null then u.unpaid_days else u.missing_days end as missing_days,
           case when p.received_on is null then u.unpaid_fen else u.missing_fen end as missing_fen
      from (${monthsToJudge(asking)}) k
     cross join lateral (
        select m.employing_unit_id, min(m.due_on) as due_on, count(*) filter (where m.gate_days > 0) as attended,
               count(*) filter (where m.payroll_lines > 0) as listed,
               count(*) filter (where ${isMissing}) as missing,
               coalesce(sum(m.gate_days) filter (where ${isMissing}), 0) as missing_days,
               coalesce(sum(m.accrued_fen) filter (where ${isMissing}), 0) as missing_fen,
               count(*) filter (where ${isMissing} and m.paid_fen = 0) as unpaid,
               coalesce(sum(m.gate_days) filter (where ${isMissing} and m.paid_fen = 0), 0) as unpaid_days,
               coalesce(sum(m.accrued_fen) filter (where ${isMissing} and m.paid_fen = 0), 0) as unpaid_fen
          from (select x.* from wage_month x
                 where x.worksite_id = k.worksite_id and x.month = k.month offset 0) m
         group by m.employing_unit_id) u
     cross join lateral (select min(s.received_on) as received_on from payroll s
                          where s.worksite_id = k.worksite_id and s.month = k.month
                            and s.employing_unit_id = u.employing_unit_id and s.current
                            and s.received_on <= ${asOf}::date) p
     where u.attended > 0
       and (u.due_on < ${asOf}::date
            or (p.received_on is not null and u.listed * 100 >= u.attended * ${wholeSheetPercent}::int
                and (k.month + interval '1 month')::date <= ${asOf}::date))`
}

/**
 * Months with somebody missing that have a payroll, or in which a pay day of theirs has passed. Nearly all people
 * of the month that runs are missing yet, so that it is asked apart: by pay days, and by payrolls.
 */
function monthsToJudge({ asOf, only }: Asking): RawBuilder<unknown> {
  const present = sql`${firstDay(monthOf(asOf))}::date`
  return sql`
    select m.worksite_id, m.month from wage_month m
     where ${isMissing} and m.month < ${present} and ${only('m.worksite_id')}
     group by m.worksite_id, m.month
    having min(m.due_on) < ${asOf}::date
        or exists (select from payroll s
                    where s.worksite_id = m.worksite_id and s.month = m.month and s.current)
     union
    select m.worksite_id, m.month from wage_month m
     where ${isMissing} and m.month >= ${present} and m.due_on < ${asOf}::date and ${only('m.worksite_id')}
     union
    select s.worksite_id, s.month from payroll s
     where s.month >= ${present} and s.current and ${only('s.worksite_id')}
       and exists (select from wage_month m where m.worksite_id = s.worksite_id and m.month = s.month
                                              and ${isMissing})`
}

const isMissing = sql`m.gate_days > 0 and m.payroll_lines = 0`
