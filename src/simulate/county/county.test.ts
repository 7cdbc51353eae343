import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, type Day, day } from '../../law/day.ts'
import { sumFen } from '../../law/money.ts'
import { causeIds, causeNatures } from './cause-ids.ts'
import { simulateCounty } from './county.ts'
import type { County, Site, Wage } from './model.ts'

const until = day('2026-06-30')

function county(seed: number, more: Partial<Parameters<typeof simulateCounty>[0]> = {}): County {
  return simulateCounty({ seed, months: 4, worksites: 8, workers: 160, until, ...more })
}

/** The model as text: maps as lists, arrays of numbers as they are, fen as digits. */
function asText(model: County): string {
  return JSON.stringify(model, (_, value: unknown) => {
    if (typeof value === 'bigint') {
      return `${value}n`
    }
    if (value instanceof Map || value instanceof Set) {
      return [...value]
    }
    return ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value
  })
}

const property = { seed: 20_260_630, numRuns: 12 } as const
const seeds = fc.integer({ min: 1, max: 100_000 })

/** Wages that were earned; nobody earns as a ghost. */
function earned(site: Site): readonly Wage[] {
  return site.wages.flat().filter(({ worker }) => !worker.isGhost)
}

describe('simulateCounty', () => {
  it('gives the same county for the same seed, and another for another', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const text = asText(county(seed))
        expect(asText(county(seed)) === text).toBe(true)
        expect(asText(county(seed + 1)) === text).toBe(false)
      }),
      { ...property, numRuns: 4 },
    )
  })

  it('makes as many worksites as asked, of three kinds, and about as many people', () => {
    const { sites } = county(5, { worksites: 40, workers: 1200, months: 2 })
    const kinds = sites.map(({ plan }) => plan.kind)
    expect(sites).toHaveLength(40)
    expect(kinds.filter((kind) => kind === 'project').length).toBeGreaterThanOrEqual(28)
    expect(kinds.filter((kind) => kind === 'establishment').length).toBeGreaterThanOrEqual(6)
    expect(kinds.filter((kind) => kind === 'labor-platform').length).toBeGreaterThanOrEqual(6)
    const people = sites.reduce((sum, site) => sum + site.workers.length, 0)
    expect(people).toBeGreaterThan(1150)
    expect(people).toBeLessThan(1600)
  })

  it('has every cause in a county that is large enough', () => {
    const { sites } = county(2, { worksites: 90, workers: 900, months: 6 })
    const found = new Set(sites.map(({ plan }) => plan.cause))
    expect(causeIds.filter((cause) => !found.has(cause))).toEqual([])
  })

  it('leaves out the winter stop where no Spring Festival is', () => {
    const { sites, frame } = county(2, { worksites: 60, workers: 600, months: 3 })
    expect(frame.festival).toBeNull()
    expect(sites.some(({ plan }) => plan.cause === 'winter-stop')).toBe(false)
  })

  it.each([
    ['no month', { months: 0 }, 'simulate.out-of-range'],
    ['half a worksite', { worksites: 1.5 }, 'simulate.out-of-range'],
    ['a nation', { workers: 300_000_000 }, 'simulate.out-of-range'],
    ['a year without holiday notices', { until: day('2031-03-31') }, 'simulate.year-not-covered'],
  ])('refuses %s', (_, options, code) => {
    expect(() => county(1, options)).toThrowError(expect.objectContaining({ code }))
  })
})

describe('a simulated worksite', () => {
  it('keeps its account to the fen: what stands is what stood, and what came and went', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { movements, openingFen } of county(seed).sites) {
          let balance = openingFen
          for (const movement of movements) {
            balance += movement.side === 'credit' ? movement.amountFen : -movement.amountFen
            expect(movement.balanceFen).toBe(balance)
            expect(balance >= 0n).toBe(true)
          }
        }
      }),
      property,
    )
  })

  it('books each payment once, and each that came back once more', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { facts, movements, payments } of county(seed).sites) {
          const booked = movements.filter(({ kind }) => kind === 'payouts').flatMap((each) => each.payments)
          const back = movements.filter(({ kind }) => kind === 'return').flatMap((each) => each.payments)
          expect(facts.account === null ? [] : payments).toEqual(booked)
          expect(back.every(({ backOn }) => backOn !== null)).toBe(true)
          const references = payments.map(({ reference }) => reference)
          expect(new Set(references).size).toBe(references.length)
          for (const movement of movements.filter(({ kind }) => kind === 'payouts')) {
            expect(sumFen(movement.payments.map(({ order }) => order.amountFen))).toBe(movement.amountFen)
          }
        }
      }),
      property,
    )
  })

  it('pays nobody more than he earned, ghosts apart', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const site of county(seed).sites) {
          for (const { worker, month, netFen } of earned(site)) {
            const paid = site.payments.filter(
              ({ order, backOn }) => order.worker === worker && order.month === month && backOn === null,
            )
            expect(sumFen(paid.map(({ order }) => order.amountFen)) <= netFen).toBe(true)
          }
        }
      }),
      property,
    )
  })

  it('pays all wages in time where nothing is wrong', () => {
    const harmless = causeIds.filter((id) => !causeNatures[id].canOwe)
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const site of county(seed).sites.filter(({ plan }) => harmless.includes(plan.cause))) {
          for (const { worker, month, netFen } of earned(site)) {
            const dueOn = dueDay(site, month)
            const paid = site.payments.filter(
              ({ order, on, backOn }) =>
                order.worker === worker && order.month === month && on <= dueOn && backOn === null,
            )
            expect(dueOn > until || sumFen(paid.map(({ order }) => order.amountFen)) === netFen).toBe(true)
          }
        }
      }),
      property,
    )
  })

  it('lets people work only while they are there and their worksite is open', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { sites, frame } = county(seed)
        for (const { attendance, calendar } of sites) {
          for (const [worker, { halves }] of attendance) {
            const worked = frame.days.filter((_, at) => (halves[at] ?? 0) > 0)
            const isThere = (on: Day) =>
              on >= worker.enteredOn && (worker.leftOn === null || on <= worker.leftOn)
            expect(worked.every(isThere)).toBe(true)
            const onRestDays = frame.days.some((_, at) => (halves[at] ?? 0) > 0 && calendar.isOpen[at] === 0)
            expect(onRestDays && !worker.isGhost).toBe(false)
          }
        }
      }),
      property,
    )
  })
})

function dueDay({ dueDays, wages }: Site, month: string): Day {
  const at = wages.findIndex((each) => each[0]?.month === month)
  return dueDays[at] ?? addDays(until, 1)
}
