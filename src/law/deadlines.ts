import type { WorkCalendar } from './calendar.ts'
import { type Day, type DaySpan, firstDay, lastDay, month, yearOf } from './day.ts'
import { type Clock, type Period, type Reckoned, type Running, reckon } from './deadline.ts'
import { depositDeadlines } from './deadlines/deposits.ts'
import { disputeDeadlines } from './deadlines/disputes.ts'
import { inspectionDeadlines } from './deadlines/inspection.ts'
import { recordDeadlines } from './deadlines/records.ts'
import { referralDeadlines } from './deadlines/referral.ts'
import type { DeadlineId, Recurrence, StatutoryDeadline } from './deadlines/row.ts'
import { wageDeadlines } from './deadlines/wages.ts'
import { LawNotCovered } from './errors.ts'
import { addHours } from './instant.ts'
import { citeText, instruments } from './instruments/index.ts'

/** 法定期限表 — D01 to D67, in the order of their numbers. */
export const statutoryDeadlines: readonly StatutoryDeadline[] = [
  ...wageDeadlines,
  ...depositDeadlines,
  ...inspectionDeadlines,
  ...referralDeadlines,
  ...disputeDeadlines,
  ...recordDeadlines,
].sort((left, right) => (left.id < right.id ? -1 : 1))

const byId = new Map(statutoryDeadlines.map((row) => [row.id, row]))

/** 法定期限 — the row with that id; a RangeError where the table has none. */
export function statutoryDeadline(id: DeadlineId): StatutoryDeadline {
  const row = byId.get(id)
  if (row === undefined) {
    throw new RangeError(`the table of deadlines has no row ${id}`)
  }
  return row
}

/**
 * 期限的计算规则 — the period and roll of a row, or null where the row holds no count of days from a trigger (a pay
 * day, hours, something recurring, the longest cycle, an extension).
 */
export function clockOf(row: StatutoryDeadline): Clock | null {
  const { term } = row
  switch (term.form) {
    case 'within':
      return { period: term.period, roll: 'forward' }
    case 'before':
      return { period: { n: -term.period.n, unit: term.period.unit }, roll: 'backward' }
    case 'wait':
    case 'keep':
    case 'term':
    case 'valid':
      return { period: term.period, roll: 'none' }
    case 'cycle':
    case 'recurring':
    case 'extension':
    case 'hours':
    case 'pay-day':
      return null
    default:
      return term satisfies never
  }
}

/** 可批准的延长 — the extension that the law allows to a row once, or null. */
export function extensionOf(row: StatutoryDeadline): Period | null {
  return row.term.form === 'within' ? (row.term.extension ?? null) : null
}

/** 期限计算情形 — what happened, and how to count the rows whose text leaves the type of day open (CNT-7). */
export interface DeadlineRunning extends Running {
  readonly openDayType?: 'WD' | 'CD'
}

/**
 * 法定期限届满日 — reckons a row from its trigger. For a wait the last waiting day: the act is open from the day
 * after. LawNotCovered where the trigger lies before the instrument applied, or a year is outside the
 * calendar; a RangeError where the row holds no count of days.
 */
export function reckonDeadline(calendar: WorkCalendar, id: DeadlineId, running: DeadlineRunning): Reckoned {
  const row = statutoryDeadline(id)
  const clock = clockOf(row)
  if (clock === null) {
    throw new RangeError(`${id} is not a count of days from a trigger`)
  }
  const [basis] = row.basis
  if (running.trigger < instruments[basis.instrument].coveredFrom) {
    throw new LawNotCovered({ zh: citeText(basis, 'zh'), en: citeText(basis, 'en') }, running.trigger)
  }
  const unit = row.dayTypeAssumed === true ? (running.openDayType ?? 'CD') : clock.period.unit
  return reckon(calendar, { ...clock, period: { n: clock.period.n, unit } }, running)
}

/**
 * 小时期限届满时刻 — the ISO instant by which a row of hours must be done; a RangeError where the row counts no
 * hours.
 */
export function hoursDueAt(id: DeadlineId, from: string): string {
  const { term } = statutoryDeadline(id)
  if (term.form !== 'hours') {
    throw new RangeError(`${id} is not a count of hours`)
  }
  return addHours(from, term.hours)
}

/** 所在周期 — the month, quarter, half-year or year in which the day lies, for duties that recur. */
export function recurrenceSpan(per: Recurrence, on: Day): DaySpan {
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[per]
  const first = Math.floor((Number(on.slice(5, 7)) - 1) / months) * months + 1
  const name = (index: number) => month(`${yearOf(on)}-${String(index).padStart(2, '0')}`)
  return { from: firstDay(name(first)), to: lastDay(name(first + months - 1)) }
}
