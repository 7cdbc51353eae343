/** 成因 — why wages come to be owed at a worksite, or why it only looks as if they were. */
export const causeIds = [
  'healthy',
  'late-upload',
  'missing-institutions',
  'owner-late',
  'unit-short',
  'subcontractor-withholds',
  'ghost-workers',
  'cards-held',
  'living-allowance',
  'two-ledgers',
  'device-off',
  'winter-stop',
] as const
export type CauseId = (typeof causeIds)[number]

/** 成因性质 — what a cause can do, for whoever scores warnings against the truth. */
export interface CauseNature {
  /** Wages may come to be owed by it. */
  readonly canOwe: boolean
  /** Money, attendance or sheets show it before the pay day that is missed. */
  readonly showsBefore: boolean
}

export const causeNatures: Readonly<Record<CauseId, CauseNature>> = {
  healthy: { canOwe: false, showsBefore: false },
  'late-upload': { canOwe: false, showsBefore: false },
  'missing-institutions': { canOwe: false, showsBefore: false },
  'owner-late': { canOwe: true, showsBefore: true },
  'unit-short': { canOwe: true, showsBefore: true },
  'subcontractor-withholds': { canOwe: true, showsBefore: true },
  'ghost-workers': { canOwe: true, showsBefore: true },
  'cards-held': { canOwe: true, showsBefore: false },
  'living-allowance': { canOwe: true, showsBefore: true },
  'two-ledgers': { canOwe: true, showsBefore: false },
  'device-off': { canOwe: true, showsBefore: true },
  'winter-stop': { canOwe: true, showsBefore: true },
}
