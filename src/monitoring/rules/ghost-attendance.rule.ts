import { type RawBuilder, sql } from 'kysely'

import { addDays, art } from '../../law/index.ts'
import { punchAt } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 回看天数 — attendance of so many days before the day asked about is compared. */
const lookBackDays = 14
/** Stays that overlap for less than this are two clocks that differ. */
const overlapMinutes = 30
/** One day in two places may be a mistaken number; from the second on it is more. */
const fewestDaysTwice = 2
/**
 * People who pass a gate together do not keep their distance to the second, in the morning as in the
 * evening, for days.
 */
const fewestDaysAlike = 5
const besideSeconds = 60
const sameSeconds = 2

/**
 * 疑似虚假考勤 — in the last two weeks people were at two worksites at the same time, or on most days came and
 * went at the same times as somebody else: side by side, and as far apart in the evening as in the morning,
 * as photographs held up one after another are. Where attendance is typed into tables, or where the clock
 * of a gate tells whole minutes only and half of the site is alike, likeness proves nothing.
 */
export const ghostAttendance = defineRule({
  id: 'ghost-attendance',
  codes: ['I2'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('real-name-2019-18', 13), art('regulation-724', 28), art('regulation-724', 52)],
  needs: {},
  measures: ['people'],
  bands: [
    { measure: 'people', from: 1, level: 'yellow' },
    { measure: 'people', from: 3, level: 'orange' },
    { measure: 'people', from: 10, level: 'red' },
  ],
  facts: ghosts,
  measure: () => sql`
    select g.worksite_id, 'ghost-attendance' as subject_key, null::date as month, null::uuid as employing_unit_id,
           null::uuid as person_id, array[count(distinct g.person_id) filter (where g.known)]::numeric[] as measures,
           count(distinct g.person_id) filter (where g.known) as people, 0 as amount_fen, min(g.since_on) as since_on,
           jsonb_build_object('atTwoWorksites', count(distinct g.person_id) filter (where g.is_twice),
             'identical', count(distinct g.person_id) filter (where not g.is_twice), 'ghostDays', sum(g.days),
             'sources', jsonb_build_array(${punchAt('g.worksite_id', sql`min(g.first_at)`)})) as evidence,
           bool_or(g.known) as known
      from facts g
     group by g.worksite_id`,
  members: () => sql`
    select g.worksite_id, 'ghost-attendance' as subject_key, g.person_id,
           (array_agg(g.employing_unit_id order by g.employing_unit_id))[1] as employing_unit_id,
           0::bigint as amount_fen, sum(g.days)::numeric as measure,
           jsonb_build_object('ghostDays', sum(g.days), 'isAtTwoWorksites', bool_or(g.is_twice)) as evidence
      from facts g
     where g.known
     group by g.worksite_id, g.person_id`,
})

/** One row a person and kind of doubt. */
function ghosts(asking: Asking): RawBuilder<unknown> {
  return sql`
    select t.worksite_id, t.person_id, t.employing_unit_id, true as is_twice, t.days, t.since_on, t.first_at,
           true as known
      from (${atTwoWorksites(asking)}) t
     where t.days >= ${fewestDaysTwice}::int
     union all
    select i.worksite_id, i.person_id, i.employing_unit_id, false, i.alike, i.since_on, i.first_at,
           i.has_seconds or i.people_alike * 2 <= i.people
      from (select a.*, count(*) over site as people, bool_or(a.shows_seconds) over site as has_seconds,
                   count(*) filter (where ${alike}) over site as people_alike
              from (${alikeDays(asking)}) a
            window site as (partition by a.worksite_id)) i
     where ${alike}`
}

const alike = sql`(alike >= ${fewestDaysAlike}::int and alike * 5 >= days * 4)`

/** Across worksites by person: only those who are known at more than one. */
function atTwoWorksites(asking: Asking): RawBuilder<unknown> {
  const stays = sql`
    select a.worksite_id, a.person_id, a.employing_unit_id, a.day, a.first_at, a.last_at
      from (select k.person_id from person_worksite k
             where k.person_id in (select here.person_id from person_worksite here
                                    where ${asking.only('here.worksite_id')})
             group by k.person_id having count(*) > 1) p
      join person_worksite w on w.person_id = p.person_id
      join attendance_day a on a.worksite_id = w.worksite_id and a.person_id = w.person_id and ${wholeDays(asking)}`
  return sql`
    select s.worksite_id, s.person_id, s.employing_unit_id, count(distinct s.day) as days, min(s.day) as since_on,
           min(s.first_at) as first_at
      from (${stays}) s
      join (${stays}) o on o.person_id = s.person_id and o.worksite_id <> s.worksite_id
       and least(s.last_at, o.last_at) - greatest(s.first_at, o.first_at)
           > make_interval(mins => ${overlapMinutes}::int)
     where ${asking.only('s.worksite_id')}
     group by s.worksite_id, s.person_id, s.employing_unit_id`
}

/**
 * For each person the whole days of the span, and on how many of them somebody was a shadow. Few worksites have
 * people who are alike for days: only of these all days are looked at.
 */
function alikeDays(asking: Asking): RawBuilder<unknown> {
  return sql`
    with pair as materialized (${pairs(asking)}),
    shadowed as (select p.worksite_id, p.person_id, p.day from pair p
                  union select p.worksite_id, p.former_id, p.day from pair p),
    suspect as (select distinct c.worksite_id from (
                  select s.worksite_id from shadowed s group by s.worksite_id, s.person_id
                  having count(*) >= ${fewestDaysAlike}::int) c)
    select a.worksite_id, a.person_id, a.employing_unit_id, count(*) as days, count(s.day) as alike,
           min(s.day) as since_on, min(a.first_at) filter (where s.day is not null) as first_at,
           bool_or(extract(second from a.first_at) <> 0) as shows_seconds
      from attendance_day a
      join suspect u on u.worksite_id = a.worksite_id
      left join shadowed s on s.worksite_id = a.worksite_id and s.person_id = a.person_id and s.day = a.day
     where ${wholeDays(asking)} and ${asking.only('a.worksite_id')}
     group by a.worksite_id, a.person_id, a.employing_unit_id`
}

/**
 * Who came to the gate within a minute of the one before, and went as much before or after him as he had come. Where
 * attendance is typed into tables, such a pair says nothing.
 */
function pairs(asking: Asking): RawBuilder<unknown> {
  const { only } = asking
  const apart = (column: string) => {
    const at = sql.ref(`a.${column}`)
    return sql`(${at} - lag(${at}) over passing)`
  }
  const within = (span: RawBuilder<unknown>, seconds: number) =>
    sql`${span} between make_interval(secs => ${-seconds}::int) and make_interval(secs => ${seconds}::int)`
  return sql`
    select b.worksite_id, b.person_id, b.former_id, b.day
      from (select a.worksite_id, a.person_id, a.day, lag(a.person_id) over passing as former_id,
                   ${within(apart('first_at'), besideSeconds)}
                     and ${within(sql`(${apart('first_at')} - ${apart('last_at')})`, sameSeconds)} as is_beside
              from attendance_day a
             where ${wholeDays(asking)} and ${only('a.worksite_id')}
               and a.worksite_id not in (select d.worksite_id from device d
                                          where d.kind = 'sheet' and ${only('d.worksite_id')})
            window passing as (partition by a.worksite_id, a.day order by a.first_at, a.person_id)) b
     where b.is_beside`
}

function wholeDays({ asOf }: Asking): RawBuilder<unknown> {
  return sql`a.day between ${addDays(asOf, -lookBackDays)}::date and ${asOf}::date
    and not a.missing_in and not a.missing_out`
}
