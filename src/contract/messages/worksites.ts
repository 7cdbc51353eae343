import { messages } from './define.ts'

/** 用工点文案 — of the register of worksites and of finding the worksite that a message is about. */
export const worksitesMessages = messages({
  'zh-CN': {
    'ask.worksite':
      '不能确定文件属于哪个项目（文件写的是“{asked}”）。请用 --worksite 指定项目编码；可选：{listed}。' +
      '新项目请先导入项目登记表。',
    'worksites.differs': '文件写明的项目是 {said}，而您指定的是 {chosen}。请核对后只保留正确的一个。',
    'worksites.not-found': '没有这个项目，或不在您的管辖范围内。',
    'worksites.code-missing': '没有项目编码，而“{name}”也不是唯一已登记的项目名称。请补填项目编码。',
    'worksites.code-repeated':
      '项目编码 {code} 在第 {first} 行已经出现。一个项目只登记一行，请合并或更正编码。',
    'worksites.code-taken': '项目编码 {code} 已由您管辖范围之外的单位登记。请核对编码。',
    'worksites.account-number-missing': '写了专户的日期或开户行，但没有专户账号，专户未登记。请补填账号。',
    'worksites.deposit-form-missing':
      '写了保证金的金额或日期，但没有形式，保证金未登记。请补填现金、银行保函、保险或免缴。',
    'worksites.guarantee-denied':
      '本行写没有工程款支付担保，而此前已登记一份，仍保留原登记。如登记有误，请撤回原文件。',
    'worksites.device-elsewhere': '考勤设备 {serial} 已登记在另一个项目，本行没有改动它。请核对序列号。',
    'worksites.pause-reversed': '停工结束日 {until} 早于开始日 {from}。请更正日期。',
  },
  en: {
    'ask.worksite':
      'It is not clear which worksite the file is about (it says "{asked}"). Name its code with ' +
      '--worksite; candidates: {listed}. Import the worksite register first for a new one.',
    'worksites.differs':
      'The file names worksite {said}, but you named {chosen}. Check, and keep only the right one.',
    'worksites.not-found': 'There is no such worksite, or it is outside your area.',
    'worksites.code-missing':
      'There is no worksite code, and "{name}" is not the name of exactly one registered worksite. Add the ' +
      'code.',
    'worksites.code-repeated':
      'Worksite code {code} stands in row {first} already. A worksite has one row; merge them or correct ' +
      'the code.',
    'worksites.code-taken':
      'Worksite code {code} was registered by somebody outside your area. Check the code.',
    'worksites.account-number-missing':
      'There are dates or a bank of a wage account but no account number, so no account was registered. ' +
      'Add the number.',
    'worksites.deposit-form-missing':
      'There is an amount or a date of a wage deposit but no form, so none was registered. Add cash, bank ' +
      'guarantee, insurance or exempt.',
    'worksites.guarantee-denied':
      'The row says that there is no payment guarantee, but one was registered before and stays. If that ' +
      'was wrong, withdraw its file.',
    'worksites.device-elsewhere':
      'Attendance device {serial} is registered at another worksite and was left there. Check the serial ' +
      'number.',
    'worksites.pause-reversed': 'The pause ends on {until}, before it begins on {from}. Correct the days.',
  },
})
