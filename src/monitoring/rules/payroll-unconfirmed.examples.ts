import type { Examples } from '../engine/examples.ts'
import { payrollUnconfirmed } from './payroll-unconfirmed.rule.ts'
import type { WageWorld } from './testing/world.ts'

const signed = { dueFen: 500_000n, signed: true, confirmation: 'declared' as const }
const unsigned = { dueFen: 500_000n, signed: false }
const objects = { ...signed, confirmation: 'contested' as const, objectedOn: '2026-04-09' }

function share(yes: number, no: number) {
  return [
    { ...signed, count: yes },
    { ...unsigned, count: no },
  ]
}

function subcontracted(yes: number, no: number) {
  return share(yes, no).map((each) => ({ ...each, unit: '劳务公司' }))
}

function sheet(people: NonNullable<WageWorld['people']>): WageWorld {
  return { payrollOn: '2026-04-05', payroll: { signatures: 'some' }, people }
}

export const payrollUnconfirmedExamples: Examples<WageWorld> = {
  rule: payrollUnconfirmed,
  list: [
    ['人人签字', '2026-04-10', sheet([{ ...signed, count: 10 }]), 'clear'],
    ['一人未签不成问题', '2026-04-10', sheet([{ ...signed, count: 3 }, unsigned]), 'clear'],
    ['恰好一成', '2026-04-10', sheet(share(18, 2)), 'clear'],
    ['超过一成为蓝', '2026-04-10', sheet(share(17, 2)), 'notice'],
    ['恰好三成仍为蓝', '2026-04-10', sheet(share(7, 3)), 'notice'],
    ['超过三成为黄', '2026-04-10', sheet(share(6, 3)), 'yellow'],
    ['恰好五成仍为黄', '2026-04-10', sheet(share(3, 3)), 'yellow'],
    ['超过五成为橙', '2026-04-10', sheet(share(2, 3)), 'orange'],
    [
      '分包多数未签，总包人人签字为橙',
      '2026-04-10',
      sheet([...share(20, 0), ...subcontracted(2, 3)]),
      'orange',
    ],
    ['两家各一人未签不成问题', '2026-04-10', sheet([...share(3, 1), ...subcontracted(3, 1)]), 'clear'],
    [
      '两人异议不到三人',
      '2026-04-10',
      sheet([
        { ...signed, count: 20 },
        { ...objects, count: 2 },
      ]),
      'clear',
    ],
    [
      '三人异议为橙',
      '2026-04-10',
      sheet([
        { ...signed, count: 50 },
        { ...objects, count: 3 },
      ]),
      'orange',
    ],
    ['异议第五个工作日未过', '2026-04-16', sheet([{ ...signed, count: 20 }, objects]), 'clear'],
    ['异议五个工作日未答复为红', '2026-04-17', sheet([{ ...signed, count: 20 }, objects]), 'red'],
    [
      '另报工资表即为答复',
      '2026-04-17',
      { ...sheet([{ ...signed, count: 20 }, objects]), payrollOn: '2026-04-13' },
      'clear',
    ],
    ['没有签字栏的不判断', '2026-04-10', { ...sheet([{ ...unsigned, count: 9 }]), payroll: {} }, 'clear'],
    [
      '有签字的表换成无签字的则无法判断',
      '2026-04-10',
      { ...sheet([{ ...unsigned, count: 9 }]), payroll: { replaces: true } },
      'unknown',
    ],
    ['明日才报的不算', '2026-04-04', sheet(share(2, 3)), 'clear'],
  ],
  clearing: {
    raised: ['2026-04-10', sheet(share(2, 3))],
    cleared: ['2026-04-12', sheet([{ ...signed, count: 5 }])],
  },
}
