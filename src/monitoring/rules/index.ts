import type { Rule } from '../engine/rule.ts'
import { attendanceUnpaid } from './attendance-unpaid.rule.ts'
import { belowMinimumWage } from './below-minimum-wage.rule.ts'
import { wageAccountMissing } from './wage-account-missing.rule.ts'
import { wageDepositMissing } from './wage-deposit-missing.rule.ts'
import { wageUnpaid } from './wage-unpaid.rule.ts'

/** 全部规则 — every rule that runs, by hand: what is not listed here does not exist. */
export const rules: readonly Rule[] = [
  wageUnpaid,
  attendanceUnpaid,
  belowMinimumWage,
  wageAccountMissing,
  wageDepositMissing,
]
