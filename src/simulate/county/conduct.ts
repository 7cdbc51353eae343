import { addDays, type Day, laterOf, type Month } from '../../law/day.ts'
import { type Fen, sumFen } from '../../law/money.ts'
import type { Inventor } from '../invent/index.ts'
import { workdayBefore } from './frame.ts'
import type {
  Attendance,
  Diversion,
  Fault,
  Frame,
  PayOrder,
  Sheet,
  SheetLine,
  SiteCalendar,
  SiteFacts,
  SitePlan,
  Wage,
  Worker,
} from './model.ts'

/** 某月的处境 — what was worked and earned in a month, and when it is to be paid. */
export interface MonthAt {
  readonly frame: Frame
  readonly plan: SitePlan
  readonly facts: SiteFacts
  readonly calendar: SiteCalendar
  readonly workers: readonly Worker[]
  readonly attendance: ReadonlyMap<Worker, Attendance>
  readonly at: number
  readonly month: Month
  readonly dueOn: Day
  /** 人工费用拨付日 of the month; of an establishment the day on which it puts the wages aside. */
  readonly fundOn: Day
  readonly wages: readonly Wage[]
  /** Draws of this month. */
  readonly inventor: Inventor
  /** Draws that are the same in every month of the worksite; fork it by what is drawn. */
  readonly ofSite: Inventor
}

/** 当月做法 — how a worksite deals with the wages of a month. A cause changes some of it. */
export interface Habits {
  /** What the sheet says of a wage; null leaves the worker off. */
  readonly claim: (wage: Wage) => SheetLine | null
  readonly signs: (wage: Wage) => boolean
  /** What is paid for a line; null pays nothing. */
  readonly pay: (line: SheetLine, wage: Wage) => PayOut | null
  /** The day on which the sheet comes; null where none is sent. */
  readonly sheetOn: Day | null
  readonly payOn: Day
  readonly funds: readonly { readonly on: Day; readonly percent: number }[]
  /** Whether those who leave are paid when they go. */
  readonly settlesLeavers: boolean
  /** The rest is paid so many days after the pay day; null where it stays open. */
  readonly makesUpAfter: number | null
  readonly hasSignatures: boolean
  readonly diversions: readonly Diversion[]
  readonly faults: readonly Fault[]
}

export interface PayOut {
  readonly amountFen: Fen
  readonly card: string
  readonly payeeName: string
  readonly handover: PayOrder['handover']
}

/** 做法结果 — the sheets and orders of a month. */
export interface Conduct {
  readonly sheets: readonly Sheet[]
  readonly orders: readonly PayOrder[]
  readonly funds: Habits['funds']
  readonly diversions: readonly Diversion[]
  readonly faults: readonly Fault[]
}

/** 正常做法 — everybody on the sheet for what he earned, the sheet signed, the money on the worker's own card in time. */
export function healthyHabits({ inventor, dueOn, plan, fundOn }: MonthAt): Habits {
  const payOn = workdayBefore(dueOn, inventor.int(2, 4))
  const signed = inventor.int(93, 100)
  return {
    claim: lineOf,
    signs: ({ worker }) => (Number(worker.pin) * 37 + Number(dueOn.slice(5, 7)) * 11) % 100 < signed,
    pay: (line) => payOutOf(line),
    sheetOn: addDays(payOn, -inventor.int(2, 5)),
    payOn,
    funds: [{ on: workdayBefore(fundOn, inventor.int(0, 2)), percent: 100 }],
    settlesLeavers: true,
    makesUpAfter: null,
    hasSignatures: plan.index % 5 !== 3,
    diversions: [],
    faults: [],
  }
}

/** A line that says what was earned. */
export function lineOf(wage: Wage): SheetLine {
  const { worker, halves, minutes, quantity, dueFen, overtimeFen, deductionFen, advanceFen, netFen } = wage
  const sums = { dueFen, overtimeFen, deductionFen, advanceFen, netFen }
  return { worker, halves, minutes, quantity, ...sums, card: worker.person.bankCard, isSigned: true }
}

export function payOutOf(line: SheetLine): PayOut {
  return {
    amountFen: line.netFen,
    card: line.card,
    payeeName: line.worker.person.name,
    handover: null,
  }
}

/** Who left in the month, and so long before its pay day that he is not to wait for it. */
export function isLeaver({ worker }: Wage, month: Month): boolean {
  return worker.leftOn?.startsWith(month) === true
}

/** 执行做法 — makes the sheets and orders of a month. */
export function conduct(month: MonthAt, habits: Habits): Conduct {
  const leavers = habits.settlesLeavers ? month.wages.filter((wage) => isLeaver(wage, month.month)) : []
  const others = month.wages.filter((wage) => !leavers.includes(wage))
  const parts = [...settle(month, habits, leavers), ...payMonth(month, habits, others)]
  const orders = parts.flatMap((part) => part.orders)
  const rest = makeUp(month, habits, orders)
  return {
    sheets: [...parts.flatMap((part) => part.sheets), ...rest.sheets],
    orders: [...orders, ...rest.orders],
    funds: habits.funds,
    diversions: habits.diversions,
    faults: habits.faults,
  }
}

interface Part {
  readonly sheets: readonly Sheet[]
  readonly orders: readonly PayOrder[]
}

const correctionOdds = 0.1
const returnOdds = 0.15

function payMonth(month: MonthAt, habits: Habits, wages: readonly Wage[]): readonly Part[] {
  const { inventor } = month
  const [corrects, comesBack] = [inventor.chance(correctionOdds), inventor.chance(returnOdds)]
  const lucky = inventor.int(0, Math.max(0, wages.length - 1))
  const lines = linesOf(habits, wages)
  const number = sheetNumber(month, '01')
  const orders = ordersOf(lines, habits, {
    month: month.month,
    number,
    wantedOn: habits.payOn,
    returnedAt: comesBack ? lucky : -1,
  })
  if (habits.sheetOn === null || lines.length === 0) {
    return [{ sheets: [], orders }]
  }
  const { sheetOn, hasSignatures } = habits
  const sheet: Sheet = {
    month: month.month,
    number,
    receivedOn: sheetOn,
    lines: lines.map(([line]) => line),
    hasSignatures,
  }
  const draft = corrects && sheetOn <= habits.payOn ? [draftOf(sheet, lucky)] : []
  return [{ sheets: [...draft, sheet], orders }]
}

/** The first sheet of a month that has to be corrected: a day too many for somebody. */
function draftOf(sheet: Sheet, at: number): Sheet {
  const lines = sheet.lines.map((line, index) => {
    const extra = line.halves === 0 ? 0n : (line.dueFen - line.overtimeFen) / BigInt(line.halves)
    return index !== at
      ? line
      : { ...line, halves: line.halves + 1, dueFen: line.dueFen + extra, netFen: line.netFen + extra }
  })
  return { ...sheet, lines, receivedOn: addDays(sheet.receivedOn, -1) }
}

/** Those who leave get what is open within a few days, on a sheet of their own. */
function settle(month: MonthAt, habits: Habits, wages: readonly Wage[]): readonly Part[] {
  const days = [...new Set(wages.flatMap(({ worker }) => worker.leftOn ?? []))].sort()
  return days.map((leftOn, at) => {
    const lines = linesOf(
      habits,
      wages.filter(({ worker }) => worker.leftOn === leftOn),
    )
    const number = sheetNumber(month, `T${at + 1}`)
    const receivedOn = addDays(leftOn, 1)
    const wantedOn = addDays(leftOn, 2)
    const orders = ordersOf(lines, habits, { month: month.month, number, wantedOn, returnedAt: -1 })
    const sheet: Sheet = {
      month: month.month,
      number,
      receivedOn,
      lines: lines.map(([line]) => line),
      hasSignatures: habits.hasSignatures,
    }
    return lines.length === 0 ? { sheets: [], orders: [] } : { sheets: [sheet], orders }
  })
}

/** What was kept back is paid later, on a sheet that adds to the month's. */
function makeUp(month: MonthAt, habits: Habits, orders: readonly PayOrder[]): Part {
  const { makesUpAfter } = habits
  if (makesUpAfter === null) {
    return { sheets: [], orders: [] }
  }
  const paid = new Map<Worker, Fen>()
  for (const { worker, amountFen, handover } of orders) {
    if (handover === null) {
      paid.set(worker, (paid.get(worker) ?? 0n) + amountFen)
    }
  }
  const lines = month.wages.flatMap((wage): [SheetLine, Wage][] => {
    const restFen = wage.netFen - (paid.get(wage.worker) ?? 0n)
    const line = lineOf(wage)
    const kept = { halves: 0, minutes: 0, quantity: 0, overtimeFen: 0n, deductionFen: 0n, advanceFen: 0n }
    return restFen <= 0n || wage.worker.isGhost
      ? []
      : [[{ ...line, ...kept, dueFen: restFen, netFen: restFen }, wage]]
  })
  const number = sheetNumber(month, 'B1')
  const wantedOn = addDays(month.dueOn, makesUpAfter)
  const sheet: Sheet = {
    month: month.month,
    number,
    receivedOn: addDays(wantedOn, -2),
    lines: lines.map(([line]) => line),
    hasSignatures: true,
  }
  const made = ordersOf(
    lines,
    { ...habits, pay: (line) => payOutOf(line) },
    { month: month.month, number, wantedOn, returnedAt: -1 },
  )
  return lines.length === 0 ? { sheets: [], orders: [] } : { sheets: [sheet], orders: made }
}

function linesOf(habits: Habits, wages: readonly Wage[]): readonly [SheetLine, Wage][] {
  return wages.flatMap((wage): [SheetLine, Wage][] => {
    const line = habits.claim(wage)
    return line === null ? [] : [[{ ...line, isSigned: habits.signs(wage) }, wage]]
  })
}

interface Ordering {
  readonly month: Month
  readonly number: string
  readonly wantedOn: Day
  readonly returnedAt: number
}

function ordersOf(
  lines: readonly (readonly [SheetLine, Wage])[],
  habits: Pick<Habits, 'pay'>,
  { month, number, wantedOn, returnedAt }: Ordering,
): readonly PayOrder[] {
  const orders = lines.flatMap(([line, wage], index): PayOrder[] => {
    const out = habits.pay(line, wage)
    const batch = `${number}/${line.worker.unit.creditCode}`
    const isWhole = true
    const comesBack = index === returnedAt && out?.handover === null
    return out === null || out.amountFen <= 0n
      ? []
      : [{ worker: line.worker, month, batch, wantedOn, comesBack, isWhole, ...out }]
  })
  const sums = (items: readonly { worker: Worker; fen: Fen }[], unit: string) =>
    sumFen(items.filter(({ worker }) => worker.unit.creditCode === unit).map(({ fen }) => fen))
  const claimed = lines.map(([{ worker, netFen }]) => ({ worker, fen: netFen }))
  const ordered = orders.map(({ worker, amountFen }) => ({ worker, fen: amountFen }))
  const units = new Set(lines.map(([{ worker }]) => worker.unit.creditCode))
  const whole = new Set([...units].filter((unit) => sums(claimed, unit) === sums(ordered, unit)))
  return orders.map((order) => ({ ...order, isWhole: whole.has(order.worker.unit.creditCode) }))
}

/** 工资表编号 — site, month and part: 01 the month's own, T those who left, B what is paid later. */
function sheetNumber({ facts, month }: Pick<MonthAt, 'facts' | 'month'>, part: string): string {
  return `${facts.prefix}-${month.replace('-', '')}-${part}`
}

/** A fault of a month's wages, from a day on; it ends when the rest is paid. */
export function monthFault(
  { month, dueOn, frame }: MonthAt,
  kind: Fault['kind'],
  { people, fromOn, makesUpAfter }: { people: number; fromOn: Day; makesUpAfter: number | null },
): Fault {
  const untilOn = makesUpAfter === null ? null : addDays(dueOn, makesUpAfter)
  return {
    kind,
    fromOn: laterOf(frame.from, fromOn),
    untilOn: untilOn === null || untilOn > frame.until ? null : untilOn,
    month,
    people,
  }
}
