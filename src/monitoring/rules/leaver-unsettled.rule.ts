import { type RawBuilder, sql } from 'kysely'

import { art } from '../../law/index.ts'
import { heard, lastWord } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'
import { isOpenWage } from './open-wage.shared.ts'

/** 离场欠薪加重 — a leaver's wage that is this many days past its pay day counts by the days since the leaving. */
const graverAfterDays = 7

/**
 * 离场未结清 — somebody has left the worksite for good, and wages of his are open. Before the agreed pay day
 * this is a reminder; when that has passed by a week, the days since the leaving decide, for who is gone is
 * hard to pay later. A leaver who says himself that nothing came is grave at once.
 */
export const leaverUnsettled = defineRule({
  id: 'leaver-unsettled',
  codes: ['P6'],
  version: 2,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('wage-payment-1994', 9), art('regulation-724', 12)],
  needs: {},
  measures: ['daysSinceLeaving', 'daysSinceLeavingOverdue', 'reports'],
  bands: [
    { measure: 'daysSinceLeaving', from: 3, level: 'notice' },
    { measure: 'daysSinceLeaving', from: 7, level: 'yellow' },
    { measure: 'daysSinceLeavingOverdue', from: 15, level: 'orange' },
    { measure: 'daysSinceLeavingOverdue', from: 30, level: 'red' },
    { measure: 'reports', from: 1, level: 'red' },
  ],
  facts: unsettledLeavers,
  measure: () => sql`
    select l.worksite_id, to_char(l.left_month, 'YYYY-MM') as subject_key, l.left_month as month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[coalesce(max(l.said_on - l.left_on) filter (where l.known), 0),
                 max(l.said_on - l.left_on) filter (where l.known and l.said_on - l.due_on >= ${graverAfterDays}::int),
                 count(*) filter (where l.known and l.reports)]::numeric[] as measures,
           count(*) filter (where l.known) as people,
           coalesce(sum(l.open_fen) filter (where l.known), 0)::bigint as amount_fen,
           min(l.left_on) as since_on,
           jsonb_build_object('firstLeftOn', min(l.left_on), 'dueOn', min(l.due_on), 'reports',
             count(*) filter (where l.reports), 'bankSpokeUntil', max(l.until_on)) as evidence,
           bool_or(l.known) as known
      from facts l
     group by l.worksite_id, l.left_month`,
  members: () => sql`
    select l.worksite_id, to_char(l.left_month, 'YYYY-MM') as subject_key, l.person_id, l.employing_unit_id,
           l.open_fen as amount_fen, l.open_fen::numeric as measure,
           jsonb_build_object('leftOn', l.left_on, 'dueOn', l.due_on) as evidence
      from facts l
     where l.known`,
})

/** One row a leaver with wages open: who came back, by register or gate, has not left. */
function unsettledLeavers(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select s.worksite_id, s.person_id, s.employing_unit_id, s.left_on,
           date_trunc('month', s.left_on)::date as left_month,
           bank.until_on, least(${asOf}::date, bank.until_on) as said_on,
           coalesce(bank.until_on > s.left_on, false) as known,
           min(d.due_on) as due_on, sum(d.due_fen - d.paid_fen)::bigint as open_fen,
           bool_or(m.confirmation in ('not-received', 'contested')) as reports
      from site_presence s
      join wage_due d on d.worksite_id = s.worksite_id and d.person_id = s.person_id
       and d.settled_on is null and ${isOpenWage('d')} and d.month <= s.left_on
      join wage_month m on m.worksite_id = d.worksite_id and m.month = d.month and m.person_id = d.person_id
       and m.employing_unit_id = d.employing_unit_id
      left join lateral ${lastWord(asking, 'bank', 's.worksite_id')} bank on true
     where s.current and s.left_on <= ${asOf}::date and ${heard(asking, 's')} and ${only('s.worksite_id')}
       and not exists (select from site_presence back
                        where back.worksite_id = s.worksite_id and back.person_id = s.person_id and back.current
                          and back.presence_id <> s.presence_id
                          and (back.left_on is null or back.left_on > s.left_on
                               or (back.left_on = s.left_on and back.presence_id > s.presence_id)))
       and not exists (select from attendance_day a
                        where a.worksite_id = s.worksite_id and a.person_id = s.person_id
                          and a.day > s.left_on and a.day <= ${asOf}::date)
     group by s.worksite_id, s.person_id, s.employing_unit_id, s.presence_id, s.left_on, bank.until_on`
}
