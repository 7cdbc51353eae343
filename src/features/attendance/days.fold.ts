import { type RawBuilder, sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'

/** A passage of the same gate in the same direction within this time is the same passage. */
const sameSeconds = 120
/** An exit belongs to an entry at most this long before it; a longer stay means that a punch is missing. */
const longestShiftHours = 16
/**
 * A worker-day begins at this hour, so that an exit after midnight whose entry is missing counts for the day
 * before.
 */
const dayBeginsAtHour = 4

/**
 * 待归集考勤日 — what is to be folded again: people of a worksite and a span of days. The temporary table
 * `touched_day(worksite_id, person_id, from_on, until_on)` is made at the first call.
 */
export async function touchDays(tx: Tx, touched: RawBuilder<unknown>): Promise<void> {
  await sql`create temp table if not exists touched_day
    (worksite_id uuid, person_id uuid, from_on date, until_on date) on commit drop`.execute(tx.k)
  await sql`insert into touched_day ${touched}`.execute(tx.k)
}

/** 有无待归集 — whether `touchDays` has noted anything in this transaction. */
export async function isAnyTouched(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('pg_temp.touched_day') is not null as there`.execute(tx.k)
  return rows[0]?.there ?? false
}

/**
 * 考勤日归集 — makes the worker-days of all touched people anew from their punches: entries and exits in pairs,
 * shifts across midnight on the day of the entry, doubles and second gates taken once, a missing entry or
 * exit marked. Where a gate tells no direction, punches of a worker-day alternate, entry first. Says which
 * months changed: the temporary table `folded_month(worksite_id, person_id, month)`.
 */
export async function foldAttendanceDays(tx: Tx): Promise<void> {
  await prepareSpans(tx)
  await sql`create temp table folded_day on commit drop as ${daysOfPunches}`.execute(tx.k)
  await sql`create temp table folded_month on commit drop as
    select distinct worksite_id, person_id, date_trunc('month', day)::date as month from (
      select worksite_id, person_id, day from folded_day
      union
      select a.worksite_id, a.person_id, a.day from attendance_day a join touched_span t
        on t.worksite_id = a.worksite_id and t.person_id = a.person_id
       where a.day between t.from_on and t.until_on) d`.execute(tx.k)
  await sql`delete from attendance_day a using touched_span t
     where a.worksite_id = t.worksite_id and a.person_id = t.person_id
       and a.day between t.from_on and t.until_on`.execute(tx.k)
  await sql`insert into attendance_day (worksite_id, person_id, day, area_code, sector, general_contractor_id,
      employing_unit_id, first_at, last_at, minutes, punches, missing_in, missing_out)
    select f.worksite_id, f.person_id, f.day, w.area_code, w.sector, w.general_contractor_id,
           p.employing_unit_id, f.first_at, f.last_at, f.minutes, f.punches, f.missing_in, f.missing_out
      from folded_day f
      join worksite w on w.worksite_id = f.worksite_id
      join worksite_person p on p.worksite_id = f.worksite_id and p.person_id = f.person_id`.execute(tx.k)
}

/** 收尾 — leaves nothing behind, so that the same transaction may fold again. */
export async function endAttendanceFold(tx: Tx): Promise<void> {
  await sql`drop table if exists touched_day, touched_span, touched_pin, touched_punch, folded_day,
    folded_month`.execute(tx.k)
}

/**
 * 随登记更新 — worker-days stand under the area, contractor and unit that the registers name now, as folding them
 * anew would have it.
 */
export async function followRegisters(tx: Tx, worksiteIds: readonly string[]): Promise<void> {
  await sql`update attendance_day a set area_code = w.area_code, sector = w.sector,
      general_contractor_id = w.general_contractor_id, employing_unit_id = p.employing_unit_id
    from worksite w join worksite_person p on p.worksite_id = w.worksite_id
   where w.worksite_id = any(${worksiteIds}::uuid[]) and a.worksite_id = w.worksite_id
     and a.person_id = p.person_id
     and (a.area_code, a.sector, a.general_contractor_id, a.employing_unit_id)
       is distinct from (w.area_code, w.sector, w.general_contractor_id, p.employing_unit_id)`.execute(tx.k)
}

/** One span a person, a day wider on each side: a shift across midnight reaches into its neighbors. */
async function prepareSpans(tx: Tx): Promise<void> {
  await sql`create temp table touched_span on commit drop as
    select worksite_id, person_id, min(from_on) - 1 as from_on, max(until_on) + 1 as until_on
      from touched_day group by worksite_id, person_id`.execute(tx.k)
  await sql`analyze touched_span`.execute(tx.k)
  await sql`create temp table touched_pin on commit drop as
    select u.worksite_id, u.pin, u.device_id, u.person_id, u.from_on, u.until_on from device_user u
     where u.current and u.worksite_id in (select worksite_id from touched_span)`.execute(tx.k)
  await sql`create index on touched_pin (worksite_id, pin)`.execute(tx.k)
  await sql`analyze touched_pin`.execute(tx.k)
  await sql`create temp table touched_punch on commit drop as ${punchesWithPeople}`.execute(tx.k)
  await sql`analyze touched_punch`.execute(tx.k)
}

/**
 * Whose each punch is, from one shift before the earliest span to one shift after the latest. It is found
 * before the spans are joined, and its size told: the planner would look for it anew for every person. The
 * numbers of the worksites are copied first, for what a row lock guards is judged row by row.
 */
const punchesWithPeople = sql`
      select p.worksite_id, coalesce(p.person_id, u.person_id) as person_id, p.device_id, p.punched_at, p.direction
        from punch p
        left join lateral (
          select u.person_id from touched_pin u
           where p.person_id is null and u.worksite_id = p.worksite_id and u.pin = p.pin
             and u.device_id in (p.device_id, '00000000-0000-0000-0000-000000000000')
             and (p.punched_at at time zone 'Asia/Shanghai')::date >= u.from_on
             and (u.until_on is null or (p.punched_at at time zone 'Asia/Shanghai')::date <= u.until_on)
           order by (u.device_id = p.device_id) desc, u.from_on desc, u.person_id limit 1) u on true
       where p.worksite_id in (select worksite_id from touched_span)
         and p.punched_at >= (select min(from_on) - 1 from touched_span)::timestamp at time zone 'Asia/Shanghai'
         and p.punched_at < (select max(until_on) + 2 from touched_span)::timestamp at time zone 'Asia/Shanghai'
         and not exists (select from claim_withdrawal c
                          where c.worksite_id = p.worksite_id and c.intake_id = p.intake_id)`

/** Punches of touched people, by person, with the direction that the gate tells where they tell none. */
const punchesOfPeople = sql`
  select t.worksite_id, t.person_id, t.from_on, t.until_on, p.punched_at,
         case when p.direction <> 'unknown' then p.direction
              when d.direction in ('in', 'out') then d.direction else 'unknown' end as direction
    from touched_span t
    join touched_punch p on p.worksite_id = t.worksite_id and p.person_id = t.person_id
    join device d on d.worksite_id = p.worksite_id and d.device_id = p.device_id`

/**
 * Each passage once, with its worker-day and, where the gate told none, the direction that alternation
 * gives.
 */
const passages = sql`
  select s.*, (s.local_at - interval '${sql.raw(String(dayBeginsAtHour))} hours')::date as work_day,
         case when s.direction <> 'unknown' then s.direction
              when row_number() over (partition by s.worksite_id, s.person_id, s.direction,
                     (s.local_at - interval '${sql.raw(String(dayBeginsAtHour))} hours')::date
                     order by s.punched_at) % 2 = 1 then 'in'
              else 'out' end as way
    from (select p.*, p.punched_at at time zone 'Asia/Shanghai' as local_at,
                 lag(p.punched_at) over same as before_at
            from (${punchesOfPeople}) p
          window same as (partition by p.worksite_id, p.person_id, p.direction order by p.punched_at)) s
   where s.before_at is null or s.punched_at - s.before_at > interval '${sql.raw(String(sameSeconds))} seconds'`

/**
 * Entries joined to the exit that follows, exits without an entry; then summed by the day on which the shift
 * began.
 */
const daysOfPunches = sql`
  select x.worksite_id, x.person_id, x.day, min(x.first_at) as first_at, max(x.last_at) as last_at,
         least(sum(x.minutes), 1440)::int as minutes, sum(x.punches)::int as punches,
         bool_or(x.missing_in) as missing_in, bool_or(x.missing_out) as missing_out
    from (select n.worksite_id, n.person_id, n.from_on, n.until_on,
                 case when n.way = 'in' then n.local_at::date else n.work_day end as day,
                 n.punched_at as first_at,
                 case when n.is_shift then n.next_at else n.punched_at end as last_at,
                 case when n.is_shift then (extract(epoch from n.next_at - n.punched_at) / 60)::int else 0 end
                   as minutes,
                 case when n.is_shift then 2 else 1 end as punches,
                 n.way = 'out' as missing_in, n.way = 'in' and not n.is_shift as missing_out
            from (select g.*, lead(g.punched_at) over person as next_at,
                         coalesce(g.way = 'in' and lead(g.way) over person = 'out'
                           and lead(g.punched_at) over person - g.punched_at
                               <= interval '${sql.raw(String(longestShiftHours))} hours', false) as is_shift,
                         coalesce(g.way = 'out' and lag(g.way) over person = 'in'
                           and g.punched_at - lag(g.punched_at) over person
                               <= interval '${sql.raw(String(longestShiftHours))} hours', false) as is_end
                    from (${passages}) g
                  window person as (partition by g.worksite_id, g.person_id order by g.punched_at, g.way)) n
           where not n.is_end) x
   where x.day between x.from_on and x.until_on
   group by x.worksite_id, x.person_id, x.day`
