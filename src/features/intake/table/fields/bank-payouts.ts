import { type Day, type Month, parseDay } from '../../../../law/day.ts'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { defineTable, optional, refuse, required, split, titlePattern } from '../define.ts'
import type { Reading, ValuesOf } from '../types.ts'
import { monthInText, readDay, readMonth } from '../values/day-values.ts'
import { readBankCard } from '../values/identity-values.ts'
import { readMoney } from '../values/number-values.ts'
import { readCode, readHolder, readText } from '../values/text-values.ts'
import { readPayoutStatus } from '../values/word-values.ts'
import {
  bankName,
  cardTitles,
  employingUnit,
  idNumber,
  nameTitles,
  remark,
  unusedTitles,
  worksiteCode,
  worksiteName,
} from './shared.ts'

/** 月份 as the bank repeats it: a month, or text such as 3月工资 whose year the day of payment tells. */
function readMonthText(cell: Cell): Reading<string> {
  const month = readMonth(cell)
  return 'value' in month ? month : readText(cell)
}

const holderTitles = split(`
  户名 收款人 收款人户名 收款人名称 收款户名 账户名称 账户名 收款方户名 收款方名称 对方户名 客户姓名 客户名称
  收款人姓名 收款账户名 收款账户名称 入账户名 收款单位
`)

const fields = {
  worksiteName,
  worksiteCode,
  employingUnit,
  sequence: optional('序号 明细序号 顺序号 行号 明细编号', readText, { first: true }),
  accountName: required([...holderTitles, ...nameTitles], readHolder),
  idNumber,
  bankCard: required(cardTitles, readBankCard),
  bankName,
  amountFen: required(
    `
      金额 交易金额 代发金额 发放金额 付款金额 实发金额 入账金额 转账金额 支付金额
      实发工资 发生额 应发金额 收款金额 汇款金额 成功金额 实际金额 工资金额 代付金额
    `,
    readMoney,
    { unit: 'money', sum: true },
  ),
  status: required(
    `
      状态 交易状态 处理状态 处理结果 支付状态 付款状态 结果 交易结果 入账状态 发放状态
      代发状态 代发结果 明细状态 银行处理状态 入账结果 返回状态 付款结果 发放结果 处理标志
      成功标志 成功/失败
    `,
    readPayoutStatus,
    { telling: true },
  ),
  reason: optional(
    `
      失败原因 失败信息 原因 错误信息 返回信息 退票原因 退汇原因 错误原因 处理信息
      响应信息 返回说明 状态说明 银行返回信息 结果描述 失败说明 处理结果描述 错误描述
    `,
    readText,
    { telling: true, first: true },
  ),
  paidOn: required(
    `
      交易日期 交易时间 入账日期 付款日期 处理日期 发放日期 支付日期 入账时间 代发日期
      处理时间 付款时间 支付时间 转账日期 交易日 记账日期 发放时间 到账日期 到账时间
    `,
    readDay,
    { weak: ['日期', '时间'], spread: true },
  ),
  reference: optional(
    `
      流水号 交易流水号 银行流水号 业务编号 业务参考号 交易编号 流水 核心流水号 指令编号
      订单号 交易序号 凭证号 明细流水号 平台流水号 银行参考号 主机流水号 柜员流水号
    `,
    readCode,
    { telling: true, first: true },
  ),
  summary: optional(
    `
      摘要 附言 用途 汇款备注 交易摘要 汇款用途 付款用途 转账附言 摘要/附言 备注/附言
      客户附言 交易附言
    `,
    readText,
    { first: true },
  ),
  month: optional('工资月份 工资所属月份 所属月份 月份 工资年月 代发月份', readMonthText, { spread: true }),
  remark,
}

const knownTitles = `
  币种 货币 付款(?:人|账号|帐号|户名|账户|单位|方.*) 收款行行?号 联行号 行号 开户行号 手续费 批次号
  批次 渠道 收款人类型 账号类型 账户类型 证件类型 本他行 行内外 收款(?:省|市|地区).* 余额
`

type Values = ValuesOf<typeof fields>

/** 代发结果 — what the bank says became of each payment of a pay file. */
export const bankPayouts = defineTable({
  kind: 'bank-payouts',
  fields,
  titleWords: /代发|发放结果|付款结果|交易明细|回单|回盘|批量/,
  keys: ['accountName', 'bankCard'],
  unused: titlePattern(`${unusedTitles} ${knownTitles}`),
  fromPreamble: { paidOn: 'payOn' },
  finish: (values: Values, _series, context) => {
    if (values.amountFen < 0n) {
      return refuse(context, { code: 'row.amount-negative', field: 'amountFen' })
    }
    const paidOn = values.paidOn ?? parseDay(context.preamble.payOn ?? '')
    if (paidOn === null) {
      return refuse(context, { code: 'cell.required', field: 'paidOn' })
    }
    const texts = [values.month, values.summary, values.remark].filter((text) => text !== null)
    const stated = texts.map((text) => monthInText(text, paidOn)).find((month) => month !== null)
    return [recordOf(values, { paidOn, month: stated ?? context.month })]
  },
})

/** 代发结果行 — the amount in fen; `month` is the wage month that the line, its purpose or the title names. */
export type BankPayoutRecord = ReturnType<typeof recordOf>

function recordOf(values: Values, { paidOn, month }: { paidOn: Day; month: Month | null }) {
  return {
    worksiteName: values.worksiteName,
    worksiteCode: values.worksiteCode,
    employingUnit: values.employingUnit,
    sequence: values.sequence,
    accountName: values.accountName,
    idNumber: values.idNumber,
    bankCard: values.bankCard,
    bankName: values.bankName,
    amountFen: values.amountFen,
    status: values.status,
    reason: values.reason ?? '',
    paidOn,
    reference: values.reference ?? '',
    summary: values.summary,
    month,
    remark: values.remark,
  }
}
