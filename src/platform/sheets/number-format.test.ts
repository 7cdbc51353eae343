import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isCellDate } from './cell.ts'
import { isoCell, numberFormat, serialCell } from './number-format.ts'

describe('numberFormat', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy&quot;年&quot;'.replaceAll('&quot;', '"'), 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['m/d h:mm', 'date'],
    ['h:mm:ss', 'date'],
    ['上午/下午h"时"mm"分"', 'date'],
    ['aaaa', 'date'],
    ['[h]:mm', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['@', 'number'],
    ['0.00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['[Red]0', 'number'],
    ['[DBNum2][$-804]General', 'number'],
    ['[DBNum2]0', 'number'],
    ['0"days"', 'number'],
    ['0\\d', 'number'],
    ['[$￥-804]#,##0.00', 'number'],
    ['0.00E+00', 'number'],
  ])('takes %s for %s', (code, format) => {
    expect(numberFormat(200, code)).toBe(format)
  })

  it.each([
    [14, 'date'],
    [31, 'date'],
    [46, 'elapsed'],
    [57, 'date'],
    [0, 'number'],
    [2, 'number'],
    [44, 'number'],
    [49, 'number'],
  ])('knows the built-in format %i as %s', (id, format) => {
    expect(numberFormat(id, undefined)).toBe(format)
  })
})

describe('serialCell', () => {
  it.each([
    [46143, false, { day: '2026-05-01', time: null }],
    [46143.3125, false, { day: '2026-05-01', time: '07:30:00' }],
    [46143.999999, false, { day: '2026-05-02', time: null }],
    [44681, true, { day: '2026-05-01', time: null }],
    [1, false, { day: '1900-01-01', time: null }],
    [59, false, { day: '1900-02-28', time: null }],
    [61, false, { day: '1900-03-01', time: null }],
    [60, false, 60],
    [0.354166667, false, '08:30:00'],
    [0, false, '00:00:00'],
    [-1, false, -1],
    [3_000_000, false, 3_000_000],
  ])('shows %d (1904: %s) as a date', (serial, date1904, cell) => {
    expect(serialCell(serial, 'date', date1904)).toEqual(cell)
  })

  it('shows elapsed time as hours, beyond a day too', () => {
    expect(serialCell(1.5, 'elapsed', false)).toBe('36:00:00')
  })

  it('leaves a number a number', () => {
    expect(serialCell(46143, 'number', false)).toBe(46143)
  })

  it('counts every second of a day, and days in order, in both date systems', () => {
    const seconds = fc.integer({ min: 0, max: 86_399 })
    const days = fc.integer({ min: 61, max: 2_900_000 })
    fc.assert(
      fc.property(days, seconds, fc.boolean(), (day, second, date1904) => {
        const cell = serialCell(day + second / 86_400, 'date', date1904)
        const next = serialCell(day + 1, 'date', date1904)
        const [hours = 0, minutes = 0, rest = 0] = (isCellDate(cell) ? (cell.time ?? '00:00:00') : '')
          .split(':')
          .map(Number)
        expect(hours * 3600 + minutes * 60 + rest).toBe(second)
        expect(isCellDate(cell) && isCellDate(next) && cell.day < next.day).toBe(true)
      }),
      { seed: 20260501 },
    )
  })
})

describe('isoCell', () => {
  it('reads dates that are stored as text, and leaves other text alone', () => {
    expect(isoCell('2026-05-01')).toEqual({ day: '2026-05-01', time: null })
    expect(isoCell('2026-05-01T07:30:00.000')).toEqual({ day: '2026-05-01', time: '07:30:00' })
    expect(isoCell('1.5.2026')).toBe('1.5.2026')
  })
})
