import { type Day, isDay, type Month, shiftMonth } from '../../../law/day.ts'
import type { ColumnHeader } from './title.ts'

/** 日期列 — the date that a column of a month grid is headed by; the month where the header says it. */
export interface DayHeader {
  readonly month: string | null
  readonly date: number
}

const weekday = /^(?:星期|周)?[一二三四五六日天]$/
const plainDate = /^(\d{1,2})(?:日|号)?(?:(?:星期|周)?[一二三四五六日天])?$/
const monthDate = /^(\d{1,2})月(\d{1,2})(?:日|号)?$/
const fullDate = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/** 日期列标题 — 1 … 31, 1日, 3月1日, a date; also under or over the day of the week. Null for any other title. */
export function dayOfHeader({ group, own }: Pick<ColumnHeader, 'group' | 'own'>): DayHeader | null {
  const isSilent = own.name === '' || isWeekday(own.name)
  return readDayTitle(own.name) ?? (isSilent ? readDayTitle(group.name) : null)
}

function readDayTitle(title: string): DayHeader | null {
  const full = fullDate.exec(title)
  if (full !== null) {
    return inRange(Number(full[3]), `${full[1]}-${full[2]?.padStart(2, '0')}`)
  }
  const short = monthDate.exec(title)
  if (short !== null) {
    return inRange(Number(short[2]), null)
  }
  const plain = plainDate.exec(title)
  return plain === null ? null : inRange(Number(plain[1]), null)
}

function inRange(date: number, month: string | null): DayHeader | null {
  return date >= 1 && date <= 31 ? { month, date } : null
}

/** 是否星期 — whether a text is a day of the week, as in the line under the dates. */
export function isWeekday(text: string): boolean {
  return weekday.test(text)
}

/**
 * 列的日期 — the day of each column, by position, for a table about a month. Where the dates run over the turn
 * of a month (26 … 31, 1 … 25) those before the turn lie in the month before. Null for a date that its month
 * doesn't have.
 */
export function daysOfColumns(headers: readonly DayHeader[], month: Month): readonly (Day | null)[] {
  const turn = headers.findIndex((header, at) => at > 0 && header.date < (headers[at - 1]?.date ?? 0))
  return headers.map((header, at) => {
    const own = header.month ?? (at < turn ? shiftMonth(month, -1) : month)
    const day = `${own}-${String(header.date).padStart(2, '0')}`
    return isDay(day) ? day : null
  })
}
