import { type QueryResult, type RawBuilder, sql } from 'kysely'

import { executeKept } from '../../platform/db/kept-plans.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Asking, Level, Rule } from './rule.ts'

/*
 * The writing half of a run: what stands is laid beside what was measured, and only what differs is written. The
 * database knows nothing of rows that were written a moment ago, so that no plan here may rest on how many it takes
 * them for: both comparisons are full joins, which it does by hash, and a finding is looked up by its key.
 */

/** 一次运行中的规则 — a rule and the run that findings name. */
export interface Running {
  readonly rule: Rule
  readonly runId: string
}

/** 命中变化 — a finding that opened, changed or cleared. */
export interface Change {
  kind: 'opened' | 'changed' | 'cleared'
  rule_id: string
  finding_id: string
  worksite_id: string
  area_code: string
  level: Level
  was: Level | null
}

const columns = [
  'level',
  'measure',
  'people',
  'amount_fen',
  'month',
  'since_on',
  'evidence',
  'rule_version',
  'breach',
]
const standing = sql.join(columns.map((column) => sql.ref(`f.${column}`)))
const measured = sql.join(columns.map((column) => sql.ref(`m.${column}`)))

/**
 * 写命中 — opens, refreshes and clears the findings of these rules, and notes in `finding_level` how each one that
 * changed stands from this day on; the last word of a day stands. A finding whose subject is unknown stays as
 * it is.
 */
export async function writeFindings(tx: Tx, running: readonly Running[], ask: Asking): Promise<Change[]> {
  const { rows } = await execute(
    tx,
    ask,
    sql<Change>`
    with ran as (${ranOf(running)}),
    differing as materialized (
      select f.finding_id as standing_id, f.worksite_id as standing_at, f.rule_id as standing_rule, f.level as was, m.*
        from (select f.* from finding f
               where f.cleared_on is null and f.rule_id = any(${running.map(({ rule }) => rule.id)}::text[])
                 and ${ask.only('f.worksite_id')}) f
        full join measured m
          on m.worksite_id = f.worksite_id and m.rule_id = f.rule_id and m.subject_key = f.subject_key
       where case when m.rule_id is null
                  then (f.rule_id, f.worksite_id) not in (select s.rule_id, s.worksite_id from measured s
                                                           where s.subject_key is null)
                  else not m.unknown and (f.finding_id is null or (${standing}) is distinct from (${measured})) end),
    changed as (${changeFindings(ask)}), opened as (${openFindings(tx, ask)}), cleared as (${clearFindings(ask)}),
    changes as (select * from changed union all select * from opened union all select * from cleared),
    noted as (${noteLevels(ask)})
    select c.kind, c.rule_id, c.finding_id, c.worksite_id, c.area_code, c.level, c.was from changes c
     order by c.kind, c.finding_id`,
  )
  return rows
}

function ranOf(running: readonly Running[]): RawBuilder<unknown> {
  return sql`select * from unnest(${running.map(({ rule }) => rule.id)}::text[],
    ${running.map(({ runId }) => runId)}::uuid[]) ran (rule_id, run_id)`
}

function changeFindings({ asOf }: Asking): RawBuilder<unknown> {
  const values = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`d.${column}`)}`)
  return sql`
    update finding f set ${sql.join(values)}, refreshed_on = ${asOf}::date, run_id = r.run_id
      from differing d join ran r on r.rule_id = d.rule_id
     where f.worksite_id = d.standing_at and f.finding_id = d.standing_id
    returning 'changed' as kind, f.rule_id, f.finding_id, f.worksite_id, f.area_code, f.sector,
              f.general_contractor_id, f.people, f.amount_fen, f.level, d.was`
}

function openFindings(tx: Tx, { asOf }: Asking): RawBuilder<unknown> {
  return sql`
    insert into finding as f (worksite_id, finding_id, rule_id, rule_version, subject_key, area_code, sector,
                              general_contractor_id, employing_unit_id, month, person_id, level, breach, measure,
                              people, amount_fen, evidence, opened_on, since_on, refreshed_on, run_id)
    select d.worksite_id, uuid_v7(${tx.now}::timestamptz), d.rule_id, d.rule_version, d.subject_key, d.area_code,
           d.sector, d.general_contractor_id, d.employing_unit_id, d.month, d.person_id, d.level, d.breach, d.measure,
           d.people, d.amount_fen, d.evidence, ${asOf}::date, d.since_on, ${asOf}::date, r.run_id
      from differing d join ran r on r.rule_id = d.rule_id
     where d.standing_id is null
    returning 'opened', f.rule_id, f.finding_id, f.worksite_id, f.area_code, f.sector, f.general_contractor_id,
              f.people, f.amount_fen, f.level, null`
}

function clearFindings({ asOf }: Asking): RawBuilder<unknown> {
  return sql`
    update finding f set cleared_on = ${asOf}::date, run_id = r.run_id
      from differing d join ran r on r.rule_id = d.standing_rule
     where d.rule_id is null and f.worksite_id = d.standing_at and f.finding_id = d.standing_id
    returning 'cleared', f.rule_id, f.finding_id, f.worksite_id, f.area_code, f.sector, f.general_contractor_id,
              f.people, f.amount_fen, f.level, f.level`
}

function noteLevels({ asOf }: Asking): RawBuilder<unknown> {
  return sql`
    insert into finding_level (worksite_id, finding_id, from_on, area_code, sector, general_contractor_id, level,
                               people, amount_fen)
    select c.worksite_id, c.finding_id, ${asOf}::date, c.area_code, c.sector, c.general_contractor_id, n.level,
           c.people, c.amount_fen
      from changes c
     cross join lateral (select case c.kind when 'cleared' then 'clear' else c.level end as level) n
      left join lateral (select l.level, l.people, l.amount_fen from finding_level l
                          where l.worksite_id = c.worksite_id and l.finding_id = c.finding_id
                          order by l.from_on desc limit 1) last on true
     where (n.level, c.people, c.amount_fen) is distinct from (last.level, last.people, last.amount_fen)
    on conflict (worksite_id, finding_id, from_on)
      do update set level = excluded.level, people = excluded.people, amount_fen = excluded.amount_fen`
}

/**
 * 写命中人员 — writes only those members of findings that were hit that differ from what stands there. A finding that
 * names its subject is looked up by its key, and only for what differs.
 */
export async function writeMembers(tx: Tx, running: readonly Running[], ask: Asking): Promise<void> {
  const naming = running.filter(({ rule }) => rule.members !== undefined).map(({ rule }) => rule.id)
  await execute(
    tx,
    ask,
    sql`
    with differing as materialized (
      select o.worksite_id as standing_at, o.finding_id as standing_of, o.person_id as standing_id, p.*
        from (select m.rule_id, m.subject_key, o.* from measured m
               cross join lateral ${openFinding('m')} f
               cross join lateral (select o.* from finding_member o
                                    where o.worksite_id = f.worksite_id and o.finding_id = f.finding_id offset 0) o
               where not m.unknown and m.rule_id = any(${naming}::text[])) o
        full join member p
          on p.worksite_id = o.worksite_id and p.rule_id = o.rule_id and p.subject_key = o.subject_key
         and p.person_id = o.person_id
       where (o.person_id, o.employing_unit_id, o.amount_fen, o.measure, o.evidence)
             is distinct from (p.person_id, p.employing_unit_id, p.amount_fen, p.measure, p.evidence)),
    gone as (
      delete from finding_member o using differing d
       where d.person_id is null and o.worksite_id = d.standing_at and o.finding_id = d.standing_of
         and o.person_id = d.standing_id)
    insert into finding_member (worksite_id, finding_id, person_id, area_code, sector, general_contractor_id,
                                employing_unit_id, amount_fen, measure, evidence)
    select d.worksite_id, f.finding_id, d.person_id, f.area_code, f.sector, f.general_contractor_id,
           d.employing_unit_id, d.amount_fen, d.measure, d.evidence
      from differing d
     cross join lateral ${openFinding('d')} f
     where (d.rule_id, d.worksite_id, d.subject_key) not in (
             select m.rule_id, m.worksite_id, m.subject_key from measured m
              where m.unknown and m.subject_key is not null)
       and (d.rule_id, d.worksite_id) not in (
             select m.rule_id, m.worksite_id from measured m where m.subject_key is null)
    on conflict (worksite_id, finding_id, person_id) do update
       set employing_unit_id = excluded.employing_unit_id, amount_fen = excluded.amount_fen,
           measure = excluded.measure, evidence = excluded.evidence`,
  )
}

/** A lateral row: the open finding of the rule and subject that a row of that alias names. */
function openFinding(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(
    select f.finding_id, f.worksite_id, f.area_code, f.sector, f.general_contractor_id from finding f
     where f.worksite_id = ${column('worksite_id')} and f.rule_id = ${column('rule_id')}
       and f.subject_key = ${column('subject_key')} and f.cleared_on is null offset 0)`
}

/** Of a few worksites there is so little to write that to plan it would take longest. */
async function execute<R>(tx: Tx, { isOfSome }: Asking, statement: RawBuilder<R>): Promise<QueryResult<R>> {
  return await (isOfSome ? executeKept(tx.k, statement) : statement.execute(tx.k))
}
