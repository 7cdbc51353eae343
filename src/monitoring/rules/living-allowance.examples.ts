import type { Examples } from '../engine/examples.ts'
import { livingAllowance } from './living-allowance.rule.ts'
import type { WageWorld } from './testing/world.ts'

type Person = NonNullable<WageWorld['people']>[number]

const flat: Person = { gateDays: 25, accruedFen: 600_000n, paidFen: 150_000n }

/** The nth month of 2026, whose pay day is the 13th of the next. */
function month(number: number, other: Person = {}): Person {
  const name = (at: number) => `2026-${String(at).padStart(2, '0')}`
  return { ...flat, ...other, month: name(number), dueOn: `${name(number + 1)}-13` }
}

function inRow(count: number, other: Person = {}): WageWorld {
  const [first = flat, ...rest] = Array.from({ length: count }, (_, at) => month(at + 1, other))
  return { people: [{ ...first, alsoMonths: rest }] }
}

export const livingAllowanceExamples: Examples<WageWorld> = {
  rule: livingAllowance,
  list: [
    [
      '一个月不成规律',
      '2026-03-20',
      { people: [{ ...flat, month: '2026-01', dueOn: '2026-02-13' }] },
      'clear',
    ],
    ['连续两月为黄', '2026-04-20', inRow(2), 'yellow'],
    ['连续三月为橙', '2026-05-20', inRow(3), 'orange'],
    ['连续四月为红', '2026-06-20', inRow(4), 'red'],
    ['发放日当天不判断', '2026-03-13', inRow(2), 'clear'],
    ['发放日次日判断', '2026-03-14', inRow(2), 'yellow'],
    ['中间隔一月不算连续', '2026-06-20', { people: [{ ...month(1), alsoMonths: [month(3)] }] }, 'clear'],
    ['恰好一千', '2026-04-20', inRow(2, { paidFen: 100_000n }), 'yellow'],
    ['不到一千', '2026-04-20', inRow(2, { paidFen: 90_000n }), 'clear'],
    ['恰好两千', '2026-04-20', inRow(2, { paidFen: 200_000n }), 'yellow'],
    ['超过两千', '2026-04-20', inRow(2, { paidFen: 210_000n }), 'clear'],
    ['不是整数', '2026-04-20', inRow(2, { paidFen: 153_000n }), 'clear'],
    ['应得恰为两倍', '2026-04-20', inRow(2, { accruedFen: 300_000n }), 'yellow'],
    ['应得不到两倍', '2026-04-20', inRow(2, { accruedFen: 299_999n }), 'clear'],
  ],
  clearing: { raised: ['2026-04-20', inRow(2)], cleared: ['2026-04-25', inRow(2, { paidFen: 600_000n })] },
}
