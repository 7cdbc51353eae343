import fc from 'fast-check'
import year2023 from 'holiday-calendar/data/CN/2023.json' with { type: 'json' }
import year2024 from 'holiday-calendar/data/CN/2024.json' with { type: 'json' }
import year2025 from 'holiday-calendar/data/CN/2025.json' with { type: 'json' }
import year2026 from 'holiday-calendar/data/CN/2026.json' with { type: 'json' }
import { LegalHoliday, SolarDay } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  calendarProblems,
  calendarTable,
  dayKind,
  isProvisional,
  isWorkingDay,
  nationalCalendar,
  workCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './calendar.ts'
import { addDays, type Day, day, daysBetween, eachDay, weekday } from './day.ts'
import { LawNotCovered } from './errors.ts'

const seed = 20260213
const covered = { from: day('2023-01-01'), to: day('2026-12-31') }
const coveredDays = eachDay(covered)
const anyDay = fc.constantFrom(...coveredDays)

function worksByWeekday(of: Day): boolean {
  return weekday(of) <= 5
}

describe('nationalCalendar', () => {
  it('agrees with holiday-calendar on every day of 2023 to 2026', () => {
    const other = new Map<string, string>(
      [year2023, year2024, year2025, year2026].flatMap((year) =>
        year.dates.map(({ date, type }): [string, string] => [date, type]),
      ),
    )
    const differing = coveredDays.filter((each) => {
      const type = other.get(each)
      const works = type === undefined ? worksByWeekday(each) : type === 'transfer_workday'
      return works !== isWorkingDay(nationalCalendar, each)
    })
    expect(differing).toEqual([])
    expect(coveredDays).toHaveLength(1461)
  })

  it('agrees with tyme4ts on every day of 2023 to 2026', () => {
    const differing = coveredDays.filter((each) => {
      const [year = 0, month = 0, date = 0] = each.split('-').map(Number)
      const works = LegalHoliday.fromYmd(year, month, date)?.isWork() ?? worksByWeekday(each)
      return works !== isWorkingDay(nationalCalendar, each)
    })
    expect(differing).toEqual([])
  })

  it.each([
    [2023, 249, 7, 11],
    [2024, 251, 8, 11],
    [2025, 248, 5, 13],
    [2026, 248, 6, 13],
  ])(
    'has in %i %i working days, %i make-up days and %i statutory holidays',
    (year, working, makeUp, statutory) => {
      const days = eachDay({ from: day(`${year}-01-01`), to: day(`${year}-12-31`) })
      const kinds = days.map((each) => dayKind(nationalCalendar, each))
      expect(days.filter((each) => isWorkingDay(nationalCalendar, each))).toHaveLength(working)
      expect(kinds.filter((kind) => kind === 'make-up-workday')).toHaveLength(makeUp)
      expect(kinds.filter((kind) => kind === 'statutory-holiday')).toHaveLength(statutory)
    },
  )

  it('tells statutory holidays from days off around them', () => {
    expect(dayKind(nationalCalendar, day('2026-04-05'))).toBe('statutory-holiday')
    expect(dayKind(nationalCalendar, day('2026-04-06'))).toBe('day-off')
    expect(dayKind(nationalCalendar, day('2024-02-09'))).toBe('workday')
    expect(dayKind(nationalCalendar, day('2026-02-14'))).toBe('make-up-workday')
    expect(dayKind(nationalCalendar, day('2026-02-07'))).toBe('weekend')
  })

  it('holds the statutory days of 2027 by the lunar calendar, provisional', () => {
    const held = eachDay({ from: day('2027-01-01'), to: day('2027-12-31') }).filter(
      (each) => dayKind(nationalCalendar, each) === 'statutory-holiday',
    )
    const lunar = eachDay({ from: day('2027-01-01'), to: day('2027-12-31') }).filter((each) => {
      const [year = 0, month = 0, date = 0] = each.split('-').map(Number)
      const solar = SolarDay.fromYmd(year, month, date)
      const lunarDay = solar.getLunarDay()
      const name = `${lunarDay.getLunarMonth().getMonth()}-${lunarDay.getDay()}`
      const eve = solar.next(1).getLunarDay()
      return (
        ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(each.slice(5)) ||
        ['1-1', '1-2', '1-3', '5-5', '8-15'].includes(name) ||
        `${eve.getLunarMonth().getMonth()}-${eve.getDay()}` === '1-1' ||
        (solar.getTermDay().getSolarTerm().getName() === '清明' && solar.getTermDay().getDayIndex() === 0)
      )
    })
    expect(held).toEqual(lunar)
    expect(held).toHaveLength(13)
    expect(isProvisional(nationalCalendar, day('2027-03-01'))).toBe(true)
    expect(isProvisional(nationalCalendar, day('2026-12-31'))).toBe(false)
    expect(isProvisional(nationalCalendar, day('2027-01-04'), day('2026-12-30'))).toBe(true)
  })

  it.each(['2022-12-31', '2028-01-01'])('refuses %s, which no notice covers', (of) => {
    expect(() => isWorkingDay(nationalCalendar, day(of))).toThrow(LawNotCovered)
  })
})

describe('workCalendar', () => {
  it('is remade from its own table', () => {
    expect(workCalendar(calendarTable(nationalCalendar))).toEqual(nationalCalendar)
  })

  it('takes an official edit, such as a regional holiday', () => {
    const table = calendarTable(nationalCalendar)
    const edited = workCalendar({
      ...table,
      special: [...table.special, { day: day('2026-04-20'), kind: 'day-off' }],
    })
    expect(isWorkingDay(edited, day('2026-04-20'))).toBe(false)
    expect(isWorkingDay(nationalCalendar, day('2026-04-20'))).toBe(true)
  })

  it('names what is wrong with a table and refuses it', () => {
    const table = {
      years: [
        { year: 2026, provisional: false },
        { year: 2026, provisional: true },
      ],
      special: [
        { day: day('2026-04-20'), kind: 'make-up-workday' as const },
        { day: day('2025-04-20'), kind: 'day-off' as const },
        { day: day('2026-05-01'), kind: 'day-off' as const },
        { day: day('2026-05-01'), kind: 'statutory-holiday' as const },
      ],
    }
    expect(calendarProblems(table)).toEqual([
      { code: 'year-twice', at: '2026' },
      { code: 'make-up-on-weekday', at: '2026-04-20' },
      { code: 'day-outside-years', at: '2025-04-20' },
      { code: 'day-twice', at: '2026-05-01' },
    ])
    expect(() => workCalendar(table)).toThrow(RangeError)
  })
})

describe('working-day arithmetic', () => {
  it('counts what it adds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (from, count) => {
        fc.pre(daysBetween(from, covered.to) > count * 2 + 12)
        const to = addWorkingDays(nationalCalendar, from, count)
        expect(isWorkingDay(nationalCalendar, to)).toBe(true)
        expect(workingDaysBetween(nationalCalendar, from, to)).toBe(count)
        expect(workingDaysBetween(nationalCalendar, to, from)).toBe(-count)
      }),
      { seed },
    )
  })

  it('returns when it counts back from a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        fc.pre(isWorkingDay(nationalCalendar, from) && daysBetween(from, covered.to) > 110)
        const to = addWorkingDays(nationalCalendar, from, count)
        expect(addWorkingDays(nationalCalendar, to, -count)).toBe(from)
      }),
      { seed },
    )
  })

  it('moves to the next or the last working day, and stays on one', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        fc.pre(from > '2023-01-10' && from < '2026-12-20')
        const after = workingDayOnOrAfter(nationalCalendar, from)
        const before = workingDayOnOrBefore(nationalCalendar, from)
        expect(before <= from && from <= after).toBe(true)
        expect(isWorkingDay(nationalCalendar, from)).toBe(before === after)
        const between = eachDay({ from: addDays(before, 1), to: addDays(after, -1) })
        expect(between.some((each) => isWorkingDay(nationalCalendar, each))).toBe(false)
      }),
      { seed },
    )
  })

  it('refuses to count into a year that no notice covers', () => {
    expect(() => addWorkingDays(nationalCalendar, day('2027-12-30'), 5)).toThrow(LawNotCovered)
  })
})
