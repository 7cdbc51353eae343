import { addDays, type Day } from '../../../law/day.ts'
import { multiplyFen, percent, sumFen } from '../../../law/money.ts'
import type { Fault } from '../fault.ts'
import { type Habits, lineOf, type MonthAt, monthFault, payOutOf } from '../habits.ts'
import type { Diversion, SheetLine, Wage } from '../model.ts'

/** How a subcontractor keeps wages back; the same in every month of a site. */
type Way = 'understates' | 'leaves-off' | 'diverts'

/**
 * 分包截留 — the money came, and part of it does not reach the workers of one subcontractor: its sheet says
 * fewer days than they worked, leaves some off, or lets what is on it go to its own account. The workers do
 * not sign.
 */
export function subcontractorWithholds(month: MonthAt, healthy: Habits): Habits {
  const way = month.ofSite.fork('way').pick<Way>(['understates', 'leaves-off', 'diverts'])
  const makesUpAfter = month.inventor.chance(0.5) ? month.inventor.int(25, 50) : null
  const unit = month.facts.subcontractors.at(-1) ?? month.facts.contractor
  const isHit = ({ worker }: Wage) => worker.unit === unit
  const signs = (wage: Wage) => healthy.signs(wage) && (!isHit(wage) || Number(wage.worker.pin) % 5 === 0)
  const habits = { ...healthy, signs, makesUpAfter, hasSignatures: true }
  const fault = (kind: Fault['kind'], wages: readonly Wage[], fromOn: Day) =>
    monthFault(month, kind, { people: wages.length, fromOn, makesUpAfter })
  const hit = month.wages.filter(isHit)
  const sheetOn = healthy.sheetOn ?? healthy.payOn
  const unsigned = fault('unconfirmed-payroll', hit, sheetOn)
  if (way === 'understates') {
    const share = month.ofSite.fork('share').int(40, 60)
    const claim = (wage: Wage) => (isHit(wage) ? shrunk(wage, share) : lineOf(wage))
    return { ...habits, claim, faults: [fault('understated-payroll', hit, sheetOn), unsigned] }
  }
  if (way === 'leaves-off') {
    const odd = month.ofSite.fork('share').int(2, 3)
    const isOff = (wage: Wage) => isHit(wage) && Number(wage.worker.pin) % odd === 0
    const claim = (wage: Wage) => (isOff(wage) ? null : lineOf(wage))
    const faults = [fault('left-off-payroll', month.wages.filter(isOff), sheetOn), unsigned]
    return { ...habits, claim, faults }
  }
  const odd = month.ofSite.fork('share').int(2, 3)
  const isDiverted = (wage: Wage) => isHit(wage) && Number(wage.worker.pin) % odd !== 0
  const diverted = month.wages.filter(isDiverted)
  const diversion: Diversion = {
    on: healthy.payOn,
    amountFen: sumFen(diverted.map(({ netFen }) => netFen)),
    counterparty: { name: unit.name, account: month.facts.subcontractorAccount },
    remittance: '劳务分包款',
  }
  return {
    ...habits,
    pay: (line, wage) => (isDiverted(wage) ? null : payOutOf(line)),
    diversions: diverted.length === 0 ? [] : [diversion],
    faults: [fault('stranger-outflow', diverted, healthy.payOn), unsigned],
  }
}

/** A line with a part of the days and of the wage. */
export function shrunk(wage: Wage, share: number): SheetLine {
  const line = lineOf(wage)
  const cut = (number: number) => Math.floor((number * share) / 100)
  const dueFen = multiplyFen(wage.dueFen, percent(share), 'down')
  const keptFen = wage.deductionFen + wage.advanceFen
  return {
    ...line,
    halves: cut(wage.halves),
    minutes: cut(wage.minutes),
    quantity: cut(wage.quantity),
    dueFen,
    overtimeFen: multiplyFen(wage.overtimeFen, percent(share), 'down'),
    netFen: dueFen > keptFen ? dueFen - keptFen : 0n,
  }
}

/**
 * 退场未结清 — those who went home before the festival are left off the sheets and paid long after, or not at
 * all.
 */
export function leaversUnpaid(month: MonthAt, healthy: Habits): Habits {
  const stop = month.calendar.pauses.find(({ reason }) => reason === 'winter')
  if (stop === undefined || stop.isConfirmed) {
    return healthy
  }
  const isHit = ({ worker }: Wage) =>
    worker.leftOn !== null && worker.leftOn <= stop.from && worker.leftOn >= addDays(stop.from, -6)
  const hit = month.wages.filter(isHit)
  const makesUpAfter = month.ofSite.fork('makes up').chance(0.6) ? month.inventor.int(30, 60) : null
  const fromOn = hit[0]?.worker.leftOn ?? month.dueOn
  const fault = monthFault(month, 'leavers-unsettled', { people: hit.length, fromOn, makesUpAfter })
  return {
    ...healthy,
    claim: (wage) => (isHit(wage) ? null : lineOf(wage)),
    makesUpAfter,
    faults: hit.length === 0 ? [] : [fault],
  }
}
