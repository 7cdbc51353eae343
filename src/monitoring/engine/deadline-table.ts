import { type RawBuilder, sql } from 'kysely'

import {
  addDays,
  type Day,
  type DeadlineId,
  daysInMonth,
  eachDay,
  firstDay,
  type Month,
  monthOf,
  payDayOfMonth,
  reckonDeadline,
  shiftMonth,
  type WorkCalendar,
  workingDayOnOrAfter,
  yearOf,
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
  const { triggers, lasts } = spansOf(calendar, [id, earliest, asOf])
  return { earliest, rows: sql`unnest(${triggers}::date[], ${lasts}::date[])` }
}

/**
 * 应发工资日 — an expression for the pay day of a month by the terms of a worksite, moved before days off (条例
 * 14); null where a term is missing or the month is not laid out.
 */
export function payDayOf(
  { asOf, calendar }: Asking,
  { month, payDay, monthsLater }: Readonly<Record<'month' | 'payDay' | 'monthsLater', RawBuilder<unknown>>>,
): RawBuilder<unknown> {
  const months = recentMonths(asOf, calendar)
  const days = arrayOf(months.map((each) => payDaysOf(calendar, each)))
  const place = sql`((extract(year from ${month}) - ${yearOf(months[0] ?? monthOf(asOf))}::int) * 12
    + extract(month from ${month}) - ${Number((months[0] ?? monthOf(asOf)).slice(5))}::int)::int`
  return sql`(${days}::date[])[${place} * 62 + ${monthsLater} * 31 + ${payDay}]`
}

/**
 * 每月约定日 — the days on which something agreed for a date of the month is due, on the next working day where
 * one falls on a day off: a lateral relation (month date, due_on date) for the date in a column.
 */
export function monthlyDays(
  { asOf, calendar }: Asking,
  dateOfMonth: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const months = recentMonths(asOf, calendar)
  const days = arrayOf(months.map((month) => dueDaysOf(calendar, month)))
  return sql`(select (${months.map(firstDay)}::date[])[n] as month,
                     (${days}::date[])[(n - 1) * 31 + ${dateOfMonth}] as due_on
                from generate_series(1, ${months.length}::int) n)`
}

/** Days that are written already, as one array of the database: to write out hundreds each time costs more. */
function arrayOf(written: readonly string[]): string {
  return `{${written.join(',')}}`
}

const mostRemembered = 2000

/**
 * What a calendar says of a day or a month does not change, and the same are asked for by each rule of each run:
 * to reckon them anew would take longer than most rules do.
 */
function remembered<K, V>(reckon: (calendar: WorkCalendar, key: K) => V) {
  const calendars = new WeakMap<WorkCalendar, Map<string, V>>()
  return (calendar: WorkCalendar, key: K): V => {
    const known = calendars.get(calendar) ?? new Map<string, V>()
    calendars.set(calendar, known)
    const text = String(key)
    const value = known.get(text) ?? reckon(calendar, key)
    if (known.size >= mostRemembered) {
      known.clear()
    }
    known.set(text, value)
    return value
  }
}

const spansOf = remembered((calendar, [id, earliest, asOf]: readonly [DeadlineId, Day, Day]) => {
  const spans = eachDay({ from: earliest, to: asOf }).flatMap((trigger) => {
    const reckoned = lastDayOf(calendar, [id, trigger])
    return reckoned.state === 'running' ? [[trigger, reckoned.dueOn] as const] : []
  })
  return { triggers: arrayOf(spans.map(([from]) => from)), lasts: arrayOf(spans.map(([, to]) => to)) }
})

const lastDayOf = remembered((calendar, [id, trigger]: readonly [DeadlineId, Day]) =>
  reckonDeadline(calendar, id, { trigger }),
)

const payDaysOf = remembered((calendar, month: Month) =>
  ([0, 1] as const)
    .flatMap((monthsLater) =>
      datesOfMonth.map((dateOfMonth) => payDayOfMonth(calendar, month, { dateOfMonth, monthsLater }).dueOn),
    )
    .join(','),
)

const dueDaysOf = remembered((calendar, month: Month) =>
  datesOfMonth
    .map((date) =>
      workingDayOnOrAfter(calendar, addDays(firstDay(month), Math.min(date, daysInMonth(month)) - 1)),
    )
    .join(','),
)

const datesOfMonth = Array.from({ length: 31 }, (_, index) => index + 1)

/**
 * From two years ago to the next month, in order, as far as the calendar holds the months before and after,
 * too.
 */
function recentMonths(asOf: Day, calendar: WorkCalendar): Month[] {
  const holds = (month: Month) => calendar.years.has(yearOf(month))
  return Array.from({ length: lookBackMonths + 2 }, (_, at) =>
    shiftMonth(monthOf(asOf), at - lookBackMonths),
  ).filter((month) => holds(shiftMonth(month, -1)) && holds(shiftMonth(month, 1)))
}
