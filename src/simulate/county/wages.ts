import { isWorkingDay, nationalCalendar } from '../../law/calendar.ts'
import { eachDay, firstDay, lastDay, type Month } from '../../law/day.ts'
import { type Fen, fenOfYuan, multiplyFen, sumFen } from '../../law/money.ts'
import type { Inventor } from '../invent/index.ts'
import { crewsOf } from './crews.ts'
import type { SiteFacts } from './facts.ts'
import type { Attendance, Frame, SitePlan, Wage, Worker } from './model.ts'

interface WageSetting {
  readonly frame: Frame
  readonly plan: SitePlan
  readonly facts: SiteFacts
}

/** 月计薪天数 21.75, in half days; the hour of a month is the 174th part of its wage. */
const paidHalves = 43.5
const hoursOfMonth = 174n
const insuranceFen = 48_960n
const advanceOdds = 0.04

/** 计算应得工资 — what a worker earned in a month, by attendance and rate; null of one who did not work in it. */
export function earnedWage(
  inventor: Inventor,
  worker: Worker,
  { at, attendance, setting }: { at: number; attendance: Attendance; setting: WageSetting },
): Wage | null {
  const { frame, plan } = setting
  const month = frame.months[at]
  const from = frame.monthStarts[at] ?? 0
  const until = frame.monthStarts[at + 1] ?? frame.days.length
  const halves = sumOf(attendance.halves, from, until)
  if (month === undefined || halves === 0) {
    return null
  }
  const minutes = sumOf(attendance.minutes, from, until)
  const overtimeHours = plan.kind === 'establishment' ? sumOf(attendance.overtime, from, until) : 0
  const quantity = worker.rate.kind === 'piece' ? drawQuantity(inventor, worker, { setting, halves }) : 0
  const isSalaried = worker.rate.kind === 'month'
  const overtimeFen = isSalaried ? overtimePay(worker.rate.fen, overtimeHours) : 0n
  const holidays = isSalaried ? holidayHalves(month, worker) : 0
  const baseFen = basePay(worker, { halves: halves + holidays, minutes, quantity })
  const takesAdvance = plan.kind === 'project' && inventor.chance(advanceOdds)
  const advanceFen = takesAdvance && baseFen > fenOfYuan(3000) ? fenOfYuan(inventor.int(2, 8) * 100) : 0n
  const isInsured = plan.kind === 'establishment' && Number(worker.pin) % 5 < 3
  const deductionFen = isInsured && halves > 20 ? insuranceFen : 0n
  const dueFen = baseFen + overtimeFen
  const netFen = dueFen - deductionFen - advanceFen
  return {
    worker,
    month,
    halves,
    minutes,
    quantity,
    overtimeHours,
    dueFen,
    overtimeFen,
    deductionFen,
    advanceFen,
    netFen,
  }
}

/** 实发合计 — of wages as they were earned; nobody is owed for a ghost. */
export function owedOf(wages: readonly Wage[]): Fen {
  return sumFen(wages.filter(({ worker }) => !worker.isGhost).map((wage) => wage.netFen))
}

/** 基本工资 — without overtime, by the rate. */
function basePay(
  { rate }: Worker,
  { halves, minutes, quantity }: { halves: number; minutes: number; quantity: number },
): Fen {
  switch (rate.kind) {
    case 'day':
      return (rate.fen * BigInt(halves)) / 2n
    case 'hour':
      return (rate.fen * BigInt(minutes)) / 60n
    case 'piece':
      return rate.fen * BigInt(quantity)
    case 'month':
      return multiplyFen(
        rate.fen,
        { part: BigInt(Math.round(2 * Math.min(halves, paidHalves))), whole: BigInt(2 * paidHalves) },
        'half-up',
      )
    default:
      return rate.kind satisfies never
  }
}

/** One and a half times the hour (劳动法 44). */
function overtimePay(monthFen: Fen, hours: number): Fen {
  return multiplyFen(monthFen, { part: 3n * BigInt(hours), whole: 2n * hoursOfMonth }, 'half-up')
}

/** Statutory holidays are paid to those who were employed on them (劳动法 51). */
function holidayHalves(month: Month, { enteredOn, leftOn }: Worker): number {
  const paid = eachDay({ from: firstDay(month), to: lastDay(month) }).filter(
    (day) =>
      nationalCalendar.special.get(day) === 'statutory-holiday' &&
      !isWorkingDay(nationalCalendar, day) &&
      day >= enteredOn &&
      (leftOn === null || day <= leftOn),
  )
  return 2 * paid.length
}

function drawQuantity(
  inventor: Inventor,
  worker: Worker,
  { setting, halves }: { setting: WageSetting; halves: number },
): number {
  const form = crewsOf(setting.facts, setting.plan.size).find((each) => each.name === worker.crew)
  const [from, to] = form?.pieces ?? [10, 14]
  return Math.round((halves * inventor.int(from * 10, to * 10)) / 20)
}

function sumOf(values: Uint8Array | Uint16Array, from: number, until: number): number {
  let sum = 0
  for (let at = from; at < until; at += 1) {
    sum += values[at] ?? 0
  }
  return sum
}
