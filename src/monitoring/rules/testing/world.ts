/*
 * What the examples of rules say of a worksite; the test kit puts it into the tables that rules read. Days
 * are 'YYYY-MM-DD', months 'YYYY-MM', times 'HH:mm:ss' in China, money is fen.
 */

/** 小世界 — a worksite, and what is said of it. */
export interface WageWorld {
  readonly areaCode?: string
  readonly kind?: 'project' | 'establishment' | 'labor-platform'
  /** The day on which the register came. */
  readonly registeredOn?: string
  readonly contractSignedOn?: string
  readonly permitOn?: string
  readonly startsOn?: string
  readonly completedOn?: string
  readonly laborOfficer?: string
  readonly rightsNoticeOn?: string
  readonly payDay?: number
  readonly laborCost?: WorldLaborCost
  readonly account?: WorldAccount
  readonly deposit?: WorldDeposit
  readonly guarantee?: { readonly givenOn?: string; readonly expiresOn?: string }
  /** The last day that the bank has spoken of; absent: no bank has spoken. */
  readonly bankUntil?: string
  readonly feeds?: readonly WorldFeed[]
  /** A device of the site: a gate, or the one that stands for punches typed into files. */
  readonly device?: 'gate' | 'sheet'
  readonly pauses?: readonly { readonly from: string; readonly until: string }[]
  readonly people?: readonly WorldPerson[]
  /** The day on which the payroll of the month came; absent: it has not. */
  readonly payrollOn?: string
  readonly payroll?: WorldPayroll
  /** Payouts of a message of results that name nobody. */
  readonly namelessPayouts?: readonly { readonly on: string; readonly fen: bigint }[]
  /** Punches on a day of device users, by their number; a number that nobody has is unknown. */
  readonly punches?: readonly { readonly on: string; readonly known: number; readonly unknown: number }[]
}

export interface WorldLaborCost {
  readonly payDay: number
  readonly fen?: bigint
  readonly cycleMonths?: number
  readonly paid?: readonly { readonly on: string; readonly fen: bigint; readonly receivedOn?: string }[]
}

export interface WorldAccount {
  readonly openedOn: string
  readonly agreementOn?: string
  readonly movements?: readonly WorldMovement[]
}

export interface WorldMovement {
  readonly on: string
  readonly fen: bigint
  readonly kind: 'labor-cost' | 'payout' | 'payout-batch' | 'return' | 'fee' | 'stranger' | 'unexplained'
  readonly direction?: 'credit' | 'debit'
  readonly balanceFen?: bigint
  readonly name?: string
  readonly account?: string
  readonly receivedOn?: string
}

export interface WorldDeposit {
  readonly form: 'cash' | 'bank-guarantee' | 'surety-insurance' | 'exempt'
  readonly storedOn?: string
  readonly expiresOn?: string
}

export interface WorldFeed {
  readonly feed: 'gate' | 'attendance-sheet' | 'bank' | 'payroll'
  readonly until: string
  /** Where absent, long ago: only what it speaks of matters. */
  readonly receivedOn?: string
}

export interface WorldPayroll {
  readonly signatures?: 'none' | 'some' | 'all' | 'not-reported'
  readonly netFen?: bigint
  readonly lines?: number
  /** It replaced another one, which was signed by some. */
  readonly replaces?: boolean
}

/** 人 — somebody at the worksite, with a month of wages and perhaps others. */
export interface WorldPerson extends WorldMonth {
  /** How many people are like this one. */
  readonly count?: number
  readonly alsoMonths?: readonly WorldMonth[]
  readonly name?: string
  readonly workType?: string
  /** The subcontractor that employs this one; the general contractor where it is absent. */
  readonly unit?: string
  readonly bornOn?: string
  readonly enteredOn?: string
  readonly leftOn?: string
  readonly enrolled?: boolean
  readonly contractSignedOn?: string
  /** Which account is the person's own. */
  readonly card?: string
  readonly days?: readonly WorldDay[]
  /** Days at another worksite. */
  readonly daysElsewhere?: readonly WorldDay[]
}

export interface WorldMonth {
  readonly month?: string
  readonly gateDays?: number
  readonly sheetDays?: number
  readonly payrollDays?: number
  readonly rateKind?: 'day' | 'hour' | 'month' | 'piece'
  readonly accruedFen?: bigint
  readonly dueFen?: bigint
  readonly netFen?: bigint
  readonly overtimeFen?: bigint
  readonly paidFen?: bigint
  readonly firstPaidOn?: string
  readonly otherAccountFen?: bigint
  /** The pay day of the month where it has no due of its own. */
  readonly dueOn?: string
  readonly due?: WorldDue
  /** What the sheet says of a signature; absent: the person is on no sheet of which lines are known. */
  readonly signed?: boolean
  readonly confirmation?: 'declared' | 'confirmed' | 'contested' | 'not-received'
  readonly objectedOn?: string
  readonly payout?: WorldPayout
}

export interface WorldDue {
  readonly on: string
  readonly agreedOn?: string
  readonly fen: bigint
  readonly paidFen?: bigint
  readonly settledOn?: string
  readonly basis?: 'payroll' | 'accrued'
}

export interface WorldPayout {
  readonly on: string
  readonly fen: bigint
  /** The account, and the name of its holder as the bank gives it. */
  readonly card: string
  readonly payee: string
}

export interface WorldDay {
  readonly on: string
  readonly from: string
  readonly to: string
  readonly oneSided?: boolean
}
