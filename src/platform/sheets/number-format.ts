import type { Cell } from './cell.ts'

/** How a number is shown: as a date or time of day, as hours that may exceed a day, or as a number. */
export type NumberFormat = 'date' | 'elapsed' | 'number'

/**
 * 14–22, 45–47 are dates everywhere; 27–36 and 50–58 in Chinese, Japanese and Korean editions. 46 is
 * `[h]:mm:ss`.
 */
function builtinFormat(id: number): NumberFormat {
  const date =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)
  return id === 46 ? 'elapsed' : date ? 'date' : 'number'
}

/**
 * 数字格式 — whether a number format shows a date. What stands in quotes, behind a backslash or in brackets (a
 * color, a currency, `[DBNum2]` for 大写) does not count; only `[h]`, `[m]`, `[s]` mean elapsed time.
 */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    return builtinFormat(id)
  }
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '')
  if (/\[(h+|m+|s+)\]/i.test(bare)) {
    return 'elapsed'
  }
  const shown = bare.replace(/\[[^\]]*\]/g, '')
  return !/general|通用格式|@/i.test(shown) && /[ymdhs]|aaa/i.test(shown) ? 'date' : 'number'
}

const DAY_SECONDS = 86_400
/** 9999-12-31 in the 1900 system; a number beyond it is no date, whatever its format says. */
const LAST_DAY = 2_958_465
/** Day 60 of the 1900 system is 1900-02-29, which never was: Lotus 1-2-3 thought so and Excel follows. */
const NEVER_DAY = 60
const FIRST_OF_1900 = Date.UTC(1899, 11, 31)
const FIRST_OF_1904 = Date.UTC(1904, 0, 1)

/**
 * 序列值转日期 — a number that is shown as a date, as a day and time of day (whole seconds); below one day as the
 * text `HH:mm:ss`; unchanged when it can be no date. `date1904`: days count from 1904, as old Macintosh
 * workbooks do.
 */
export function serialCell(serial: number, format: NumberFormat, date1904: boolean): Cell {
  if (format === 'number' || !(serial >= 0) || serial > LAST_DAY) {
    return serial
  }
  const total = Math.round(serial * DAY_SECONDS)
  if (format === 'elapsed' || total < DAY_SECONDS) {
    return clockText(total)
  }
  const days = Math.floor(total / DAY_SECONDS)
  const seconds = total % DAY_SECONDS
  if (!date1904 && days === NEVER_DAY) {
    return serial
  }
  const offset = date1904 ? days : days > NEVER_DAY ? days - 1 : days
  const first = date1904 ? FIRST_OF_1904 : FIRST_OF_1900
  const day = new Date(first + offset * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  return { day, time: seconds === 0 ? null : clockText(seconds) }
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** 文字日期 — a cell that stores its date as ISO 8601 text (`t="d"`). */
export function isoCell(text: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(text)
  const day = match?.[1]
  if (day === undefined) {
    return text
  }
  const time = match?.[2] ?? null
  return { day, time: time === '00:00:00' ? null : time }
}
