import { sql } from 'kysely'

import { invariant } from '../../contract/errors.ts'
import type { Day } from '../../law/index.ts'
import { groupBy } from '../../platform/group-by.ts'
import { newId } from '../../platform/ids.ts'
import { systemMonitoring, type TransactDeps, type Tx, transact } from '../../platform/transact.ts'
import { type Change, type Running, writeFindings, writeMembers } from './findings.ts'
import { asking, measure, prepareTables } from './measured.ts'
import { levels, type Rule } from './rule.ts'

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

/**
 * 运行规则 — runs the rules as of a day. Findings open, rise, are refreshed and clear; the same day again changes
 * none of them. Rules ask of different things, so that a server runs two of them at a time.
 * On the embedded database a transaction ends with the rule after which it has lasted for a quarter of a
 * second, so that no request waits for all of them.
 */
export async function runRules(
  deps: TransactDeps,
  rules: readonly Rule[],
  options: RunOptions,
): Promise<RuleRun[]> {
  // The rules that take longest stand late in the list; taken first, they leave no hand to wait for them.
  const waiting = rules.toReversed()
  const runs = new Map<string, RuleRun>()
  const work = async () => {
    while (waiting.length > 0) {
      for (const run of await runSome(deps, waiting, options)) {
        runs.set(run.ruleId, run)
      }
    }
  }
  const hands = deps.db.engine === 'postgres' ? 2 : 1
  const results = await Promise.allSettled(Array.from({ length: hands }, work))
  for (const result of results) {
    if (result.status === 'rejected') {
      throw result.reason
    }
  }
  return rules.flatMap((rule) => runs.get(rule.id) ?? [])
}

/** One transaction over rules that wait: at least one, and others until it has lasted long enough. */
async function runSome(deps: TransactDeps, waiting: Rule[], options: RunOptions): Promise<RuleRun[]> {
  let next = waiting.shift()
  return await transact(deps, systemMonitoring, async (tx) => {
    const run = await openRun(tx, options)
    while (next !== undefined) {
      await run.take(next)
      next = hasLastedLong(deps, tx) ? undefined : waiting.shift()
    }
    return await run.write()
  })
}

const longestMilliseconds = 250

function hasLastedLong({ db, clock }: TransactDeps, tx: Tx): boolean {
  return db.engine === 'pglite' && Date.parse(clock.now()) - Date.parse(tx.now) > longestMilliseconds
}

/** 一并运行 — inside the caller's transaction, which must be the monitoring system's. */
export async function runTogether(
  tx: Tx,
  rules: readonly Rule[],
  options: RunOptions,
): Promise<readonly RuleRun[]> {
  const run = await openRun(tx, options)
  for (const rule of rules) {
    await run.take(rule)
  }
  return await run.write()
}

/** 运行一条规则 — inside the caller's transaction, as above. */
export async function runRule(tx: Tx, rule: Rule, options: RunOptions): Promise<RuleRun> {
  const [run] = await runTogether(tx, [rule], options)
  invariant(run !== undefined, 'a rule that was taken has run')
  return run
}

/** Measures one rule after the other, and writes for all of them at once. */
async function openRun(tx: Tx, { asOf, worksiteIds }: RunOptions) {
  const ask = asking(asOf, worksiteIds)
  const running: Running[] = []
  await prepareTables(tx)
  return {
    async take(rule: Rule): Promise<void> {
      await measure(tx, rule, ask)
      running.push({ rule, runId: newId() })
    },
    async write(): Promise<RuleRun[]> {
      const counted = await countMeasured(tx)
      const changes = groupBy(await writeFindings(tx, running, ask), (change) => change.rule_id)
      await writeMembers(tx, running, ask)
      const recorded = running.map((each) => summarize(each, { counted, changes }))
      await recordRuns(tx, recorded, asOf)
      return recorded.map(({ run }) => run)
    },
  }
}

interface Outcome {
  readonly counted: ReadonlyMap<string, Counted>
  readonly changes: ReadonlyMap<string, readonly Change[]>
}

function summarize({ rule, runId }: Running, { counted, changes }: Outcome): Recorded {
  const own = changes.get(rule.id) ?? []
  const { hits = 0, unknown = 0 } = counted.get(rule.id) ?? {}
  const opened = own.filter((change) => change.kind === 'opened').length
  const cleared = own.filter((change) => change.kind === 'cleared').length
  const raised = own.filter(isRaised).length
  const run = { ruleId: rule.id, hits, unknown, opened, raised, cleared }
  return { run, runId, version: rule.version, changes: own }
}

function isRaised(change: Change): boolean {
  return (
    change.kind === 'changed' &&
    change.was !== null &&
    levels.indexOf(change.level) > levels.indexOf(change.was)
  )
}

interface Counted {
  readonly rule_id: string
  readonly hits: number
  readonly unknown: number
}

async function countMeasured(tx: Tx): Promise<Map<string, Counted>> {
  const { rows } = await sql<Counted>`
    select rule_id, count(*) filter (where not unknown)::int as hits, count(*) filter (where unknown)::int as unknown
      from measured group by rule_id`.execute(tx.k)
  return new Map(rows.map((row) => [row.rule_id, row]))
}

interface Recorded {
  readonly run: RuleRun
  readonly runId: string
  readonly version: number
  readonly changes: readonly Change[]
}

async function recordRuns(tx: Tx, recorded: readonly Recorded[], asOf: Day): Promise<void> {
  const rows = recorded.map(
    ({ run, runId, version }) => sql`(${runId}::uuid, ${run.ruleId}, ${version}::int,
    ${asOf}::date, 'live', ${tx.now}::timestamptz, ${run.hits}::int, ${run.unknown}::int, ${run.opened}::int,
    ${run.raised}::int, ${run.cleared}::int)`,
  )
  await sql`insert into rule_run (run_id, rule_id, rule_version, as_of, mode, at, hits, unknown, opened, raised,
                                      cleared)
    values ${sql.join(rows)}`.execute(tx.k)
  for (const { run, runId, version, changes } of recorded) {
    tx.record({
      stream: { kind: 'system', id: monitoringStream },
      type: 'rule.ran',
      areaCode: '000000',
      data: { runId, asOf, version, ...run },
    })
    recordChanges(tx, changes)
  }
}

/** The stream of rule runs; a constant, since the monitoring of one installation is one story. */
const monitoringStream = '00000000-0000-7000-8000-000000000001'

function recordChanges(tx: Tx, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind !== 'changed' || change.was !== change.level) {
      tx.record({
        stream: { kind: 'worksite', id: change.worksite_id },
        type: `finding.${change.kind === 'changed' ? 'regraded' : change.kind}`,
        areaCode: change.area_code,
        data: { findingId: change.finding_id, ruleId: change.rule_id, level: change.level, was: change.was },
      })
    }
  }
}
