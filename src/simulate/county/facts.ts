import type { Day } from '../../law/day.ts'
import type { Fen } from '../../law/money.ts'
import type { InventedCompany, InventedPerson } from '../invent/index.ts'

/** 开户银行的报送方式 — version of its statements, and whether it tells each payment of a batch. */
export interface AccountBank {
  readonly name: string
  readonly version: '02' | '08'
  readonly tellsDetails: boolean
  /** Sends a notice (camt.054) of money that came in, on the same day. */
  readonly sendsNotices: boolean
}

export interface WageAccount {
  readonly number: string
  readonly holder: string
  readonly bank: AccountBank
  readonly openedOn: Day
  /** 三方协议; null where none was made. */
  readonly agreementOn: Day | null
}

export interface Deposit {
  readonly form: 'cash' | 'bank-guarantee' | 'surety-insurance'
  readonly amountFen: Fen
  readonly storedOn: Day
  readonly expiresOn: Day | null
}

/** 工程合同 — what only a project has. */
export interface Works {
  readonly owner: InventedCompany
  readonly contractFen: Fen
  readonly signedOn: Day
  readonly permitOn: Day
  readonly permitNumber: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly deposit: Deposit | null
  readonly guarantee: { readonly fen: Fen; readonly givenOn: Day; readonly expiresOn: Day } | null
  /** 人工费用拨付日, a date of the month worked. */
  readonly laborCostDay: number
  /** Whether the contract names a sum a month, or a share of the progress payment. */
  readonly laborCostTerm: 'sum' | 'share'
  readonly noticeOn: Day | null
}

/** 缺失的制度 — what a worksite should have and has not. */
export type Lack =
  | 'account'
  | 'agreement'
  | 'deposit'
  | 'deposit-renewal'
  | 'guarantee'
  | 'officer'
  | 'notice'
  | 'contracts'

/** 用工点 — names, units, accounts and habits of a worksite. */
export interface SiteFacts {
  readonly lacks: ReadonlySet<Lack>
  readonly code: string
  readonly name: string
  /** As its people call it in the names of files. */
  readonly short: string
  /** Begins the numbers of its payrolls and payments. */
  readonly prefix: string
  readonly areaCode: string
  /** As the register writes it. */
  readonly sector: string
  /** General contractor of a project; who runs an establishment or a station. */
  readonly contractor: InventedCompany
  readonly subcontractors: readonly InventedCompany[]
  readonly works: Works | null
  readonly account: WageAccount | null
  /** Every month's wages are due on this date of the next month. */
  readonly payDate: number
  readonly officer: { readonly name: string; readonly phone: string } | null
  /** Serial numbers of its gates; none where attendance is written by hand. */
  readonly gates: readonly string[]
  readonly attendance: 'gate-log' | 'punch-sheet' | 'grid'
  /** The day on which it came to be known to the authority. */
  readonly registeredOn: Day
  /** The account from which labor cost, or an establishment's own money, comes. */
  readonly payerAccount: string
  /** An account of the last subcontractor, which has no business with wages. */
  readonly subcontractorAccount: string
  /** 包工头 — who is on no roster and holds cards where cards are held. */
  readonly laborBroker: InventedPerson
}
