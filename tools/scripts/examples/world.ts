import { type Day, day, type Month } from '../../../src/law/day.ts'
import type { Fen } from '../../../src/law/money.ts'
import { createInventor } from '../../../src/simulate/invent/index.ts'
import { gateMonths, months, type Punch, punchesOf, type WorkedDay, workedDays } from './attendance.ts'
import { inventSites, type Site, type SiteKey } from './sites.ts'
import { type WageLine, wageLine } from './wages.ts'
import { inventWorkers, type Worker } from './workers.ts'

/** 代发 — what the bank did with a line of a payroll. */
export interface Payment {
  readonly line: WageLine
  readonly amountFen: Fen
  readonly on: Day
  readonly reference: string
  readonly outcome: 'paid' | 'failed' | 'returned'
  /** The day on which a returned one came back. */
  readonly backOn: Day | null
}

/** 示例用工点与其两个月 — a site with its people, and what happened. */
export interface SiteStory {
  readonly site: Site
  readonly workers: readonly Worker[]
  readonly days: readonly WorkedDay[]
  readonly punches: readonly Punch[]
  /** What was earned, of everybody who worked. */
  readonly earned: readonly WageLine[]
  /** What the payrolls say; at one site four people are left off. */
  readonly listed: readonly WageLine[]
  readonly payments: readonly Payment[]
}

/** In April these of the road are on no payroll, though the gates saw them. */
const leftOff = { site: 'unlisted', month: '2026-04', numbers: [4, 13, 22, 26] }
/** The March wages of this crew never left the account. */
const unpaid = { site: 'unpaid', month: '2026-03', crew: '抹灰班' }
/** Whose payment did not arrive at first, and when it was made again: before the pay day. */
const secondTries: Readonly<
  Partial<Record<SiteKey, { number: number; how: 'failed' | 'returned'; again: Day }>>
> = {
  healthy: { number: 7, how: 'returned', again: day('2026-04-15') },
  factory: { number: 9, how: 'failed', again: day('2026-04-15') },
}

const payDays: Readonly<Record<SiteKey, readonly [march: Day, april: Day]>> = {
  healthy: [day('2026-04-13'), day('2026-05-14')],
  unpaid: [day('2026-04-15'), day('2026-05-15')],
  unlisted: [day('2026-04-13'), day('2026-05-13')],
  factory: [day('2026-04-13'), day('2026-05-15')],
  'no-account': [day('2026-04-10'), day('2026-05-12')],
  'no-deposit': [day('2026-04-15'), day('2026-05-15')],
}

/** 虚构示例 — the same six sites with their people, days, wages and payments at every call. */
export function inventWorld(): readonly SiteStory[] {
  const inventor = createInventor('examples of 2026')
  return inventSites(inventor).map((site) => {
    const workers = inventWorkers(inventor.fork(`people ${site.key}`), site)
    const attending = inventor.fork(`attendance ${site.key}`)
    const seen = site.gates.length > 0 || site.key === 'no-deposit' ? gateMonths : months
    const days = seen.flatMap((of) => workers.flatMap((worker) => workedDays(attending, worker, of)))
    const passing = inventor.fork(`gates ${site.key}`)
    const punches = days.flatMap((each) => punchesOf(passing, each))
    const earned = months.flatMap((of) => workers.flatMap((worker) => earnedIn(worker, of, days)))
    const listed = earned.filter((line) => !isLeftOff(line))
    const payments = listed.flatMap((line) => paymentsOf(line))
    return { site, workers, days, punches, earned, listed, payments }
  })
}

function earnedIn(worker: Worker, of: Month, days: readonly WorkedDay[]): readonly WageLine[] {
  const own = days.filter((each) => each.worker === worker && each.day.startsWith(of))
  return own.length === 0 ? [] : [wageLine(worker, of, own)]
}

export function isLeftOff({ worker, month }: WageLine): boolean {
  return (
    worker.site.key === leftOff.site && month === leftOff.month && leftOff.numbers.includes(worker.number)
  )
}

export function isUnpaid({ worker, month }: WageLine): boolean {
  return worker.site.key === unpaid.site && month === unpaid.month && worker.crew === unpaid.crew
}

function paymentsOf(line: WageLine): readonly Payment[] {
  const { worker, month } = line
  const { site } = worker
  if (isUnpaid(line)) {
    return []
  }
  const [march, april] = payDays[site.key]
  const reference = `${site.prefix}${month.replace('-', '')}${String(worker.number).padStart(4, '0')}`
  const first: Payment = {
    line,
    amountFen: line.netFen,
    on: month === months[0] ? march : april,
    reference,
    outcome: 'paid',
    backOn: null,
  }
  const second = secondTries[site.key]
  if (month !== months[0] || second === undefined || second.number !== worker.number) {
    return [first]
  }
  const backOn = second.how === 'returned' ? day('2026-04-14') : null
  return [
    { ...first, outcome: second.how, backOn },
    { ...first, on: second.again, reference: `${reference}R` },
  ]
}
