import { daysBetween } from '../../law/day.ts'
import { type Level, levels } from '../../monitoring/engine/rule.ts'
import { type AlarmLevel, alarmLevels, type JudgedFinding } from './judge-findings.ts'
import type { FirstDays, OwedMonth } from './judge-months.ts'

/** 查全 — how many months that came to owe wages were found, and the wages owed in them, in fen as text. */
export interface Recall {
  readonly found: number
  readonly of: number
  /** From 0 to 1; null where nothing was to be found. */
  readonly share: number | null
  readonly foundFen: string
  readonly missedFen: string
}

/** 查准 — how many of the findings were true. Those that nobody can judge yet are counted apart. */
export interface Precision {
  readonly correct: number
  readonly of: number
  /** From 0 to 1; null where nothing was judged. */
  readonly share: number | null
  readonly open: number
}

/** 提前天数 — from the first day of warning to the pay day, of the months found; below zero it came after. */
export interface Lead {
  readonly count: number
  readonly median: number | null
  /** 十分位 — nine of ten had at least so many days; by nearest rank. */
  readonly p10: number | null
  /** Each month's, from the shortest. */
  readonly days: readonly number[]
}

export const leadLevels = ['yellow', 'orange'] as const
export type LeadLevel = (typeof leadLevels)[number]

/** 评分 — of a rule, a cause, or all; each level counts what stood at it or above. */
export interface Figures {
  readonly recall: Readonly<Record<Level, Recall>>
  readonly precision: Readonly<Record<AlarmLevel, Precision>>
  readonly lead: Readonly<Record<LeadLevel, Lead>>
  /** 仅提示 — findings that never rose above blue; they are no alarms. */
  readonly notices: number
}

/** 计分 — `firstOf` tells when a month was warned of, by those rules that are scored. */
export function figuresOf(
  months: readonly OwedMonth[],
  findings: readonly JudgedFinding[],
  firstOf: (month: OwedMonth) => FirstDays,
): Figures {
  return {
    recall: byKey(levels, (level) => recallOf(months, (month) => firstOf(month)[level] !== null)),
    precision: byKey(alarmLevels, (level) => precisionOf(findings, level)),
    lead: byKey(leadLevels, (level) =>
      leadOf(
        months.flatMap((each) => {
          const on = firstOf(each)[level]
          return on === null ? [] : [daysBetween(on, each.month.dueOn)]
        }),
      ),
    ),
    notices: findings.filter(({ highest }) => highest === 'notice').length,
  }
}

/** 合计评分 — of several counties together: counts and sums add up, days are put together anew. */
export function addFigures(all: readonly Figures[]): Figures {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  const sumText = (fen: readonly string[]) => fen.reduce((total, each) => total + BigInt(each), 0n).toString()
  return {
    recall: byKey(levels, (level) => {
      const own = all.map(({ recall }) => recall[level])
      const [found, of] = [sum(own.map((each) => each.found)), sum(own.map((each) => each.of))]
      return {
        found,
        of,
        share: shareOf(found, of),
        foundFen: sumText(own.map(({ foundFen }) => foundFen)),
        missedFen: sumText(own.map(({ missedFen }) => missedFen)),
      }
    }),
    precision: byKey(alarmLevels, (level) => {
      const own = all.map(({ precision }) => precision[level])
      const [correct, of] = [sum(own.map((each) => each.correct)), sum(own.map((each) => each.of))]
      return { correct, of, share: shareOf(correct, of), open: sum(own.map(({ open }) => open)) }
    }),
    lead: byKey(leadLevels, (level) => leadOf(all.flatMap(({ lead }) => lead[level].days))),
    notices: sum(all.map(({ notices }) => notices)),
  }
}

function recallOf(months: readonly OwedMonth[], isFound: (month: OwedMonth) => boolean): Recall {
  const found = months.filter(isFound)
  const fen = (part: readonly OwedMonth[]) => part.reduce((total, { month }) => total + month.owedFen, 0n)
  return {
    found: found.length,
    of: months.length,
    share: shareOf(found.length, months.length),
    foundFen: fen(found).toString(),
    missedFen: (fen(months) - fen(found)).toString(),
  }
}

function precisionOf(findings: readonly JudgedFinding[], level: AlarmLevel): Precision {
  const count = (verdict: string) => findings.filter(({ verdicts }) => verdicts[level] === verdict).length
  const correct = count('true')
  const of = correct + count('false')
  return { correct, of, share: shareOf(correct, of), open: count('open') }
}

function leadOf(given: readonly number[]): Lead {
  const days = [...given].sort((one, other) => one - other)
  const count = days.length
  const [below, above] = [days[Math.ceil(count / 2) - 1], days[Math.floor(count / 2)]]
  return {
    count,
    median: below === undefined || above === undefined ? null : (below + above) / 2,
    p10: days[Math.ceil(count / 10) - 1] ?? null,
    days,
  }
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function byKey<K extends string, T>(keys: readonly K[], make: (key: K) => T): Readonly<Record<K, T>> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, T>
}
