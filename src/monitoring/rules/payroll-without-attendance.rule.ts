import { type RawBuilder, sql } from 'kysely'

import { art, firstDay, monthOf } from '../../law/index.ts'
import { lastWord } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 门禁末期容许空档 — a gate that was last heard this many days before a month's end has seen the month. */
const gateMayEndBeforeDays = 2

/**
 * 有工资无考勤 — people on the payroll of a month whom nobody saw at work: not the gate, where it saw others of
 * their unit; else not the attendance sheet of the unit. Who was seen in the month before is not called a
 * ghost, since a leaver's last pay comes later; nor is who is paid for no day of the month. The sheet's
 * word counts beside a gate only for people whom that gate knows.
 */
export const payrollWithoutAttendance = defineRule({
  id: 'payroll-without-attendance',
  codes: ['R16', 'I2'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 15), art('regulation-724', 31), art('wage-account-53', 17)],
  needs: {},
  measures: ['people'],
  bands: [
    { measure: 'people', from: 1, level: 'yellow' },
    { measure: 'people', from: 3, level: 'orange' },
    { measure: 'people', from: 10, level: 'red' },
  ],
  facts: unseen,
  measure: (asking) => sql`
    select g.worksite_id, to_char(g.month, 'YYYY-MM') as subject_key, g.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[count(distinct g.person_id)]::numeric[] as measures,
           count(distinct g.person_id) as people, sum(g.due_fen)::bigint as amount_fen,
           min(g.month_end) + 1 as since_on,
           jsonb_build_object('unseen', count(distinct g.person_id), 'seenByGate', max(g.seen),
             'onSheet', max(g.listed), 'dueFen', sum(g.due_fen)::text) as evidence,
           bool_or(not g.by_gate or gate.until_on >= g.month_end - ${gateMayEndBeforeDays}::int) is true as known
      from facts g
      left join lateral ${lastWord(asking, 'gate', 'g.worksite_id')} gate on true
     group by g.worksite_id, g.month`,
  members: () => sql`
    select g.worksite_id, to_char(g.month, 'YYYY-MM') as subject_key, g.person_id,
           (array_agg(g.employing_unit_id order by g.employing_unit_id))[1] as employing_unit_id,
           sum(g.due_fen)::bigint as amount_fen, sum(g.due_fen)::numeric as measure,
           jsonb_build_object('dueFen', sum(g.due_fen)::text, 'payrollDays', sum(g.payroll_days_hundredths) / 100.0,
             'sheetDays', sum(g.sheet_days_hundredths) / 100.0) as evidence
      from facts g
     group by g.worksite_id, g.month, g.person_id`,
})

function unseen(asking: Asking): RawBuilder<unknown> {
  const listed = unseenLines(asking)
  return sql`
    select c.*, u.by_gate, u.seen, u.listed, (c.month + interval '1 month')::date - 1 as month_end
      from (${listed}) c
      join (select k.worksite_id, k.month, s.employing_unit_id, bool_or(s.gate_days > 0) as by_gate,
                   count(*) filter (where s.gate_days > 0) as seen,
                   count(*) filter (where s.sheet_days_hundredths > 0) as listed
              from (select distinct c.worksite_id, c.month from (${listed}) c) k
              cross join lateral (select m.* from wage_month m
                                   where m.worksite_id = k.worksite_id and m.month = k.month offset 0) s
             group by k.worksite_id, k.month, s.employing_unit_id) u
        on u.worksite_id = c.worksite_id and u.month = c.month and u.employing_unit_id = c.employing_unit_id
     where case when u.by_gate then not ${seenLately(sql`s.gate_days > 0`)}
                     and (c.sheet_days_hundredths is null or not exists (
                       select from wage_month s where s.person_id = c.person_id and s.worksite_id = c.worksite_id
                                                  and s.gate_days > 0))
                else u.listed > 0 and coalesce(c.sheet_days_hundredths, 0) = 0
                     and not ${seenLately(sql`s.gate_days > 0 or s.sheet_days_hundredths > 0`)} end`
}

/**
 * Lines of closed months without a day at the gate; with days on the sheet only where there is a gate to
 * ask.
 */
function unseenLines({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    select m.worksite_id, m.month, m.person_id, m.employing_unit_id, m.due_fen, m.payroll_days_hundredths,
           nullif(m.sheet_days_hundredths, 0) as sheet_days_hundredths
      from wage_month m
     where m.payroll_lines > 0 and m.gate_days = 0 and m.due_fen > 0
       and coalesce(m.payroll_days_hundredths, 1) > 0 and m.month < ${firstDay(monthOf(asOf))}::date
       and (coalesce(m.sheet_days_hundredths, 0) = 0
            or m.worksite_id in (select d.worksite_id from device d where d.kind = 'gate'))
       and ${only('m.worksite_id')}`
}

function seenLately(how: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from wage_month s
    where s.worksite_id = c.worksite_id and s.person_id = c.person_id
      and s.month in (c.month, (c.month - interval '1 month')::date) and (${how}))`
}
