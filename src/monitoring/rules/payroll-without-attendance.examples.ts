import type { Examples } from '../engine/examples.ts'
import { payrollWithoutAttendance } from './payroll-without-attendance.rule.ts'
import type { WageWorld } from './testing/world.ts'

const seen = { gateDays: 22, payrollDays: 22, dueFen: 500_000n }
const ghost = { payrollDays: 22, dueFen: 500_000n }
const leaver = { dueFen: 100_000n, alsoMonths: [{ month: '2026-02', gateDays: 5 }] }
const oldHand = { ...ghost, sheetDays: 22, alsoMonths: [{ month: '2025-12', gateDays: 20 }] }

function gate(until: string) {
  return { feed: 'gate' as const, until }
}

function site(people: NonNullable<WageWorld['people']>): WageWorld {
  return { device: 'gate', feeds: [gate('2026-04-08')], people: [{ ...seen, count: 3 }, ...people] }
}

export const payrollWithoutAttendanceExamples: Examples<WageWorld> = {
  rule: payrollWithoutAttendance,
  list: [
    ['人人过闸', '2026-04-10', site([]), 'clear'],
    ['一人从未过闸为黄', '2026-04-10', site([ghost]), 'yellow'],
    ['两人仍为黄', '2026-04-10', site([{ ...ghost, count: 2 }]), 'yellow'],
    ['三人为橙', '2026-04-10', site([{ ...ghost, count: 3 }]), 'orange'],
    ['九人仍为橙', '2026-04-10', site([{ ...ghost, count: 9 }]), 'orange'],
    ['十人为红', '2026-04-10', site([{ ...ghost, count: 10 }]), 'red'],
    ['当月未完不判断', '2026-03-31', site([ghost]), 'clear'],
    ['表上零天不算领空饷', '2026-04-10', site([{ payrollDays: 0, dueFen: 100_000n }]), 'clear'],
    ['上月见过的人补领不算', '2026-04-10', site([leaver]), 'clear'],
    ['考勤表有而门禁从未见过，仍算', '2026-04-10', site([{ ...ghost, sheetDays: 22 }]), 'yellow'],
    ['考勤表有且门禁曾见过，不算', '2026-04-10', site([oldHand]), 'clear'],
    [
      '没有门禁的单位看考勤表',
      '2026-04-10',
      { people: [{ ...seen, gateDays: 0, sheetDays: 22 }, ghost] },
      'yellow',
    ],
    ['门禁和考勤表都没有则不判断', '2026-04-10', { people: [{ ...seen, gateDays: 0 }, ghost] }, 'clear'],
    [
      '门禁止于月末前三日则无法判断',
      '2026-04-10',
      { ...site([ghost]), feeds: [gate('2026-03-28')] },
      'unknown',
    ],
    ['门禁到月末前两日可以判断', '2026-04-10', { ...site([ghost]), feeds: [gate('2026-03-29')] }, 'yellow'],
  ],
  clearing: {
    raised: ['2026-04-10', site([ghost])],
    cleared: ['2026-04-12', site([{ ...ghost, gateDays: 1 }])],
  },
}
