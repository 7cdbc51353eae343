import { addDays, compareDays, type Day } from '../../law/day.ts'
import { type Fen, sumFen } from '../../law/money.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { SiteFacts } from './facts.ts'
import { isBankDay } from './frame.ts'
import type { Diversion, Frame, Inflow, Movement, Payment, PayOrder } from './model.ts'

/** 专户往来 — what is to come in and go out, before anybody knows whether there is money for it. */
interface AccountPlan {
  readonly frame: Frame
  readonly facts: SiteFacts
  readonly openingFen: Fen
  readonly inflows: readonly Inflow[]
  readonly orders: readonly PayOrder[]
  readonly diversions: readonly Diversion[]
}

interface AccountRun {
  readonly movements: readonly Movement[]
  readonly payments: readonly Payment[]
}

interface Batch {
  readonly orders: readonly PayOrder[]
  readonly wantedOn: Day
  readonly totalFen: Fen
}

interface Running extends AccountPlan {
  readonly movements: Movement[]
  readonly payments: Payment[]
  readonly waiting: Batch[]
  /** What came back, and what is paid again, by day. */
  readonly returning: Map<Day, Payment[]>
  balanceFen: Fen
  count: number
}

const feeFen = 1_000n

/**
 * 专户运行 — lives through the days of the account: what is wanted is paid as soon as there is money for the
 * whole batch, the oldest first; what comes back is paid again the day after. A worksite without an account
 * pays from elsewhere, where money is never short and nothing is booked.
 */
export function runAccount(plan: AccountPlan): AccountRun {
  const running: Running = {
    ...plan,
    movements: [],
    payments: [],
    waiting: toBatches(plan.orders),
    returning: new Map(),
    balanceFen: plan.openingFen,
    count: 0,
  }
  const inflows = groupBy(plan.inflows, ({ on }) => on)
  const diversions = groupBy(plan.diversions, ({ on }) => on)
  const opened = plan.facts.account?.openedOn ?? plan.frame.from
  for (const day of plan.frame.days) {
    takeBack(running, day)
    if (isBankDay(day)) {
      for (const diversion of diversions.get(day) ?? []) {
        divert(running, diversion)
      }
      payBatches(running, day)
    }
    if (day >= opened) {
      bookHouse(running, day)
    }
    for (const inflow of inflows.get(day) ?? []) {
      receive(running, inflow)
    }
  }
  return { movements: plan.facts.account === null ? [] : running.movements, payments: running.payments }
}

function toBatches(orders: readonly PayOrder[]): Batch[] {
  const batches = [...groupBy(orders, ({ batch }) => batch).values()].flatMap((each): Batch[] => {
    const [first] = each
    const totalFen = sumFen(each.map(({ amountFen }) => amountFen))
    return first === undefined ? [] : [{ orders: each, wantedOn: first.wantedOn, totalFen }]
  })
  return batches.sort((one, other) => compareDays(one.wantedOn, other.wantedOn))
}

function payBatches(running: Running, day: Day): void {
  const left: Batch[] = []
  for (const batch of running.waiting.splice(0)) {
    const canPay = running.facts.account === null || running.balanceFen >= batch.totalFen
    if (batch.wantedOn <= day && canPay) {
      payOut(running, day, batch.orders)
    } else {
      left.push(batch)
    }
  }
  running.waiting.push(...left)
}

function payOut(running: Running, day: Day, orders: readonly PayOrder[]): void {
  const payments = orders.map((order): Payment => {
    const backOn = order.comesBack ? addDays(day, 1) : null
    const payment = { order, on: day, reference: nextReference(running, order), backOn }
    if (backOn !== null) {
      running.returning.set(backOn, [...(running.returning.get(backOn) ?? []), payment])
    }
    return payment
  })
  running.payments.push(...payments)
  const [first] = orders
  book(running, {
    on: day,
    side: 'debit',
    kind: 'payouts',
    amountFen: sumFen(orders.map(({ amountFen }) => amountFen)),
    counterparty: { name: '', account: '' },
    remittance: first === undefined ? '' : `${monthText(first)}工资`,
    payments,
  })
}

/** Money that came back is booked, and paid again on the next day. */
function takeBack(running: Running, day: Day): void {
  for (const payment of running.returning.get(day) ?? []) {
    const { order } = payment
    book(running, {
      on: day,
      side: 'credit',
      kind: 'return',
      amountFen: order.amountFen,
      counterparty: { name: order.payeeName, account: order.card },
      remittance: '退汇',
      payments: [payment],
    })
    const again = { ...order, comesBack: false, isWhole: false, wantedOn: addDays(day, 1) }
    const batch = {
      orders: [{ ...again, batch: `${order.batch}/R` }],
      wantedOn: again.wantedOn,
      totalFen: order.amountFen,
    }
    running.waiting.unshift(batch)
  }
  running.returning.delete(day)
}

/** What the bank books for itself: a fee a month, interest a quarter. */
function bookHouse(running: Running, day: Day): void {
  const house = { name: '', account: '' }
  if (day.endsWith('-28') && running.balanceFen > feeFen) {
    const fee = { on: day, side: 'debit', kind: 'fee', amountFen: feeFen } as const
    book(running, { ...fee, counterparty: house, remittance: '账户管理费', payments: [] })
  }
  if (/-(?:03|06|09|12)-21$/.test(day) && running.balanceFen > 0n) {
    const interest = {
      on: day,
      side: 'credit',
      kind: 'interest',
      amountFen: running.balanceFen / 8000n + 1n,
    } as const
    book(running, { ...interest, counterparty: house, remittance: '结息', payments: [] })
  }
}

function receive(running: Running, { on, amountFen }: Inflow): void {
  const { works, contractor, payerAccount } = running.facts
  book(running, {
    on,
    side: 'credit',
    kind: 'labor-cost',
    amountFen,
    counterparty: { name: works?.owner.name ?? contractor.name, account: payerAccount },
    remittance: works === null ? '工资备付金' : '拨付人工费用',
    payments: [],
  })
}

function divert(running: Running, { on, amountFen, counterparty, remittance }: Diversion): void {
  if (running.facts.account !== null && running.balanceFen >= amountFen) {
    book(running, { on, side: 'debit', kind: 'stranger', amountFen, counterparty, remittance, payments: [] })
  }
}

function book(running: Running, movement: Omit<Movement, 'balanceFen' | 'reference'>): void {
  running.balanceFen += movement.side === 'credit' ? movement.amountFen : -movement.amountFen
  running.count += 1
  const reference = `${running.facts.prefix}B${String(running.count).padStart(5, '0')}`
  running.movements.push({ ...movement, balanceFen: running.balanceFen, reference })
}

/** Unlike any other in the county, and the same in every message that tells of the payment. */
function nextReference(running: Running, { month, worker }: PayOrder): string {
  const number = String(running.payments.length + running.count + 1).padStart(5, '0')
  return `${running.facts.prefix}${month.replace('-', '')}P${worker.pin}${number}`
}

function monthText({ month }: PayOrder): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}
