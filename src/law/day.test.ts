import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  type Day,
  day,
  dayNumber,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  eachDay,
  earlierOf,
  firstDay,
  isDay,
  lastDay,
  laterOf,
  month,
  monthOf,
  monthsBetween,
  parseDay,
  parseMonth,
  shiftMonth,
  weekday,
  yearOf,
} from './day.ts'

const seed = 20260210
const millisOfDay = 86_400_000
const numbers = fc.integer({ min: -300_000, max: 900_000 })

function utcDay(number: number): string {
  return new Date(number * millisOfDay).toISOString().slice(0, 10)
}

describe('parseDay', () => {
  it('takes days that exist', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
    expect(parseDay('2000-02-29')).toBe('2000-02-29')
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '2026-01-01 ',
    '2026-01-01T00:00:00Z',
    '0999-01-01',
    '',
  ])('refuses %j', (written) => {
    expect(parseDay(written)).toBeNull()
    expect(() => day(written)).toThrow(RangeError)
  })

  it('agrees with the calendar of Date on which days exist', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    )
    fc.assert(
      fc.property(parts, ([year, monthIndex, date]) => {
        const written = `${year}-${String(monthIndex).padStart(2, '0')}-${String(date).padStart(2, '0')}`
        const parsed = new Date(`${written}T00:00:00Z`)
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written)
        expect(isDay(written)).toBe(exists)
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('parseMonth', () => {
  it('takes months and refuses what is none', () => {
    expect(parseMonth('2026-12')).toBe('2026-12')
    for (const written of ['2026-13', '2026-00', '2026-1', '2026', '2026-01-01']) {
      expect(parseMonth(written)).toBeNull()
      expect(() => month(written)).toThrow(RangeError)
    }
  })
})

describe('day arithmetic', () => {
  it('agrees with Date on every day number', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const written = dayOfNumber(number)
        expect(written).toBe(utcDay(number))
        expect(dayNumber(written)).toBe(number)
        expect(weekday(written)).toBe(new Date(number * millisOfDay).getUTCDay() || 7)
      }),
      { seed, numRuns: 3000 },
    )
  })

  it('adds what it counts between', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -20_000, max: 20_000 }), (number, days) => {
        const from = dayOfNumber(number)
        const to = addDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(Math.sign(compareDays(from, to))).toBe(from < to ? -1 : from > to ? 1 : 0)
      }),
      { seed },
    )
  })

  it('crosses leap days and years', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
  })

  it('refuses days beyond the year 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  })

  it('knows the weekday', () => {
    expect(weekday(day('2026-02-14'))).toBe(6)
    expect(weekday(day('2026-02-16'))).toBe(1)
    expect(weekday(day('1969-12-28'))).toBe(7)
  })

  it('picks the earlier and the later day', () => {
    const days: readonly [Day, Day, Day] = [day('2026-02-01'), day('2025-12-31'), day('2026-01-15')]
    expect(laterOf(...days)).toBe('2026-02-01')
    expect(earlierOf(...days)).toBe('2025-12-31')
  })
})

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('adds to %s %i months: %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })

  it('moves 29 February to the 28th in a common year', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29')
  })

  it('never leaves the month it aims at', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -600, max: 600 }), (number, months) => {
        const from = dayOfNumber(number)
        const to = addMonths(from, months)
        expect(monthsBetween(monthOf(from), monthOf(to))).toBe(months)
        expect(to <= lastDay(monthOf(to))).toBe(true)
        expect(Number(to.slice(8))).toBe(Math.min(Number(from.slice(8)), daysInMonth(monthOf(to))))
      }),
      { seed },
    )
  })

  it('knows first and last days and moves by months', () => {
    expect(firstDay(month('2026-02'))).toBe('2026-02-01')
    expect(lastDay(month('2024-02'))).toBe('2024-02-29')
    expect(lastDay(month('2026-04'))).toBe('2026-04-30')
    expect(shiftMonth(month('2026-01'), -1)).toBe('2025-12')
    expect(shiftMonth(month('2026-11'), 14)).toBe('2028-01')
    expect(yearOf(month('2026-11'))).toBe(2026)
  })

  it('lists the days of a span, and none of an empty one', () => {
    expect(eachDay({ from: day('2026-02-27'), to: day('2026-03-01') })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(eachDay({ from: day('2026-03-01'), to: day('2026-02-27') })).toEqual([])
  })
})
