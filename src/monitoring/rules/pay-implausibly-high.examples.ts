import type { Examples } from '../engine/examples.ts'
import { payImplausiblyHigh } from './pay-implausibly-high.rule.ts'
import type { WageWorld } from './testing/world.ts'

const ordinary = { payrollDays: 22, dueFen: 600_000n }
const fitters = [{ payrollDays: 22, dueFen: 1_500_000n, workType: '电工', count: 5 }]

/** Five who earn alike and one who earns more, all of one trade. */
function crew(
  dueFen: bigint,
  usualFen = ordinary.dueFen,
): WageWorld & { people: NonNullable<WageWorld['people']> } {
  return {
    people: [
      { ...ordinary, dueFen: usualFen, count: 5 },
      { payrollDays: 22, dueFen },
    ],
  }
}

function year(dueFen: bigint): WageWorld {
  const others = Array.from({ length: 11 }, (_, at) => ({
    month: `2026-${String(at + 2).padStart(2, '0')}`,
    dueFen,
  }))
  return { people: [{ month: '2026-01', dueFen, alsoMonths: others }] }
}

export const payImplausiblyHighExamples: Examples<WageWorld> = {
  rule: payImplausiblyHigh,
  list: [
    ['恰为中位数三倍', '2026-04-20', crew(1_800_000n), 'clear'],
    ['超过三倍为黄', '2026-04-20', crew(1_800_022n), 'yellow'],
    ['不足一万五不问', '2026-04-20', crew(1_500_000n, 100_000n), 'clear'],
    ['人少没有中位数', '2026-04-20', { people: [{ payrollDays: 22, dueFen: 4_000_000n }] }, 'clear'],
    ['只比同工种', '2026-04-20', { people: [...fitters, ...crew(1_600_000n).people] }, 'clear'],
    ['恰好五万不为橙', '2026-04-20', { people: [{ dueFen: 5_000_000n }] }, 'clear'],
    ['超过五万为橙', '2026-04-20', { people: [{ dueFen: 5_000_001n }] }, 'orange'],
    ['两人超过五万仍为橙', '2026-04-20', { people: [{ dueFen: 5_000_001n, count: 2 }] }, 'orange'],
    ['三人超过五万为红', '2026-04-20', { people: [{ dueFen: 5_000_001n, count: 3 }] }, 'red'],
    ['全年恰好三十万', '2026-12-20', year(2_500_000n), 'clear'],
    ['全年超过三十万为红', '2026-12-20', year(2_500_001n), 'red'],
  ],
  clearing: {
    raised: ['2026-04-20', { people: [{ dueFen: 6_000_000n }] }],
    cleared: ['2026-04-22', { people: [{ dueFen: 600_000n }] }],
  },
}
