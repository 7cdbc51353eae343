import type { Day } from '../../../../law/day.ts'
import { checkIdNumber, type Sex } from '../../../../law/identifiers/id-number.ts'
import { defineTable, doubt, optional, refuse, required, titlePattern } from '../define.ts'
import type { ValuesOf } from '../types.ts'
import { readDay } from '../values/day-values.ts'
import { readIdNumber } from '../values/identity-values.ts'
import { readText } from '../values/text-values.ts'
import { readPayCycle, readPayDay, readSex } from '../values/word-values.ts'
import {
  attendanceNo,
  bankCard,
  bankName,
  crew,
  employingUnit,
  idNumberTitles,
  mergeRate,
  name,
  phone,
  rates,
  remark,
  unusedTitles,
  worksiteCode,
  worksiteName,
  workType,
} from './shared.ts'

const fields = {
  worksiteName,
  worksiteCode,
  employingUnit,
  crew,
  name,
  idNumber: required(idNumberTitles, readIdNumber),
  sex: optional('性别', readSex),
  nation: optional('民族', readText),
  phone,
  address: optional(
    `
      家庭住址 家庭地址 住址 户籍地址 户籍所在地 户籍地 家庭详细住址 身份证地址 现住址
      常住地址 居住地址 详细地址 地址 身份证住址
    `,
    readText,
    { first: true },
  ),
  workType: { ...workType, telling: true },
  attendanceNo,
  enteredOn: optional(
    `
      进场时间 进场日期 上场时间 上场日期 入场时间 入场日期 入职时间 入职日期 进场登记时间
      到岗日期 进入项目时间 上岗日期 进工地时间 到场日期 实际进场时间 实际进场日期
    `,
    readDay,
    { telling: true },
  ),
  leftOn: optional(
    `
      退场时间 退场日期 离场时间 离场日期 撤场时间 撤场日期 离职日期 离职时间 离岗日期
      出场日期 退出时间 实际退场时间 实际退场日期
    `,
    readDay,
    { telling: true },
  ),
  contractSignedOn: optional(
    `
      合同签订时间 合同签订日期 劳动合同签订时间 劳动合同签订日期 签订合同时间 签订合同日期
      签订日期 签订时间 合同日期 用工协议签订日期 劳动合同签订 签合同日期 合同签定日期
      合同签定时间
    `,
    readDay,
    { telling: true },
  ),
  contractFrom: optional(
    `
      合同开始日期 合同起始日期 合同起始时间 合同开始时间 劳动合同开始日期 劳动合同起始日期
      合同期限起
    `,
    readDay,
  ),
  contractUntil: optional(
    `
      合同结束日期 合同终止日期 合同到期日 合同到期日期 合同终止时间 合同结束时间
      劳动合同结束日期 劳动合同终止日期 合同期限止 合同截止日期
    `,
    readDay,
  ),
  ...rates,
  payCycle: optional(
    `
      工资发放周期 工资支付周期 支付周期 发放周期 结算周期 工资结算周期 工资周期 发薪周期
      计薪周期
    `,
    readPayCycle,
    { spread: true },
  ),
  payDay: optional(
    `
      工资发放日 发薪日 工资支付日 发放日 每月发放日 工资发放时间 发薪日期 工资发放日期
      工资支付日期 约定发薪日
    `,
    readPayDay,
    { spread: true },
  ),
  bankCard,
  bankName,
  remark,
}

type Values = ValuesOf<typeof fields>

/** 花名册 — the people of a site: who, for whom they work, since when, at what rate, to which card. */
export const roster = defineTable({
  kind: 'roster',
  fields,
  titleWords: /花名册|名册|人员名单|人员登记|实名制?登记|人员信息|工人信息/,
  keys: ['name', 'idNumber'],
  unused: titlePattern(unusedTitles),
  fromPreamble: {},
  finish: (values: Values, _series, context) => {
    const check = checkIdNumber(values.idNumber)
    if (check.ok && values.sex !== null && values.sex !== check.sex) {
      doubt(context, { code: 'row.sex-differs', field: 'sex' })
    }
    if (values.enteredOn !== null && values.leftOn !== null && values.leftOn < values.enteredOn) {
      return refuse(context, {
        code: 'row.left-before-entry',
        data: { entered: values.enteredOn, left: values.leftOn },
        field: 'leftOn',
      })
    }
    const { birthOn, sex } = check.ok ? check : { birthOn: null, sex: null }
    return [recordOf(values, { birthOn, sex: values.sex ?? sex, crew: values.crew ?? context.section })]
  },
})

/** 花名册行 — rates in fen; days are null where the cell is blank or says that there is none (至今). */
export type RosterRecord = ReturnType<typeof recordOf>

function recordOf(values: Values, more: { birthOn: Day | null; sex: Sex | null; crew: string | null }) {
  const { payDay } = values
  const { rateFen, rateKind } = mergeRate(values)
  return {
    worksiteName: values.worksiteName,
    worksiteCode: values.worksiteCode,
    employingUnit: values.employingUnit,
    crew: more.crew,
    name: values.name,
    idNumber: values.idNumber,
    sex: more.sex,
    birthOn: more.birthOn,
    nation: values.nation,
    phone: values.phone,
    address: values.address,
    workType: values.workType,
    attendanceNo: values.attendanceNo,
    enteredOn: values.enteredOn,
    leftOn: values.leftOn,
    contractSignedOn: values.contractSignedOn,
    contractFrom: values.contractFrom,
    contractUntil: values.contractUntil,
    rateFen,
    rateKind,
    payCycle: values.payCycle,
    payDay: payDay?.day ?? null,
    payWeekday: payDay?.weekday ?? null,
    payMonthOffset: payDay?.monthOffset ?? null,
    bankCard: values.bankCard,
    bankName: values.bankName,
    remark: values.remark,
  }
}
