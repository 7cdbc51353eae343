import { addDays, type Day } from '../../../../law/day.ts'
import { defineTable, optional, refuse, titlePattern } from '../define.ts'
import type { RowContext, ValuesOf } from '../types.ts'
import { readDay, readMoment } from '../values/day-values.ts'
import { readCode, readName, readText } from '../values/text-values.ts'
import { readDirection } from '../values/word-values.ts'
import {
  attendanceNo,
  crew,
  employingUnit,
  idNumber,
  nameTitles,
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
  name: optional(nameTitles, readName),
  idNumber,
  attendanceNo,
  phone,
  workType,
  at: optional(
    `
      考勤时间 打卡时间 刷卡时间 通行时间 识别时间 签到签退时间 考勤日期时间 日期时间
      刷脸时间 进出时间 抓拍时间 打卡日期时间 过闸时间 比对时间 记录时间 签卡时间 事件时间
      认证时间
    `,
    readMoment,
    { weak: ['时间'], telling: true },
  ),
  date: optional('考勤日期 打卡日期 刷卡日期 通行日期', readDay, { weak: ['日期'], spread: true }),
  clockIn: optional(
    `
      上班时间 上班打卡时间 上班打卡 签到时间 进场时间 入场时间 进场打卡时间 最早打卡
      最早打卡时间 首次打卡 首次打卡时间 签到 进门时间 进入时间 最早时间 上班签到
    `,
    readMoment,
    { telling: true },
  ),
  clockOut: optional(
    `
      下班时间 下班打卡时间 下班打卡 签退时间 出场时间 离场时间 退场时间 出场打卡时间
      最晚打卡 最晚打卡时间 末次打卡 末次打卡时间 签退 出门时间 离开时间 最晚时间 下班签退
    `,
    readMoment,
    { telling: true },
  ),
  direction: optional(
    `
      进出方向 方向 进出 进出状态 进出类型 出入方向 出入 进/出 进出场 出入状态 考勤方向
      考勤类型 打卡类型 通行方向 进出标识 出入类型 签到类型 考勤状态
    `,
    readDirection,
    { telling: true },
  ),
  deviceSerial: optional(
    `
      设备序列号 考勤设备序列号 序列号 设备号 设备编号 考勤机序列号 设备sn sn 机器号
      设备编码 考勤设备编号 闸机编号 设备id 考勤机号 考勤机编号
    `,
    readCode,
    { telling: true, spread: true },
  ),
  deviceName: optional(
    `
      设备名称 考勤设备 闸机 通道 设备 考勤点 考勤机 考勤地点 通道名称 闸机名称 打卡地点
      设备位置 通行地点
    `,
    readText,
    { first: true },
  ),
  remark,
}

const knownTitles = `
  体温 温度 抓拍(?:照片|图片)? 验证方式 识别方式 通行方式 打卡方式 考勤方式 相似度 星期 工作时长 在场时长
  时长 工时 考勤结果 打卡结果 迟到.* 早退.* 部门 考勤组
`

type Values = ValuesOf<typeof fields>
type Punch = { readonly at: string; readonly direction: 'in' | 'out' | 'unknown' }

/**
 * 考勤记录 — a row a punch; or a row a day with the time of coming and that of going, which gives two punches.
 */
export const attendancePunches = defineTable({
  kind: 'attendance-punches',
  fields,
  titleWords: /考勤|打卡|刷卡|通行|进出|出入/,
  keys: ['name', 'idNumber', 'attendanceNo'],
  oneOf: [
    ['at', 'clockIn', 'clockOut'],
    ['idNumber', 'attendanceNo', 'name'],
  ],
  unused: titlePattern(`${unusedTitles} ${knownTitles}`),
  fromPreamble: {},
  finish: (values: Values, _series, context) => {
    const { at, clockIn } = values
    if (values.name === null && values.idNumber === null && values.attendanceNo === null) {
      return refuse(context, { code: 'row.identity-missing' })
    }
    const punches = punchesOf(values)
    return punches === null
      ? refuse(context, {
          code: 'row.time-incomplete',
          field: at === null ? (clockIn === null ? 'clockOut' : 'clockIn') : 'at',
        })
      : punches.map((punch) => recordOf(values, punch, context))
  },
})

/** 打卡行 — `at` is an ISO instant in China time. */
export type PunchRecord = ReturnType<typeof recordOf>

function recordOf(values: Values, { at, direction }: Punch, context: RowContext) {
  return {
    worksiteName: values.worksiteName,
    worksiteCode: values.worksiteCode,
    employingUnit: values.employingUnit,
    crew: values.crew ?? context.section,
    name: values.name,
    idNumber: values.idNumber,
    attendanceNo: values.attendanceNo,
    phone: values.phone,
    workType: values.workType,
    at,
    direction,
    deviceSerial: values.deviceSerial,
    deviceName: values.deviceName,
    remark: values.remark,
  }
}

/** The punches of a row as ISO instants in China time; null where a day or a time is missing. */
function punchesOf(values: Values): readonly Punch[] | null {
  const { at, date, clockIn, clockOut, direction } = values
  const punches: Punch[] = []
  const moments = [
    { moment: at, direction: direction ?? ('unknown' as const) },
    { moment: clockIn, direction: 'in' as const },
    { moment: clockOut, direction: 'out' as const },
  ]
  for (const each of moments) {
    const day = each.moment === null ? null : (each.moment.day ?? date)
    if (each.moment === null) {
      continue
    }
    if (day === null || each.moment.time === null) {
      return null
    }
    const isNextDay = each.direction === 'out' && each.moment.day === null && leavesEarlier(values)
    punches.push({
      at: instant(isNextDay ? addDays(day, 1) : day, each.moment.time),
      direction: each.direction,
    })
  }
  return punches.length === 0 ? null : punches
}

/** Somebody who goes home at an earlier time of day than he came at went the day after. */
function leavesEarlier({ at, clockIn, clockOut }: Values): boolean {
  const [came, went] = [clockIn?.time ?? null, clockOut?.time ?? null]
  return at === null && came !== null && went !== null && went < came
}

function instant(day: Day, time: string): string {
  return `${day}T${time}+08:00`
}
