import { addDays, type Day, type Month } from '../../law/day.ts'
import { type Fen, sumFen } from '../../law/money.ts'
import type { Fault } from './fault.ts'
import { type Habits, lineOf, type MonthAt, payOutOf } from './habits.ts'
import type { Diversion, PayOrder, Sheet, SheetLine, Wage, Worker } from './model.ts'

/** 做法结果 — the sheets and orders of a month. */
export interface Conduct {
  readonly sheets: readonly Sheet[]
  readonly orders: readonly PayOrder[]
  readonly funds: Habits['funds']
  readonly diversions: readonly Diversion[]
  readonly faults: readonly Fault[]
}

/** Who left in the month, and so long before its pay day that he is not to wait for it. */
function isLeaver({ worker }: Wage, month: Month): boolean {
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
