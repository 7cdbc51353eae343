import type { Blinds } from '../people/index.ts'

/** 工资表行 — a line of a payroll as the table layer reads it; money in fen, days in hundredths. */
export interface PayrollRecord {
  readonly worksiteName: string | null
  readonly worksiteCode: string | null
  readonly employingUnit: string | null
  readonly crew: string | null
  readonly name: string
  readonly idNumber: string | null
  readonly phone: string | null
  readonly bankCard: string | null
  readonly bankName: string | null
  readonly month: string
  readonly daysWorked: number | null
  readonly minutesWorked: number | null
  readonly rateKind: 'day' | 'hour' | 'month' | 'piece' | null
  readonly rateFen: bigint | null
  readonly overtimeFen: bigint | null
  readonly dueFen: bigint
  readonly deductionFen: bigint
  readonly advanceFen: bigint
  readonly netFen: bigint
  readonly deductions: readonly { readonly title: string; readonly fen: bigint }[]
  readonly paidOn: string | null
  /** null: the sheet has no column for signatures. */
  readonly signed: boolean | null
}

export interface PayrollRow {
  readonly row: number
  readonly record: PayrollRecord
  readonly blinds: Blinds
}

/** 签字情况 — a column that is missing or wholly empty says nothing. */
export type Signatures = 'some' | 'all' | 'not-reported'

export function signaturesOf(rows: readonly Pick<PayrollRow, 'record'>[]): Signatures {
  const signed = rows.filter(({ record }) => record.signed === true).length
  if (signed === 0) {
    return 'not-reported'
  }
  return signed === rows.length ? 'all' : 'some'
}
