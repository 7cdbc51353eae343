import { type RawBuilder, sql } from 'kysely'

import { art } from '../../law/index.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 有考勤无工资记录 — people whom the gate saw in a month are missing from the payroll of their unit. Judged once the
 * unit has sent its payroll of that month, or the month's pay day has passed without one.
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
  measure: (asking) => sql`
    select m.worksite_id, to_char(m.month, 'YYYY-MM') as subject_key, m.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[count(*) filter (where m.payroll_lines = 0),
                 100.0 * count(*) filter (where m.payroll_lines = 0) / count(*)]::numeric[] as measures,
           count(*) filter (where m.payroll_lines = 0) as people,
           coalesce(sum(m.accrued_fen) filter (where m.payroll_lines = 0), 0) as amount_fen,
           min(j.judged_on) as since_on,
           jsonb_build_object('attended', count(*), 'missing', count(*) filter (where m.payroll_lines = 0),
                              'missingDays', sum(m.gate_days) filter (where m.payroll_lines = 0)) as evidence,
           true as known
      from wage_month m join (${judgedUnits(asking)}) j
        on j.worksite_id = m.worksite_id and j.month = m.month and j.employing_unit_id = m.employing_unit_id
     where m.gate_days > 0 and ${asking.only('m.worksite_id')}
     group by m.worksite_id, m.month`,
  members: (asking) => sql`
    select m.worksite_id, to_char(m.month, 'YYYY-MM') as subject_key, m.person_id, m.employing_unit_id,
           coalesce(m.accrued_fen, 0) as amount_fen, m.gate_days::numeric as measure,
           jsonb_build_object('gateDays', m.gate_days) as evidence
      from wage_month m join (${judgedUnits(asking)}) j
        on j.worksite_id = m.worksite_id and j.month = m.month and j.employing_unit_id = m.employing_unit_id
     where m.gate_days > 0 and m.payroll_lines = 0 and ${asking.only('m.worksite_id')}`,
})

/** The months of units that can be judged: their payroll has come, or should have been paid by now. */
function judgedUnits({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    select m.worksite_id, m.month, m.employing_unit_id,
           coalesce(min(p.received_on), min(m.due_on) + 1) as judged_on
      from wage_month m
      left join payroll p on p.worksite_id = m.worksite_id and p.month = m.month
                         and p.employing_unit_id = m.employing_unit_id and p.current
     where ${only('m.worksite_id')}
     group by m.worksite_id, m.month, m.employing_unit_id
    having min(p.received_on) <= ${asOf}::date or min(m.due_on) < ${asOf}::date`
}
