import {
  type Day,
  dayOfNumber,
  isDay,
  isMonth,
  type Month,
  monthOf,
  shiftMonth,
} from '../../../../law/day.ts'
import { type Cell, isCellDate } from '../../../../platform/sheets/cell.ts'
import { cellText, compactText, shown } from '../text.ts'
import type { Reading } from '../types.ts'

/** 日期时刻 — what a cell of date and time says; either may be missing. */
export interface DayTime {
  readonly day: Day | null
  /** HH:mm:ss */
  readonly time: string | null
}

/** 1899-12-30 as a day number: Excel's serial 0, counted so that serials from March 1900 on are right. */
const serialZero = -25_569
const earliest = '1950-01-01'
const latest = '2099-12-31'
const openWords = /^(?:至今|在场|在岗|在职|未退场|未离场|长期|长期有效|待定|未定)$/
const written = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?$/
const compactDay = /^(\d{4})(\d{2})(\d{2})$/
const clock =
  /^(?:(上午|下午|早上|晚上|AM|PM))?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})秒?(?:\.\d+)?)?分?(AM|PM)?$/i
/** What is longer names no day, and looking for one in it would take its time. */
const longestMoment = 60
const quickMoment = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/

/**
 * 日期 — a day written yyyy-mm-dd, yyyy.m.d, yyyy/m/d, yyyy年m月d日, yyyymmdd, as an Excel serial number or as a
 * date cell; a time after it is dropped. Words such as 至今 mean none. Never guesses a year or the order of
 * its parts.
 */
export function readDay(cell: Cell): Reading<Day | null> {
  if (openWords.test(compactText(cell))) {
    return { value: null }
  }
  const moment = momentOf(cell)
  if (moment === null || moment.day === null) {
    return dayProblem(cell)
  }
  return moment.day < earliest || moment.day > latest
    ? { problem: 'cell.day-range', data: { value: shown(cell) } }
    : { value: moment.day }
}

/** 日期时间 — day and time of one cell; a time alone leaves the day null, a day alone the time. */
export function readMoment(cell: Cell): Reading<DayTime> {
  const quick = typeof cell === 'string' ? quickMoment.exec(cell) : null
  const day = quick?.[1] ?? ''
  const time = quick === null ? null : timeOf(quick[2] ?? '')
  if (time !== null && isDay(day)) {
    return { value: { day, time } }
  }
  const moment = momentOf(cell)
  return moment === null
    ? { problem: 'cell.time-unreadable', data: { value: shown(cell) } }
    : { value: moment }
}

/** 月份 — yyyy-mm, yyyy年m月(份), yyyy.mm, yyyymm, or the month of a date. A month without a year is refused. */
export function readMonth(cell: Cell): Reading<Month> {
  const found = monthOfCell(cell)
  if (found !== null) {
    return { value: found }
  }
  const problem = /^\d{1,2}月份?$/.test(compactText(cell))
    ? 'cell.month-without-year'
    : 'cell.month-unreadable'
  return { problem, data: { value: shown(cell) } }
}

/**
 * 文字中的月份 — the month that a text names (2026年3月工资). Of a month without its year (3月工资) it is the latest one
 * not after the day beside it. Null where the text names none, or more than one.
 */
export function monthInText(text: string, notAfter: Day | null): Month | null {
  const full = new Set(
    [...text.matchAll(/(20\d{2})[年.\-/]?(\d{1,2})月|(20\d{2})[-./](\d{1,2})(?![\d./-])/g)].map(asMonth),
  )
  if (full.size > 0) {
    return full.size === 1 ? (full.values().next().value ?? null) : null
  }
  const short = new Set(
    [...text.matchAll(/(?<![\d~至到—–-])(\d{1,2})月(?!\d{1,2}日)/g)].map((match) => Number(match[1])),
  )
  const number = short.values().next().value
  if (short.size !== 1 || number === undefined || number < 1 || number > 12 || notAfter === null) {
    return null
  }
  const last = monthOf(notAfter)
  const back = (Number(last.slice(5)) - number + 12) % 12
  return shiftMonth(last, -back)
}

function asMonth(match: RegExpMatchArray): Month | null {
  return composeMonth(match[1] ?? match[3], match[2] ?? match[4])
}

function composeMonth(year: string | undefined, month: string | undefined): Month | null {
  const text = `${year}-${month?.padStart(2, '0')}`
  return isMonth(text) ? text : null
}

function monthOfCell(cell: Cell): Month | null {
  const text = compactText(cell)
  const match =
    /^(20\d{2})(?:年|[.\-/])(\d{1,2})(?:月份?)?$/.exec(text) ?? /^(20\d{2})(0[1-9]|1[0-2])$/.exec(text)
  if (match !== null) {
    return composeMonth(match[1], match[2])
  }
  const moment = momentOf(cell)
  return moment?.day === null || moment === null ? null : monthOf(moment.day)
}

/** The day and time of a cell, whatever its form; null where it has neither. */
function momentOf(cell: Cell): DayTime | null {
  if (isCellDate(cell)) {
    return isDay(cell.day) ? { day: cell.day, time: cell.time } : null
  }
  if (typeof cell === 'number') {
    return ofNumber(cell)
  }
  const text = typeof cell === 'string' ? cellText(cell) : ''
  if (text.length > longestMoment) {
    return null
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    return ofNumber(Number(text))
  }
  const [, dayPart = '', timePart = ''] =
    /^(.*?)(?:(?:(?<=\d|日)[ T]\s*|(?<=日))(\S*\d[:时点].*))?$/.exec(text) ?? []
  const onlyTime = timeOf(text.replace(/\s+/g, ''))
  if (onlyTime !== null) {
    return { day: null, time: onlyTime }
  }
  const day = dayOfText(dayPart.replace(/\s+/g, ''))
  const time = timePart === '' ? null : timeOf(timePart.replace(/\s+/g, ''))
  return day === null || (timePart !== '' && time === null) ? null : { day, time }
}

function dayOfText(text: string): Day | null {
  const match = written.exec(text) ?? compactDay.exec(text)
  const [, year = '', month = '', date = ''] = match ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/**
 * A serial number of Excel: whole days since 1899-12-30, the fraction is the time. Also a day typed as
 * yyyymmdd.
 */
function ofNumber(number: number): DayTime | null {
  if (number >= 19_000_101 && number <= 20_991_231 && Number.isInteger(number)) {
    const day = dayOfText(String(number))
    return day === null ? null : { day, time: null }
  }
  if (number < 0 || number > 73_050 || (number >= 1 && number < 18_264)) {
    return null
  }
  const seconds = Math.round((number % 1) * 86_400)
  const day = number < 1 ? null : dayOfNumber(serialZero + Math.floor(number) + Math.floor(seconds / 86_400))
  const hasTime = number < 1 || seconds % 86_400 > 0
  return { day, time: hasTime ? timeOfSeconds(seconds % 86_400) : null }
}

function timeOfSeconds(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

function timeOf(text: string): string | null {
  const [, before, hour, minute, second = '0', after] = clock.exec(text) ?? []
  if (hour === undefined || minute === undefined) {
    return null
  }
  const half = (before ?? after ?? '').toUpperCase()
  const isAfternoon = half === '下午' || half === '晚上' || half === 'PM'
  const isMidnight = (half === 'AM' || half === '上午') && hour === '12'
  const hours = isMidnight ? 0 : Number(hour) + (isAfternoon && Number(hour) < 12 ? 12 : 0)
  return hours > 23 || Number(minute) > 59 || Number(second) > 59
    ? null
    : timeOfSeconds(hours * 3600 + Number(minute) * 60 + Number(second))
}

function dayProblem(cell: Cell): Reading<Day | null> {
  const text = compactText(cell)
  const isUnordered = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{1,2})$/.test(text)
  const isImpossible = written.test(text) || compactDay.test(text)
  const problem = isUnordered
    ? 'cell.day-order-unclear'
    : isImpossible
      ? 'cell.day-impossible'
      : 'cell.day-unreadable'
  return { problem, data: { value: shown(cell) } }
}
