import { type RawBuilder, sql } from 'kysely'

import { type Day, nationalCalendar } from '../../law/index.ts'
import type { Tx } from '../../platform/transact.ts'
import { type Asking, levels, type Rule } from './rule.ts'

/*
 * The reading half of a rule run: two temporary tables that live as long as the transaction.
 * `silent` holds the worksites of which the rule cannot tell; `measured` every subject with its level (rank).
 */

/** Asks about all worksites, or only about some. */
export function asking(asOf: Day, worksiteIds: readonly string[] | null): Asking {
  return {
    asOf,
    calendar: nationalCalendar,
    only: (column) =>
      worksiteIds === null ? sql`true` : sql`${sql.ref(column)} = any(${[...worksiteIds]}::uuid[])`,
  }
}

/**
 * 静默 — the worksites whose needed feeds have been silent for longer than the rule allows, paused ones too.
 */
export async function findSilent(tx: Tx, rule: Rule, ask: Asking): Promise<void> {
  if (Object.keys(rule.needs).length === 0) {
    return
  }
  await sql`drop table if exists silent`.execute(tx.k)
  await sql`create temp table silent on commit drop as
    select w.worksite_id from worksite w
     where ${ask.only('w.worksite_id')} and (${anySilence(rule, ask)})`.execute(tx.k)
}

function anySilence(rule: Rule, ask: Asking): RawBuilder<unknown> {
  const silences = Object.entries(rule.needs).map(
    ([feed, days]) => sql`not exists (
      select from feed_receipt r
       where r.worksite_id = w.worksite_id and r.feed = ${feed} and r.received_on <= ${ask.asOf}::date
         and r.received_on >= ${ask.asOf}::date - ${days}::int
         and not exists (select from claim_withdrawal c
                          where c.worksite_id = r.worksite_id and c.intake_id = r.intake_id))`,
  )
  return silences.length === 0 ? sql`false` : sql.join(silences, sql` or `)
}

/** 静默用工点 — the relation of them; a rule that needs no feed has none. */
export function silentOf(rule: Rule): RawBuilder<unknown> {
  return Object.keys(rule.needs).length === 0
    ? sql`(select null::uuid as worksite_id where false)`
    : sql`silent`
}

/**
 * 测量 — fills `measured`: the subjects that reach a band, each with rank 1 to 4, and those that are unknown;
 * what is not in it is clear. It is indexed, for the planner knows nothing of findings written a moment
 * ago.
 */
export async function measure(tx: Tx, rule: Rule, ask: Asking): Promise<void> {
  await sql`drop table if exists measured`.execute(tx.k)
  await sql`create temp table measured on commit drop as
    select * from (
      select m.worksite_id, m.subject_key, m.month::date as month,
             m.employing_unit_id::uuid as employing_unit_id, m.person_id::uuid as person_id,
             coalesce(m.measures[1], 0) as measure, m.people::int as people, m.amount_fen::bigint as amount_fen,
             m.since_on::date as since_on,
             m.evidence || jsonb_build_object('measures', to_jsonb(m.measures)) as evidence,
             w.area_code, w.sector, w.general_contractor_id, ${breachCondition(rule)} as breach,
             (not m.known or s.worksite_id is not null) as unknown,
             ${rankOf(rule)} as rank
        from (${rule.measure(ask)}) m
        join worksite w on w.worksite_id = m.worksite_id
        left join ${silentOf(rule)} s on s.worksite_id = m.worksite_id
       where w.kind = any(${[...rule.worksiteKinds]}::text[])) judged
     where unknown or rank is not null`.execute(tx.k)
  await sql`create index on measured (worksite_id, subject_key)`.execute(tx.k)
  await sql`analyze measured (worksite_id, subject_key, unknown)`.execute(tx.k)
}

function breachCondition(rule: Rule): RawBuilder<unknown> {
  if (rule.breach === null) {
    return sql`false`
  }
  const place = rule.measures.indexOf(rule.breach.measure) + 1
  return sql`coalesce(m.measures[${place}::int] >= ${String(rule.breach.from)}::numeric, false)`
}

/** The gravest level that any measure reaches, as a rank; null where none does. */
function rankOf(rule: Rule): RawBuilder<unknown> {
  const ranks = rule.measures.map((measure, index) => {
    const bands = rule.bands.filter((band) => band.measure === measure).toReversed()
    const steps = bands.map(
      ({ from, level }) => sql`when m.measures[${index + 1}::int] >= ${String(from)}::numeric
        then ${levels.indexOf(level) + 1}::int`,
    )
    return steps.length === 0 ? sql`null::int` : sql`case ${sql.join(steps, sql` `)} end`
  })
  return sql`greatest(${sql.join(ranks)})`
}
