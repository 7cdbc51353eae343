import { messages } from './define.ts'

/** 工资表文案 */
export const payrollsMessages = messages({
  'zh-CN': {
    'ask.payroll-number':
      '工作表“{sheet}”没有编号，而这个单位这个月已有编号为 {numbers} 的工资表。请补充编号：同号替换原表，异号作为追加。',
    'payroll.other-worksite': '第 {row} 行写的是项目 {said}，而本表是项目 {code} 的，未计入。请另表报送。',
  },
  en: {
    'ask.payroll-number':
      'Sheet "{sheet}" has no number, and this unit already has payroll {numbers} for the month. Give a number: the same replaces that sheet, another adds to it.',
    'payroll.other-worksite':
      'Row {row} names project {said}, but the sheet is of project {code}: not counted. Send it apart.',
  },
})
