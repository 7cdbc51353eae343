import type { Day, DaySpan, Month } from '../../law/day.ts'
import type { Fen } from '../../law/money.ts'
import type { InventedCompany, InventedPerson } from '../invent/index.ts'
import type { CauseId } from './cause-ids.ts'
import type { AccountBank, SiteFacts } from './facts.ts'
import type { Fault } from './fault.ts'

/*
 * What a simulated county is made of. Days inside the simulated span are also counted from 0 (`at`), since
 * attendance is kept in arrays, one number a day.
 */

export type WorksiteKind = 'project' | 'establishment' | 'labor-platform'

/** 模拟的时间 — the days and months that are simulated; both ends included. */
export interface Frame {
  readonly from: Day
  readonly until: Day
  readonly days: readonly Day[]
  readonly months: readonly Month[]
  /** The place of a month's first day among `days`, and that behind its last. */
  readonly monthStarts: readonly number[]
  /** 春节假期 inside the span; null where there is none. */
  readonly festival: DaySpan | null
}

/** 用工点计划 — what is decided of a worksite before anything else. */
export interface SitePlan {
  readonly index: number
  readonly kind: WorksiteKind
  readonly cause: CauseId
  /** From which month on the cause works, by its place; the first month where there is none to tell. */
  readonly causeFrom: number
  readonly size: number
  /** 开工 within the simulated span: by its place among the days; null for a worksite that stood before. */
  readonly opensAt: number | null
}

export interface Rate {
  readonly kind: 'day' | 'hour' | 'month' | 'piece'
  readonly fen: Fen
}

/** 工人 — a person at a worksite. */
export interface Worker {
  readonly person: InventedPerson
  /** 考勤号 on the gates of the worksite. */
  readonly pin: string
  readonly unit: InventedCompany
  readonly crew: string
  readonly workType: string
  readonly rate: Rate
  readonly enteredOn: Day
  readonly leftOn: Day | null
  readonly contractOn: Day | null
  readonly worksAtNight: boolean
  /** On roster, gate and payroll, and never there. */
  readonly isGhost: boolean
  /** Seconds of the day at which he comes and goes as a rule. */
  readonly comesAt: number
  readonly goesAt: number
}

/**
 * 出勤 — a number a day of the frame. What was worked is `halves`; what the gate saw of it, `came` and `went`.
 */
export interface Attendance {
  /** Half days worked: 0, 1 or 2. */
  readonly halves: Uint8Array
  /** Seconds since midnight; -1 where the gate has no passage. A shift over midnight goes beyond 86400. */
  readonly came: Int32Array
  readonly went: Int32Array
  /** Bit 1: the entry was read twice; bit 2: out and in again at noon. */
  readonly extras: Uint8Array
  /** Hours of overtime in the evening. */
  readonly overtime: Uint8Array
  /** Minutes worked, the meal taken off, to the half hour. */
  readonly minutes: Uint16Array
}

/** 开工日历 — on which days of the frame a worksite is worked, and its longer stops. */
export interface SiteCalendar {
  readonly isOpen: Uint8Array
  readonly pauses: readonly Pause[]
}

/** 停工 — a stop of work; confirmed where the authority was told and agreed. */
export interface Pause extends DaySpan {
  readonly reason: 'spring-festival' | 'winter' | 'weather'
  readonly isConfirmed: boolean
}

/** 应得工资 — what a worker really earned in a month; sums in fen. */
export interface Wage {
  readonly worker: Worker
  readonly month: Month
  readonly halves: number
  readonly minutes: number
  readonly quantity: number
  readonly overtimeHours: number
  /** 应发, overtime included. */
  readonly dueFen: Fen
  readonly overtimeFen: Fen
  /** 社会保险 of the worker's part. */
  readonly deductionFen: Fen
  /** 借支, received within the month. */
  readonly advanceFen: Fen
  /** 实发 that is to be paid out. */
  readonly netFen: Fen
}

/** 工资表行 — what a sheet says, whether it is so or not. */
export interface SheetLine {
  readonly worker: Worker
  readonly halves: number
  readonly minutes: number
  readonly quantity: number
  readonly dueFen: Fen
  readonly overtimeFen: Fen
  readonly deductionFen: Fen
  readonly advanceFen: Fen
  readonly netFen: Fen
  readonly card: string
  readonly isSigned: boolean
}

/** 工资支付表 — a payroll as sent; another one of the same number takes its place. */
export interface Sheet {
  readonly month: Month
  readonly number: string
  readonly receivedOn: Day
  readonly lines: readonly SheetLine[]
  readonly hasSignatures: boolean
}

/** 付款指令 — what is to be paid for a line of a sheet, from when on there is money for it. */
export interface PayOrder {
  readonly worker: Worker
  readonly month: Month
  /** Orders of one batch leave the account together. */
  readonly batch: string
  readonly wantedOn: Day
  readonly amountFen: Fen
  readonly card: string
  readonly payeeName: string
  /** The bank sends it back once, and it is paid again. */
  readonly comesBack: boolean
  /** Somebody else holds the card and hands over this part of it, so many days later. */
  readonly handover: { readonly percent: number; readonly afterDays: number } | null
  /** Whether the sum of the batch is that of the unit's sheet, so that a bank can tell it as one. */
  readonly isWhole: boolean
}

/** 代发 — what the bank did with an order. */
export interface Payment {
  readonly order: PayOrder
  readonly on: Day
  readonly reference: string
  /** The day on which it came back; null where it stayed. */
  readonly backOn: Day | null
}

/** 账户变动 — a booking of a wage account. */
export interface Movement {
  readonly on: Day
  readonly side: 'credit' | 'debit'
  readonly kind: 'labor-cost' | 'payouts' | 'return' | 'fee' | 'interest' | 'stranger'
  readonly amountFen: Fen
  readonly balanceFen: Fen
  readonly reference: string
  readonly counterparty: { readonly name: string; readonly account: string }
  readonly remittance: string
  /** The payments of a booking of kind payouts or return. */
  readonly payments: readonly Payment[]
}

/** 账外转出 — money that leaves the account to somebody who is no worker of the site. */
export interface Diversion {
  readonly on: Day
  readonly amountFen: Fen
  readonly counterparty: { readonly name: string; readonly account: string }
  readonly remittance: string
}

/** 拨付 — labor cost, or an establishment's own money, that comes into the account. */
export interface Inflow {
  readonly on: Day
  readonly amountFen: Fen
}

/** 一个用工点的全部经过 */
export interface Site {
  readonly plan: SitePlan
  readonly facts: SiteFacts
  readonly calendar: SiteCalendar
  readonly workers: readonly Worker[]
  readonly attendance: ReadonlyMap<Worker, Attendance>
  /** By month, of everybody who earned something. */
  readonly wages: readonly (readonly Wage[])[]
  /** The last day of payment of each month's wages. */
  readonly dueDays: readonly Day[]
  readonly sheets: readonly Sheet[]
  readonly payments: readonly Payment[]
  readonly movements: readonly Movement[]
  readonly openingFen: Fen
  /** 人工费用 agreed for a month, in fen. */
  readonly laborCostFen: Fen
  /** From this day on the gates say nothing more; null where they go on. */
  readonly silentFrom: Day | null
  /** So many days later than they could come its own files arrive; 0 as a rule. */
  readonly lateDays: number
  readonly faults: readonly Fault[]
}

/** 模拟县 — worksites, people, work and money of an invented county, and what is wrong there. */
export interface County {
  readonly seed: string
  readonly frame: Frame
  readonly areaCode: string
  readonly banks: readonly AccountBank[]
  readonly sites: readonly Site[]
}
