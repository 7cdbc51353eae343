import type { Examples } from '../engine/examples.ts'
import { dataQuality } from './data-quality.rule.ts'
import type { WageWorld } from './testing/world.ts'

const missing = [2, 3, 4, 5, 6, 7].map((day) => ({
  on: `2026-03-0${day}`,
  from: '07:00:00',
  to: '07:00:00',
  oneSided: true,
}))

function punches(known: number, unknown: number): WageWorld {
  return { device: 'gate', punches: [{ on: '2026-03-09', known, unknown }] }
}

/** A payroll that replaced another on 9 March; somebody was first paid on the day. */
function corrected(firstPaidOn: string): WageWorld {
  const people = [{ month: '2026-03', dueFen: 1n, signed: true, firstPaidOn }]
  return { payrollOn: '2026-03-09', payroll: { replaces: true, lines: 5 }, people }
}

export const dataQualityExamples: Examples<WageWorld> = {
  rule: dataQuality,
  list: [
    ['没有缺陷', '2026-03-10', punches(250, 0), 'clear'],
    ['四处缺陷不论占比', '2026-03-10', punches(6, 4), 'clear'],
    ['恰好百分之二', '2026-03-10', punches(245, 5), 'clear'],
    ['超过百分之二为蓝', '2026-03-10', punches(244, 5), 'notice'],
    ['恰好百分之五仍为蓝', '2026-03-10', punches(95, 5), 'notice'],
    ['超过百分之五为黄', '2026-03-10', punches(94, 5), 'yellow'],
    ['恰好百分之十仍为黄', '2026-03-10', punches(45, 5), 'yellow'],
    ['超过百分之十为橙', '2026-03-10', punches(44, 5), 'orange'],
    ['恰好百分之二十仍为橙', '2026-03-10', punches(20, 5), 'orange'],
    ['超过百分之二十为红', '2026-03-10', punches(19, 5), 'red'],
    ['当日还在打卡不算', '2026-03-09', punches(0, 5), 'clear'],
    ['十四日以前的不看', '2026-03-24', punches(0, 5), 'clear'],
    ['缺卡的考勤日', '2026-03-10', { people: [{ days: missing }] }, 'red'],
    ['最后一天还没下班不算缺卡', '2026-03-10', { people: [{ days: missing.slice(1) }] }, 'clear'],
    [
      '无法归集的代发',
      '2026-03-10',
      { namelessPayouts: Array(5).fill({ on: '2026-03-09', fen: 1n }) },
      'red',
    ],
    ['发薪之后更正的工资表', '2026-03-10', corrected('2026-03-08'), 'red'],
    ['发薪之前更正的工资表不算', '2026-03-10', corrected('2026-03-09'), 'clear'],
  ],
  clearing: { raised: ['2026-03-10', punches(19, 5)], cleared: ['2026-03-12', punches(250, 0)] },
}
