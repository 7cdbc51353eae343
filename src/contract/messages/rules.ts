import { messages } from './define.ts'

/** 规则文案 — for each rule its name, the question it asks, and what would clear a finding. */
export const rulesMessages = messages({
  'zh-CN': {
    'level.notice': '蓝',
    'level.yellow': '黄',
    'level.orange': '橙',
    'level.red': '红',
    'rule.wage-unpaid.name': '到期未发工资',
    'rule.wage-unpaid.asks': '发放日（遇节假日提前）已过，哪些人的工资没有足额到账，已迟多少天？',
    'rule.wage-unpaid.clears': '银行流水或代发结果显示本月所欠工资全部到账。',
    'rule.attendance-unpaid.name': '有考勤无工资记录',
    'rule.attendance-unpaid.asks': '门禁上有出勤的人，是否都在本单位当月工资支付表上？',
    'rule.attendance-unpaid.clears': '工资支付表补列缺少的人，或考勤记录被更正、撤回。',
    'rule.below-minimum-wage.name': '低于最低工资标准',
    'rule.below-minimum-wage.asks': '扣除加班工资后，按出勤天数折算，谁的工资低于当地最低工资标准？',
    'rule.below-minimum-wage.clears': '更正后的工资支付表不低于最低工资标准。',
    'rule.wage-account-missing.name': '未开立工资专用账户',
    'rule.wage-account-missing.asks': '施工合同签订满三十日，是否已开立专用账户并签订三方协议？',
    'rule.wage-account-missing.clears': '登记专用账户的开立日期和三方协议日期。',
    'rule.wage-deposit-missing.name': '未存储工资保证金',
    'rule.wage-deposit-missing.asks': '取得施工许可满二十个工作日，是否已存储工资保证金或提交保函？',
    'rule.wage-deposit-missing.clears': '登记保证金存储、保函、保险或免缴依据。',
  },
  en: {
    'level.notice': 'Blue',
    'level.yellow': 'Yellow',
    'level.orange': 'Orange',
    'level.red': 'Red',
    'rule.wage-unpaid.name': 'Wages unpaid after pay day',
    'rule.wage-unpaid.asks':
      'The pay day (earlier when it falls on a day off) has passed: whose wage was not credited in full, and how late?',
    'rule.wage-unpaid.clears': 'The bank shows that everything owed for the month has arrived.',
    'rule.attendance-unpaid.name': 'Attended but not on the payroll',
    'rule.attendance-unpaid.asks': 'Is everybody whom the gate saw on their unit’s payroll of that month?',
    'rule.attendance-unpaid.clears':
      'The payroll names the missing people, or the attendance is corrected or withdrawn.',
    'rule.below-minimum-wage.name': 'Below the minimum wage',
    'rule.below-minimum-wage.asks':
      'Without overtime pay and for the days worked, whose wage is below the local minimum?',
    'rule.below-minimum-wage.clears': 'A corrected payroll is not below the minimum.',
    'rule.wage-account-missing.name': 'No wage account',
    'rule.wage-account-missing.asks':
      'Thirty days after the construction contract, are the wage account opened and the three-party agreement signed?',
    'rule.wage-account-missing.clears':
      'The opening of the account and the date of the agreement are registered.',
    'rule.wage-deposit-missing.name': 'No wage deposit',
    'rule.wage-deposit-missing.asks':
      'Twenty working days after the permit, is the deposit stored or a guarantee given?',
    'rule.wage-deposit-missing.clears':
      'The deposit, guarantee, insurance or the ground of exemption is registered.',
  },
})
