import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, nationalCalendar } from './calendar.ts'
import { day, dayNumber, dayOfNumber, month } from './day.ts'
import { LawNotCovered } from './errors.ts'
import { payDayOfMonth, payDayOn } from './pay-day.ts'

describe('payDayOn', () => {
  it.each([
    ['2026-02-15', '2026-02-14'],
    ['2026-02-20', '2026-02-14'],
    ['2026-10-05', '2026-09-30'],
    ['2026-10-10', '2026-10-10'],
    ['2025-10-08', '2025-09-30'],
    ['2024-02-15', '2024-02-09'],
    ['2026-07-15', '2026-07-15'],
  ])('art. 14: wages agreed for %s are due on %s', (agreed, due) => {
    expect(payDayOn(nationalCalendar, day(agreed))).toEqual({
      agreedOn: agreed,
      dueOn: due,
      provisional: false,
    })
  })

  it('marks a year that waits for its notice', () => {
    expect(payDayOn(nationalCalendar, day('2027-01-03'))).toEqual({
      agreedOn: '2027-01-03',
      dueOn: '2026-12-31',
      provisional: true,
    })
  })

  it('refuses a day that no notice covers', () => {
    expect(() => payDayOn(nationalCalendar, day('2028-01-15'))).toThrow(LawNotCovered)
  })

  it('never moves later, and never moves a working day', () => {
    const days = fc.integer({ min: dayNumber(day('2023-01-05')), max: dayNumber(day('2027-12-31')) })
    fc.assert(
      fc.property(days, (number) => {
        const agreed = dayOfNumber(number)
        const { dueOn } = payDayOn(nationalCalendar, agreed)
        expect(dueOn <= agreed).toBe(true)
        expect(isWorkingDay(nationalCalendar, dueOn)).toBe(true)
        expect(dueOn === agreed).toBe(isWorkingDay(nationalCalendar, agreed))
      }),
      { seed: 20260214 },
    )
  })
})

describe('payDayOfMonth', () => {
  it('pays in the month worked or in the next', () => {
    const wagesOf = month('2026-01')
    expect(payDayOfMonth(nationalCalendar, wagesOf, { dateOfMonth: 15, monthsLater: 1 }).dueOn).toBe(
      '2026-02-14',
    )
    expect(payDayOfMonth(nationalCalendar, wagesOf, { dateOfMonth: 15, monthsLater: 0 }).dueOn).toBe(
      '2026-01-15',
    )
  })

  it('takes the end of a month that is too short', () => {
    const terms = { dateOfMonth: 31, monthsLater: 0 } as const
    expect(payDayOfMonth(nationalCalendar, month('2025-02'), terms).agreedOn).toBe('2025-02-28')
    expect(payDayOfMonth(nationalCalendar, month('2026-04'), terms).agreedOn).toBe('2026-04-30')
  })

  it.each([0, 32, 1.5])('refuses %d, which is no date of a month', (dateOfMonth) => {
    expect(() => payDayOfMonth(nationalCalendar, month('2026-01'), { dateOfMonth, monthsLater: 0 })).toThrow(
      RangeError,
    )
  })
})
