import { daysInMonth, type Month } from '../../../../law/day.ts'
import { defineTable, doubt, optional, refuse, required, type Series, titlePattern } from '../define.ts'
import { unitOf } from '../title.ts'
import type { RowContext, ValuesOf } from '../types.ts'
import { readDay, readMonth } from '../values/day-values.ts'
import { readDays, readHours, readMoney, readQuantity } from '../values/number-values.ts'
import { readHolder, readPresence } from '../values/text-values.ts'
import { type PayrollSums, payrollSums } from './payroll-sums.ts'
import {
  attendanceNo,
  bankCard,
  bankName,
  crew,
  employingUnit,
  idNumber,
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
  idNumber,
  accountName: optional('账户名 账户名称 开户名 持卡人', readHolder, {
    weak: ['户名', '收款人', '收款人姓名'],
  }),
  attendanceNo,
  phone,
  workType,
  month: optional(
    `
      工资月份 工资所属月份 所属月份 月份 工资年月 所属期 工资所属期 计薪月份 工资月 年月
      工资周期 归属月份
    `,
    readMonth,
    { spread: true },
  ),
  daysWorked: optional(
    `
      出勤天数 考勤天数 工作天数 出工天数 出勤工日 工日 出勤 出勤日数 实际出勤天数
      上班天数 天数 工天 出勤数 工数 出工数 出工 工日数 用工天数 实出勤天数 工作日数
      计薪天数 出勤工数 工时天 工作量天 工作量工日 计薪工日 总工日 总工数 工作天数/工日
    `,
    readDays,
    { unit: 'days', telling: true, sum: true },
  ),
  minutesWorked: optional(
    `
      工时 出勤工时 工作时间 工作小时 总工时 工作工时 小时数 出勤小时 工时数 工作时长
      出勤时间 实际工时
    `,
    readHours,
    { unit: 'hours', sum: true },
  ),
  overtimeMinutes: optional('加班工时 加班时间 加班小时 加班小时数 加班时长 加班时数', readHours, {
    unit: 'hours',
    sum: true,
  }),
  ...rates,
  quantity: optional(
    '工程量 完成工作量 完成工程量 计件数量 完成数量 计件工程量 工作量 数量 完成量',
    readQuantity,
    { unit: 'quantity' },
  ),
  overtimeFen: optional('加班工资 加班费 加班金额 加班 加班工资额 加班补贴 加班工资小计', readMoney, {
    unit: 'money',
    sum: true,
  }),
  dueFen: required(
    `
      应发工资 应领工资 应发 应发金额 应发合计 应发数 应付工资 应付金额 应得工资
      应发工资总额 应发总额 应发工资合计 工资总额 工资合计 合计应发 应发工资小计
      应付工资总额 应支付工资 应付工资合计 应领金额 应发工资额 税前工资 工资总计 总工资
      应结工资
    `,
    readMoney,
    {
      unit: 'money',
      sum: true,
      weak: ['工资', '工资金额', '工资额', '小计', '合计', '合计金额'],
      telling: true,
    },
  ),
  deductionFen: optional(
    `
      应扣减金额 扣款 扣款合计 扣款小计 应扣 应扣合计 应扣款 扣除合计 扣减合计 应扣金额
      扣款金额 扣除 扣除金额 代扣合计 扣减金额 应扣款项 扣款总额 扣除小计 应扣小计
      应扣工资 代扣款 代扣代缴合计 扣除款项 扣款项 扣减
    `,
    readMoney,
    { unit: 'money', sum: true },
  ),
  advanceFen: optional(
    `
      借支 预支 预支生活费 预支工资 预支款 预支费 借支款 借支金额 已预支 已借支 预借
      预借工资 生活费 已付生活费 预付生活费 借支生活费 已发生活费 预支金额 已支付 已付
      预付工资 扣借支 扣预支 扣生活费 前期借支 已预支生活费 扣除借支 扣除预支
    `,
    readMoney,
    { unit: 'money', sum: true },
  ),
  netFen: optional(
    `
      实发工资 实发金额 实发 实发合计 实领工资 实领金额 实付工资 实付金额 实发数 实际发放
      实发工资总额 发放金额 实际发放金额 实发工资合计 实发总额 实得工资 应发实发 本次发放
      支付金额 代发金额 实际支付 税后工资 实发工资额 实发工资金额 到手工资 本次支付金额
      实支付金额 银行代发金额
    `,
    readMoney,
    { unit: 'money', sum: true, weak: ['金额'], telling: true },
  ),
  unpaidFen: optional(
    `
      未发 未发工资 未发金额 欠发 欠发工资 未支付 未支付数 未付工资 拖欠工资 剩余未发
      未付 余额 剩余工资 尚欠工资 欠发金额 未付金额 未支付金额
    `,
    readMoney,
    { unit: 'money', sum: true },
  ),
  bankCard,
  bankName,
  paidOn: optional(
    `
      发放日期 支付日期 发放时间 支付时间 工资发放日期 发薪日期 领取日期 发放日
      工资支付日期 代发日期
    `,
    readDay,
    { spread: true },
  ),
  signed: optional(
    `
      领款人签字 农民工签字 个人确认签字 领款签字 手印 签名 签字 签字确认 本人签字
      工人签字 领款人签名 签收 本人签名 农民工签名 签字/手印 工人签名 签名捺印 领取人签字
      确认签字 收款人签字 农民工本人签字 按手印 签章 领款人 签字手印 工人确认 捺印
      本人签字捺印 领取签字 务工人员签字
    `,
    readPresence,
    { first: true, telling: true },
  ),
  remark,
}

const deductionTitles = titlePattern(`
  (?:代扣|扣|扣除|扣缴|代缴|应扣|减|减扣|扣减|代扣代缴).+
  (?:基本)?(?:养老|医疗|失业|工伤|生育|大病|意外|商业|团体)(?:保险)?(?:费|金|个人)?
  社保(?:费|个人|个人部分|代扣)? 社会保险(?:费)? 五险(?:一金)? 保险(?:费)? (?:住房)?公积金
  个税 个人所得税 所得税 税金 税款 伙食费? 餐费 饭费 水电费? 水费 电费 住宿费 房租 宿舍费 罚款 违章罚款
  安全罚款 工具费 材料费 劳保费 工装费 工服费? 押金 保证金 事假扣款 缺勤扣款 病假扣款 迟到扣款 损坏赔偿 赔偿
  其他扣款 其它扣款 其他扣除 其他扣减 其它
`)

/**
 * 扣款系列 — each deduction in a column of its own: by its title, or because it stands under a heading of
 * deductions.
 */
const deductions: Series = {
  name: 'deductions',
  title: '扣款',
  required: false,
  holds: ({ group, own }) =>
    own.name !== '' &&
    (/扣/.test(group.name) || deductionTitles.test(own.name)) &&
    !/^(?:备注|说明|原因)$/.test(own.name),
}

const earningTitles = `
  基本工资 岗位工资 计件工资 计时工资 点工工资 包工工资 绩效(?:工资|奖金)? 奖金 全勤奖? 安全奖 津贴
  岗位津贴 (?:高温|夜班|餐|交通|通讯|住房|生活|路费|工龄|其他|其它|车|话)?(?:补贴|补助|津贴) 路费
  车费 其他(?:工资|收入|应发) 补发(?:工资)? 正常工资 出勤工资 工龄工资 提成 应发其他 请假天数 缺勤天数
  事假天?数? 病假天?数? 旷工天?数? 加班天数 休息天数 本月天数 人数 大写 金额大写
`

/**
 * The day columns of a payroll that shows the attendance of the month too; they are read as an attendance
 * grid.
 */
const dayTitles = '(?:[1-9]|[12]\\d|3[01])[日号]?'

type Values = ValuesOf<typeof fields>

/** 工资支付表 — what is owed to each worker for a month, what is taken off, and what is paid out. */
export const payroll = defineTable({
  kind: 'payroll',
  fields,
  titleWords: /工资|薪资|薪酬|劳务费发放|工资表/,
  keys: ['name', 'idNumber'],
  unused: titlePattern(`${unusedTitles} ${earningTitles} ${dayTitles}`),
  series: deductions,
  monthly: true,
  fromPreamble: {},
  traps: [
    {
      titles: ['本月工作量', '累计工作量', '当月工作量', '本期工作量'],
      among: ['daysWorked', 'quantity'],
      decide: ({ own }) => {
        const unit = unitOf(own)
        return unit === 'days' ? 'daysWorked' : unit === 'quantity' ? 'quantity' : null
      },
      asks: true,
    },
    {
      titles: ['工资卡类别', '银行卡类别', '卡类别', '工资卡类型'],
      among: ['bankName'],
      decide: (_header, samples) => (samples.length > 0 && samples.every(isBankName) ? 'bankName' : null),
      asks: false,
    },
  ],
  finish: (values: Values, series, context) => {
    const sums = payrollSums(values, series, context)
    if (sums === null) {
      return []
    }
    const month = values.month ?? context.month
    if (month === null) {
      return refuse(context, { code: 'row.month-missing', field: 'month' })
    }
    checkDays(values.daysWorked, month, context)
    return [recordOf(values, { month, sums, context })]
  },
})

/** 工资表行 — money in fen, days in hundredths, hours in minutes; null where the sheet says nothing. */
export type PayrollRecord = ReturnType<typeof recordOf>

function recordOf(values: Values, more: { month: Month; sums: PayrollSums; context: RowContext }) {
  const { month, sums, context } = more
  const { rateFen, rateKind } = mergeRate(values)
  return {
    worksiteName: values.worksiteName,
    worksiteCode: values.worksiteCode,
    employingUnit: values.employingUnit,
    crew: values.crew ?? context.section,
    name: values.name,
    idNumber: values.idNumber,
    accountName: values.accountName,
    attendanceNo: values.attendanceNo,
    phone: values.phone,
    workType: values.workType,
    month,
    daysWorked: values.daysWorked,
    minutesWorked: values.minutesWorked,
    overtimeMinutes: values.overtimeMinutes,
    quantity: values.quantity,
    rateFen,
    rateKind,
    dueFen: sums.dueFen,
    overtimeFen: sums.overtimeFen,
    deductionFen: sums.deductionFen,
    deductions: sums.deductions,
    advanceFen: sums.advanceFen,
    netFen: sums.netFen,
    unpaidFen: values.unpaidFen,
    bankCard: values.bankCard,
    bankName: values.bankName,
    paidOn: values.paidOn ?? context.preamble.payOn ?? null,
    /** Whether something stands in the column for signatures; null without such a column. */
    signed: context.has('signed') ? values.signed === true : null,
    remark: values.remark,
  }
}

function isBankName(sample: string): boolean {
  return /银行|农信|信用社|信用联社|邮储|工行|农行|中行|建行|交行|招行/.test(sample)
}

function checkDays(hundredths: number | null, month: Month, context: RowContext): void {
  const most = daysInMonth(month)
  if (hundredths !== null && hundredths > most * 100) {
    doubt(context, {
      code: 'row.days-over-month',
      data: { days: hundredths / 100, month, most },
      field: 'daysWorked',
    })
  }
}
