import type { FindingCourse, Monitored, WatchedDays } from '../../../features/findings/index.ts'
import { type Day, day, type Month, month } from '../../../law/day.ts'
import type { Level } from '../../../monitoring/engine/rule.ts'
import { type CauseId, causeNatures } from '../../county/cause-ids.ts'
import type { Fault, FaultKind } from '../../county/fault.ts'
import type { Truth, TruthMonth, TruthWorksite } from '../../truth/truth.ts'

/*
 * Truths and findings small enough to count by hand: one worksite A whose wages of March are due on
 * 2026-04-15, watched from 2026-04-01 to 2026-05-31, unless said otherwise.
 */

export const watched: WatchedDays = { from: day('2026-04-01'), to: day('2026-05-31'), days: 61 }

interface MonthGiven {
  readonly of?: string
  readonly dueOn?: string
  readonly owedFen?: bigint
  readonly settledOn?: string
  readonly isJudged?: boolean
  readonly cause?: CauseId
}

/** 欠薪月 — one that came to owe 1,000 yuan; `owedFen: 0n` for one that was paid in time. */
export function truthMonth(given: MonthGiven = {}): TruthMonth {
  const { of = '2026-03', dueOn = '2026-04-15', owedFen = 100_000n, settledOn, isJudged = true } = given
  return {
    month: month(of),
    cause: given.cause ?? 'owner-late',
    dueOn: day(dueOn),
    isJudged,
    people: 4,
    dueFen: 400_000n,
    owedFen: isJudged ? owedFen : 0n,
    peopleOwed: owedFen > 0n ? 1 : 0,
    cameToOwe: isJudged && owedFen > 0n,
    settledOn: settledOn === undefined ? null : day(settledOn),
    openFen: 0n,
    wages: [],
  }
}

export function truthWorksite(
  given: Partial<Omit<TruthWorksite, 'code'>> & { code?: string } = {},
): TruthWorksite {
  const base = { code: 'A', name: '甲', kind: 'project', cause: 'owner-late', causeFrom: null } as const
  return { ...base, months: [truthMonth()], faults: [], ...given }
}

export function truthOfSites(...worksites: readonly TruthWorksite[]): Truth {
  const span = { from: day('2026-01-01'), until: day('2026-05-31') }
  return { version: 1, seed: '1', ...span, areaCode: '330106', causes: causeNatures, worksites }
}

interface FaultGiven {
  readonly from?: string
  readonly until?: string
  readonly of?: string
}

export function fault(kind: FaultKind, { from = '2026-04-01', until, of }: FaultGiven = {}): Fault {
  return {
    kind,
    fromOn: day(from),
    untilOn: until === undefined ? null : day(until),
    month: of === undefined ? null : month(of),
    people: 1,
  }
}

type Step = readonly [on: string, level: Level | 'clear']

/** 命中 — of worksite A; `month` is null for one about the whole worksite. */
export function finding(
  ruleId: string,
  given: { readonly month: string | null; readonly code?: string },
  ...steps: readonly [Step, ...Step[]]
): FindingCourse {
  const made = steps.map(([on, level]): { fromOn: Day; level: Level | 'clear' } => ({
    fromOn: day(on),
    level,
  }))
  const named: Month | null = given.month === null ? null : month(given.month)
  return {
    ruleId,
    worksiteCode: given.code ?? 'A',
    month: named,
    openedOn: day(steps[0][0]),
    clearedOn: made.find(({ level }) => level === 'clear')?.fromOn ?? null,
    steps: made,
  }
}

export function monitored(...findings: readonly FindingCourse[]): Monitored {
  return { watched, worksiteCodes: ['A', 'B'], findings }
}
