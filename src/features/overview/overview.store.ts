import { sql } from 'kysely'

import type { LevelCounts } from '../../contract/endpoints/levels.ts'
import type { Day } from '../../law/index.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import { worksiteScope } from '../worksites/index.ts'

/** The rule whose findings say what is owed; those of all other rules speak of risks or of the same money. */
const owing = sql`f.rule_id = 'wage-unpaid'`

export interface Totals {
  readonly worksites: number
  readonly people: number
}

/** 总数 — worksites, and people who have not left by a day, each once. */
export async function countTotals(tx: Tx, asOf: Day): Promise<Totals> {
  const worksites = sql`select count(*) from worksite w
    where ${scopeOf(tx, 'w', worksiteScope)}`
  const people = sql`select count(distinct p.person_id) from worksite_person p
    where (p.left_on is null or p.left_on > ${asOf}::date)
      and ${scopeOf(tx, 'p', ['area_code', 'sector', 'general_contractor_id', 'employing_unit_id'])}`
  const { rows } = await sql<Totals>`
    select (${worksites})::int as worksites, (${people})::int as people`.execute(tx.k)
  return rows[0] ?? { worksites: 0, people: 0 }
}

export interface OpenFindings extends LevelCounts {
  readonly owed_fen: bigint
  readonly owed_worksites: number
}

/** 未消除命中 — open findings by level, and what those of unpaid wages come to. */
export async function countOpenFindings(tx: Tx): Promise<OpenFindings> {
  const { rows } = await sql<OpenFindings>`
    select count(*) filter (where f.level = 'red')::int as red,
           count(*) filter (where f.level = 'orange')::int as orange,
           count(*) filter (where f.level = 'yellow')::int as yellow,
           count(*) filter (where f.level = 'notice')::int as notice,
           coalesce(sum(f.amount_fen) filter (where ${owing}), 0)::bigint as owed_fen,
           count(distinct f.worksite_id) filter (where ${owing})::int as owed_worksites
      from finding f where f.cleared_on is null and ${scopeOf(tx, 'f')}`.execute(tx.k)
  return rows[0] ?? { red: 0, orange: 0, yellow: 0, notice: 0, owed_fen: 0n, owed_worksites: 0 }
}

/** 被欠薪人数 — the people behind the open findings of unpaid wages, each once. */
export async function countOwedPeople(tx: Tx): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct m.person_id)::int as people
      from finding f
      join finding_member m on m.worksite_id = f.worksite_id and m.finding_id = f.finding_id
     where f.cleared_on is null and ${owing} and ${scopeOf(tx, 'f')} and ${scopeOf(tx, 'm')}`.execute(tx.k)
  return rows[0]?.people ?? 0
}

/** 首个监测日 — undefined where no rule ran yet. */
export async function findFirstWatched(tx: Tx): Promise<Day | undefined> {
  const { rows } = await sql<{ as_of: Day | null }>`
    select min(r.as_of) as as_of from rule_run r where r.mode = 'live'`.execute(tx.k)
  return rows[0]?.as_of ?? undefined
}

export interface HistoryRow extends LevelCounts {
  readonly day: Day
  readonly owed_fen: bigint
}

/**
 * 走势 — how the findings in scope stood at the end of each day of a span. Each row of `finding_level` holds until
 * the next one of its finding; what it adds and takes away is summed up day by day, so that the cost grows
 * with the changes and not with findings times days.
 */
export async function listHistory(tx: Tx, from: Day, until: Day): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    with stood as (
      select l.level, case when ${owing} then l.amount_fen else 0 end as owed_fen, l.from_on,
             lead(l.from_on) over (partition by l.worksite_id, l.finding_id order by l.from_on) as until_on
        from finding_level l
        join finding f on f.worksite_id = l.worksite_id and f.finding_id = l.finding_id
       where l.from_on <= ${until}::date and ${scopeOf(tx, 'l')} and ${scopeOf(tx, 'f')}),
    change as (
      select greatest(from_on, ${from}::date) as day, level, 1 as sign, owed_fen from stood where level <> 'clear'
      union all
      select greatest(until_on, ${from}::date), level, -1, -owed_fen from stood
       where level <> 'clear' and until_on is not null),
    daily as (
      select d.day::date as day,
             coalesce(sum(c.sign) filter (where c.level = 'red'), 0) as red,
             coalesce(sum(c.sign) filter (where c.level = 'orange'), 0) as orange,
             coalesce(sum(c.sign) filter (where c.level = 'yellow'), 0) as yellow,
             coalesce(sum(c.sign) filter (where c.level = 'notice'), 0) as notice,
             coalesce(sum(c.owed_fen), 0) as owed_fen
        from generate_series(${from}::date, ${until}::date, interval '1 day') as d(day)
        left join change c on c.day = d.day::date
       group by d.day)
    select day, sum(red) over days::int as red, sum(orange) over days::int as orange,
           sum(yellow) over days::int as yellow, sum(notice) over days::int as notice,
           sum(owed_fen) over days::bigint as owed_fen
      from daily window days as (order by day) order by day`.execute(tx.k)
  return rows
}
