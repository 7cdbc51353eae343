import type { Month } from '../../../../law/day.ts'
import { dayOfHeader } from '../day-columns.ts'
import { defineTable, doubt, optional, refuse, titlePattern } from '../define.ts'
import { type DayMark, isPart, readGridMarks } from '../grid-marks.ts'
import type { ValuesOf } from '../types.ts'
import { readDays, readHours } from '../values/number-values.ts'
import { readText } from '../values/text-values.ts'
import {
  attendanceNo,
  crew,
  employingUnit,
  idNumber,
  name,
  phone,
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
  attendanceNo,
  phone,
  workType,
  /** 上午, 下午, 加班: the line of a person that has several. Recognized by what stands in the column, too. */
  part: optional('时段 时间段 班次 上下午 午别 上午/下午 考勤时段 出勤时段 时间段/日期', readText),
  statedDays: optional(
    `
      出勤天数 考勤天数 出勤合计 合计天数 出勤工日 总天数 出勤 出工天数 实际出勤天数 天数
      总工日 出勤日数 合计出勤天数 合计出勤 总出勤 总出勤天数 工日 合计工日 出勤天数合计
      月出勤天数 工数 合计工数 总工数 出勤总天数 本月出勤 当月出勤天数 出勤总计 考勤合计
      工日合计
    `,
    readDays,
    { weak: ['合计', '小计', '总计', '累计'], unit: 'days', sum: true },
  ),
  statedMinutes: optional(
    `
      工时 总工时 合计工时 工时合计 出勤工时 出勤小时 合计小时 总小时 小时合计 合计小时数
    `,
    readHours,
    { unit: 'hours', sum: true },
  ),
  statedOvertime: optional(
    '加班小时 加班工时 加班 加班时间 加班小时数 加班合计 加班时长 加班工时合计',
    readHours,
    { unit: 'hours', sum: true },
  ),
  remark,
}

const countTitles = `
  请假(?:天数)? 事假(?:天数)? 病假(?:天数)? 旷工(?:天数)? 缺勤(?:天数)? 休息(?:天数)?
  迟到(?:次数)? 早退(?:次数)? 年假 调休 工伤 公休 半天 夜班(?:天数)? 加班天数 本人签字 签字 签名
  工人签字 签字确认 本人签名 农民工签字 确认签字 手印 个人确认签字 工资标准 日薪 日工资 单价 金额 应发工资
  实发工资
`

type Values = ValuesOf<typeof fields>

/** 考勤表 — a line or several a person, a column a day. */
export const attendanceGrid = defineTable({
  kind: 'attendance-grid',
  fields,
  titleWords: /考勤|出勤|工时表|记工/,
  keys: ['name', 'idNumber', 'attendanceNo'],
  unused: titlePattern(`${unusedTitles} ${countTitles}`),
  series: {
    name: 'days',
    title: '日期列（1…31）',
    required: true,
    holds: (header) => dayOfHeader(header) !== null,
  },
  byContent: { field: 'part', fits: isPart },
  monthly: true,
  fromPreamble: {},
  finish: (values: Values, series, context) => {
    const { month } = context
    if (month === null) {
      return refuse(context, { code: 'row.month-missing' })
    }
    const marks = readGridMarks(
      { series, statedDays: values.statedDays, statedMinutes: values.statedMinutes },
      context,
    )
    if (marks === null) {
      return []
    }
    const summed = marks.reduce((sum, mark) => sum + mark.dayHundredths, 0)
    if (values.statedDays !== null && values.statedDays !== summed) {
      doubt(context, {
        code: 'row.days-differ',
        data: { stated: values.statedDays / 100, summed: summed / 100 },
        field: 'statedDays',
      })
    }
    return [recordOf(values, { month, days: marks, crew: values.crew ?? context.section })]
  },
})

/** 考勤表行 — a person's month; stated totals as the sheet has them: days in hundredths, hours in minutes. */
export type AttendanceGridRecord = ReturnType<typeof recordOf>

function recordOf(values: Values, more: { month: Month; days: readonly DayMark[]; crew: string | null }) {
  return {
    worksiteName: values.worksiteName,
    worksiteCode: values.worksiteCode,
    employingUnit: values.employingUnit,
    crew: more.crew,
    name: values.name,
    idNumber: values.idNumber,
    attendanceNo: values.attendanceNo,
    phone: values.phone,
    workType: values.workType,
    month: more.month,
    days: more.days,
    statedDays: values.statedDays,
    statedMinutes: values.statedMinutes,
    statedOvertime: values.statedOvertime,
    remark: values.remark,
  }
}
