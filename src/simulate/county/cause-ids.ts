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
  /** 中文名 */
  readonly zh: string
  /** Wages may come to be owed by it. */
  readonly canOwe: boolean
  /** Money, attendance or sheets show it before the pay day that is missed. */
  readonly showsBefore: boolean
}

export const causeNatures: Readonly<Record<CauseId, CauseNature>> = {
  healthy: { zh: '正常', canOwe: false, showsBefore: false },
  'late-upload': { zh: '足额发放但报送迟延', canOwe: false, showsBefore: false },
  'missing-institutions': { zh: '制度缺失但足额发放', canOwe: false, showsBefore: false },
  'owner-late': { zh: '建设单位迟拨人工费用', canOwe: true, showsBefore: true },
  'unit-short': { zh: '用人单位资金不足', canOwe: true, showsBefore: true },
  'subcontractor-withholds': { zh: '分包单位截留', canOwe: true, showsBefore: true },
  'ghost-workers': { zh: '虚列人员套取工资', canOwe: true, showsBefore: true },
  'cards-held': { zh: '班组长扣卡', canOwe: true, showsBefore: false },
  'living-allowance': { zh: '只发生活费', canOwe: true, showsBefore: true },
  'two-ledgers': { zh: '阴阳账', canOwe: true, showsBefore: false },
  'device-off': { zh: '关停考勤设备后停发', canOwe: true, showsBefore: true },
  'winter-stop': { zh: '节前停工退场未结清', canOwe: true, showsBefore: true },
}
