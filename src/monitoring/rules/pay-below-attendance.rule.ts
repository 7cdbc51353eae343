import { type RawBuilder, sql } from 'kysely'

import { art, firstDay, monthOf } from '../../law/index.ts'
import { percentOf } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 少数人 — the pay of fewer people may be wrong by a slip; from this many on it is more than that. */
const fewestForPattern = 3

/**
 * 工资少于出勤应计 — by the payroll people are due less than their attendance has earned at the agreed rate. A tenth of
 * the wage and two days' pay are let pass, for a punch may be missing and days are rounded. Judged when the month is over
 * and its last pay cycle has been paid. Hours are compared only where a sheet tells them, since a gate counts meals in.
 */
export const payBelowAttendance = defineRule({
  id: 'pay-below-attendance',
  codes: ['P7'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 12), art('regulation-724', 31), art('labor-law', 50)],
  needs: {},
  measures: ['percentShort', 'percentShortOfMany', 'percentOfPeople'],
  bands: [
    { measure: 'percentShort', from: 10.1, level: 'notice' },
    { measure: 'percentShort', from: 20.1, level: 'yellow' },
    { measure: 'percentShortOfMany', from: 40.1, level: 'orange' },
    { measure: 'percentOfPeople', from: 50, level: 'red' },
  ],
  measure: (asking) => {
    const shortShare = percentOf(sql`sum(s.accrued_fen - s.due_fen)`, sql`sum(s.accrued_fen)`)
    const deep = sql`count(*) filter (where s.due_fen * 10 < s.accrued_fen * 8)`
    return sql`
    select s.worksite_id, to_char(s.month, 'YYYY-MM') as subject_key, s.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[${shortShare}, case when count(*) >= ${fewestForPattern}::int then ${shortShare} end,
                 case when ${deep} >= ${fewestForPattern}::int
                      then floor(100.0 * ${deep} / max(j.judged)) end]::numeric[] as measures,
           count(distinct s.person_id) as people, sum(s.accrued_fen - s.due_fen)::bigint as amount_fen,
           (s.month + interval '1 month')::date as since_on,
           jsonb_build_object('accruedFen', sum(s.accrued_fen)::text, 'dueFen', sum(s.due_fen)::text,
             'judged', max(j.judged)) as evidence,
           true as known
      from (${short(asking)}) s
      cross join lateral (select count(*) as judged from wage_month m
                           where m.worksite_id = s.worksite_id and m.month = s.month
                             and m.due_fen is not null and m.accrued_fen > 0) j
     group by s.worksite_id, s.month`
  },
  members: (asking) => sql`
    select s.worksite_id, to_char(s.month, 'YYYY-MM') as subject_key, s.person_id,
           (array_agg(s.employing_unit_id order by s.employing_unit_id))[1] as employing_unit_id,
           sum(s.accrued_fen - s.due_fen)::bigint as amount_fen, sum(s.due_fen)::numeric as measure,
           jsonb_build_object('accruedFen', sum(s.accrued_fen)::text, 'dueFen', sum(s.due_fen)::text,
             'gateDays', sum(s.gate_days), 'sheetDays', sum(s.sheet_days_hundredths) / 100.0,
             'payrollDays', sum(s.payroll_days_hundredths) / 100.0) as evidence
      from (${short(asking)}) s
     group by s.worksite_id, s.month, s.person_id`,
})

function short({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    select m.worksite_id, m.month, m.person_id, m.employing_unit_id, m.due_fen, m.accrued_fen, m.gate_days,
           m.sheet_days_hundredths, m.payroll_days_hundredths
      from wage_month m
     where m.due_fen * 10 < m.accrued_fen * 9 and m.month < ${firstDay(monthOf(asOf))}::date
       and (m.accrued_fen - m.due_fen) * coalesce(m.sheet_days_hundredths, m.gate_days * 100) > m.accrued_fen * 200
       and (m.rate_kind <> 'hour' or m.sheet_minutes is not null) and ${only('m.worksite_id')}
       and not exists (select from wage_due d
                        where d.worksite_id = m.worksite_id and d.month = m.month and d.person_id = m.person_id
                          and d.employing_unit_id = m.employing_unit_id and d.due_on >= ${asOf}::date
                          and d.pay_cycle not in ('month', 'task'))`
}
