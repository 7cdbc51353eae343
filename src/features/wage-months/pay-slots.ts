import type { WorkCalendar } from '../../law/calendar.ts'
import {
  addDays,
  type Day,
  eachDay,
  firstDay,
  lastDay,
  laterOf,
  type Month,
  monthOf,
  shiftMonth,
  weekday,
} from '../../law/day.ts'
import { LawNotCovered } from '../../law/errors.ts'
import { payDayOfMonth, payDayOn } from '../../law/pay-day.ts'

/** 工资支付周期 — how often wages are paid by the labor contract; a month where none says otherwise. */
export type PayCycle = 'month' | 'half-month' | 'week' | 'day' | 'task'

/** 支付约定 — what decides the pay days of a month's wages. */
export interface PayTerms {
  readonly month: Month
  readonly payCycle: PayCycle
  /** Day of the month, of the week where paid by the week; null where nobody agreed one. */
  readonly payDay: number | null
  /** 0 in the month worked (当期), 1 in the next (次期). */
  readonly monthsLater: 0 | 1
  /** 完成之日 — the end of a task contract; null for the others. */
  readonly endsOn: Day | null
}

/** 支付期 — a part of the month worked, with its pay day. */
export interface PaySlot {
  readonly dueNo: number
  readonly fromOn: Day
  readonly untilOn: Day
  readonly agreedOn: Day
  readonly dueOn: Day
}

type Period = Omit<PaySlot, 'dueOn'>

/**
 * 支付期划分 — the pay days of a month by its terms, each moved before days off (条例 14). Where no day was agreed
 * it is the last one that the article allows: the end of the next period. Empty where the calendar does not
 * hold the year: a pay day is never guessed.
 */
export function paySlots(terms: PayTerms, calendar: WorkCalendar): readonly PaySlot[] {
  try {
    return periods(terms, calendar).map((period) => {
      const { dueOn } = payDayOn(calendar, period.agreedOn)
      // A wage by the day is never due before the day was worked, whatever holidays follow.
      return { ...period, dueOn: terms.payCycle === 'day' ? laterOf(dueOn, period.untilOn) : dueOn }
    })
  } catch (error) {
    if (error instanceof LawNotCovered) {
      return []
    }
    throw error
  }
}

function periods(terms: PayTerms, calendar: WorkCalendar): readonly Period[] {
  const whole = { dueNo: 1, fromOn: firstDay(terms.month), untilOn: lastDay(terms.month) }
  switch (terms.payCycle) {
    case 'month': {
      const agreed = { dateOfMonth: terms.payDay ?? 31, monthsLater: terms.monthsLater }
      return [{ ...whole, agreedOn: payDayOfMonth(calendar, terms.month, agreed).agreedOn }]
    }
    case 'task':
      return [{ ...whole, agreedOn: taskPayDay(terms) }]
    case 'half-month':
      return halves(terms)
    case 'week':
      return weeks(terms)
    case 'day':
      return eachDay({ from: whole.fromOn, to: whole.untilOn }).map((day, index) => ({
        dueNo: index + 1,
        fromOn: day,
        untilOn: day,
        agreedOn: addDays(day, 1),
      }))
    default:
      return terms.payCycle satisfies never
  }
}

/** A task is paid when it is done (工资支付暂行规定 8), and its months not later than other months are. */
function taskPayDay({ month, endsOn }: PayTerms): Day {
  const latest = lastDay(shiftMonth(month, 1))
  return endsOn !== null && endsOn >= firstDay(month) && endsOn <= latest ? endsOn : latest
}

/** The agreed date gives both pay days: the 5th and the 20th say the same, the 5th after each half. */
function halves({ month, payDay }: PayTerms): readonly Period[] {
  const after = payDay === null ? 15 : ((Math.min(payDay, 30) - 1) % 15) + 1
  const middle = addDays(firstDay(month), 14)
  const end = lastDay(month)
  const firstPaid = addDays(middle, after)
  return [
    { dueNo: 1, fromOn: firstDay(month), untilOn: middle, agreedOn: firstPaid < end ? firstPaid : end },
    { dueNo: 2, fromOn: addDays(middle, 1), untilOn: end, agreedOn: addDays(end, after) },
  ]
}

/**
 * Weeks run from Monday to Sunday; one that crosses the end of the month is cut there and paid as the whole
 * week is.
 */
function weeks({ month, payDay }: PayTerms): readonly Period[] {
  const found: Period[] = []
  for (let from = firstDay(month); monthOf(from) === month; ) {
    const sunday = addDays(from, 7 - weekday(from))
    const until = sunday < lastDay(month) ? sunday : lastDay(month)
    const agreedOn = addDays(sunday, payDay ?? 7)
    found.push({ dueNo: found.length + 1, fromOn: from, untilOn: until, agreedOn })
    from = addDays(until, 1)
  }
  return found
}
