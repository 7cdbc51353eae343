import type { Examples } from '../engine/examples.ts'
import { attendanceUnpaid } from './attendance-unpaid.rule.ts'
import type { WageWorld } from './testing/world.ts'

const listed = { gateDays: 20, dueFen: 1n }

export const attendanceUnpaidExamples: Examples<WageWorld> = {
  rule: attendanceUnpaid,
  list: [
    [
      '人人在表',
      '2026-04-20',
      { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 3 }] },
      'clear',
    ],
    [
      '一人不在表为黄',
      '2026-04-20',
      { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 20 }, { gateDays: 1 }] },
      'yellow',
    ],
    [
      '恰好百分之五升橙',
      '2026-04-20',
      { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 19 }, { gateDays: 1 }] },
      'orange',
    ],
    [
      '恰好百分之十升红',
      '2026-04-20',
      { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 9 }, { gateDays: 1 }] },
      'red',
    ],
    ['工资表未到且未过发放日不判断', '2026-04-10', { people: [{ gateDays: 20 }] }, 'clear'],
    [
      '过了发放日仍无工资表为红',
      '2026-04-16',
      { people: [{ gateDays: 20, accruedFen: 1n, due: { on: '2026-04-15', fen: 1n } }] },
      'red',
    ],
    [
      '无表但银行已发不算缺',
      '2026-04-16',
      { people: [{ gateDays: 20, accruedFen: 1n, paidFen: 1n, due: { on: '2026-04-15', fen: 1n } }] },
      'clear',
    ],
    [
      '有表而本人不在表，已发也算缺',
      '2026-04-16',
      {
        payrollOn: '2026-04-05',
        people: [
          { ...listed, count: 9 },
          { gateDays: 20, paidFen: 1n },
        ],
      },
      'red',
    ],
    [
      '只有离场人员的表不判断',
      '2026-04-10',
      {
        payrollOn: '2026-04-05',
        people: [
          { ...listed, count: 3 },
          { gateDays: 20, count: 5 },
        ],
      },
      'clear',
    ],
    [
      '表上有四成人即为主表',
      '2026-04-10',
      {
        payrollOn: '2026-04-05',
        people: [
          { ...listed, count: 2 },
          { gateDays: 20, count: 3 },
        ],
      },
      'red',
    ],
    [
      '当月未完不判断',
      '2026-03-31',
      { payrollOn: '2026-03-28', people: [listed, { gateDays: 20 }] },
      'clear',
    ],
  ],
  clearing: {
    raised: ['2026-04-20', { payrollOn: '2026-04-05', people: [listed, { gateDays: 20 }] }],
    cleared: ['2026-04-25', { payrollOn: '2026-04-05', people: [{ ...listed, count: 2 }] }],
  },
}
