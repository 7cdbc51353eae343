import { type RawBuilder, sql } from 'kysely'

import type { FindingQuery } from '../../contract/endpoints/findings.ts'
import type { Level } from '../../monitoring/engine/rule.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'

/** 命中行 — a finding with the names that a list shows. */
export interface FindingRow {
  finding_id: string
  worksite_id: string
  worksite_code: string
  worksite_name: string
  area_code: string
  rule_id: string
  level: Level
  breach: boolean
  month: string | null
  measure: string
  people: number
  amount_fen: bigint
  evidence: Record<string, unknown>
  opened_on: string
  since_on: string
  cleared_on: string | null
}

/** 来源行 — where a claim stands in the message that brought it. */
export interface SourceRow {
  finding_id: string
  person_id: string | null
  intake_id: string
  file: string
  sheet: string
  row: number
  what: string
}

const levelRank = sql`array_position(array['notice', 'yellow', 'orange', 'red'], s.level)`

/**
 * 命中列表 — findings in the actor's scope, the gravest first; with a day, those open then, with the level, the
 * people and the sum that they had.
 */
export async function listFindings(
  tx: Tx,
  query: FindingQuery,
): Promise<{ total: number; rows: FindingRow[] }> {
  const from = sql`finding f join worksite w on w.worksite_id = f.worksite_id
    cross join lateral ${standing(query.asOf)} s`
  const where = conditions(tx, query)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from ${from} where ${where}`.execute(tx.k)
  const size = query.pageSize ?? 50
  const { rows } = await sql<FindingRow>`
    select ${columns} from ${from}
     where ${where}
     order by ${levelRank} desc, f.breach desc, s.amount_fen desc, w.code, f.rule_id, f.subject_key, f.finding_id
     limit ${size} offset ${((query.page ?? 1) - 1) * size}`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

/** How a finding stands now, or stood at the end of a day: (level, people, amount_fen). */
function standing(asOf: string | undefined): RawBuilder<unknown> {
  return asOf === undefined
    ? sql`(select f.level, f.people, f.amount_fen)`
    : sql`(select l.level, l.people, l.amount_fen from finding_level l
            where l.worksite_id = f.worksite_id and l.finding_id = f.finding_id and l.from_on <= ${asOf}::date
            order by l.from_on desc limit 1)`
}

const columns = sql`f.finding_id, f.worksite_id, w.code as worksite_code, w.name as worksite_name, f.area_code,
  f.rule_id, s.level, f.breach, to_char(f.month, 'YYYY-MM') as month, f.measure, s.people, s.amount_fen, f.evidence,
  f.opened_on, f.since_on, f.cleared_on`

function conditions(tx: Tx, query: FindingQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [scopeOf(tx, 'f')]
  if (query.asOf !== undefined) {
    all.push(
      sql`f.opened_on <= ${query.asOf}::date and (f.cleared_on is null or f.cleared_on > ${query.asOf}::date)`,
    )
  } else if (query.state === 'cleared') {
    all.push(sql`f.cleared_on is not null`)
  } else if (query.state !== 'all') {
    all.push(sql`f.cleared_on is null`)
  }
  if (query.worksite !== undefined) {
    all.push(sql`(w.code = ${query.worksite} or strpos(w.name, ${query.worksite}) > 0)`)
  }
  if (query.worksiteId !== undefined) {
    all.push(sql`f.worksite_id = ${query.worksiteId}::uuid`)
  }
  if (query.rule !== undefined) {
    all.push(sql`f.rule_id = ${query.rule}`)
  }
  if (query.level !== undefined) {
    all.push(sql`s.level = ${query.level}`)
  }
  return sql.join(all, sql` and `)
}

/** 找命中 — one finding, or undefined where there is none in the actor's scope. */
export async function findFinding(tx: Tx, findingId: string): Promise<FindingRow | undefined> {
  const { rows } = await sql<FindingRow>`
    select ${columns} from finding f join worksite w on w.worksite_id = f.worksite_id
     cross join lateral ${standing(undefined)} s
     where f.finding_id = ${findingId}::uuid and ${scopeOf(tx, 'f')}`.execute(tx.k)
  return rows[0]
}

export interface MemberRow {
  person_id: string
  name: string
  id_tail: string
  unit_name: string
  amount_fen: bigint
  evidence: Record<string, unknown>
}

/** 命中人员 — the people behind a finding, the largest sums first, masked. */
export async function listMembers(
  tx: Tx,
  finding: FindingRow,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; rows: MemberRow[] }> {
  const counted = await sql<{ total: number }>`select count(*)::int as total from finding_member m
    where m.worksite_id = ${finding.worksite_id}::uuid and m.finding_id = ${finding.finding_id}::uuid
      and ${scopeOf(tx, 'm')}`.execute(tx.k)
  const { rows } = await sql<MemberRow>`
    select m.person_id, p.name, p.id_tail, coalesce(o.name, '') as unit_name, m.amount_fen, m.evidence
      from finding_member m
      join worksite_person p on p.worksite_id = m.worksite_id and p.person_id = m.person_id
      left join organization o on o.organization_id = m.employing_unit_id
     where m.worksite_id = ${finding.worksite_id}::uuid and m.finding_id = ${finding.finding_id}::uuid
       and ${scopeOf(tx, 'm')}
     order by m.amount_fen desc, p.name, m.person_id
     limit ${limit} offset ${offset}`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

/**
 * 证据来源 — the source rows of people in findings: their lines on current payrolls of the month and, where the
 * gate saw them, the first punch of it. At most `perFinding` people of each finding, the largest sums
 * first.
 */
export async function findMemberSources(
  tx: Tx,
  findingIds: readonly string[],
  perFinding: number,
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    with people as (
      select m.worksite_id, m.finding_id, m.person_id, f.month,
             row_number() over (partition by m.finding_id order by m.amount_fen desc, m.person_id) as place
        from finding_member m
        join finding f on f.worksite_id = m.worksite_id and f.finding_id = m.finding_id
       where m.finding_id = any(${[...findingIds]}::uuid[]) and f.month is not null and ${scopeOf(tx, 'm')}),
    sources as (
      select p.finding_id, p.person_id, p.place, s.intake_id, s.source_sheet as sheet, l.source_row as row,
             'payroll-line' as what
        from people p
        join payroll s on s.worksite_id = p.worksite_id and s.month = p.month and s.current
        join payroll_line l on l.worksite_id = s.worksite_id and l.payroll_id = s.payroll_id
                           and l.person_id = p.person_id
       where p.place <= ${perFinding}
      union all
      select p.finding_id, p.person_id, p.place, u.intake_id, u.source_sheet, u.source_row, 'punch'
        from people p
        join attendance_day a on a.worksite_id = p.worksite_id and a.person_id = p.person_id
                             and a.day >= p.month and a.day < p.month + interval '1 month'
        join lateral (select x.intake_id, x.source_sheet, x.source_row from punch x
                       where x.worksite_id = a.worksite_id and x.punched_at = a.first_at
                         and (x.person_id = a.person_id or exists (
                               select from device_user d
                                where d.worksite_id = x.worksite_id and d.pin = x.pin and d.person_id = a.person_id))
                       order by x.intake_id, x.source_row limit 1) u on true
       where p.place <= ${perFinding}
         and a.day = (select min(b.day) from attendance_day b
                       where b.worksite_id = a.worksite_id and b.person_id = a.person_id and b.day >= p.month))
    select s.finding_id, s.person_id, s.intake_id, i.file_name as file, s.sheet, s.row, s.what
      from sources s join intake i on i.intake_id = s.intake_id
     order by s.finding_id, s.place, s.what, s.row`.execute(tx.k)
  return rows
}

/** 文件名 — the names of messages, for sources that a rule's own evidence names. */
export async function findFileNames(tx: Tx, intakeIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ intake_id: string; file_name: string }>`
    select i.intake_id, i.file_name from intake i
     where i.intake_id = any(${[...intakeIds]}::uuid[])`.execute(tx.k)
  return new Map(rows.map((row) => [row.intake_id, row.file_name]))
}
