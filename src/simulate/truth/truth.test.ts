import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, day } from '../../law/day.ts'
import { sumFen } from '../../law/money.ts'
import { simulateCounty } from '../county/county.ts'
import type { County, Site, Worker } from '../county/model.ts'
import { type TruthMonth, truthOf } from './truth.ts'
import { formatTruth, parseTruth } from './truth-file.ts'

const until = day('2026-06-30')
const seeds = fc.integer({ min: 1, max: 100_000 })
const property = { seed: 724, numRuns: 8 } as const

function county(seed: number): County {
  return simulateCounty({ seed, months: 4, worksites: 10, workers: 200, until })
}

/**
 * Counted anew from the model, without a thought for speed: every fen that came into a worker's own hands by
 * a day.
 */
function inHandBy(site: Site, worker: Worker, { month, on }: { month: string; on: string }): bigint {
  let sum = 0n
  for (const { order, on: paidOn, backOn } of site.payments) {
    const { handover } = order
    const arrivesOn = addDays(paidOn, handover?.afterDays ?? 0)
    if (order.worker === worker && order.month === month && backOn === null && arrivesOn <= on) {
      sum += (order.amountFen * BigInt(handover?.percent ?? 100)) / 100n
    }
  }
  return sum
}

describe('truthOf', () => {
  it('agrees with a naive recount of the model', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = county(seed)
        for (const [index, { months }] of truthOf(model).worksites.entries()) {
          const site = model.sites[index]
          expect(site).toBeDefined()
          if (site !== undefined) {
            months.forEach((month) => {
              recount(model, site, month)
            })
          }
        }
      }),
      property,
    )
  })

  it('owes what was due less what was paid, to the fen', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const month of truthOf(county(seed)).worksites.flatMap(({ months }) => months)) {
          const { wages, isJudged } = month
          const paid = sumFen(wages.map(({ paidByDueFen }) => paidByDueFen))
          expect(month.dueFen).toBe(sumFen(wages.map(({ dueFen }) => dueFen)))
          expect(month.owedFen).toBe(isJudged ? month.dueFen - paid : 0n)
          expect(month.openFen).toBe(month.dueFen - sumFen(wages.map(({ paidFen }) => paidFen)))
          expect(month.cameToOwe).toBe(month.owedFen > 0n)
          expect(month.settledOn === null).toBe(month.openFen > 0n)
        }
      }),
      property,
    )
  })

  it('calls a month healthy before its cause begins, and owes nothing in it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { months, cause, causeFrom } of truthOf(county(seed)).worksites) {
          const before = months.filter(({ month }) => causeFrom !== null && month < causeFrom)
          expect(before.every((each) => each.cause === 'healthy' && !each.cameToOwe)).toBe(true)
          expect(causeFrom === null).toBe(cause === 'healthy')
        }
      }),
      property,
    )
  })

  it('judges no month whose pay day lies behind the end', () => {
    const months = truthOf(county(3)).worksites.flatMap((each) => each.months)
    expect(months.filter(({ month }) => month === '2026-06').every(({ isJudged }) => !isJudged)).toBe(true)
    expect(months.filter(({ month }) => month === '2026-05').every(({ isJudged }) => isJudged)).toBe(true)
  })

  it('is read from its file as it was written', () => {
    const truth = truthOf(county(9))
    expect(parseTruth(formatTruth(truth))).toEqual(truth)
  })

  it('refuses a file of another version', () => {
    expect(() => parseTruth('{"version":2,"worksites":[]}')).toThrow('a truth file is of version 1')
  })
})

function recount({ frame }: County, site: Site, truth: TruthMonth): void {
  const { month, dueOn } = truth
  const at = frame.months.indexOf(month)
  const earners = (site.wages[at] ?? []).filter(({ worker }) => !worker.isGhost)
  const open = earners.filter(
    ({ worker, netFen }) => inHandBy(site, worker, { month, on: dueOn }) < netFen && dueOn <= until,
  )
  expect(truth.people).toBe(earners.length)
  expect(truth.peopleOwed).toBe(open.length)
  expect(truth.cameToOwe).toBe(open.length > 0)
  for (const { worker, netFen } of earners) {
    const told = truth.wages.find(({ idNumber }) => idNumber === worker.person.idNumber)
    expect(told).toMatchObject({
      dueFen: netFen,
      paidByDueFen: inHandBy(site, worker, { month, on: dueOn }),
      paidFen: inHandBy(site, worker, { month, on: until }),
    })
  }
}
