import { isProvisional, type WorkCalendar, workingDayOnOrBefore } from './calendar.ts'
import { addDays, type Day, daysInMonth, firstDay, type Month, shiftMonth } from './day.ts'

/** 应发工资日 — the agreed day and the last day on which payment is in time. */
export interface PayDay {
  readonly agreedOn: Day
  readonly dueOn: Day
  /** True where the year of either day still waits for its holiday notice. */
  readonly provisional: boolean
}

/**
 * 应发工资日 — the last day on which wages agreed for a day are paid in time: on a holiday or a day off the pay
 * day moves to the working day before it, never after. 《保障农民工工资支付条例》第十四条. LawNotCovered outside the
 * calendar.
 */
export function payDayOn(calendar: WorkCalendar, agreedOn: Day): PayDay {
  const dueOn = workingDayOnOrBefore(calendar, agreedOn)
  return { agreedOn, dueOn, provisional: isProvisional(calendar, dueOn, agreedOn) }
}

/**
 * 约定支付日 — a date of the month, in the month worked (0) or in the next (1); the 31st is the end of a short
 * month.
 */
export interface PayTerms {
  readonly dateOfMonth: number
  readonly monthsLater: 0 | 1
}

/**
 * 工资月应发日 — the pay day of a month's wages by the agreed terms; a RangeError where the date is not 1 to 31.
 */
export function payDayOfMonth(calendar: WorkCalendar, worked: Month, terms: PayTerms): PayDay {
  if (!Number.isInteger(terms.dateOfMonth) || terms.dateOfMonth < 1 || terms.dateOfMonth > 31) {
    throw new RangeError(`${terms.dateOfMonth} is no date of a month`)
  }
  const paid = shiftMonth(worked, terms.monthsLater)
  return payDayOn(calendar, addDays(firstDay(paid), Math.min(terms.dateOfMonth, daysInMonth(paid)) - 1))
}
