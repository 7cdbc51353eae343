import { messages } from './define.ts'

/** 银行文案 — of bank statements, notices and payout results. */
export const bankMessages = messages({
  'zh-CN': {
    'bank.not-camt':
      '这个 XML 不是银行对账单（camt.053）或入账通知（camt.054），最外层是 {root}。请从银行导出 camt 格式。',
    'bank.account-missing': '文件 {name} 没有写账号（Acct/Id）。请让银行重新导出。',
    'bank.account-unknown':
      '尾号 {tail} 的账户没有登记为任何用工点的农民工工资专用账户。请先在项目登记表中填写“专户账号”并导入。',
    'bank.not-booked': '这一分录状态为“{status}”，尚未入账，未计入。',
    'bank.currency': '币种是“{currency}”，不是人民币（CNY），未计入。',
    'bank.entry-incomplete': '这一分录缺少或写错了 {what}，未计入。请让银行重新导出。',
    'bank.detail-currency': '明细是另一币种，按整笔金额计入，不拆到人。',
    'bank.details-differ': '明细合计 {summed} 分，与分录金额 {stated} 分不符，未计入。请向银行核对。',
    'bank.worksite-unclear': '没有写明属于这个账户的哪一个用工点，暂记在编码最小的用工点。',
    'bank.payout-waits': '付出 {amountFen} 分，认不出收款人，先行等待；导入花名册或工资表后可以重新认领。',
    'bank.payout-pending': '银行仍在处理，未计入；出结果后请再导入一次。',
    'bank.payout-failed': '银行未付成功：{reason}',
  },
  en: {
    'bank.not-camt':
      'This XML is no bank statement (camt.053) or notice (camt.054): its root is {root}. Export it as camt.',
    'bank.account-missing': '{name} names no account (Acct/Id). Please have the bank export it again.',
    'bank.account-unknown':
      'The account ending in {tail} is no registered wage account. Import it first, in the worksite register.',
    'bank.not-booked': 'The entry has status "{status}": not booked yet, not counted.',
    'bank.currency': 'The entry is in "{currency}" and not in CNY; it is not counted.',
    'bank.entry-incomplete': 'The entry lacks {what} or has it wrong; it is not counted.',
    'bank.detail-currency': 'The details are in another currency: taken as one sum, of nobody in particular.',
    'bank.details-differ':
      'The details come to {summed} fen, the entry to {stated} fen; it is not counted. Ask the bank.',
    'bank.worksite-unclear':
      'It does not say which worksite of the account it is for; the first by code has it for now.',
    'bank.payout-waits': 'It pays {amountFen} fen to nobody known; it waits for a roster or payroll.',
    'bank.payout-pending':
      'It is still being processed by the bank and not counted; import the result later.',
    'bank.payout-failed': 'It was not paid by the bank: {reason}',
  },
})
