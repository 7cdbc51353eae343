import { addDays, type Day, type Month } from '../../law/day.ts'
import type { Fen } from '../../law/money.ts'
import { groupBy } from '../../platform/group-by.ts'
import { type CauseId, type CauseNature, causeNatures } from '../county/cause-ids.ts'
import type { Fault } from '../county/fault.ts'
import { monthAt } from '../county/frame.ts'
import type { County, Payment, Site, Wage, WorksiteKind } from '../county/model.ts'

/** 真相 — what really happened in a simulated county, apart from what its files say. Sums in fen. */
export interface Truth {
  readonly version: 1
  readonly seed: string
  readonly from: Day
  readonly until: Day
  readonly areaCode: string
  readonly causes: Readonly<Record<CauseId, CauseNature>>
  readonly worksites: readonly TruthWorksite[]
}

export interface TruthWorksite {
  readonly code: string
  readonly name: string
  readonly kind: WorksiteKind
  readonly cause: CauseId
  /** The first month of wages in which the cause works; null where there is none. */
  readonly causeFrom: Month | null
  readonly months: readonly TruthMonth[]
  /** What else is really wrong, so that a warning of it is no false alarm even where no wage is owed. */
  readonly faults: readonly Fault[]
}

/** 用工点月 — the wages of a month at a worksite. Months in which nobody worked are left out. */
export interface TruthMonth {
  readonly month: Month
  /** `healthy` before the month in which the cause begins. */
  readonly cause: CauseId
  /** The last day of payment in time. */
  readonly dueOn: Day
  /** Whether that day lies within the simulated span; where it doesn't, nobody can say yet. */
  readonly isJudged: boolean
  readonly people: number
  /** 应实发 — net wages earned by all. */
  readonly dueFen: Fen
  /** What was still open when the pay day had passed. */
  readonly owedFen: Fen
  readonly peopleOwed: number
  /** Wages came to be owed: judged, and a fen or more was open. */
  readonly cameToOwe: boolean
  /** The day on which the last wage was full; null while one is open. */
  readonly settledOn: Day | null
  /** What is open on the last day of the simulation. */
  readonly openFen: Fen
  readonly wages: readonly TruthWage[]
}

/** 个人工资 — of one worker; the ID number is invented. */
export interface TruthWage {
  readonly idNumber: string
  readonly name: string
  readonly dueFen: Fen
  readonly paidByDueFen: Fen
  readonly paidFen: Fen
  readonly settledOn: Day | null
}

/** 真相 — of a county, from its wages and from the money that reached hands; ghosts earn nothing. */
export function truthOf({ seed, frame, areaCode, sites }: County): Truth {
  const { from, until } = frame
  const worksites = sites.map((site): TruthWorksite => {
    const { facts, plan, faults } = site
    return {
      code: facts.code,
      name: facts.name,
      kind: plan.kind,
      cause: plan.cause,
      causeFrom: plan.cause === 'healthy' ? null : monthAt(frame, plan.causeFrom),
      months: monthsOf(site, frame),
      faults,
    }
  })
  return { version: 1, seed, from, until, areaCode, causes: causeNatures, worksites }
}

function monthsOf(site: Site, frame: County['frame']): readonly TruthMonth[] {
  const received = groupBy(site.payments, ({ order }) => `${order.worker.pin} ${order.month}`)
  return frame.months.flatMap((month, at) => {
    const earned = (site.wages[at] ?? []).filter(({ worker }) => !worker.isGhost)
    const dueOn = site.dueDays[at] ?? frame.until
    const wages = earned.map((wage) =>
      wageOf(wage, {
        payments: received.get(`${wage.worker.pin} ${month}`) ?? [],
        dueOn,
        until: frame.until,
      }),
    )
    const cause = at < site.plan.causeFrom ? 'healthy' : site.plan.cause
    return wages.length === 0 ? [] : [monthOf({ month, cause, dueOn, until: frame.until, wages })]
  })
}

interface Of {
  readonly payments: readonly Payment[]
  readonly dueOn: Day
  readonly until: Day
}

function wageOf({ worker, netFen }: Wage, { payments, dueOn, until }: Of): TruthWage {
  const inHand = payments
    .flatMap(receipt)
    .filter(({ on }) => on <= until)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  let [paidFen, paidByDueFen] = [0n, 0n]
  let settledOn: Day | null = null
  for (const { on, fen } of inHand) {
    paidFen += fen
    paidByDueFen = on <= dueOn ? paidFen : paidByDueFen
    settledOn ??= paidFen >= netFen ? on : null
  }
  const { idNumber, name } = worker.person
  return { idNumber, name, dueFen: netFen, paidByDueFen, paidFen, settledOn }
}

/** 到手 — when and how much of a payment came into the worker's own hands. */
function receipt({ order, on, backOn }: Payment): { on: Day; fen: Fen }[] {
  const { handover, amountFen } = order
  if (backOn !== null) {
    return []
  }
  return handover === null
    ? [{ on, fen: amountFen }]
    : [{ on: addDays(on, handover.afterDays), fen: (amountFen * BigInt(handover.percent)) / 100n }]
}

function monthOf({
  month,
  cause,
  dueOn,
  until,
  wages,
}: Pick<TruthMonth, 'month' | 'cause' | 'dueOn' | 'wages'> & { readonly until: Day }): TruthMonth {
  const isJudged = dueOn <= until
  const open = wages.filter((wage) => wage.paidByDueFen < wage.dueFen)
  const sum = (fen: (wage: TruthWage) => Fen) => wages.reduce((total, wage) => total + fen(wage), 0n)
  const positive = (fen: Fen) => (fen > 0n ? fen : 0n)
  const settled = wages.map(({ settledOn }) => settledOn)
  return {
    month,
    cause,
    dueOn,
    isJudged,
    people: wages.length,
    dueFen: sum((wage) => wage.dueFen),
    owedFen: isJudged ? sum((wage) => positive(wage.dueFen - wage.paidByDueFen)) : 0n,
    peopleOwed: isJudged ? open.length : 0,
    cameToOwe: isJudged && open.length > 0,
    settledOn: settled.includes(null) ? null : latest(settled),
    openFen: sum((wage) => positive(wage.dueFen - wage.paidFen)),
    wages,
  }
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null)
}
