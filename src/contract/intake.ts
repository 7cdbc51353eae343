/**
 * 导入类型 — the kinds of message that AnXin takes in, in the order in which those that belong together are
 * taken.
 */
export const intakeKinds = [
  'worksite-register', // 项目登记表
  'roster', // 花名册
  'attendance-punches', // 考勤表, a row a punch
  'attendance-grid', // 考勤表, a column a day
  'payroll', // 工资支付表
  'bank-payouts', // 银行代发结果
  'gate-log', // 考勤机记录
  'bank-statement', // 银行对账单
] as const
export type IntakeKind = (typeof intakeKinds)[number]

/**
 * 接收状态 — received: stored, not yet read; asking: waits for the sender's answer; done: its good rows count;
 * refused: nothing of it counts; withdrawn: what counted no longer does.
 */
export const intakeStates = ['received', 'asking', 'done', 'refused', 'withdrawn'] as const
export type IntakeState = (typeof intakeStates)[number]

/** 接收渠道 — the door by which a message came. */
export const intakeChannels = ['cli', 'web', 'api', 'gate', 'bank'] as const
export type IntakeChannel = (typeof intakeChannels)[number]

/** 模板类型 — the kinds that have a blank spreadsheet to fill in. */
export const templateKinds = [
  'worksite-register',
  'roster',
  'attendance-punches',
  'attendance-grid',
  'payroll',
  'bank-payouts',
] as const satisfies readonly IntakeKind[]
export type TemplateKind = (typeof templateKinds)[number]
