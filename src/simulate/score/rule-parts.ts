import type { FaultKind } from '../county/fault.ts'

/*
 * What the score must know of each rule, and which faults make a warning true. Both tables are by hand: a new
 * rule, or a new fault, is to be thought about here.
 */

/**
 * 所指 — what a finding speaks of: the month of wages that it names (`month`); the wages that are paid in the
 * month that it names (`pay-month`); or the whole worksite, for as long as it stands (`worksite`).
 */
export type Reach = 'month' | 'pay-month' | 'worksite'

/**
 * 规则角色 — `wage` rules warn of wages that are not paid. `duty` rules tell of duties that stand apart from
 * any pay day: they find no month, and are true only where the duty is really breached. What is `apart` tells
 * of data and not of a worksite; it is counted and not scored.
 */
export type Part = 'wage' | 'duty' | 'apart'

export interface RulePart {
  readonly part: Part
  readonly reach: Reach
  /** Whether a finding can be the one that finds a month in time. */
  readonly finds: boolean
}

const month: RulePart = { part: 'wage', reach: 'month', finds: true }
const site: RulePart = { part: 'wage', reach: 'worksite', finds: true }
const duty: RulePart = { part: 'duty', reach: 'worksite', finds: false }

/** 规则角色表 — by rule id. */
export const ruleParts: Readonly<Record<string, RulePart>> = {
  'wage-unpaid': month,
  'wage-account-unused': month,
  'attendance-unpaid': month,
  'payroll-without-attendance': month,
  'below-minimum-wage': month,
  'pay-implausibly-high': month,
  'leaver-unsettled': month,
  'payroll-missing': month,
  'payroll-unconfirmed': month,
  'pay-below-attendance': month,
  'living-allowance': month,
  'paid-to-other-account': month,
  'balance-short': month,
  // The month of an outflow is that in which it was booked, and so that of the pay day.
  'account-outflow': { part: 'wage', reach: 'pay-month', finds: true },
  'labor-cost-late': site,
  'ghost-attendance': site,
  'feed-silent': site,
  // It begins a week after a pay day: of that pay day it comes too late, and of the next it says nothing.
  'arrears-length': { part: 'wage', reach: 'worksite', finds: false },
  'wage-account-missing': duty,
  'wage-deposit-missing': duty,
  'deposit-expiring': duty,
  'payment-guarantee-missing': duty,
  'works-unenrolled': duty,
  'underage-worker': duty,
  'labor-officer-missing': duty,
  'data-quality': { part: 'apart', reach: 'worksite', finds: false },
}

/** 违规与规则 — the rules whose findings a fault makes true, though no wage came to be owed. */
export const rulesOfFault: Readonly<Record<FaultKind, readonly string[]>> = {
  // Through an account that is not there nobody is paid.
  'no-wage-account': ['wage-account-missing', 'wage-account-unused'],
  'no-agreement': ['wage-account-missing'],
  'no-wage-deposit': ['wage-deposit-missing'],
  'deposit-expired': ['deposit-expiring'],
  'no-payment-guarantee': ['payment-guarantee-missing'],
  'no-labor-officer': ['labor-officer-missing'],
  'no-rights-notice': ['labor-officer-missing'],
  'no-contracts': ['works-unenrolled'],
  // Who may not work at all has no lawful contract either.
  'under-age': ['underage-worker', 'works-unenrolled'],
  // The account is short for as long as the owner's money is out.
  'labor-cost-late': ['labor-cost-late', 'balance-short'],
  // Fewer days on the sheet are less pay for those worked, at times less than the minimum.
  'understated-payroll': ['pay-below-attendance', 'below-minimum-wage'],
  'left-off-payroll': ['attendance-unpaid'],
  'unconfirmed-payroll': ['payroll-unconfirmed'],
  // What went to strangers is missing on the pay day.
  'stranger-outflow': ['account-outflow', 'balance-short'],
  // Ghosts are on the sheet and at the gate alike, and their pay comes out of the same account.
  'ghost-workers': ['ghost-attendance', 'payroll-without-attendance', 'balance-short'],
  // A broker who is on no roster is a stranger to the account.
  'shared-card': ['paid-to-other-account', 'account-outflow'],
  'living-allowance': ['living-allowance', 'pay-below-attendance', 'below-minimum-wage'],
  'two-ledgers': ['pay-below-attendance', 'below-minimum-wage'],
  // The gates are off, and no sheet is sent either.
  'gate-silent': ['feed-silent', 'payroll-missing'],
  // The files are late, which these two say; that wages are unpaid is still a false alarm.
  'late-upload': ['feed-silent', 'payroll-missing'],
  'leavers-unsettled': ['leaver-unsettled', 'attendance-unpaid'],
}
