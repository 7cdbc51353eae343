import { type RawBuilder, sql } from 'kysely'

import { addDays, art, type Day, dayKind, eachDay, type WorkCalendar } from '../../law/index.ts'
import { heard, sourceRow, spokenUntil } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 活跃期 — a site is active whose attendance or people are not older than this many days. */
const activeDays = 60
/** 上报节奏 — the usual gap between reports is learned from so many days; it excuses a week at most, and as much until it
 * is known. */
const rhythmDays = 60
const longestRhythmDays = 7
const fewestGaps = 3
/** A month on a sheet is written when it is over; ten days more to bring it. */
const sheetDays = 41
/** How far back days off are laid out. */
const holidayDays = 120

/**
 * 数据中断 — no attendance has come from an active project for days, counted beyond its usual rhythm and without
 * statutory days off and confirmed pauses; or no bank statement for longer than a month. Nobody is silent
 * before the day on which the worksite was registered here. Silence clears nothing by itself.
 */
export const feedSilent = defineRule({
  id: 'feed-silent',
  codes: ['R41', 'D7'],
  version: 2,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: null,
  basis: () => [art('wage-account-53', 24), art('wage-account-53', 16), art('wage-account-53', 26)],
  needs: {},
  measures: ['silentDays', 'bankSilentDays'],
  bands: [
    { measure: 'silentDays', from: 2, level: 'notice' },
    { measure: 'silentDays', from: 3, level: 'yellow' },
    { measure: 'silentDays', from: 7, level: 'orange' },
    { measure: 'silentDays', from: 15, level: 'red' },
    { measure: 'bankSilentDays', from: 38, level: 'yellow' },
    { measure: 'bankSilentDays', from: 45, level: 'orange' },
  ],
  measure: (asking) => {
    const { asOf } = asking
    return sql`
    select s.worksite_id, 'feed' as subject_key, null::date as month, s.general_contractor_id as employing_unit_id,
           null::uuid as person_id,
           array[greatest(coalesce(quiet.days, 0) - (rhythm.days - 1), 0),
                 ${asOf}::date - s.bank_on]::numeric[] as measures,
           0 as people, 0 as amount_fen,
           case when s.last_on <= ${asOf}::date - 2 then s.last_on else s.bank_on end + 1 as since_on,
           jsonb_build_object('gateUntil', s.gate_on, 'sheetUntil', s.sheet_on, 'bankSpokeUntil', s.bank_on,
             'usualGapDays', rhythm.days, 'excusedDays', ${asOf}::date - s.last_on - quiet.days,
             'sources', jsonb_build_array(s.source)) as evidence,
           true as known
      from (${lastWords(asking)}) s
      cross join lateral (${quietDays(asking)}) quiet
      cross join lateral (${usualGap(asking)}) rhythm
     where (s.last_on <= ${asOf}::date - 2 or s.bank_on <= ${asOf}::date - 38) and ${isActive(asking)}`
  },
})

/** Until when attendance and bank have spoken, or from when they should have. */
function lastWords(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select w.worksite_id, w.general_contractor_id, ${sourceRow('w')} as source, gate.until_on as gate_on,
           sheet.until_on as sheet_on, gates.has_gate,
           case when gate.received_on is not null then gate.received_on
                when gates.has_gate then began.on_day
                else greatest(sheet.until_on, began.on_day) + ${sheetDays}::int end as last_on,
           (select greatest(bank.until_on, min(greatest(a.opened_on, registered.on_day))) from wage_account a
             where a.worksite_id = w.worksite_id and a.current and a.closed_on is null
               and a.opened_on <= ${asOf}::date) as bank_on
      from worksite w
      left join ${spokenUntil(asking, 'gate')} gate on gate.worksite_id = w.worksite_id
      left join ${spokenUntil(asking, 'attendance-sheet')} sheet on sheet.worksite_id = w.worksite_id
      left join ${spokenUntil(asking, 'bank')} bank on bank.worksite_id = w.worksite_id
      left join (select p.worksite_id, min(p.entered_on) as entered_on from worksite_person p
                  where p.enrolled and ${only('p.worksite_id')} group by p.worksite_id) roster
        on roster.worksite_id = w.worksite_id
      left join (select v.worksite_id, min(v.received_on) as on_day from worksite_version v
                  where ${only('v.worksite_id')} group by v.worksite_id) first
        on first.worksite_id = w.worksite_id
      cross join lateral (select coalesce(first.on_day, w.received_on) as on_day) registered
      cross join lateral (select greatest(w.starts_on, roster.entered_on, registered.on_day) as on_day) began
      cross join lateral (select exists (select from device d
                                          where d.worksite_id = w.worksite_id and d.kind = 'gate'
                                            and d.registered_on <= ${asOf}::date) as has_gate) gates
     where w.kind = 'project' and ${only('w.worksite_id')} and coalesce(w.starts_on, ${asOf}::date) <= ${asOf}::date
       and (w.completed_on is null or w.completed_on > ${asOf}::date)`
}

/** Days since the last word on which work was to be expected. */
function quietDays(asking: Asking): RawBuilder<unknown> {
  const { asOf, calendar } = asking
  return sql`
    select count(*)::int as days
      from generate_series(s.last_on + 1, ${asOf}::date, interval '1 day') q (day)
     where q.day::date <> all(${daysOff(calendar, asOf)}::date[])
       and not exists (select from worksite_pause h
                        where h.worksite_id = s.worksite_id and h.current and h.received_on <= ${asOf}::date
                          and q.day::date between h.from_on and h.until_on)`
}

/**
 * 通常间隔 — the gap that nine in ten of the gate's reports keep, in days, the longest one where it is not known
 * yet; a site without a gate has none to excuse.
 */
function usualGap(asking: Asking): RawBuilder<unknown> {
  return sql`
    select case when s.gate_on is null and not s.has_gate then 1
                when count(*) < ${fewestGaps}::int then ${longestRhythmDays}::int
                else least(percentile_disc(0.9) within group (order by g.gap), ${longestRhythmDays}::int) end as days
      from (select r.received_on - lag(r.received_on) over (order by r.received_on) as gap
              from (select distinct r.received_on from feed_receipt r
                     where r.worksite_id = s.worksite_id and r.feed = 'gate' and ${heard(asking, 'r')}
                       and r.received_on > s.last_on - ${rhythmDays}::int) r) g
     where g.gap is not null`
}

function isActive({ asOf }: Asking): RawBuilder<unknown> {
  const since = addDays(asOf, -activeDays)
  return sql`(greatest(s.gate_on, s.sheet_on) >= ${since}::date or exists (
    select from worksite_person p
     where p.worksite_id = s.worksite_id and p.enrolled and p.entered_on <= ${asOf}::date
       and (p.left_on is null or p.left_on >= ${since}::date)))`
}

function daysOff(calendar: WorkCalendar, asOf: Day): Day[] {
  return eachDay({ from: addDays(asOf, -holidayDays), to: asOf }).filter((each) => {
    const kind = dayKind(calendar, each)
    return kind === 'statutory-holiday' || kind === 'day-off'
  })
}
