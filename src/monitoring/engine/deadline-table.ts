import { type RawBuilder, sql } from 'kysely'

import {
  addDays,
  type Day,
  type DeadlineId,
  daysInMonth,
  firstDay,
  type Month,
  monthOf,
  payDayOfMonth,
  reckonDeadline,
  shiftMonth,
  type WorkCalendar,
  workingDayOnOrAfter,
} from '../../law/index.ts'
import type { Asking } from './rule.ts'

/**
 * How far back triggers are laid out, in days. A deadline that began earlier is overdue by more than any
 * band asks.
 */
const lookBackDays = 500

/** How far back days that recur by the month are laid out. */
const lookBackMonths = 24

/** 期限表 — SQL and the first trigger day that it covers; an earlier trigger is looked up as that day. */
export interface DeadlineTable {
  readonly rows: RawBuilder<unknown>
  readonly earliest: Day
}

/**
 * 期限届满日表 — for each day up to the one asked about on which a statutory deadline may have begun, its last
 * day by the deadline engine of the law package: a relation (trigger_on date, last_on date) for a rule to
 * join.
 */
export function deadlineTable({ asOf, calendar }: Asking, id: DeadlineId): DeadlineTable {
  const earliest = addDays(asOf, -lookBackDays)
  const triggers: string[] = []
  const lasts: string[] = []
  for (let trigger = earliest; trigger <= asOf; trigger = addDays(trigger, 1)) {
    const reckoned = reckonDeadline(calendar, id, { trigger })
    if (reckoned.state === 'running') {
      triggers.push(trigger)
      lasts.push(reckoned.dueOn)
    }
  }
  return { earliest, rows: sql`unnest(${triggers}::date[], ${lasts}::date[])` }
}

/**
 * 应发工资日表 — the pay day of each month by the terms of a worksite, moved before days off (条例 14): a relation
 * (month date, pay_day int, months_later int, due_on date).
 */
export function payDayTable({ asOf, calendar }: Asking): RawBuilder<unknown> {
  const terms = recentMonths(asOf, calendar).flatMap((month) =>
    datesOfMonth.flatMap((dateOfMonth) =>
      ([0, 1] as const).map((monthsLater) => ({ month, dateOfMonth, monthsLater })),
    ),
  )
  return sql`unnest(${terms.map(({ month }) => firstDay(month))}::date[],
    ${terms.map(({ dateOfMonth }) => dateOfMonth)}::int[], ${terms.map(({ monthsLater }) => monthsLater)}::int[],
    ${terms.map((each) => payDayOfMonth(calendar, each.month, each).dueOn)}::date[])`
}

/**
 * 每月约定日表 — the day of each month on which something agreed for a date of the month is due, on the next
 * working day where it falls on a day off: a relation (month date, date_of_month int, due_on date).
 */
export function monthlyDayTable({ asOf, calendar }: Asking): RawBuilder<unknown> {
  const dates = recentMonths(asOf, calendar).flatMap((month) =>
    datesOfMonth.map((dateOfMonth) => ({ month, dateOfMonth })),
  )
  const dueOn = (month: Month, date: number) =>
    workingDayOnOrAfter(calendar, addDays(firstDay(month), Math.min(date, daysInMonth(month)) - 1))
  return sql`unnest(${dates.map(({ month }) => firstDay(month))}::date[],
    ${dates.map(({ dateOfMonth }) => dateOfMonth)}::int[],
    ${dates.map(({ month, dateOfMonth }) => dueOn(month, dateOfMonth))}::date[])`
}

const datesOfMonth = Array.from({ length: 31 }, (_, index) => index + 1)

/** From two years ago to the next month, as far as the calendar holds the months before and after, too. */
function recentMonths(asOf: Day, calendar: WorkCalendar): Month[] {
  const holds = (month: Month) => calendar.years.has(Number(month.slice(0, 4)))
  return Array.from({ length: lookBackMonths + 2 }, (_, back) => shiftMonth(monthOf(asOf), 1 - back)).filter(
    (month) => holds(shiftMonth(month, -1)) && holds(shiftMonth(month, 1)),
  )
}
