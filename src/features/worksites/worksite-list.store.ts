import { type RawBuilder, sql } from 'kysely'

import type { Level, LevelCounts } from '../../contract/endpoints/levels.ts'
import type { WorksiteKind, WorksiteQuery } from '../../contract/endpoints/worksites.ts'
import type { Day } from '../../law/index.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import { worksiteScope } from './worksites.store.ts'

/** 用工点行 — a worksite with its contractor, its people and what is open there. */
export interface WorksiteRow extends LevelCounts {
  readonly worksite_id: string
  readonly code: string
  readonly name: string
  readonly kind: WorksiteKind
  readonly area_code: string
  readonly sector: string
  readonly contractor_name: string
  readonly people: number
  readonly level: Level | null
  readonly owed_fen: bigint
}

/** 用工点列表 — worksites in scope with their open findings; people are those who have not left by `asOf`. */
export async function listWorksites(
  tx: Tx,
  query: WorksiteQuery,
  asOf: Day,
): Promise<{ total: number; rows: WorksiteRow[] }> {
  const found = sql`${worksites(tx)} where ${conditions(tx, query)}`
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(tx.k)
  const size = query.pageSize ?? 50
  const { rows } = await sql<WorksiteRow>`
    select page.*, ${people(asOf)} as people
      from (select ${columns}, row_number() over (order by ${orders[query.sort ?? 'level']}) as place ${found}
             order by place limit ${size} offset ${((query.page ?? 1) - 1) * size}) page
     order by page.place`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

/** 找用工点 — one worksite as the list shows it, or undefined where there is none in scope. */
export async function findWorksiteRow(
  tx: Tx,
  worksiteId: string,
  asOf: Day,
): Promise<WorksiteRow | undefined> {
  const { rows } = await sql<WorksiteRow>`
    select page.*, ${people(asOf)} as people
      from (select ${columns} ${worksites(tx, worksiteId)}
             where w.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'w', worksiteScope)}) page`.execute(
    tx.k,
  )
  return rows[0]
}

const level = sql`case when f.red > 0 then 'red' when f.orange > 0 then 'orange' when f.yellow > 0 then 'yellow'
  when f.notice > 0 then 'notice' end`

const columns = sql`w.worksite_id, w.code, w.name, w.kind, w.area_code, w.sector,
  coalesce(g.name, '') as contractor_name, coalesce(f.red, 0) as red, coalesce(f.orange, 0) as orange,
  coalesce(f.yellow, 0) as yellow, coalesce(f.notice, 0) as notice, coalesce(f.owed_fen, 0) as owed_fen,
  ${level} as level`

/** Every worksite beside its open findings. */
function worksites(tx: Tx, worksiteId?: string): RawBuilder<unknown> {
  const only = worksiteId === undefined ? sql`true` : sql`f.worksite_id = ${worksiteId}::uuid`
  return sql`from worksite w
    left join organization g on g.organization_id = w.general_contractor_id
    left join (select f.worksite_id, count(*) filter (where f.level = 'red')::int as red,
                      count(*) filter (where f.level = 'orange')::int as orange,
                      count(*) filter (where f.level = 'yellow')::int as yellow,
                      count(*) filter (where f.level = 'notice')::int as notice,
                      coalesce(sum(f.amount_fen) filter (where f.rule_id = 'wage-unpaid'), 0)::bigint as owed_fen
                 from finding f where f.cleared_on is null and ${only} and ${scopeOf(tx, 'f')}
                group by f.worksite_id) f on f.worksite_id = w.worksite_id`
}

function people(asOf: Day): RawBuilder<unknown> {
  return sql`(select count(*) from worksite_person p
    where p.worksite_id = page.worksite_id and (p.left_on is null or p.left_on > ${asOf}::date))::int`
}

const gravest = sql`coalesce(f.red, 0) desc, coalesce(f.orange, 0) desc, coalesce(f.yellow, 0) desc,
  coalesce(f.notice, 0) desc`

const orders: Readonly<Record<NonNullable<WorksiteQuery['sort']>, RawBuilder<unknown>>> = {
  level: sql`${gravest}, coalesce(f.owed_fen, 0) desc, w.name_pinyin, w.code`,
  owed: sql`coalesce(f.owed_fen, 0) desc, ${gravest}, w.name_pinyin, w.code`,
  name: sql`w.name_pinyin, w.code`,
}

function conditions(tx: Tx, query: WorksiteQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [scopeOf(tx, 'w', worksiteScope)]
  if (query.text !== undefined && query.text !== '') {
    const { text } = query
    all.push(sql`(w.code = ${text} or strpos(w.name, ${text}) > 0 or strpos(w.name_pinyin, lower(${text})) > 0
      or strpos(g.name, ${text}) > 0)`)
  }
  if (query.kind !== undefined) {
    all.push(sql`w.kind = ${query.kind}`)
  }
  if (query.level !== undefined) {
    all.push(query.level === 'clear' ? sql`${level} is null` : sql`${level} = ${query.level}`)
  }
  return sql.join(all, sql` and `)
}
