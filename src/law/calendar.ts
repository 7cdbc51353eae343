import { calendarNotices } from './data/calendar.ts'
import { addDays, type Day, day, eachDay, weekday, yearOf } from './day.ts'
import { LawNotCovered } from './errors.ts'

/**
 * 特殊日 — a day on which the calendar departs from Monday-to-Friday: a statutory holiday (300 %), a day off by
 * the notice or by the locality, a weekend day that is worked.
 */
export const specialDayKinds = ['statutory-holiday', 'day-off', 'make-up-workday'] as const
export type SpecialDayKind = (typeof specialDayKinds)[number]
export type DayKind = SpecialDayKind | 'workday' | 'weekend'

export interface SpecialDay {
  readonly day: Day
  readonly kind: SpecialDayKind
}

/** 日历年 — a year that a calendar covers; provisional while the State Council's notice is not out. */
export interface CalendarYear {
  readonly year: number
  readonly provisional: boolean
}

/** 工作日历 — which days are worked. A value: an official's edited table makes another. */
export interface WorkCalendar {
  readonly years: ReadonlyMap<number, CalendarYear>
  readonly special: ReadonlyMap<Day, SpecialDayKind>
}

export interface CalendarTable {
  readonly years: readonly CalendarYear[]
  readonly special: readonly SpecialDay[]
}

export const calendarProblemCodes = [
  'day-outside-years',
  'day-twice',
  'year-twice',
  'make-up-on-weekday',
] as const
export interface CalendarProblem {
  readonly code: (typeof calendarProblemCodes)[number]
  /** The day, or the year, that is wrong. */
  readonly at: string
}

const calendarSubject = { zh: '国务院办公厅节假日安排', en: "the State Council's holiday notices" }

/** 日历表检查 — what is wrong with a table before it can be a calendar; empty where nothing is. */
export function calendarProblems(table: CalendarTable): readonly CalendarProblem[] {
  const years = new Set<number>()
  const days = new Set<Day>()
  const problems: CalendarProblem[] = []
  for (const { year } of table.years) {
    if (years.has(year)) {
      problems.push({ code: 'year-twice', at: String(year) })
    }
    years.add(year)
  }
  for (const { day: at, kind } of table.special) {
    if (days.has(at)) {
      problems.push({ code: 'day-twice', at })
    }
    if (!years.has(yearOf(at))) {
      problems.push({ code: 'day-outside-years', at })
    }
    if (kind === 'make-up-workday' && weekday(at) <= 5) {
      problems.push({ code: 'make-up-on-weekday', at })
    }
    days.add(at)
  }
  return problems
}

/** 建立日历 — the calendar of a table; a RangeError where `calendarProblems` finds any. */
export function workCalendar(table: CalendarTable): WorkCalendar {
  const [problem] = calendarProblems(table)
  if (problem !== undefined) {
    throw new RangeError(`a calendar table is wrong at ${problem.at}: ${problem.code}`)
  }
  return {
    years: new Map(table.years.map((year) => [year.year, year])),
    special: new Map(table.special.map((special) => [special.day, special.kind])),
  }
}

/** 日历表 — the table that a calendar was made of, in order of its days. */
export function calendarTable(calendar: WorkCalendar): CalendarTable {
  const special = [...calendar.special].map(([at, kind]) => ({ day: at, kind }))
  return { years: [...calendar.years.values()], special: special.sort((a, b) => (a.day < b.day ? -1 : 1)) }
}

/** 全国日历 — the State Council's notices of 2023 to 2026, and 2027 with its statutory days only, provisional. */
export const nationalCalendar: WorkCalendar = workCalendar({
  years: calendarNotices.map(({ year, provisional }) => ({ year, provisional })),
  special: calendarNotices.flatMap((notice) => {
    const on = (date: string) => day(`${notice.year}-${date}`)
    const kinds = new Map<Day, SpecialDayKind>()
    for (const [from, to] of notice.off) {
      for (const each of eachDay({ from: on(from), to: on(to) })) {
        kinds.set(each, 'day-off')
      }
    }
    for (const each of notice.statutory) {
      kinds.set(on(each), 'statutory-holiday')
    }
    for (const each of notice.makeUp) {
      kinds.set(on(each), 'make-up-workday')
    }
    return [...kinds].map(([each, kind]) => ({ day: each, kind }))
  }),
})

/** 日的性质 — what the calendar says of the day; LawNotCovered where it does not hold the year. */
export function dayKind(calendar: WorkCalendar, of: Day): DayKind {
  if (!calendar.years.has(yearOf(of))) {
    throw new LawNotCovered(calendarSubject, of)
  }
  return calendar.special.get(of) ?? (weekday(of) <= 5 ? 'workday' : 'weekend')
}

/** 工作日 — whether the day is worked: Monday to Friday but for days off, and make-up days. */
export function isWorkingDay(calendar: WorkCalendar, of: Day): boolean {
  const kind = dayKind(calendar, of)
  return kind === 'workday' || kind === 'make-up-workday'
}

/** 暂定 — whether any year from the first day to the second still waits for its notice. */
export function isProvisional(calendar: WorkCalendar, from: Day, to: Day = from): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from]
  return [...calendar.years.values()].some(
    (each) => each.provisional && each.year >= yearOf(first) && each.year <= yearOf(last),
  )
}

/**
 * 加工作日 — the working day that many working days after the day, which is not counted; before it if negative.
 */
export function addWorkingDays(calendar: WorkCalendar, from: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let current = from
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step)
    left -= isWorkingDay(calendar, current) ? 1 : 0
  }
  return current
}

/** 顺延 — the day itself where it is worked, else the next working day. */
export function workingDayOnOrAfter(calendar: WorkCalendar, from: Day): Day {
  return isWorkingDay(calendar, from) ? from : addWorkingDays(calendar, from, 1)
}

/** 提前 — the day itself where it is worked, else the working day before it. */
export function workingDayOnOrBefore(calendar: WorkCalendar, from: Day): Day {
  return isWorkingDay(calendar, from) ? from : addWorkingDays(calendar, from, -1)
}

/**
 * 工作日数 — working days after the first day up to and with the second: how many working days of a period have
 * run by the second day when the first set it off. Negative where the second day is earlier.
 */
export function workingDaysBetween(calendar: WorkCalendar, after: Day, until: Day): number {
  if (until < after) {
    return -workingDaysBetween(calendar, until, after)
  }
  return eachDay({ from: addDays(after, 1), to: until }).filter((each) => isWorkingDay(calendar, each)).length
}
