import type { FindingCourse } from '../../features/findings/index.ts'
import { addDays, addMonths, type Day, earlierOf, type Month, monthOf } from '../../law/day.ts'
import { type Level, levels } from '../../monitoring/engine/rule.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { CauseId } from '../county/cause-ids.ts'
import type { Fault } from '../county/fault.ts'
import type { TruthMonth, TruthWorksite } from '../truth/truth.ts'
import { type Part, type RulePart, ruleParts, rulesOfFault } from './rule-parts.ts'
import { everReached } from './standing.ts'

/** 迟见 — so many days after it is over a wrong may still be found: statements come by the month. */
const seenAfterDays = 35

/** 报警等级 — the levels at which a finding is an alarm. What stays blue is a notice. */
export const alarmLevels = ['yellow', 'orange', 'red'] as const
export type AlarmLevel = (typeof alarmLevels)[number]

/** 结论 — `open` where the pay day that the finding speaks of has not come by the end of the simulation. */
export type Verdict = 'true' | 'false' | 'open'

/** 评判后的命中 — what a rule said of a month, or of a worksite, whether once or in several findings. */
export interface JudgedFinding {
  readonly ruleId: string
  readonly part: Part
  readonly worksite: TruthWorksite
  readonly cause: CauseId
  readonly month: Month | null
  readonly openedOn: Day
  readonly highest: Level
  /** Null for a level that was never reached. */
  readonly verdicts: Readonly<Record<AlarmLevel, Verdict | null>>
}

/** 评判命中 — the findings of a worksite of the truth, one a rule and month, or a rule and worksite. */
export function judgeFindings(
  worksite: TruthWorksite,
  courses: readonly FindingCourse[],
  until: Day,
): readonly JudgedFinding[] {
  const groups = groupBy(courses, ({ ruleId, month }) =>
    ruleParts[ruleId]?.reach === 'worksite' ? ruleId : `${ruleId} ${month}`,
  )
  return [...groups.values()].flatMap((group): JudgedFinding[] => {
    const [first] = group
    const part = first === undefined ? undefined : ruleParts[first.ruleId]
    const highest = levels.findLast((level) => group.some((course) => everReached(course, level)))
    if (first === undefined || part === undefined || highest === undefined) {
      return []
    }
    const at = (level: AlarmLevel) => {
      const reached = group.filter((course) => everReached(course, level))
      return joined(reached.map((course) => judge(worksite, course, { part, until })))
    }
    return [
      {
        ruleId: first.ruleId,
        part: part.part,
        worksite,
        ...placeOf(worksite, first, part),
        openedOn: earlierOf(first.openedOn, ...group.map(({ openedOn }) => openedOn)),
        highest,
        verdicts: { yellow: at('yellow'), orange: at('orange'), red: at('red') },
      },
    ]
  })
}

/** What is about no month is laid to the cause of its worksite. */
function placeOf(worksite: TruthWorksite, course: FindingCourse, part: RulePart) {
  if (part.reach === 'worksite') {
    return { cause: worksite.cause, month: null }
  }
  const [spoken] = spokenOf(worksite, course, part)
  return { cause: spoken?.cause ?? worksite.cause, month: course.month }
}

/** Findings of one rule about one thing are true only when each of them is. */
function joined(verdicts: readonly Verdict[]): Verdict | null {
  return verdicts.includes('false')
    ? 'false'
    : (verdicts.find((each) => each === 'true') ?? verdicts[0] ?? null)
}

interface Judging {
  readonly part: RulePart
  readonly until: Day
}

/**
 * A finding is true where a fault of the worksite explains its rule; one of a wage rule also where the month
 * that it speaks of came to owe wages. A duty that is kept is not breached because wages are owed.
 */
function judge(worksite: TruthWorksite, course: FindingCourse, judging: Judging): Verdict {
  const { part, until } = judging
  const explains = (fault: Fault) =>
    rulesOfFault[fault.kind].includes(course.ruleId) && isMeant(fault, course, judging)
  if (worksite.faults.some(explains)) {
    return 'true'
  }
  const months = part.part === 'wage' ? spokenOf(worksite, course, part) : []
  if (part.reach === 'worksite') {
    const owing = months.filter(({ cameToOwe }) => cameToOwe)
    return owing.some((month) => meets(course, owedSpan(month), until)) ? 'true' : 'false'
  }
  if (months.some(({ cameToOwe }) => cameToOwe)) {
    return 'true'
  }
  return months.some(({ isJudged }) => !isJudged) ? 'open' : 'false'
}

/** 所指月份 — the months of wages that a finding speaks of. */
function spokenOf(
  { months }: TruthWorksite,
  { month }: FindingCourse,
  { reach }: RulePart,
): readonly TruthMonth[] {
  switch (reach) {
    case 'month':
      return months.filter((each) => each.month === month)
    case 'pay-month':
      return months.filter(({ dueOn }) => monthOf(dueOn) === month)
    case 'worksite':
      return months
    default:
      return reach satisfies never
  }
}

/** A fault of a month is meant by a finding that names it; any other, when both are there at a time. */
function isMeant(fault: Fault, course: FindingCourse, { part, until }: Judging): boolean {
  return fault.month !== null && part.reach === 'month'
    ? fault.month === course.month
    : meets(course, { fromOn: fault.fromOn, untilOn: fault.untilOn }, until)
}

/** Wages are in danger for a month before they are due, and owed until the last of them is paid. */
function owedSpan({ dueOn, settledOn }: TruthMonth): Lasting {
  return { fromOn: addMonths(dueOn, -1), untilOn: settledOn }
}

interface Lasting {
  readonly fromOn: Day
  readonly untilOn: Day | null
}

function meets({ openedOn, clearedOn }: FindingCourse, { fromOn, untilOn }: Lasting, until: Day): boolean {
  return (
    openedOn <= (untilOn === null ? until : addDays(untilOn, seenAfterDays)) && (clearedOn ?? until) >= fromOn
  )
}
