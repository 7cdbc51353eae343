import type { Day } from '../../law/day.ts'
import type { Inventor } from '../invent/index.ts'
import { placeOf } from './frame.ts'
import type { Attendance, Frame, SiteCalendar, SitePlan, Worker } from './model.ts'

interface AttendanceSetting {
  readonly frame: Frame
  readonly plan: SitePlan
  readonly calendar: SiteCalendar
}

/** 考勤机附加标记 */
export const doubledEntry = 1
export const noonPassages = 2

const staysAway = 0.06
const worksHalf = 0.02
const forgetsOut = 0.012
const forgetsIn = 0.007
const forgetsBoth = 0.002
const readTwice = 0.02
const goesOutAtNoon = 0.05
const worksLate = 0.18
const nothing = -1

/** 造出勤 — the days that somebody worked, and what a gate would have seen of them. */
export function inventAttendance(inventor: Inventor, worker: Worker, setting: AttendanceSetting): Attendance {
  const { frame, calendar } = setting
  const count = frame.days.length
  const attendance: Attendance = {
    halves: new Uint8Array(count),
    came: new Int32Array(count).fill(nothing),
    went: new Int32Array(count).fill(nothing),
    extras: new Uint8Array(count),
    overtime: new Uint8Array(count),
    minutes: new Uint16Array(count),
  }
  const isPaused = (at: number) => calendar.pauses.some(({ from, to }) => isBetween(frame.days[at], from, to))
  const first = Math.max(0, placeOf(frame, worker.enteredOn))
  const last = worker.leftOn === null ? count - 1 : Math.min(count - 1, placeOf(frame, worker.leftOn))
  for (let at = first; at <= last; at += 1) {
    if (worker.isGhost && isPaused(at)) {
      continue
    }
    if (worker.isGhost) {
      fillGhostDay(attendance, worker, { at, isOpen: calendar.isOpen[at] === 1 })
    } else if (calendar.isOpen[at] === 1) {
      fillDay(inventor, attendance, { at, worker, plan: setting.plan })
    }
  }
  return attendance
}

function isBetween(day: Day | undefined, from: Day, to: Day): boolean {
  return day !== undefined && from <= day && day <= to
}

interface DayAt {
  readonly at: number
  readonly worker: Worker
  readonly plan: SitePlan
}

function fillDay(inventor: Inventor, attendance: Attendance, { at, worker, plan }: DayAt): void {
  const [isAway, isHalf, isLate] = [staysAway, worksHalf, worksLate].map((odds) => inventor.chance(odds))
  const rests = plan.kind === 'labor-platform' && inventor.chance(0.1)
  const isFixed = worker.rate.kind === 'month' && plan.kind !== 'project'
  if ((isAway === true && !(isFixed && inventor.chance(0.6))) || rests) {
    return
  }
  const hours = plan.kind === 'establishment' && isLate === true ? inventor.int(1, 3) : 0
  const comes = Math.round(worker.comesAt) + inventor.int(-480, 480)
  const whole = Math.round(worker.goesAt) + inventor.int(-300, 900) + hours * 3600
  const goes = isHalf === true && !worker.worksAtNight ? comes + 4 * 3600 + inventor.int(0, 1800) : whole
  attendance.halves[at] = isHalf === true && !worker.worksAtNight ? 1 : 2
  attendance.overtime[at] = isHalf === true ? 0 : hours
  attendance.minutes[at] = paidMinutes(comes, goes)
  passGate(inventor, attendance, { at, comes, goes, worker, plan })
}

/** Half hours that are full, without the hour of the meal. */
function paidMinutes(comes: number, goes: number): number {
  const worked = goes - comes - (goes - comes > 6 * 3600 ? 3600 : 0)
  return Math.floor(worked / 1800) * 30
}

function passGate(
  inventor: Inventor,
  attendance: Attendance,
  { at, comes, goes, worker, plan }: DayAt & { readonly comes: number; readonly goes: number },
): void {
  const draw = inventor.int(0, 999) / 1000
  const isMissingBoth = draw < forgetsBoth
  const isMissingOut = draw >= forgetsBoth && draw < forgetsBoth + forgetsOut
  // Without its entry a night shift's exit alone would count for the day on which it ends.
  const isMissingIn = draw > 1 - forgetsIn && !worker.worksAtNight
  attendance.came[at] = isMissingBoth || isMissingIn ? nothing : comes
  attendance.went[at] = isMissingBoth || isMissingOut ? nothing : goes
  // Who is paid by the hour is read at noon, too, or his meal would be paid.
  const isTimed = worker.rate.kind === 'hour' && attendance.halves[at] === 2
  const atNoon =
    isTimed || (plan.kind === 'project' && !worker.worksAtNight && inventor.chance(goesOutAtNoon))
  const seen = !isMissingBoth && !isMissingIn && !isMissingOut
  attendance.extras[at] =
    (inventor.chance(readTwice) ? doubledEntry : 0) +
    (atNoon && seen && attendance.halves[at] === 2 ? noonPassages : 0)
}

/** A ghost is never away, never ill and never late, and comes on days on which nobody works. */
function fillGhostDay(
  { halves, came, went, minutes }: Attendance,
  worker: Worker,
  { at, isOpen }: { readonly at: number; readonly isOpen: boolean },
): void {
  halves[at] = 2
  const drift = isOpen ? (at * 37) % 90 : (at * 53) % 90
  came[at] = Math.round(worker.comesAt) + drift
  went[at] = Math.round(worker.goesAt) + drift
  minutes[at] = paidMinutes(worker.comesAt, worker.goesAt)
}
