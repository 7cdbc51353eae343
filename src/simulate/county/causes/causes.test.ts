import { describe, expect, it } from 'vitest'

import { day } from '../../../law/day.ts'
import { truthOf } from '../../truth/truth.ts'
import type { CauseId } from '../cause-ids.ts'
import { simulateCounty } from '../county.ts'
import type { FaultKind } from '../fault.ts'
import type { County, Site, Wage } from '../model.ts'
import { isHarmless } from '../site-days.ts'

const model: County = simulateCounty({
  seed: 2,
  months: 6,
  worksites: 100,
  workers: 1600,
  until: day('2026-06-30'),
})
const truth = truthOf(model)

function sitesOf(cause: CauseId): readonly Site[] {
  return model.sites.filter(({ plan }) => plan.cause === cause)
}

function owing(site: Site): readonly string[] {
  const months = truth.worksites[site.plan.index]?.months ?? []
  return months.filter(({ cameToOwe }) => cameToOwe).map(({ month }) => month)
}

function faultKinds(site: Site): ReadonlySet<FaultKind> {
  return new Set(site.faults.map(({ kind }) => kind))
}

/** Wages of which less reached the worker by the pay day than he had earned. */
function owedWages(site: Site): readonly Wage[] {
  const months = truth.worksites[site.plan.index]?.months ?? []
  return site.wages.flat().filter(({ worker, month }) => {
    const told = months.find((each) => each.month === month)
    const wage = told?.wages.find(({ idNumber }) => idNumber === worker.person.idNumber)
    return told?.cameToOwe === true && wage !== undefined && wage.paidByDueFen < wage.dueFen
  })
}

/** What was wrong with a site in months that count, seen over all sites of a cause. */
function someOwe(cause: CauseId): boolean {
  return sitesOf(cause).some((site) => owing(site).length > 0)
}

describe('a cause', () => {
  it.each(['healthy', 'late-upload', 'missing-institutions'] as const)(
    'owes nothing where it is %s',
    (cause) => {
      expect(sitesOf(cause).length).toBeGreaterThan(0)
      expect(sitesOf(cause).flatMap(owing)).toEqual([])
    },
  )

  it.each([
    ['owner-late', ['labor-cost-late']],
    ['subcontractor-withholds', ['unconfirmed-payroll']],
    ['ghost-workers', ['ghost-workers']],
    ['cards-held', ['shared-card']],
    ['living-allowance', ['living-allowance']],
    ['two-ledgers', ['two-ledgers']],
    ['device-off', ['gate-silent']],
    ['unit-short', []],
  ] as const)('%s comes to owe, and is named as what is wrong', (cause, kinds) => {
    expect(someOwe(cause)).toBe(true)
    for (const site of sitesOf(cause)) {
      expect(kinds.filter((kind) => !faultKinds(site).has(kind))).toEqual([])
    }
  })

  it('owner-late leaves the account without the labor cost of a month on its due day', () => {
    const [site] = sitesOf('owner-late').filter((each) => owing(each).length > 0)
    const late = site?.faults.filter(({ kind }) => kind === 'labor-cost-late') ?? []
    expect(late.length).toBeGreaterThan(0)
    for (const { fromOn, untilOn } of late) {
      const came = site?.movements.filter(({ kind, on }) => kind === 'labor-cost' && on === untilOn) ?? []
      expect(untilOn === null || untilOn === model.frame.until || came.length === 1).toBe(true)
      expect(untilOn === null || untilOn >= fromOn).toBe(true)
    }
  })

  it('subcontractor-withholds owes only people of one subcontractor', () => {
    for (const site of sitesOf('subcontractor-withholds')) {
      const units = new Set(owedWages(site).map(({ worker }) => worker.unit))
      expect([...units].every((unit) => unit === site.facts.subcontractors.at(-1))).toBe(true)
    }
  })

  it('ghost-workers lists people who are never away and some of whom are at two worksites at once', () => {
    const sites = sitesOf('ghost-workers')
    const ghosts = sites.map(({ workers }) => workers.filter(({ isGhost }) => isGhost))
    expect(sites.length).toBeGreaterThan(1)
    const people = ghosts.flat().map(({ person }) => person.idNumber)
    expect(new Set(people).size).toBeLessThan(people.length)
    for (const [at, site] of sites.entries()) {
      const stays = (ghosts[at] ?? []).map((ghost) => {
        const days = site.attendance.get(ghost)
        return days?.came.map((came, day) => (days.went[day] ?? 0) - came).join()
      })
      expect(new Set(stays).size).toBe(1)
    }
  })

  it('cards-held pays several people to one card under the name of its holder', () => {
    for (const site of sitesOf('cards-held')) {
      const held = site.payments.filter(({ order }) => order.handover !== null)
      expect(new Set(held.map(({ order }) => order.card)).size).toBe(1)
      expect(new Set(held.map(({ order }) => order.payeeName)).size).toBe(1)
      expect(new Set(held.map(({ order }) => order.worker)).size).toBeGreaterThan(1)
    }
  })

  it('living-allowance pays the same round sum to all who earned more, pay day after pay day', () => {
    for (const site of sitesOf('living-allowance')) {
      const from = model.frame.months[site.plan.causeFrom] ?? ''
      const wages = site.wages.flat().filter(({ worker, month, netFen }) => {
        return month >= from && worker.rate.kind !== 'month' && netFen > 300_000n
      })
      const paid = wages.flatMap(({ worker, month }) =>
        site.payments.filter(
          ({ order }) => order.worker === worker && order.month === month && /-01\//.test(order.batch),
        ),
      )
      expect(paid.length).toBeGreaterThan(5)
      expect(new Set(paid.map(({ order }) => order.amountFen)).size).toBe(1)
      expect((paid[0]?.order.amountFen ?? 1n) % 10_000n).toBe(0n)
    }
  })

  it('two-ledgers has every sheet signed by all, and pays less than was earned', () => {
    for (const site of sitesOf('two-ledgers')) {
      const from = model.frame.months[site.plan.causeFrom] ?? ''
      const sheets = site.sheets.filter(({ month }) => month >= from)
      expect(sheets.every(({ lines }) => lines.every(({ isSigned }) => isSigned))).toBe(true)
    }
  })

  it('device-off sends neither punches nor sheets once it is silent', () => {
    for (const site of sitesOf('device-off')) {
      const from = model.frame.months[site.plan.causeFrom] ?? ''
      expect(site.silentFrom).not.toBeNull()
      const sheets = site.sheets.filter(({ month, number }) => month >= from && /-01$/.test(number))
      expect(sheets).toEqual([])
    }
  })

  it('winter-stop owes leavers only, and nobody where the pause is confirmed', () => {
    const sites = sitesOf('winter-stop')
    expect(sites.filter(({ plan }) => isHarmless(plan)).flatMap(owing)).toEqual([])
    const owed = sites.flatMap(owedWages)
    expect(owed.length).toBeGreaterThan(0)
    expect(owed.every(({ worker }) => worker.leftOn !== null)).toBe(true)
  })

  it('late-upload brings its sheets after the money', () => {
    for (const site of sitesOf('late-upload')) {
      const from = model.frame.months[site.plan.causeFrom] ?? ''
      const sheets = site.sheets.filter(({ month, number }) => month >= from && /-01$/.test(number))
      for (const { month, receivedOn } of sheets) {
        const paid = site.payments.find(({ order }) => order.month === month && /-01\//.test(order.batch))
        expect((paid?.on ?? '9999') < receivedOn).toBe(true)
      }
    }
  })
})

describe('a healthy worksite', () => {
  const sites = sitesOf('healthy')

  it('has noise: passages that the gate missed, sheets sent again, payments that came back', () => {
    const missing = sites.flatMap(({ attendance }) =>
      [...attendance.values()].filter(({ halves, went }) =>
        halves.some((half, at) => half > 0 && went[at] === -1),
      ),
    )
    const numbers = sites.map(({ sheets }) => sheets.map(({ number }) => number))
    const back = sites.flatMap(({ payments }) => payments.filter(({ backOn }) => backOn !== null))
    expect(missing.length).toBeGreaterThan(10)
    expect(numbers.some((each) => new Set(each).size < each.length)).toBe(true)
    expect(back.length).toBeGreaterThan(5)
  })

  it('has faults only of people and papers, never of money', () => {
    const kinds = new Set(sites.flatMap((site) => [...faultKinds(site)]))
    expect([...kinds].filter((kind) => kind !== 'under-age')).toEqual([])
  })
})
