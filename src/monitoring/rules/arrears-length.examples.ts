import type { Examples } from '../engine/examples.ts'
import { arrearsLength } from './arrears-length.rule.ts'
import type { WageWorld } from './testing/world.ts'

const owed = { on: '2026-03-13', fen: 500_000n }
const april = { month: '2026-04', due: { on: '2026-05-14', fen: 500_000n } }
const spoke = { bankUntil: '2026-12-31' }

function owes(paid: { paidFen?: bigint; settledOn?: string; basis?: 'accrued' } = {}): WageWorld {
  return { ...spoke, people: [{ due: { ...owed, ...paid } }] }
}

export const arrearsLengthExamples: Examples<WageWorld> = {
  rule: arrearsLength,
  list: [
    ['迟六日', '2026-03-19', owes(), 'clear'],
    ['迟七日为黄', '2026-03-20', owes(), 'yellow'],
    ['恰满一月仍为黄', '2026-04-13', owes(), 'yellow'],
    ['超过一月为橙', '2026-04-14', owes(), 'orange'],
    ['恰满两月仍为橙', '2026-05-13', owes(), 'orange'],
    ['超过两月为红', '2026-05-14', owes(), 'red'],
    ['以最早一笔为准', '2026-05-14', { ...spoke, people: [{ due: owed, alsoMonths: [april] }] }, 'red'],
    ['不足一元的尾差不算', '2026-05-14', owes({ paidFen: 499_901n }), 'clear'],
    ['差一元算', '2026-05-14', owes({ paidFen: 499_900n }), 'red'],
    ['按考勤估算，已发八成不算', '2026-05-14', owes({ basis: 'accrued', paidFen: 400_000n }), 'clear'],
    ['按考勤估算，不到八成算', '2026-05-14', owes({ basis: 'accrued', paidFen: 399_999n }), 'red'],
    ['付清则无', '2026-05-14', owes({ paidFen: 500_000n, settledOn: '2026-05-01' }), 'clear'],
    ['银行从未来数则无法判断', '2026-05-14', { people: [{ due: owed }] }, 'unknown'],
    ['只算到银行说到的那天', '2026-05-14', { bankUntil: '2026-04-01', people: [{ due: owed }] }, 'yellow'],
  ],
  clearing: {
    raised: ['2026-04-14', owes()],
    cleared: ['2026-04-20', owes({ paidFen: 500_000n, settledOn: '2026-04-18' })],
  },
}
