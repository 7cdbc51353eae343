import type { FindingCourse, WatchedDays } from '../../features/findings/index.ts'
import { addDays, addMonths, type Day, type DaySpan, laterOf, monthOf } from '../../law/day.ts'
import { type Level, levels } from '../../monitoring/engine/rule.ts'
import type { Truth, TruthMonth, TruthWorksite } from '../truth/truth.ts'
import { type RulePart, ruleParts } from './rule-parts.ts'
import { firstDayAt } from './standing.ts'

/** 宽限 — a month is found that was warned of at the latest so many days after its pay day. */
export const graceDays = 3

/** 首次达到 — the first day on which a warning stood at each level or above; null where none did in time. */
export type FirstDays = Readonly<Record<Level, Day | null>>

export const neverReached: FirstDays = { notice: null, yellow: null, orange: null, red: null }

/** 欠薪月 — a month of a worksite that came to owe wages, and when it was warned of. */
export interface OwedMonth {
  readonly worksite: TruthWorksite
  readonly month: TruthMonth
  /** By any rule. */
  readonly first: FirstDays
  readonly firstByRule: ReadonlyMap<string, FirstDays>
}

/** 可评判月 — the months whose pay day, with the days of grace after it, lies within the days watched. */
export function judgedMonths(
  { worksites }: Truth,
  watched: WatchedDays | null,
): readonly { readonly worksite: TruthWorksite; readonly month: TruthMonth }[] {
  return worksites.flatMap((worksite) =>
    worksite.months
      .filter((month) => watched !== null && isWithin(month, watched))
      .map((month) => ({ worksite, month })),
  )
}

function isWithin({ dueOn, isJudged }: TruthMonth, { from, to }: WatchedDays): boolean {
  return isJudged && dueOn >= from && addDays(dueOn, graceDays) <= to
}

/** 评判欠薪月 — when each rule warned of a month; `courses` are those of its worksite. */
export function judgeOwed(
  { worksite, month }: { readonly worksite: TruthWorksite; readonly month: TruthMonth },
  courses: readonly FindingCourse[],
  watchedFrom: Day,
): OwedMonth {
  const firstByRule = new Map<string, FirstDays>()
  for (const course of courses) {
    const part = ruleParts[course.ruleId]
    const span = part === undefined ? null : spanFor(course, part, { month, watchedFrom })
    if (span !== null) {
      const known = firstByRule.get(course.ruleId) ?? neverReached
      firstByRule.set(course.ruleId, earlier(known, daysWithin(course, span)))
    }
  }
  const first = [...firstByRule.values()].reduce(earlier, neverReached)
  return { worksite, month, first, firstByRule }
}

/**
 * The days on which a finding warns of the month: those until the end of grace, where it names the month. One
 * that speaks of the whole worksite warns of a pay day only if it still stands then, and for a month before
 * it at most, since it may have been opened long ago for another.
 */
function spanFor(
  course: FindingCourse,
  { reach, finds }: RulePart,
  { month, watchedFrom }: { readonly month: TruthMonth; readonly watchedFrom: Day },
): DaySpan | null {
  const { dueOn } = month
  const to = addDays(dueOn, graceDays)
  if (!finds) {
    return null
  }
  if (reach === 'worksite') {
    const stands = course.clearedOn === null || course.clearedOn > dueOn
    return stands ? { from: laterOf(watchedFrom, addMonths(dueOn, -1)), to } : null
  }
  const named = reach === 'month' ? month.month : monthOf(dueOn)
  return course.month === named ? { from: watchedFrom, to } : null
}

function daysWithin(course: FindingCourse, span: DaySpan): FirstDays {
  const day = (level: Level) => firstDayAt(course, level, span)
  return { notice: day('notice'), yellow: day('yellow'), orange: day('orange'), red: day('red') }
}

function earlier(one: FirstDays, other: FirstDays): FirstDays {
  const pick = (level: Level) => {
    const [a, b] = [one[level], other[level]]
    return a === null || (b !== null && b < a) ? b : a
  }
  return { notice: pick('notice'), yellow: pick('yellow'), orange: pick('orange'), red: pick('red') }
}

/** 最高等级 — the gravest level at which the month was warned of in time; null where it was not at all. */
export function highestIn(first: FirstDays): Level | null {
  return levels.findLast((level) => first[level] !== null) ?? null
}
