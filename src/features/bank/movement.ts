import type { Month } from '../../law/index.ts'

/** 账户变动 — one booked movement of an account as a bank tells it, before anybody has said what it was. */
export interface MovementRecord {
  /** The bank's own reference; made of what there is when the bank gives none. */
  readonly reference: string
  readonly bookedOn: string
  readonly valuedOn: string | null
  readonly direction: 'credit' | 'debit'
  readonly amountFen: bigint
  /** 冲正 — the bank takes back an earlier booking. */
  readonly reversal: boolean
  /** 退票原因 — why a payout came back; null where this is no return. */
  readonly returnReason: string | null
  /** 批量 — a sum of several payments whose details the bank does not give. */
  readonly batch: boolean
  readonly purpose: 'fee' | 'interest' | null
  readonly counterpartyName: string
  readonly counterpartyAccount: string
  readonly endToEndId: string
  readonly remittance: string
  /** 工资月份 — the month that the remittance names; null where it names none. */
  readonly month: Month | null
}

/** 对账单头 — what a statement or notice says of itself. */
export interface StatementHead {
  readonly accountNumber: string
  readonly statementId: string
  /** Until when the statement speaks; null for a notice of single bookings. */
  readonly until: string | null
  readonly closingFen: bigint | null
}
