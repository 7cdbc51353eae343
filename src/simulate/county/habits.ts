import { addDays, type Day, laterOf, type Month } from '../../law/day.ts'
import type { Fen } from '../../law/money.ts'
import type { Inventor } from '../invent/index.ts'
import type { SiteFacts } from './facts.ts'
import type { Fault } from './fault.ts'
import { workdayBefore } from './frame.ts'
import type {
  Attendance,
  Diversion,
  Frame,
  PayOrder,
  SheetLine,
  SiteCalendar,
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

interface PayOut {
  readonly amountFen: Fen
  readonly card: string
  readonly payeeName: string
  readonly handover: PayOrder['handover']
}

/**
 * 正常做法 — everybody on the sheet for what he earned, the sheet signed, the money on the worker's own card in
 * time.
 */
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
