import type { Rule } from '../engine/rule.ts'
import { accountOutflow } from './account-outflow.rule.ts'
import { arrearsLength } from './arrears-length.rule.ts'
import { attendanceUnpaid } from './attendance-unpaid.rule.ts'
import { balanceShort } from './balance-short.rule.ts'
import { belowMinimumWage } from './below-minimum-wage.rule.ts'
import { dataQuality } from './data-quality.rule.ts'
import { depositExpiring } from './deposit-expiring.rule.ts'
import { feedSilent } from './feed-silent.rule.ts'
import { ghostAttendance } from './ghost-attendance.rule.ts'
import { laborCostLate } from './labor-cost-late.rule.ts'
import { laborOfficerMissing } from './labor-officer-missing.rule.ts'
import { leaverUnsettled } from './leaver-unsettled.rule.ts'
import { livingAllowance } from './living-allowance.rule.ts'
import { paidToOtherAccount } from './paid-to-other-account.rule.ts'
import { payBelowAttendance } from './pay-below-attendance.rule.ts'
import { payImplausiblyHigh } from './pay-implausibly-high.rule.ts'
import { paymentGuaranteeMissing } from './payment-guarantee-missing.rule.ts'
import { payrollMissing } from './payroll-missing.rule.ts'
import { payrollUnconfirmed } from './payroll-unconfirmed.rule.ts'
import { payrollWithoutAttendance } from './payroll-without-attendance.rule.ts'
import { underageWorker } from './underage-worker.rule.ts'
import { wageAccountMissing } from './wage-account-missing.rule.ts'
import { wageAccountUnused } from './wage-account-unused.rule.ts'
import { wageDepositMissing } from './wage-deposit-missing.rule.ts'
import { wageUnpaid } from './wage-unpaid.rule.ts'
import { worksUnenrolled } from './works-unenrolled.rule.ts'

/** 全部规则 — every rule that runs, by hand: what is not listed here does not exist. */
export const rules: readonly Rule[] = [
  wageUnpaid,
  wageAccountUnused,
  attendanceUnpaid,
  payrollWithoutAttendance,
  belowMinimumWage,
  payImplausiblyHigh,
  leaverUnsettled,
  payrollMissing,
  payrollUnconfirmed,
  payBelowAttendance,
  livingAllowance,
  arrearsLength,
  paidToOtherAccount,
  ghostAttendance,
  accountOutflow,
  laborCostLate,
  balanceShort,
  wageAccountMissing,
  wageDepositMissing,
  depositExpiring,
  paymentGuaranteeMissing,
  worksUnenrolled,
  underageWorker,
  laborOfficerMissing,
  feedSilent,
  dataQuality,
]
