import { Refusal } from '../../contract/errors.ts'
import { calendarTable, isWorkingDay, nationalCalendar, workingDayOnOrBefore } from '../../law/calendar.ts'
import {
  addDays,
  type Day,
  type DaySpan,
  daysBetween,
  eachDay,
  firstDay,
  type Month,
  monthOf,
  shiftMonth,
  yearOf,
} from '../../law/day.ts'
import { payDayOfMonth } from '../../law/pay-day.ts'
import type { Frame } from './model.ts'

/**
 * 模拟的时间 — so many months that end with the month of `until`, cut there. Refuses `simulate.year-not-covered`
 * where the work calendar does not hold one of the years, or that of the last pay day.
 */
export function openFrame(until: Day, monthCount: number): Frame {
  const last = monthOf(until)
  const months = Array.from({ length: monthCount }, (_, at) => shiftMonth(last, at + 1 - monthCount))
  const from = firstDay(months[0] ?? last)
  for (const each of [from, until, firstDay(shiftMonth(last, 1))]) {
    if (!nationalCalendar.years.has(yearOf(each))) {
      const years = [...nationalCalendar.years.keys()]
      throw new Refusal('simulate.year-not-covered', { year: yearOf(each), years }, 'invalid')
    }
  }
  const days = eachDay({ from, to: until })
  const starts = months.map((each) => daysBetween(from, firstDay(each)))
  const festivals = [...new Set(months.map(yearOf))].map(festivalOf).filter((span) => span !== null)
  return {
    from,
    until,
    days,
    months,
    monthStarts: [...starts, days.length],
    festival: festivals.find((span) => span.from >= from && span.to <= until) ?? null,
  }
}

/** 春节假期 — the days off between mid-January and the end of February; null where the calendar holds none. */
function festivalOf(year: number): DaySpan | null {
  const off = calendarTable(nationalCalendar)
    .special.filter(({ kind }) => kind !== 'make-up-workday')
    .map((special) => special.day)
    .filter((day) => day >= `${year}-01-15` && day <= `${year}-02-28`)
  const [first] = off
  const last = off.at(-1)
  return first === undefined || last === undefined ? null : { from: first, to: last }
}

/** The place of a day in the frame; below 0 before it, beyond its days after it. */
export function placeOf(frame: Frame, day: Day): number {
  return daysBetween(frame.from, day)
}

/** 应发日 — the last day on which a month's wages are paid in time. */
export function dueDayOf(month: Month, payDate: number): Day {
  return payDayOfMonth(nationalCalendar, month, { dateOfMonth: payDate, monthsLater: 1 }).dueOn
}

export function workdayBefore(day: Day, days: number): Day {
  return workingDayOnOrBefore(nationalCalendar, addDays(day, -days))
}

export function isBankDay(day: Day): boolean {
  return isWorkingDay(nationalCalendar, day)
}

/** The month at a place of the frame. */
export function monthAt({ months }: Frame, at: number): Month {
  const month = months[at]
  if (month === undefined) {
    throw new RangeError(`the frame has no month at ${at}`)
  }
  return month
}
