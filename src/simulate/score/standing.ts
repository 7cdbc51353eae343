import type { FindingCourse } from '../../features/findings/index.ts'
import { addDays, type Day, type DaySpan, earlierOf, laterOf } from '../../law/day.ts'
import { type Level, levels } from '../../monitoring/engine/rule.ts'

/** 首日 — the first day of the span on which the finding stood at the level or above; null for none. */
export function firstDayAt(course: FindingCourse, level: Level, span: DaySpan): Day | null {
  for (const [at, step] of course.steps.entries()) {
    const next = course.steps[at + 1]
    const from = laterOf(step.fromOn, span.from)
    const to = next === undefined ? span.to : earlierOf(addDays(next.fromOn, -1), span.to)
    if (isAtLeast(step.level, level) && from <= to) {
      return from
    }
  }
  return null
}

/** 达到过 — whether the finding ever stood at the level or above. */
export function everReached({ steps }: FindingCourse, level: Level): boolean {
  return steps.some((step) => isAtLeast(step.level, level))
}

function isAtLeast(stood: Level | 'clear', level: Level): boolean {
  return stood !== 'clear' && levels.indexOf(stood) >= levels.indexOf(level)
}
