import { sql } from 'kysely'

import type { Day, Month } from '../../law/index.ts'
import type { Level } from '../../monitoring/engine/rule.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'

/** 命中经过 — a finding, and how it stood from each day on until the next. */
export interface FindingCourse {
  readonly ruleId: string
  readonly worksiteCode: string
  readonly month: Month | null
  readonly openedOn: Day
  readonly clearedOn: Day | null
  /** In the order of their days, each of another level than the one before. */
  readonly steps: readonly { readonly fromOn: Day; readonly level: Level | 'clear' }[]
}

/** 监测期 — the first and the last day that the rules were run for, and on how many days they were. */
export interface WatchedDays {
  readonly from: Day
  readonly to: Day
  readonly days: number
}

/** 监测经过 — all that the monitoring has said so far, in the actor's scope. */
export interface Monitored {
  /** Null where the rules were never run. */
  readonly watched: WatchedDays | null
  readonly worksiteCodes: readonly string[]
  readonly findings: readonly FindingCourse[]
}

/** 读监测经过 — the days watched, the worksites, and the course of every finding, cleared ones too. */
export async function readMonitored(tx: Tx): Promise<Monitored> {
  const days = await sql<{ from: Day | null; to: Day | null; days: number }>`
    select min(r.as_of) as from, max(r.as_of) as to, count(distinct r.as_of)::int as days
      from rule_run r where r.mode = 'live'`.execute(tx.k)
  const worksites = await sql<{ code: string }>`
    select w.code from worksite w where ${scopeOf(tx, 'w')} order by w.code`.execute(tx.k)
  const findings = await sql<FindingCourse>`
    select f.rule_id as "ruleId", w.code as "worksiteCode", to_char(f.month, 'YYYY-MM') as month,
           f.opened_on as "openedOn", f.cleared_on as "clearedOn", l.steps
      from finding f
      join worksite w on w.worksite_id = f.worksite_id
      join (select s.worksite_id, s.finding_id,
                   jsonb_agg(jsonb_build_object('fromOn', to_char(s.from_on, 'YYYY-MM-DD'), 'level', s.level)
                             order by s.from_on) as steps
              from (select v.worksite_id, v.finding_id, v.from_on, v.level,
                           lag(v.level) over (partition by v.worksite_id, v.finding_id
                                              order by v.from_on) as was
                      from finding_level v where ${scopeOf(tx, 'v')}) s
             where s.level is distinct from s.was
             group by s.worksite_id, s.finding_id) l
        on l.worksite_id = f.worksite_id and l.finding_id = f.finding_id
     where ${scopeOf(tx, 'f')}
     order by w.code, f.rule_id, f.subject_key, f.opened_on, f.finding_id`.execute(tx.k)
  const { from, to, days: counted } = days.rows[0] ?? { from: null, to: null, days: 0 }
  return {
    watched: from === null || to === null ? null : { from, to, days: counted },
    worksiteCodes: worksites.rows.map(({ code }) => code),
    findings: findings.rows,
  }
}

/** 末次运行 — the latest run of a rule; while it stays the same, so do the findings. Undefined before any. */
export async function findLastRun(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ run_id: string }>`
    select r.run_id from rule_run r where r.mode = 'live' order by r.run_id desc limit 1`.execute(tx.k)
  return rows[0]?.run_id
}

/** 报警 — what a rule said of a month, or of a worksite. */
export interface Alarm {
  readonly ruleId: string
  readonly worksiteCode: string
  readonly month: Month | null
}

/** 报警所指命中 — for each alarm its first finding that came to orange or above; null where there is none. */
export async function findAlarms(tx: Tx, alarms: readonly Alarm[]): Promise<readonly (string | null)[]> {
  const { rows } = await sql<{ finding_id: string | null }>`
    select (select f.finding_id
              from finding f
              join worksite w on w.worksite_id = f.worksite_id and w.code = a.code
             where f.rule_id = a.rule_id and (a.month is null or to_char(f.month, 'YYYY-MM') = a.month)
               and exists (select from finding_level l
                            where l.worksite_id = f.worksite_id and l.finding_id = f.finding_id
                              and l.level in ('orange', 'red'))
               and ${scopeOf(tx, 'f')}
             order by f.opened_on, f.finding_id limit 1) as finding_id
      from unnest(${alarms.map(({ ruleId }) => ruleId)}::text[],
                  ${alarms.map(({ worksiteCode }) => worksiteCode)}::text[],
                  ${alarms.map(({ month }) => month)}::text[])
           with ordinality as a (rule_id, code, month, at)
     order by a.at`.execute(tx.k)
  return rows.map(({ finding_id }) => finding_id)
}

/** 用工点编号 — the ids of worksites in scope, by their codes. */
export async function findWorksiteIds(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; worksite_id: string }>`
    select w.code, w.worksite_id from worksite w where ${scopeOf(tx, 'w')}`.execute(tx.k)
  return new Map(rows.map(({ code, worksite_id }) => [code, worksite_id]))
}
