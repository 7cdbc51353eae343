import { type Fen, multiplyFen, percent } from '../../law/money.ts'
import type { Conduct } from './conduct.ts'
import type { SiteFacts } from './facts.ts'
import type { Inflow, Wage } from './model.ts'
import { owedOf } from './wages.ts'

/** 资金计划 — what should come into an account for the wages of each month, and what stands on it at first. */
interface FundPlan {
  readonly perMonth: readonly Fen[]
  /** 人工费用 agreed for a month; 0 where a share is agreed. */
  readonly agreedFen: Fen
  readonly openingFen: Fen
}

const roundFen = 1_000_000n
const smallRoundFen = 10_000n

/**
 * 资金计划 — enough for every wage in time if everybody does what was agreed: a sum a month that covers the dear
 * months, or a share of what was built. `healthy` is how the months would go then.
 */
export function planFunds(
  facts: SiteFacts,
  wages: readonly (readonly Wage[])[],
  healthy: readonly Conduct[],
): FundPlan {
  const needs = wages.map(owedOf)
  const paysSum = facts.works?.laborCostTerm === 'sum'
  const agreedFen = paysSum ? agreedSum(needs) : 0n
  const perMonth = needs.map((need) => {
    const share = multiplyFen(need, percent(facts.works === null ? 102 : 104), 'up')
    return paysSum && need > 0n ? agreedFen : roundUp(share, smallRoundFen)
  })
  const typical = needs.reduce((most, need) => (need > most ? need : most), 0n)
  const short = deepestDeficit(inflowsOf(healthy, perMonth), healthy)
  return {
    perMonth,
    agreedFen,
    openingFen: roundUp(multiplyFen(short, percent(102), 'up') + typical / 20n, smallRoundFen),
  }
}

/** 到账 — the inflows of the months by what is paid of the plan, and when. */
export function inflowsOf(months: readonly Conduct[], perMonth: readonly Fen[]): readonly Inflow[] {
  return months.flatMap(({ funds }, at) =>
    funds
      .map((part) => ({
        on: part.on,
        amountFen: multiplyFen(perMonth[at] ?? 0n, percent(part.percent), 'half-up'),
      }))
      .filter(({ amountFen }) => amountFen > 0n),
  )
}

/** The smallest round sum a month of which the months so far can always be paid. */
function agreedSum(needs: readonly Fen[]): Fen {
  let [total, count, most] = [0n, 0n, 0n]
  for (const need of needs) {
    total += need
    count += need > 0n ? 1n : 0n
    const average = count === 0n ? 0n : total / count
    most = average > most ? average : most
  }
  return roundUp(multiplyFen(most, percent(103), 'up'), roundFen)
}

/** How far an account that began with nothing would be overdrawn at worst. */
function deepestDeficit(inflows: readonly Inflow[], months: readonly Conduct[]): Fen {
  const orders = months.flatMap((each) => each.orders)
  const steps = [
    ...orders.map(({ wantedOn, amountFen }) => ({ on: wantedOn, fen: -amountFen })),
    // What comes in on a day can be spent on the next.
    ...inflows.map(({ on, amountFen }) => ({ on: `${on}+`, fen: amountFen })),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  let [balance, lowest] = [0n, 0n]
  for (const { fen } of steps) {
    balance += fen
    lowest = balance < lowest ? balance : lowest
  }
  return -lowest
}

function roundUp(fen: Fen, to: Fen): Fen {
  return ((fen + to - 1n) / to) * to
}
