import { type RawBuilder, sql } from 'kysely'

import type { GateDayQuery, GatePerson } from '../../contract/endpoints/worksites.ts'
import { type Day, firstDay, lastDay, type Month } from '../../law/index.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'

const dayScope = ['area_code', 'sector', 'general_contractor_id', 'employing_unit_id'] as const

export interface GateDayRow {
  readonly day: Day
  readonly people: number
  readonly missing: number
  readonly pause: string | null
}

/** 门禁月历 — every day of a month with the people whom the gate saw, and a confirmed pause where there was one. */
export async function listGateDays(tx: Tx, worksiteId: string, month: Month): Promise<GateDayRow[]> {
  const [from, until] = [firstDay(month), lastDay(month)]
  const { rows } = await sql<GateDayRow>`
    select d.day::date as day, coalesce(a.people, 0) as people, coalesce(a.missing, 0) as missing,
           (select p.reason from worksite_pause p
             where p.worksite_id = ${worksiteId}::uuid and p.current and ${scopeOf(tx, 'p')}
               and d.day::date between p.from_on and p.until_on order by p.pause_id limit 1) as pause
      from generate_series(${from}::date, ${until}::date, interval '1 day') as d(day)
      left join (select a.day, count(*)::int as people,
                        count(*) filter (where a.missing_in or a.missing_out)::int as missing
                   from attendance_day a
                  where a.worksite_id = ${worksiteId}::uuid and a.day between ${from}::date and ${until}::date
                    and ${scopeOf(tx, 'a', dayScope)}
                  group by a.day) a on a.day = d.day::date
     order by d.day`.execute(tx.k)
  return rows
}

/** 门禁人员 — whom the gate saw on a day, those first who have a passage missing. Times are China time. */
export async function listGatePeople(
  tx: Tx,
  { worksiteId, day, query }: { worksiteId: string; day: Day; query: GateDayQuery },
): Promise<{ total: number; rows: GatePerson[] }> {
  const where = sql`a.worksite_id = ${worksiteId}::uuid and a.day = ${day}::date and ${scopeOf(tx, 'a', dayScope)}
    ${query.missing === true ? sql`and (a.missing_in or a.missing_out)` : sql``}`
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from attendance_day a where ${where}`.execute(tx.k)
  const size = query.pageSize ?? 50
  const { rows } = await sql<GatePerson>`
    select a.person_id as "personId", p.name, p.id_tail as "idTail", coalesce(o.name, '') as "unitName",
           ${clock('first_at')} as "firstAt", ${clock('last_at')} as "lastAt", a.minutes, a.punches,
           a.missing_in as "missingIn", a.missing_out as "missingOut"
      from attendance_day a
      join worksite_person p on p.worksite_id = a.worksite_id and p.person_id = a.person_id
      left join organization o on o.organization_id = a.employing_unit_id
     where ${where}
     order by (a.missing_in or a.missing_out) desc, p.name_pinyin, a.person_id
     limit ${size} offset ${((query.page ?? 1) - 1) * size}`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

function clock(column: 'first_at' | 'last_at'): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(`a.${column}`)} at time zone 'Asia/Shanghai', 'HH24:MI')`
}
