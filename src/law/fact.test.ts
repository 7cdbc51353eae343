import { describe, expect, it } from 'vitest'
import { art } from './cite.ts'
import { addDays, day } from './day.ts'
import { LawNotCovered } from './errors.ts'
import { fact } from './fact.ts'

const cite = art('regulation-724', 24, 2)
const rate = fact({
  name: { zh: '比例', en: 'rate' },
  unit: 'percent',
  spans: [
    { from: day('2020-05-01'), value: 1, cite, status: 'confirmed' },
    { from: day('2024-01-01'), value: 2, cite, status: 'secondary' },
  ],
  until: day('2026-01-01'),
})

describe('fact', () => {
  it.each([
    ['2020-05-01', 1],
    ['2020-05-02', 1],
    ['2023-12-31', 1],
    ['2024-01-01', 2],
    ['2024-01-02', 2],
    ['2025-12-31', 2],
  ])('has on %s the value %i', (on, value) => {
    expect(rate.at(day(on)).value).toBe(value)
  })

  it.each(['2020-04-30', '2026-01-01', '2030-01-01'])('refuses %s', (on) => {
    expect(() => rate.at(day(on))).toThrow(LawNotCovered)
    try {
      rate.at(day(on))
    } catch (error) {
      expect(error).toMatchObject({ kind: 'law-not-covered', asked: on, subject: { zh: '比例', en: 'rate' } })
    }
    expect.assertions(2)
  })

  it('goes on until it is ended', () => {
    const open = fact({ name: rate.name, unit: 'percent', spans: rate.spans })
    expect(open.at(day('2099-01-01')).value).toBe(2)
  })

  it('refuses spans out of order, twice on a day, none at all, or an end before the last', () => {
    const [older, newer] = rate.spans
    if (older === undefined || newer === undefined) {
      throw new Error('the fixture has two spans')
    }
    const make = (spans: typeof rate.spans, until = day('2026-01-01')) => fact({ ...rate, spans, until })
    expect(() => make([newer, older])).toThrow(RangeError)
    expect(() => make([older, older])).toThrow(RangeError)
    expect(() => make([])).toThrow(RangeError)
    expect(() => make([older, newer], newer.from)).toThrow(RangeError)
    expect(make([older, newer], addDays(newer.from, 1)).at(newer.from).value).toBe(2)
  })
})
