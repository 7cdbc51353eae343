import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../law/day.ts'
import { createRandom, xoshiro } from './random.ts'

const seeds = fc.string({ minLength: 1, maxLength: 12 })

describe('xoshiro128**', () => {
  it('gives the published numbers from the state 1, 2, 3, 4', () => {
    const next = xoshiro([1, 2, 3, 4])
    expect([next(), next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200, 2031721883])
  })
})

describe('createRandom', () => {
  it('repeats itself for the same seed and not for another', () => {
    const draw = (seed: string) => createRandom(seed).digits(40)
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        expect(draw(one)).toBe(draw(one))
        expect(draw(one) === draw(other)).toBe(one === other)
      }),
      { seed: 128, numRuns: 200 },
    )
  })

  it('stays within the bounds of a range and reaches both', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat(6), (seed, min, width) => {
        const random = createRandom(seed)
        const drawn = Array.from({ length: 400 }, () => random.int(min, min + width))
        expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([min, min + width])
      }),
      { seed: 129, numRuns: 50 },
    )
  })

  it('draws every value about equally often', () => {
    const random = createRandom('dice')
    const counts = [0, 0, 0, 0, 0, 0]
    for (let roll = 0; roll < 60_000; roll += 1) {
      const face = random.int(0, 5)
      counts[face] = (counts[face] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(9_600)
    expect(Math.max(...counts)).toBeLessThan(10_400)
  })

  it('keeps to the probability it is given', () => {
    const random = createRandom('coin')
    const hits = Array.from({ length: 20_000 }, () => random.chance(0.03)).filter(Boolean).length
    expect(hits).toBeGreaterThan(500)
    expect(hits).toBeLessThan(700)
    expect([random.chance(0), random.chance(1)]).toEqual([false, true])
  })

  it('shuffles into the same items and leaves the list alone', () => {
    const items = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8])
    const shuffled = createRandom('cards').shuffle(items)
    expect(shuffled).not.toEqual(items)
    expect([...shuffled].sort()).toEqual(items)
  })

  it('prefers the first items of a skewed list', () => {
    const random = createRandom('names')
    const drawn = Array.from({ length: 4000 }, () => random.pickSkewed(['a', 'b', 'c', 'd']))
    const share = (item: string) => drawn.filter((each) => each === item).length
    expect(share('a')).toBeGreaterThan(share('b'))
    expect(share('b')).toBeGreaterThan(share('d'))
    expect(share('d')).toBeGreaterThan(0)
  })

  it('draws days within a span, leap days included', () => {
    const random = createRandom('days')
    const [from, to] = [day('2024-02-28'), day('2024-03-01')]
    const drawn = new Set(Array.from({ length: 60 }, () => random.dayBetween(from, to)))
    expect([...drawn].sort()).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
  })

  it('refuses an empty list and an empty range', () => {
    const random = createRandom('nothing')
    expect(() => random.pick([])).toThrow(RangeError)
    expect(() => random.pickSkewed([])).toThrow(RangeError)
    expect(() => random.int(3, 2)).toThrow(RangeError)
    expect(() => random.dayBetween(day('2024-03-02'), day('2024-03-01'))).toThrow(RangeError)
  })
})
