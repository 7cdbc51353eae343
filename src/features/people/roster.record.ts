import type { Sex } from '../../law/identifiers/index.ts'

/** 花名册行 — a row of a roster as its reader sends it; null where the cell is blank. Days are YYYY-MM-DD. */
export interface RosterRecord {
  readonly worksiteCode: string | null
  readonly worksiteName: string | null
  readonly employingUnit: string | null
  readonly crew: string | null
  readonly name: string
  readonly idNumber: string | null
  readonly sex: Sex | null
  readonly birthOn: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly workType: string | null
  readonly attendanceNo: string | null
  readonly enteredOn: string | null
  readonly leftOn: string | null
  readonly contractSignedOn: string | null
  readonly contractFrom: string | null
  readonly contractUntil: string | null
  readonly rateKind: 'day' | 'hour' | 'month' | 'piece' | null
  readonly rateFen: bigint | null
  readonly payCycle: 'month' | 'half-month' | 'week' | 'day' | 'task' | null
  /** Day of the month. */
  readonly payDay: number | null
  /** Day of the week, 1 Monday; stated in place of `payDay` where wages are paid by the week. */
  readonly payWeekday: number | null
  readonly bankCard: string | null
  readonly bankName: string | null
}

/** 合同条款 — what a row says of the labour contract; null where it says nothing. */
export interface ContractTerms {
  readonly signedOn: string | null
  readonly fromOn: string | null
  readonly untilOn: string | null
  readonly rateKind: RosterRecord['rateKind']
  readonly rateFen: bigint | null
  readonly payCycle: RosterRecord['payCycle']
  /** Day of the month, or of the week where paid by the week. */
  readonly payDay: number | null
}

/** 合同条款 — of a row. A pay day in the week says that wages are paid by the week. */
export function termsOf(record: RosterRecord): ContractTerms {
  const isWeekly = record.payCycle === 'week' || (record.payCycle === null && record.payWeekday !== null)
  return {
    signedOn: record.contractSignedOn,
    fromOn: record.contractFrom,
    untilOn: record.contractUntil,
    rateKind: record.rateKind,
    rateFen: record.rateFen,
    payCycle: isWeekly ? 'week' : record.payCycle,
    payDay: isWeekly ? record.payWeekday : record.payDay,
  }
}

/** 是否有条款 — whether the row says anything of a contract. */
export function hasTerms(terms: ContractTerms): boolean {
  return Object.values(terms).some((value) => value !== null)
}
