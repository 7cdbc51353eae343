import type { Day, Month } from '../../law/day.ts'

/** 违规种类 — what can really be wrong at a worksite. */
export type FaultKind =
  | 'no-wage-account'
  | 'no-agreement'
  | 'no-wage-deposit'
  | 'deposit-expired'
  | 'no-payment-guarantee'
  | 'no-labor-officer'
  | 'no-rights-notice'
  | 'no-contracts'
  | 'under-age'
  | 'labor-cost-late'
  | 'understated-payroll'
  | 'left-off-payroll'
  | 'unconfirmed-payroll'
  | 'stranger-outflow'
  | 'ghost-workers'
  | 'shared-card'
  | 'living-allowance'
  | 'two-ledgers'
  | 'gate-silent'
  | 'late-upload'
  | 'leavers-unsettled'

/** 违规事实 — something that is really wrong, whether wages came to be owed or not. */
export interface Fault {
  readonly kind: FaultKind
  readonly fromOn: Day
  /** Null while it lasts. */
  readonly untilOn: Day | null
  /** The month of wages that it is about; null where it is about none. */
  readonly month: Month | null
  readonly people: number
}
