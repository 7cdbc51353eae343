import { addDays, type Day, daysBetween } from '../../law/day.ts'

/** 伪随机数 — draws that depend on nothing but the seed and the draws before. */
export interface Random {
  /** A whole number from `min` to `max`, both included; at most 2^32 apart. */
  int(min: number, max: number): number
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean
  /** One item of a list; a RangeError if the list is empty. */
  pick<T>(items: readonly T[]): T
  /** One item of a list whose first items come up more often, as surnames do. */
  pickSkewed<T>(items: readonly T[]): T
  /** The items in another order; the list itself stays as it is. */
  shuffle<T>(items: readonly T[]): T[]
  /** A day from `from` to `to`, both included. */
  dayBetween(from: Day, to: Day): Day
  /** So many decimal digits; the first may be 0. */
  digits(count: number): string
}

const range32 = 2 ** 32

function rotateLeft(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

/** The generator xoshiro128** (Blackman and Vigna): whole numbers from 0 to 2^32 - 1 from a state of four. */
export function xoshiro(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result
  }
}

/** Spreads a seed over the state: FNV-1a over its characters, then four steps of splitmix32. */
function stateOf(seed: string): [number, number, number, number] {
  let hash = 0x811c9dc5
  for (let place = 0; place < seed.length; place += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(place), 0x01000193)
  }
  const step = () => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) | 0
  }
  return [step(), step(), step(), step()]
}

function itemAt<T>(items: readonly T[], place: number): T {
  const item = items[place]
  if (item === undefined) {
    throw new RangeError('Nothing can be picked from an empty list.')
  }
  return item
}

/** 伪随机数 — the draws of a seed; the same seed gives the same draws on every machine. */
export function createRandom(seed: string): Random {
  const next = xoshiro(stateOf(seed))
  const below = (count: number) => {
    if (!(count >= 1 && count <= range32)) {
      throw new RangeError(`Nothing can be drawn from a range of ${count} values.`)
    }
    // The last, incomplete round of 2^32 values would favour small numbers, so it is drawn again.
    const limit = range32 - (range32 % count)
    let value = next()
    while (value >= limit) {
      value = next()
    }
    return value % count
  }
  return {
    int: (min, max) => min + below(max - min + 1),
    chance: (probability) => next() < probability * range32,
    pick: (items) => itemAt(items, below(Math.max(1, items.length))),
    pickSkewed: (items) => itemAt(items, Math.floor(items.length * (next() / range32) ** 2)),
    shuffle: (items) => {
      const shuffled = [...items]
      for (let place = shuffled.length - 1; place > 0; place -= 1) {
        const other = below(place + 1)
        const moved = itemAt(shuffled, place)
        shuffled[place] = itemAt(shuffled, other)
        shuffled[other] = moved
      }
      return shuffled
    },
    dayBetween: (from, to) => addDays(from, below(daysBetween(from, to) + 1)),
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  }
}
