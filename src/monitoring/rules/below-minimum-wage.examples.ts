import type { Examples } from '../engine/examples.ts'
import { belowMinimumWage } from './below-minimum-wage.rule.ts'
import type { WageWorld } from './testing/world.ts'

function month(people: NonNullable<WageWorld['people']>): WageWorld {
  return { payrollOn: '2026-04-05', people }
}

export const belowMinimumWageExamples: Examples<WageWorld> = {
  rule: belowMinimumWage,
  list: [
    ['满月恰好等于标准', '2026-04-20', month([{ payrollDays: 26, dueFen: 266_000n }]), 'clear'],
    ['低一分为红（平均也低）', '2026-04-20', month([{ payrollDays: 26, dueFen: 265_999n }]), 'red'],
    [
      '百人中一人低为黄',
      '2026-04-20',
      month([
        { payrollDays: 26, dueFen: 500_000n, count: 99 },
        { payrollDays: 26, dueFen: 200_000n },
      ]),
      'yellow',
    ],
    [
      '恰好百分之五为橙',
      '2026-04-20',
      month([
        { payrollDays: 26, dueFen: 500_000n, count: 19 },
        { payrollDays: 26, dueFen: 200_000n },
      ]),
      'orange',
    ],
    ['半月按天折算', '2026-04-20', month([{ payrollDays: 10, dueFen: 122_299n }]), 'clear'],
    ['半月折算后低一分', '2026-04-20', month([{ payrollDays: 10, dueFen: 122_298n }]), 'red'],
    [
      '加班工资不算在内',
      '2026-04-20',
      month([{ payrollDays: 26, dueFen: 300_000n, overtimeFen: 40_000n }]),
      'red',
    ],
    [
      '规则包没有的地区无法判断',
      '2026-04-20',
      { ...month([{ payrollDays: 26, dueFen: 1n }]), areaCode: '650102' },
      'unknown',
    ],
  ],
  clearing: {
    raised: ['2026-04-20', month([{ payrollDays: 26, dueFen: 200_000n }])],
    cleared: ['2026-04-25', month([{ payrollDays: 26, dueFen: 266_000n }])],
  },
}
