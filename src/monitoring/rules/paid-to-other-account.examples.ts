import type { Examples } from '../engine/examples.ts'
import { paidToOtherAccount } from './paid-to-other-account.rule.ts'
import type { WageWorld } from './testing/world.ts'

const wage = { dueFen: 500_000n, paidFen: 500_000n }

/** Somebody whose own account is 甲, paid on 14 April. */
function paid(to: { card: string; payee: string }): WageWorld {
  const isOther = to.card !== '甲'
  const payout = { on: '2026-04-14', fen: 500_000n, ...to }
  return { people: [{ ...wage, card: '甲', payout, ...(isOther ? { otherAccountFen: 500_000n } : {}) }] }
}

/** Two people who gave the same account, of which the bank names no holder. */
function shared(one: string, other: string): WageWorld {
  const payout = { on: '2026-04-14', fen: 500_000n, card: '丙', payee: '' }
  return { people: [one, other].map((name) => ({ ...wage, name, card: '丙', payout })) }
}

export const paidToOtherAccountExamples: Examples<WageWorld> = {
  rule: paidToOtherAccount,
  list: [
    ['付至本人账户', '2026-04-20', paid({ card: '甲', payee: '小张' }), 'clear'],
    ['付至他人账户为红', '2026-04-20', paid({ card: '乙', payee: '老李' }), 'red'],
    ['户名为本人的新卡不算', '2026-04-20', paid({ card: '乙', payee: '小张' }), 'clear'],
    ['银行未给户名为黄', '2026-04-20', paid({ card: '乙', payee: '' }), 'yellow'],
    ['银行遮住户名为黄', '2026-04-20', paid({ card: '乙', payee: '小*' }), 'yellow'],
    ['几人共用一卡为红', '2026-04-20', shared('小王', '小赵'), 'red'],
    ['同名同卡是同一人', '2026-04-20', shared('小王', '小王'), 'clear'],
    ['明日才付的不算', '2026-04-13', paid({ card: '乙', payee: '老李' }), 'clear'],
  ],
  clearing: {
    raised: ['2026-04-20', paid({ card: '乙', payee: '老李' })],
    cleared: ['2026-04-25', paid({ card: '甲', payee: '小张' })],
  },
}
