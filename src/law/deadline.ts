import { addWorkingDays, isProvisional, isWorkingDay, type WorkCalendar } from './calendar.ts'
import { addDays, addMonths, type Day, daysBetween } from './day.ts'

/** 期间单位 — working day, calendar day, month, year. Hours run on instants: `addHours`. */
export const periodUnits = ['WD', 'CD', 'M', 'Y'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/** 期间 — so many units; negative counts back from the trigger. */
export interface Period {
  readonly n: number
  readonly unit: PeriodUnit
}

/**
 * 届满日遇休息日 — periods to act in roll forward to the next working day; days before which one must act roll back;
 * waits, terms and keeping times end on the day itself.
 */
export const rolls = ['forward', 'backward', 'none'] as const
export type Roll = (typeof rolls)[number]

/** 中止期间 — days that do not count, both ends included; no end yet where the ground goes on. */
export interface Suspension {
  readonly from: Day
  readonly to: Day | null
}

/** 计期情形 — what sets a period off and what has happened to it since. */
export interface Running {
  readonly trigger: Day
  /** Granted extensions, each counted on from where the period would have ended. */
  readonly extensions?: readonly Period[]
  readonly suspensions?: readonly Suspension[]
}

/** 届满日 — the last day of the period, or that it stands still. */
export type Reckoned =
  | {
      readonly state: 'running'
      /** The last day counted, before rolling. */
      readonly countedTo: Day
      /** The last day on which the act is in time. */
      readonly dueOn: Day
      /** True where a year whose holiday notice is not out was needed. */
      readonly provisional: boolean
    }
  | { readonly state: 'suspended'; readonly since: Day }

/** 期间及届满规则 — the period to count and what happens at its end. */
export interface Clock {
  readonly period: Period
  readonly roll: Roll
}

/**
 * 期限计算 — the last day of a period: the trigger day is not counted, suspended days are not counted, months and
 * years end on the same date or on the month's last day, extensions run on from the unrolled end, and the end
 * rolls as stated. LawNotCovered where a working day of a year outside the calendar is needed; a RangeError
 * where a period that counts back carries suspensions or extensions, or a count is no integer.
 */
export function reckon(calendar: WorkCalendar, clock: Clock, running: Running): Reckoned {
  const { trigger, extensions = [], suspensions = [] } = running
  refuseUnsound(clock, running)
  const periods = [clock.period, ...extensions]
  const countsWorkingDays = periods.some(({ unit }) => unit === 'WD')
  if (clock.period.n < 0) {
    const countedTo = advance(calendar, trigger, clock.period)
    const usedFrom = countsWorkingDays ? trigger : countedTo
    return finish(calendar, clock, { usedFrom, countedTo, dueOn: rollBack(calendar, clock.roll, countedTo) })
  }
  let countedTo = trigger
  for (const period of periods) {
    const next = pass(calendar, { from: countedTo, period, suspensions })
    if (next.state === 'suspended') {
      return next
    }
    countedTo = next.to
  }
  const rolled = rollForward(calendar, clock.roll, { countedTo, suspensions })
  if (rolled.state === 'suspended') {
    return rolled
  }
  const usedFrom = countsWorkingDays ? trigger : countedTo
  return finish(calendar, clock, { usedFrom, countedTo, dueOn: rolled.to })
}

/**
 * 期限重算 — the reckoning by the calendar before a change and by the one after it, and whether the end moved.
 */
export interface Recomputed {
  readonly before: Reckoned
  readonly after: Reckoned
  readonly moved: boolean
}

/**
 * 日历变更后重算 — reckons one running period by both calendars, so that the old and the new day can be recorded.
 */
export function recompute(
  calendars: { readonly before: WorkCalendar; readonly after: WorkCalendar },
  clock: Clock,
  running: Running,
): Recomputed {
  const before = reckon(calendars.before, clock, running)
  const after = reckon(calendars.after, clock, running)
  return { before, after, moved: lastDayOf(before) !== lastDayOf(after) }
}

type Passed =
  | { readonly state: 'running'; readonly to: Day }
  | { readonly state: 'suspended'; readonly since: Day }

function pass(
  calendar: WorkCalendar,
  stretch: { readonly from: Day; readonly period: Period; readonly suspensions: readonly Suspension[] },
): Passed {
  const { from, period, suspensions } = stretch
  if (suspensions.length === 0) {
    return { state: 'running', to: advance(calendar, from, period) }
  }
  const working = period.unit === 'WD'
  let left = working ? period.n : daysBetween(from, advance(calendar, from, period))
  let current = from
  while (left > 0) {
    current = addDays(current, 1)
    const standing = suspensions.find(
      (each) => each.from <= current && (each.to === null || current <= each.to),
    )
    if (standing?.to === null) {
      return { state: 'suspended', since: standing.from }
    }
    left -= standing === undefined && (!working || isWorkingDay(calendar, current)) ? 1 : 0
  }
  return { state: 'running', to: current }
}

function advance(calendar: WorkCalendar, from: Day, period: Period): Day {
  switch (period.unit) {
    case 'WD':
      return addWorkingDays(calendar, from, period.n)
    case 'CD':
      return addDays(from, period.n)
    case 'M':
      return addMonths(from, period.n)
    case 'Y':
      return addMonths(from, period.n * 12)
    default:
      return period.unit satisfies never
  }
}

function rollForward(
  calendar: WorkCalendar,
  roll: Roll,
  end: { readonly countedTo: Day; readonly suspensions: readonly Suspension[] },
): Passed {
  if (roll !== 'forward' || isWorkingDay(calendar, end.countedTo)) {
    return { state: 'running', to: end.countedTo }
  }
  const nextWorkingDay: Period = { n: 1, unit: 'WD' }
  return pass(calendar, { from: end.countedTo, period: nextWorkingDay, suspensions: end.suspensions })
}

function rollBack(calendar: WorkCalendar, roll: Roll, countedTo: Day): Day {
  return roll !== 'backward' || isWorkingDay(calendar, countedTo)
    ? countedTo
    : addWorkingDays(calendar, countedTo, -1)
}

function finish(
  calendar: WorkCalendar,
  clock: Clock,
  days: { readonly usedFrom: Day; readonly countedTo: Day; readonly dueOn: Day },
): Reckoned {
  const { usedFrom, countedTo, dueOn } = days
  const usesCalendar = clock.roll !== 'none' || usedFrom !== countedTo
  return {
    state: 'running',
    countedTo,
    dueOn,
    provisional: usesCalendar && isProvisional(calendar, usedFrom, dueOn),
  }
}

function refuseUnsound(clock: Clock, running: Running): void {
  const extensions = running.extensions ?? []
  const suspensions = running.suspensions ?? []
  if (
    ![clock.period, ...extensions].every(({ n }) => Number.isInteger(n)) ||
    extensions.some(({ n }) => n < 0)
  ) {
    throw new RangeError('a period counts whole units, and an extension never shortens it')
  }
  if (clock.period.n < 0 && extensions.length + suspensions.length > 0) {
    throw new RangeError('a period that counts back is neither extended nor suspended')
  }
  if (clock.period.n < 0 ? clock.roll === 'forward' : clock.roll === 'backward') {
    throw new RangeError('a period rolls in the direction in which it counts, or not at all')
  }
  if (suspensions.some(({ from, to }) => to !== null && to < from)) {
    throw new RangeError('a suspension ends before it begins')
  }
}

function lastDayOf(reckoned: Reckoned): Day | null {
  return reckoned.state === 'running' ? reckoned.dueOn : null
}
