import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { addHours, chinaDay, chinaInstant, chinaTime, hoursBetween, parseInstant } from './instant.ts'

const seed = 20260211

describe('parseInstant', () => {
  it('agrees with Date on instants with their zone', () => {
    const millis = fc.integer({ min: -(10 ** 12), max: 10 ** 13 })
    fc.assert(
      fc.property(millis, (value) => {
        expect(parseInstant(new Date(value).toISOString())).toBe(value)
      }),
      { seed },
    )
  })

  it.each([
    ['2026-02-14T09:00:00+08:00', '2026-02-14T01:00:00Z'],
    ['2026-02-14 09:00:00.5+08', '2026-02-14T01:00:00.500Z'],
    ['2026-02-14T09:00-0330', '2026-02-14T12:30:00Z'],
    ['2026-02-14T09:00:00.123456Z', '2026-02-14T09:00:00.123Z'],
  ])('reads %s', (written, utc) => {
    expect(parseInstant(written)).toBe(Date.parse(utc))
  })

  it.each(['2026-02-14T09:00:00', '2026-02-14', '2026-02-30T09:00:00Z', '2026-02-14T24:00:00Z', '', 'now'])(
    'refuses %j',
    (written) => {
      expect(parseInstant(written)).toBeNull()
      expect(() => chinaDay(written)).toThrow(RangeError)
    },
  )
})

describe('chinaDay', () => {
  it.each([
    ['2026-02-14T15:59:59.999Z', '2026-02-14', '23:59:59'],
    ['2026-02-14T16:00:00Z', '2026-02-15', '00:00:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '00:00:00'],
    ['2026-02-15T00:00:00+08:00', '2026-02-15', '00:00:00'],
    ['2026-02-14T23:59:00-05:00', '2026-02-15', '12:59:00'],
    ['1969-12-31T15:00:00Z', '1969-12-31', '23:00:00'],
  ])('puts %s on %s at %s', (instant, on, time) => {
    expect(chinaDay(instant)).toBe(on)
    expect(chinaTime(instant)).toBe(time)
  })

  it('returns to the day and time an instant was made of', () => {
    expect(chinaInstant(day('2026-02-15'), '07:30')).toBe('2026-02-14T23:30:00.000Z')
    expect(chinaDay(chinaInstant(day('2026-02-15'), '00:00:00'))).toBe('2026-02-15')
    expect(() => chinaInstant(day('2026-02-15'), '7:30')).toThrow(RangeError)
  })
})

describe('hours', () => {
  it('run through nights and days off', () => {
    expect(addHours('2026-02-14T16:30:00+08:00', 24)).toBe('2026-02-15T08:30:00.000Z')
    expect(hoursBetween('2026-02-14T16:30:00+08:00', '2026-02-15T22:30:00+08:00')).toBe(30)
  })
})
