declare const dayBrand: unique symbol
declare const monthBrand: unique symbol

/** 日 — a calendar day in China time, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string & { readonly [dayBrand]: true }

/** 月 — a calendar month in China time, 'YYYY-MM'. Months compare as strings. */
export type Month = string & { readonly [monthBrand]: true }

/** 日期区间 — a span of days, both ends included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/
const monthShape = /^(\d{4})-(\d{2})$/
const daysOfEra = 146_097
const epochShift = 719_468

/** 是否日期 — whether the text is a day that exists, written 'YYYY-MM-DD', in years 1000 to 9999. */
export function isDay(value: string): value is Day {
  const match = dayShape.exec(value)
  if (match === null) {
    return false
  }
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
}

/** 是否月份 — whether the text is a month that exists, written 'YYYY-MM', in years 1000 to 9999. */
export function isMonth(value: string): value is Month {
  const match = monthShape.exec(value)
  return match !== null && Number(match[1]) >= 1000 && Number(match[2]) >= 1 && Number(match[2]) <= 12
}

/** 解析日期 — the day, or null where the text is none. */
export function parseDay(value: string): Day | null {
  return isDay(value) ? value : null
}

/** 解析月份 — the month, or null where the text is none. */
export function parseMonth(value: string): Month | null {
  return isMonth(value) ? value : null
}

/** 日期 — a day that the caller knows to exist; a RangeError otherwise. */
export function day(value: string): Day {
  if (!isDay(value)) {
    throw new RangeError(`"${value}" is not a day written YYYY-MM-DD`)
  }
  return value
}

/** 月份 — a month that the caller knows to exist; a RangeError otherwise. */
export function month(value: string): Month {
  if (!isMonth(value)) {
    throw new RangeError(`"${value}" is not a month written YYYY-MM`)
  }
  return value
}

/** 年 — the year of a day or a month. */
export function yearOf(value: Day | Month): number {
  return Number(value.slice(0, 4))
}

/** 日序 — days since 1970-01-01, which is 0. Arithmetic on days is arithmetic on these. */
export function dayNumber(value: Day): number {
  const monthIndex = Number(value.slice(5, 7))
  const shiftedYear = monthIndex <= 2 ? yearOf(value) - 1 : yearOf(value)
  const shiftedMonth = (monthIndex + 9) % 12
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * shiftedMonth + 2) / 5) + Number(value.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysOfEra + dayOfEra - epochShift
}

/** 日序还原 — the day with that number; a RangeError outside years 1000 to 9999. */
export function dayOfNumber(number: number): Day {
  const shifted = number + epochShift
  const era = Math.floor(shifted / daysOfEra)
  const dayOfEra = shifted - era * daysOfEra
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const monthIndex = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return compose(yearOfEra + era * 400 + (monthIndex <= 2 ? 1 : 0), monthIndex, date)
}

/** 加日 — the day that many calendar days later, or earlier where the number is negative. */
export function addDays(from: Day, days: number): Day {
  return dayOfNumber(dayNumber(from) + days)
}

/**
 * 加月 — the same date that many months later or earlier; where that month has no such date, its last day
 * (a month after 31 January is 28 or 29 February).
 */
export function addMonths(from: Day, months: number): Day {
  const target = shiftMonth(monthOf(from), months)
  const date = Math.min(Number(from.slice(8, 10)), daysInMonth(target))
  return compose(yearOf(target), Number(target.slice(5, 7)), date)
}

/** 加年 — the same date that many years later; 29 February becomes the 28th in a common year. */
export function addYears(from: Day, years: number): Day {
  return addMonths(from, years * 12)
}

/** 相隔日数 — calendar days from the first day to the second; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 比较日期 — negative, zero or positive as the first day is before, on or after the second. */
export function compareDays(left: Day, right: Day): number {
  return dayNumber(left) - dayNumber(right)
}

/** 较晚者 — the latest of the days. */
export function laterOf(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((latest, each) => (each > latest ? each : latest), first)
}

/** 较早者 — the earliest of the days. */
export function earlierOf(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((earliest, each) => (each < earliest ? each : earliest), first)
}

/** 星期 — 1 for Monday to 7 for Sunday. */
export function weekday(of: Day): number {
  return ((((dayNumber(of) + 3) % 7) + 7) % 7) + 1
}

/** 所属月份 — the month in which the day lies. */
export function monthOf(value: Day): Month {
  return month(value.slice(0, 7))
}

/** 月初 — the first day of the month. */
export function firstDay(of: Month): Day {
  return day(`${of}-01`)
}

/** 月末 — the last day of the month. */
export function lastDay(of: Month): Day {
  return day(`${of}-${pad(daysInMonth(of), 2)}`)
}

/** 当月天数 — how many days the month has. */
export function daysInMonth(of: Month): number {
  return lengthOfMonth(yearOf(of), Number(of.slice(5, 7)))
}

/** 移月 — the month that many months later, or earlier where the number is negative. */
export function shiftMonth(from: Month, months: number): Month {
  const index = yearOf(from) * 12 + Number(from.slice(5, 7)) - 1 + months
  return month(`${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`)
}

/** 相隔月数 — months from the first month to the second; negative where the second is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

/** 逐日 — every day of the span, in order; none where the span ends before it begins. */
export function eachDay(span: DaySpan): readonly Day[] {
  const first = dayNumber(span.from)
  const count = Math.max(0, dayNumber(span.to) - first + 1)
  return Array.from({ length: count }, (_, index) => dayOfNumber(first + index))
}

function compose(year: number, monthIndex: number, date: number): Day {
  return day(`${pad(year, 4)}-${pad(monthIndex, 2)}-${pad(date, 2)}`)
}

function lengthOfMonth(year: number, monthIndex: number): number {
  if (monthIndex === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  }
  return monthIndex === 4 || monthIndex === 6 || monthIndex === 9 || monthIndex === 11 ? 30 : 31
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
