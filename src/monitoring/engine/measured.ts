import { type RawBuilder, sql } from 'kysely'

import { type Day, nationalCalendar } from '../../law/index.ts'
import { executeKept } from '../../platform/db/kept-plans.ts'
import type { Tx } from '../../platform/transact.ts'
import { type Asking, levels, type Rule } from './rule.ts'

/*
 * The reading half of a run. `measured` holds every subject that reached a band or is unknown, by rule; what
 * is not in it is clear. `member` holds the people whom the rules name. Both are of the connection and empty
 * when a transaction begins: tables made anew each time would cost more than most rules, and the database would
 * forget its plans.
 */

/** Asks about all worksites, or only about some. */
export function asking(asOf: Day, worksiteIds: readonly string[] | null): Asking {
  return {
    asOf,
    calendar: nationalCalendar,
    isOfSome: worksiteIds !== null,
    only: (column) => isAmong(sql.ref(column), worksiteIds),
  }
}

/** One alone is asked for as such, for the database takes a list of unknown length for a long one. */
function isAmong(column: RawBuilder<unknown>, worksiteIds: readonly string[] | null): RawBuilder<unknown> {
  if (worksiteIds === null) {
    return sql`true`
  }
  const [only, ...others] = worksiteIds
  return only !== undefined && others.length === 0
    ? sql`${column} = ${only}::uuid`
    : sql`${column} = any(${[...worksiteIds]}::uuid[])`
}

/** 备表 — makes the two tables where the connection does not have them, and empties them. */
export async function prepareTables(tx: Tx): Promise<void> {
  await sql`create temp table if not exists measured (
    rule_id text, rule_version int, worksite_id uuid, subject_key text, month date, employing_unit_id uuid,
    person_id uuid, measure numeric, people int, amount_fen bigint, since_on date, evidence jsonb, area_code text,
    sector text, general_contractor_id uuid, breach boolean, unknown boolean, level text)
    on commit delete rows`.execute(tx.k)
  await sql`create temp table if not exists member (
    rule_id text, worksite_id uuid, subject_key text, person_id uuid, employing_unit_id uuid, amount_fen bigint,
    measure numeric, evidence jsonb) on commit delete rows`.execute(tx.k)
  await sql`with gone as (delete from member) delete from measured`.execute(tx.k)
}

/**
 * 测量 — adds to `measured` the subjects of a rule that reach a band or are unknown, and to `member` its people,
 * in one statement, so that both see the same `facts`.
 */
export async function measure(tx: Tx, rule: Rule, ask: Asking): Promise<void> {
  const facts = rule.facts === undefined ? [] : [sql`facts as materialized (${rule.facts(ask)})`]
  const parts = [...facts, sql`silent as materialized (${silentWorksites(rule, ask)})`]
  const judged = insertMeasured(rule, rule.measure(ask))
  const statement =
    rule.members === undefined
      ? sql`with ${sql.join(parts)} ${judged}`
      : sql`with ${sql.join([...parts, sql`judged as (${judged})`])} ${insertMembers(rule, rule.members(ask))}`
  await executeKept(tx.k, statement)
}

/** A worksite whose feeds are silent is unknown as a whole, which a row without a subject says. */
function insertMeasured(rule: Rule, measures: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into measured (rule_id, rule_version, worksite_id, subject_key, month, employing_unit_id, person_id,
      measure, people, amount_fen, since_on, evidence, area_code, sector, general_contractor_id, breach, unknown, level)
    select ${rule.id}::text, ${rule.version}::int, j.* from (
      select m.worksite_id, m.subject_key, m.month::date, m.employing_unit_id::uuid, m.person_id::uuid,
             coalesce(m.measures[1], 0), m.people::int, m.amount_fen::bigint, m.since_on::date,
             m.evidence || jsonb_build_object('measures', to_jsonb(m.measures)),
             w.area_code, w.sector, w.general_contractor_id, ${breachCondition(rule)},
             not m.known as unknown, ${levelOf(rule)} as level
        from (${measures}) m
        join worksite w on w.worksite_id = m.worksite_id
       where w.kind = any(${[...rule.worksiteKinds]}::text[])
         and m.worksite_id not in (select s.worksite_id from silent s)) j
     where j.unknown or j.level is not null
     union all
    select ${rule.id}::text, ${rule.version}::int, s.worksite_id, null, null, null, null, null, null, null, null, null,
           null, null, null, null, true, null
      from silent s`
}

function insertMembers(rule: Rule, members: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into member (rule_id, worksite_id, subject_key, person_id, employing_unit_id, amount_fen, measure,
      evidence)
    select ${rule.id}::text, p.worksite_id, p.subject_key, p.person_id, p.employing_unit_id, p.amount_fen, p.measure,
           p.evidence
      from (${members}) p`
}

/**
 * 静默 — the worksites whose needed feeds have been silent for longer than the rule allows, paused ones too.
 */
function silentWorksites(rule: Rule, { asOf, only }: Asking): RawBuilder<unknown> {
  const silences = Object.entries(rule.needs).map(
    ([feed, days]) => sql`not exists (
      select from feed_receipt r
       where r.worksite_id = w.worksite_id and r.feed = ${feed} and r.received_on <= ${asOf}::date
         and r.received_on >= ${asOf}::date - ${days}::int
         and not exists (select from claim_withdrawal c
                          where c.worksite_id = r.worksite_id and c.intake_id = r.intake_id))`,
  )
  return silences.length === 0
    ? sql`select null::uuid as worksite_id where false`
    : sql`select w.worksite_id from worksite w where ${only('w.worksite_id')} and (${sql.join(silences, sql` or `)})`
}

function breachCondition(rule: Rule): RawBuilder<unknown> {
  if (rule.breach === null) {
    return sql`false`
  }
  const place = rule.measures.indexOf(rule.breach.measure) + 1
  return sql`coalesce(m.measures[${place}::int] >= ${String(rule.breach.from)}::numeric, false)`
}

/** The gravest level that any measure reaches; null where none does. */
function levelOf(rule: Rule): RawBuilder<unknown> {
  const ranks = rule.measures.map((measure, index) => {
    const bands = rule.bands.filter((band) => band.measure === measure).toReversed()
    const steps = bands.map(
      ({ from, level }) => sql`when m.measures[${index + 1}::int] >= ${String(from)}::numeric
        then ${levels.indexOf(level) + 1}::int`,
    )
    return steps.length === 0 ? sql`null::int` : sql`case ${sql.join(steps, sql` `)} end`
  })
  return sql`(${[...levels]}::text[])[greatest(${sql.join(ranks)})]`
}
