import { optional } from '../define.ts'
import { readDay } from '../values/day-values.ts'
import { readAccountNumber } from '../values/identity-values.ts'
import { readCostTerm, readMoney, readPercent } from '../values/number-values.ts'
import { readContactPhone, readGuarantee } from '../values/register-values.ts'
import { readList, readText } from '../values/text-values.ts'
import { readCycleMonths, readDepositForm, readPayDay } from '../values/word-values.ts'

/** 项目登记表字段(二) — labour cost, wage account, deposit, guarantee, labour officer, rights notice, devices. */
export const fundFields = {
  laborCostCycleMonths: optional(
    `
      人工费用拨付周期 人工费拨付周期 拨付周期 人工费支付周期 人工费用支付周期 人工费周期
    `,
    readCycleMonths,
  ),
  laborCostPayDay: optional(
    `
      拨付日 人工费用拨付日 人工费拨付日 人工费用拨付日期 人工费拨付日期 每月拨付日 拨付日期
    `,
    readPayDay,
  ),
  laborCostShare: optional(
    '人工费用拨付比例 人工费用比例 人工费比例 人工费拨付比例 拨付比例 人工费占比 比例',
    readPercent,
  ),
  laborCostFen: optional(
    `
      人工费用金额 人工费金额 人工费用拨付金额 人工费拨付金额 每期拨付金额 拨付金额 人工费用
      人工费 月拨付金额 人工费用数额
    `,
    readMoney,
    { unit: 'money' },
  ),
  laborCostTerm: optional(
    `
      比例或金额 人工费用拨付比例或金额 拨付比例或金额 人工费用比例或金额
      人工费用拨付金额或比例 人工费比例或金额 比例/金额
    `,
    readCostTerm,
  ),
  payDay: optional(
    `
      工资发放日 工资支付日 发薪日 工资发放日期 工资支付日期 每月工资发放日 约定发薪日
      工资发放时间 发放日
    `,
    readPayDay,
  ),
  accountNumber: optional(
    `
      专户账号 专用账户账号 工资专户账号 农民工工资专用账户账号 农民工工资专户账号
      工资专用账户账号 专户帐号 工资专用账户 农民工工资专用账户 工资专户 专用账户 专户
      农民工工资专户 专用账户
    `,
    readAccountNumber,
    { telling: true },
  ),
  accountName: optional(
    `
      专户户名 专户名称 专用账户名称 专用账户户名 工资专户户名 工资专户名称
      农民工工资专用账户名称 账户名称 户名
    `,
    readText,
  ),
  accountBank: optional(
    `
      专户开户行 专户开户银行 开户行 开户银行 专用账户开户行 专用账户开户银行 工资专户开户行
      工资专户开户银行 专户银行 监管银行
    `,
    readText,
  ),
  accountOpenedOn: optional(
    `
      专户开立日期 开立日期 开户日期 专户开户日期 专用账户开立日期 专户开设日期 开户时间
      专户开户时间 工资专户开立日期 专用账户开户日期
    `,
    readDay,
  ),
  agreementOn: optional(
    `
      三方协议日期 三方协议签订日期 资金管理三方协议日期 三方监管协议日期 三方协议
      资金管理三方协议签订日期 三方协议签订时间
    `,
    readDay,
  ),
  filedOn: optional('专户备案日期 备案日期 专用账户备案日期', readDay),
  depositForm: optional(
    `
      保证金形式 工资保证金形式 保证金缴存形式 保证金存储形式 保证金方式 保证金缴纳形式
      工资保证金方式 保证金类型 工资保证金缴存形式 工资保证金
    `,
    readDepositForm,
    { telling: true },
  ),
  depositFen: optional(
    `
      保证金金额 工资保证金金额 保证金数额 保证金额 存储金额 保函金额 工资保证金数额
      保证金存储金额
    `,
    readMoney,
    { after: { field: 'depositForm', titles: ['金额', '数额'] }, unit: 'money' },
  ),
  depositOn: optional(
    `
      保证金存储日期 工资保证金存储日期 存储日期 保证金缴存日期 保证金缴纳日期 保函日期
      保函开具日期 保证金日期 存储时间 保证金存储时间 缴存日期
    `,
    readDay,
    { after: { field: 'depositForm', titles: ['日期', '存储日'] } },
  ),
  depositExpiresOn: optional(
    `
      保证金到期日 保证金到期日期 到期日 保函到期日 保函到期日期 到期日期 保函有效期至
      有效期至 保函有效期 保证金有效期
    `,
    readDay,
  ),
  paymentGuarantee: optional(
    `
      工程款支付担保 支付担保 工程款担保 工程款支付担保金额 支付担保金额 担保金额
      工程款支付担保情况
    `,
    readGuarantee,
  ),
  paymentGuaranteeOn: optional('工程款支付担保日期 支付担保日期 担保日期 支付担保开具日期', readDay, {
    after: { field: 'paymentGuarantee', titles: ['日期'] },
  }),
  paymentGuaranteeUntil: optional('工程款支付担保到期日 支付担保到期日 担保到期日 支付担保有效期', readDay),
  laborOfficer: optional('劳资专管员 劳资专管员姓名 劳资员 专管员 劳资管理员 劳资专员', readText),
  laborOfficerPhone: optional(
    `
      劳资专管员电话 劳资专管员联系电话 劳资专管员手机 劳资专管员手机号 专管员电话 劳资员电话
      劳资专管员联系方式 劳资专管员手机号码
    `,
    readContactPhone,
    {
      after: {
        field: 'laborOfficer',
        titles: ['电话', '联系电话', '手机', '手机号', '联系方式', '手机号码'],
      },
    },
  ),
  rightsNoticeOn: optional(
    `
      维权信息告示牌日期 告示牌日期 维权告示牌日期 维权信息告示牌 维权告示牌 告示牌设立日期
      维权信息公示日期 告示牌 维权信息告示牌设立日期 维权信息告示牌时间
    `,
    readDay,
  ),
  deviceSerials: optional(
    `
      考勤设备序列号 设备序列号 考勤机序列号 考勤设备 考勤设备编号 考勤机编号 设备sn
      闸机序列号
    `,
    readList,
  ),
}
