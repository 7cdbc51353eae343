import type { Examples } from '../engine/examples.ts'
import { payBelowAttendance } from './pay-below-attendance.rule.ts'
import type { WageWorld } from './testing/world.ts'

/** Thirty days at 200 yuan. */
const full = { gateDays: 30, accruedFen: 600_000n, dueFen: 600_000n, rateKind: 'day' as const }

function people(count: number, dueFen: bigint, others = 0): WageWorld {
  const rest = others === 0 ? [] : [{ ...full, count: others }]
  return { people: [{ ...full, dueFen, count }, ...rest] }
}

/** On the sheet for everything, and paid 70 percent of it. */
function short(bankUntil: string): WageWorld {
  return { bankUntil, people: [{ ...full, paidFen: 420_000n, dueOn: '2026-04-15' }] }
}

const withheld: WageWorld = {
  bankUntil: '2026-04-30',
  people: [{ ...full, netFen: 420_000n, paidFen: 420_000n, dueOn: '2026-04-15' }],
}

const piece: WageWorld = {
  bankUntil: '2026-04-30',
  people: [{ rateKind: 'piece', dueFen: 600_000n, paidFen: 400_000n, dueOn: '2026-04-15' }],
}

/** Thirty days at the gate, and 3,000 yuan on the payroll for so many. */
function hourly(payrollDays: number, accruedFen: bigint): WageWorld {
  return { people: [{ gateDays: 30, payrollDays, accruedFen, dueFen: 300_000n, rateKind: 'hour' }] }
}

export const payBelowAttendanceExamples: Examples<WageWorld> = {
  rule: payBelowAttendance,
  list: [
    ['恰好少一成', '2026-04-10', people(1, 540_000n), 'clear'],
    ['多于一成为蓝', '2026-04-10', people(1, 539_400n), 'notice'],
    ['恰好两成仍为蓝', '2026-04-10', people(1, 480_000n), 'notice'],
    ['多于两成为黄', '2026-04-10', people(1, 479_400n), 'yellow'],
    ['两人少四成以上仍为黄', '2026-04-10', people(2, 300_000n), 'yellow'],
    ['三人恰好少四成仍为黄', '2026-04-10', people(3, 360_000n, 4), 'yellow'],
    ['三人少四成以上为橙', '2026-04-10', people(3, 359_000n, 4), 'orange'],
    ['半数人少两成以上为红', '2026-04-10', people(3, 479_400n, 3), 'red'],
    ['不到半数仍为黄', '2026-04-10', people(3, 479_400n, 4), 'yellow'],
    ['半数人少一成多为橙', '2026-04-10', people(3, 539_400n, 3), 'orange'],
    ['不到半数人少一成多为蓝', '2026-04-10', people(3, 539_400n, 4), 'notice'],
    ['两人全部少一成多仍为蓝', '2026-04-10', people(2, 539_400n), 'notice'],
    [
      '差两天工资放过',
      '2026-04-10',
      { people: [{ ...full, gateDays: 10, accruedFen: 300_000n, dueFen: 240_000n }] },
      'clear',
    ],
    ['当月未完不判断', '2026-03-31', people(1, 300_000n), 'clear'],
    ['计时的看考勤表', '2026-04-10', { people: [{ ...full, rateKind: 'hour', dueFen: 300_000n }] }, 'clear'],
    ['计时的工资表少记一半天数', '2026-04-10', hourly(15, 600_000n), 'yellow'],
    ['计时的工资表天数相符', '2026-04-10', hourly(30, 600_000n), 'clear'],
    ['计时的每天半日，天数折算不算少', '2026-04-10', hourly(15, 300_000n), 'clear'],
    ['表足而银行少发，发放日前一日不算', '2026-04-14', short('2026-04-30'), 'clear'],
    ['表足而银行少发，发放日当天为黄', '2026-04-15', short('2026-04-30'), 'yellow'],
    ['银行说到发放日前两日就算', '2026-04-15', short('2026-04-13'), 'yellow'],
    ['银行没说到发放日前两日不算', '2026-04-16', short('2026-04-12'), 'clear'],
    ['扣款预支不算少发', '2026-04-16', withheld, 'clear'],
    ['计件的以工资表为准', '2026-04-16', piece, 'yellow'],
  ],
  clearing: { raised: ['2026-04-10', people(1, 300_000n)], cleared: ['2026-04-12', people(1, 600_000n)] },
}
