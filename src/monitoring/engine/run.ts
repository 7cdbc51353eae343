import { sql } from 'kysely'

import type { Day } from '../../law/index.ts'
import { newId } from '../../platform/ids.ts'
import { systemMonitoring, type TransactDeps, type Tx, transact } from '../../platform/transact.ts'
import { asking, findSilent, measure, silentOf } from './measured.ts'
import { type Asking, type Level, levels, type Rule } from './rule.ts'

/** 运行方式 — live writes findings; the others only measure. */
export interface RunOptions {
  readonly asOf: Day
  /** Only these worksites; null for all. */
  readonly worksiteIds: readonly string[] | null
}

/** 运行结果 — what one rule did on a day. */
export interface RuleRun {
  readonly ruleId: string
  readonly hits: number
  readonly unknown: number
  readonly opened: number
  readonly raised: number
  readonly cleared: number
}

interface Change {
  kind: 'opened' | 'changed' | 'cleared'
  finding_id: string
  worksite_id: string
  area_code: string
  general_contractor_id: string
  level: Level
  was: Level | null
  measure: string
}

/**
 * 运行规则 — runs the rules as of a day, each in a transaction of its own, so that on the embedded database no
 * request waits for more than one rule. Findings open, rise, are refreshed and clear; the same day again
 * changes none of them.
 */
export async function runRules(
  deps: TransactDeps,
  rules: readonly Rule[],
  options: RunOptions,
): Promise<RuleRun[]> {
  const runs: RuleRun[] = []
  for (const rule of rules) {
    runs.push(await transact(deps, systemMonitoring, (tx) => runRule(tx, rule, options)))
  }
  return runs
}

/** 运行一条规则 — inside the caller's transaction, which must be the monitoring system's. */
export async function runRule(tx: Tx, rule: Rule, options: RunOptions): Promise<RuleRun> {
  const runId = newId()
  const ask = asking(options.asOf, options.worksiteIds)
  await findSilent(tx, rule, ask)
  await measure(tx, rule, ask)
  const changes = [
    ...(await changeFindings(tx, rule, { ask, runId })),
    ...(await openFindings(tx, rule, { ask, runId })),
    ...(await clearFindings(tx, rule, { ask, runId })),
  ]
  await noteLevels(tx, { ask, runId })
  await writeMembers(tx, rule, ask)
  const counted = await countMeasured(tx, rule)
  const run = {
    ruleId: rule.id,
    ...counted,
    opened: changes.filter((change) => change.kind === 'opened').length,
    raised: changes.filter(isRaised).length,
    cleared: changes.filter((change) => change.kind === 'cleared').length,
  }
  await recordRun(tx, rule, { run, runId, asOf: options.asOf })
  recordChanges(tx, rule, changes)
  return run
}

function isRaised(change: Change): boolean {
  return (
    change.kind === 'changed' &&
    change.was !== null &&
    levels.indexOf(change.level) > levels.indexOf(change.was)
  )
}

interface Writing {
  readonly ask: Asking
  readonly runId: string
}

const levelOfRank = sql`(array['notice', 'yellow', 'orange', 'red'])[m.rank]`

async function changeFindings(tx: Tx, rule: Rule, { ask, runId }: Writing): Promise<Change[]> {
  const { rows } = await sql<Change>`
    update finding f
       set level = ${levelOfRank}, measure = m.measure, people = m.people, amount_fen = m.amount_fen,
           month = m.month, since_on = m.since_on, evidence = m.evidence,
           rule_version = ${rule.version}, breach = m.breach,
           refreshed_on = ${ask.asOf}::date, run_id = ${runId}::uuid
      from measured m, finding old
     where f.worksite_id = m.worksite_id and f.subject_key = m.subject_key and f.rule_id = ${rule.id}
       and f.cleared_on is null and not m.unknown
       and old.worksite_id = f.worksite_id and old.finding_id = f.finding_id
       and (f.level, f.measure, f.people, f.amount_fen, f.month, f.since_on, f.evidence, f.rule_version, f.breach)
           is distinct from
           (${levelOfRank}, m.measure, m.people, m.amount_fen, m.month, m.since_on, m.evidence,
            ${rule.version}::int, m.breach)
    returning 'changed' as kind, f.finding_id, f.worksite_id, f.area_code, f.general_contractor_id, f.level,
              old.level as was, f.measure`.execute(tx.k)
  return rows
}

async function openFindings(tx: Tx, rule: Rule, { ask, runId }: Writing): Promise<Change[]> {
  const { rows } = await sql<Change>`
    insert into finding (worksite_id, finding_id, rule_id, rule_version, subject_key, area_code, sector,
                         general_contractor_id, employing_unit_id, month, person_id, level, breach, measure, people,
                         amount_fen, evidence, opened_on, since_on, refreshed_on, run_id)
    select m.worksite_id, uuid_v7(${tx.now}::timestamptz), ${rule.id}, ${rule.version}::int, m.subject_key,
           m.area_code, m.sector, m.general_contractor_id, m.employing_unit_id, m.month, m.person_id,
           ${levelOfRank}, m.breach, m.measure, m.people, m.amount_fen, m.evidence,
           ${ask.asOf}::date, m.since_on, ${ask.asOf}::date, ${runId}::uuid
      from measured m
     where not m.unknown
       and not exists (select from finding f
                        where f.worksite_id = m.worksite_id and f.rule_id = ${rule.id}
                          and f.subject_key = m.subject_key and f.cleared_on is null)
    returning 'opened' as kind, finding_id, worksite_id, area_code, general_contractor_id, level, null as was,
              measure`.execute(tx.k)
  return rows
}

async function clearFindings(tx: Tx, rule: Rule, { ask, runId }: Writing): Promise<Change[]> {
  const { rows } = await sql<Change>`
    update finding f set cleared_on = ${ask.asOf}::date, run_id = ${runId}::uuid
     where f.rule_id = ${rule.id} and f.cleared_on is null and ${ask.only('f.worksite_id')}
       and not exists (select from ${silentOf(rule)} s where s.worksite_id = f.worksite_id)
       and not exists (select from measured m
                        where m.worksite_id = f.worksite_id and m.subject_key = f.subject_key)
    returning 'cleared' as kind, f.finding_id, f.worksite_id, f.area_code, f.general_contractor_id, f.level,
              f.level as was, f.measure`.execute(tx.k)
  return rows
}

/** 预警变化 — of what this run has changed; the last word of a day stands. */
async function noteLevels(tx: Tx, { ask, runId }: Writing): Promise<void> {
  await sql`insert into finding_level (worksite_id, finding_id, from_on, area_code, sector,
      general_contractor_id, level, people, amount_fen)
    select f.worksite_id, f.finding_id, ${ask.asOf}::date, f.area_code, f.sector, f.general_contractor_id,
           n.level, f.people, f.amount_fen
      from finding f
     cross join lateral (select case when f.cleared_on is null then f.level else 'clear' end as level) n
      left join lateral (select l.level, l.people, l.amount_fen from finding_level l
                          where l.worksite_id = f.worksite_id and l.finding_id = f.finding_id
                          order by l.from_on desc limit 1) last on true
     where f.run_id = ${runId}::uuid
       and (n.level, f.people, f.amount_fen) is distinct from (last.level, last.people, last.amount_fen)
    on conflict (worksite_id, finding_id, from_on)
      do update set level = excluded.level, people = excluded.people, amount_fen = excluded.amount_fen`.execute(
    tx.k,
  )
}

/**
 * 命中人员 — writes only those members that differ from what stands there; asks for none where nothing was hit.
 */
async function writeMembers(tx: Tx, rule: Rule, ask: Asking): Promise<void> {
  if (rule.members === undefined || (await countStruck(tx, rule)) === 0) {
    return
  }
  await sql`drop table if exists member`.execute(tx.k)
  await sql`create temp table member on commit drop as
    select s.finding_id, s.area_code, s.sector, s.general_contractor_id, p.*
      from (${rule.members(ask)}) p
      join struck s on s.worksite_id = p.worksite_id and s.subject_key = p.subject_key`.execute(tx.k)
  await sql`create index on member (worksite_id, finding_id, person_id)`.execute(tx.k)
  await sql`analyze member (worksite_id, finding_id, person_id)`.execute(tx.k)
  await sql`delete from finding_member old using struck s
     where s.worksite_id = old.worksite_id and s.finding_id = old.finding_id
       and not exists (select from member p where p.worksite_id = old.worksite_id
                          and p.finding_id = old.finding_id and p.person_id = old.person_id)`.execute(tx.k)
  await sql`insert into finding_member as old (worksite_id, finding_id, person_id, area_code, sector,
                general_contractor_id, employing_unit_id, amount_fen, measure, evidence)
    select p.worksite_id, p.finding_id, p.person_id, p.area_code, p.sector, p.general_contractor_id,
           p.employing_unit_id, p.amount_fen, p.measure, p.evidence
      from member p
      left join finding_member o on o.worksite_id = p.worksite_id and o.finding_id = p.finding_id
                                and o.person_id = p.person_id
     where o.person_id is null
        or (o.employing_unit_id, o.amount_fen, o.measure, o.evidence)
           is distinct from (p.employing_unit_id, p.amount_fen, p.measure, p.evidence)
    on conflict (worksite_id, finding_id, person_id) do update
       set employing_unit_id = excluded.employing_unit_id, amount_fen = excluded.amount_fen,
           measure = excluded.measure, evidence = excluded.evidence`.execute(tx.k)
}

/** The open findings of the subjects that were hit, in `struck`; gives their count. */
async function countStruck(tx: Tx, rule: Rule): Promise<number> {
  await sql`drop table if exists struck`.execute(tx.k)
  await sql`create temp table struck on commit drop as
    select f.worksite_id, f.subject_key, f.finding_id, f.area_code, f.sector, f.general_contractor_id
      from measured m
      join finding f on f.worksite_id = m.worksite_id and f.subject_key = m.subject_key
                    and f.rule_id = ${rule.id} and f.cleared_on is null
     where not m.unknown`.execute(tx.k)
  await sql`analyze struck`.execute(tx.k)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from struck`.execute(tx.k)
  return rows[0]?.count ?? 0
}

async function countMeasured(tx: Tx, rule: Rule): Promise<{ hits: number; unknown: number }> {
  const { rows } = await sql<{ hits: number; unknown: number }>`
    select count(*) filter (where not unknown)::int as hits,
           (count(*) filter (where unknown) + (select count(*) from ${silentOf(rule)} s
              where not exists (select from measured m where m.worksite_id = s.worksite_id)))::int as unknown
      from measured`.execute(tx.k)
  return rows[0] ?? { hits: 0, unknown: 0 }
}

interface Recording {
  readonly run: RuleRun
  readonly runId: string
  readonly asOf: string
}

async function recordRun(tx: Tx, rule: Rule, { run, runId, asOf }: Recording): Promise<void> {
  await sql`insert into rule_run (run_id, rule_id, rule_version, as_of, mode, at, hits, unknown, opened,
      raised, cleared)
    values (${runId}, ${rule.id}, ${rule.version}, ${asOf}::date, 'live', ${tx.now}::timestamptz, ${run.hits},
            ${run.unknown}, ${run.opened}, ${run.raised}, ${run.cleared})`.execute(tx.k)
  tx.record({
    stream: { kind: 'system', id: monitoringStream },
    type: 'rule.ran',
    areaCode: '000000',
    data: { runId, asOf, version: rule.version, ...run },
  })
}

/** The stream of rule runs; a constant, since the monitoring of one installation is one story. */
const monitoringStream = '00000000-0000-7000-8000-000000000001'

function recordChanges(tx: Tx, rule: Rule, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind !== 'changed' || change.was !== change.level) {
      tx.record({
        stream: { kind: 'worksite', id: change.worksite_id },
        type: `finding.${change.kind === 'changed' ? 'regraded' : change.kind}`,
        areaCode: change.area_code,
        data: { findingId: change.finding_id, ruleId: rule.id, level: change.level, was: change.was },
      })
    }
  }
}
