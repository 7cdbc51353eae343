import type { Monitored, WatchedDays } from '../../features/findings/index.ts'
import type { Day, DaySpan, Month } from '../../law/day.ts'
import { type Level, levels } from '../../monitoring/engine/rule.ts'
import { groupBy } from '../../platform/group-by.ts'
import { type CauseId, causeIds } from '../county/cause-ids.ts'
import type { Truth } from '../truth/truth.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type JudgedFinding, judgeFindings } from './judge-findings.ts'
import { highestIn, judgedMonths, judgeOwed, neverReached, type OwedMonth } from './judge-months.ts'
import { type Part, ruleParts } from './rule-parts.ts'

/** 成因评分 — of the months and worksites of a cause; `judged` counts its months, owed or not. */
export interface CauseScore {
  readonly cause: CauseId
  readonly canOwe: boolean
  readonly showsBefore: boolean
  readonly worksites: number
  readonly judged: number
  readonly figures: Figures
}

/** 规则评分 — what a rule finds by itself. A rule that warns of no pay day has no month to find. */
export interface RuleScore {
  readonly ruleId: string
  readonly part: Exclude<Part, 'apart'>
  readonly figures: Figures
}

/** 另计 — findings that are not scored, by the gravest level that they reached. */
export interface ApartCount {
  readonly ruleId: string
  readonly findings: Readonly<Record<Level, number>>
}

/** 漏报 — a month that came to owe wages and was not warned of at orange or above in time. */
export interface MissedMonth {
  readonly worksiteCode: string
  readonly month: Month
  readonly cause: CauseId
  readonly dueOn: Day
  readonly people: number
  readonly owedFen: string
  /** What it was warned of at instead. */
  readonly highest: Level | null
}

/** 误报 — a finding at orange or above that was not true. */
export interface FalseAlarm {
  readonly ruleId: string
  readonly worksiteCode: string
  readonly month: Month | null
  readonly cause: CauseId
  readonly openedOn: Day
  readonly highest: Level
}

/** 评分结果 — warnings against the truth of a simulated county. Plain JSON: sums are fen as text. */
export interface Score {
  readonly seed: string
  readonly simulated: DaySpan
  readonly watched: WatchedDays | null
  /** Of the truth, and those among them that are in the database. */
  readonly worksites: { readonly simulated: number; readonly known: number }
  /**
   * Months whose pay day came within the simulation; those that can be judged, since they were watched; those
   * among them that came to owe wages.
   */
  readonly months: { readonly due: number; readonly judged: number; readonly owed: number }
  readonly total: Figures
  /** Findings of wage rules alone. */
  readonly wageRules: Figures
  /** Causes that leave a trace in money, attendance or sheets before the pay day. */
  readonly traced: Figures
  readonly byCause: readonly CauseScore[]
  readonly byRule: readonly RuleScore[]
  readonly apart: readonly ApartCount[]
  readonly missed: readonly MissedMonth[]
  readonly falseAlarms: readonly FalseAlarm[]
}

/**
 * 评分 — scores what the monitoring said of a simulated county against what really happened there. A month that
 * came to owe wages is found at a level when a wage rule's finding stood at it or above on some day not later
 * than three days after the pay day. Only months whose pay day and these three days were watched are judged.
 */
export function scoreOf(truth: Truth, monitored: Monitored): Score {
  const { watched } = monitored
  const coursesOf = groupBy(monitored.findings, ({ worksiteCode }) => worksiteCode)
  const judged = judgedMonths(truth, watched)
  const owed = judged
    .filter(({ month }) => month.cameToOwe)
    .map((each) => judgeOwed(each, coursesOf.get(each.worksite.code) ?? [], watched?.from ?? truth.from))
  const findings = truth.worksites.flatMap((worksite) =>
    judgeFindings(worksite, coursesOf.get(worksite.code) ?? [], truth.until),
  )
  const scored = findings.filter(({ part }) => part !== 'apart')
  const codes = new Set(monitored.worksiteCodes)
  const all = truth.worksites.flatMap(({ months }) => months)
  const isTraced = (cause: CauseId) => truth.causes[cause].showsBefore
  return {
    seed: truth.seed,
    simulated: { from: truth.from, to: truth.until },
    watched,
    worksites: {
      simulated: truth.worksites.length,
      known: truth.worksites.filter(({ code }) => codes.has(code)).length,
    },
    months: {
      due: all.filter(({ isJudged }) => isJudged).length,
      judged: judged.length,
      owed: owed.length,
    },
    total: ofAll(owed, scored),
    wageRules: ofAll(
      owed,
      scored.filter(({ part }) => part === 'wage'),
    ),
    traced: ofAll(
      owed.filter(({ month }) => isTraced(month.cause)),
      scored.filter(({ cause }) => isTraced(cause)),
    ),
    byCause: causeIds.flatMap((cause) => {
      const months = judged.filter(({ month }) => month.cause === cause).length
      return causeScore(truth, { cause, months, owed, scored })
    }),
    byRule: rulesScored(owed, scored),
    apart: countApart(findings),
    missed: owed.filter(({ first }) => first.orange === null).map(missedMonth),
    falseAlarms: scored.filter(({ verdicts }) => verdicts.orange === 'false').map(falseAlarm),
  }
}

function ofAll(owed: readonly OwedMonth[], findings: readonly JudgedFinding[]): Figures {
  return figuresOf(owed, findings, ({ first }) => first)
}

interface OfCause {
  readonly cause: CauseId
  readonly months: number
  readonly owed: readonly OwedMonth[]
  readonly scored: readonly JudgedFinding[]
}

/** None of a cause that the county does not have. */
function causeScore(truth: Truth, { cause, months, owed, scored }: OfCause): readonly CauseScore[] {
  const worksites = truth.worksites.filter((worksite) => worksite.cause === cause).length
  const figures = ofAll(
    owed.filter(({ month }) => month.cause === cause),
    scored.filter((finding) => finding.cause === cause),
  )
  return worksites + months === 0
    ? []
    : [{ cause, ...truth.causes[cause], worksites, judged: months, figures }]
}

function rulesScored(owed: readonly OwedMonth[], scored: readonly JudgedFinding[]): readonly RuleScore[] {
  return Object.entries(ruleParts).flatMap(([ruleId, { part, finds }]): RuleScore[] => {
    const own = scored.filter((finding) => finding.ruleId === ruleId)
    const firstOf = ({ firstByRule }: OwedMonth) => firstByRule.get(ruleId) ?? neverReached
    return part === 'apart' ? [] : [{ ruleId, part, figures: figuresOf(finds ? owed : [], own, firstOf) }]
  })
}

function countApart(findings: readonly JudgedFinding[]): readonly ApartCount[] {
  const apart = Object.entries(ruleParts).filter(([, { part }]) => part === 'apart')
  return apart.map(([ruleId]) => {
    const count = (level: Level) =>
      findings.filter((each) => each.ruleId === ruleId && each.highest === level).length
    const [notice, yellow, orange, red] = levels.map(count)
    return {
      ruleId,
      findings: { notice: notice ?? 0, yellow: yellow ?? 0, orange: orange ?? 0, red: red ?? 0 },
    }
  })
}

function missedMonth({ worksite, month, first }: OwedMonth): MissedMonth {
  return {
    worksiteCode: worksite.code,
    month: month.month,
    cause: month.cause,
    dueOn: month.dueOn,
    people: month.peopleOwed,
    owedFen: month.owedFen.toString(),
    highest: highestIn(first),
  }
}

function falseAlarm({ ruleId, worksite, month, cause, openedOn, highest }: JudgedFinding): FalseAlarm {
  return { ruleId, worksiteCode: worksite.code, month, cause, openedOn, highest }
}
