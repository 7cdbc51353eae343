import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { wageUnpaid } from './wage-unpaid.rule.ts'

/** One person owed 5,000.00 yuan on 15 March. */
const owed = { on: '2026-03-13', agreedOn: '2026-03-15', fen: 500_000n }
const spoke = { bankUntil: '2026-12-31' }

/** So many people who were not paid, or a part only, among others who were. */
function many(count: number, others: number, paidFen = 0n): WageWorld {
  const rest =
    others === 0 ? [] : [{ due: { ...owed, paidFen: 500_000n, settledOn: '2026-03-13' }, count: others }]
  return { ...spoke, people: [{ due: { ...owed, paidFen }, count }, ...rest] }
}

function estimated(paidFen: bigint): WageWorld {
  return { ...spoke, people: [{ due: { ...owed, basis: 'accrued', paidFen } }] }
}

/** The statement ends with the pay day. */
const untilPayDay: WageWorld = { bankUntil: '2026-03-13', people: [{ due: owed }] }

/** All is open, and a sum left the account on the pay day of which the bank says nothing more. */
function batch(fen: bigint, receivedOn: string): WageWorld {
  const movements = [{ on: '2026-03-13', fen, kind: 'unexplained' as const, receivedOn }]
  return { ...many(3, 0), account: { openedOn: '2025-01-05', movements } }
}

export const wageUnpaidExamples: Examples<WageWorld> = {
  rule: wageUnpaid,
  list: [
    ['发放日当天不算迟', '2026-03-13', { ...spoke, people: [{ due: owed }] }, 'clear'],
    ['次日起为蓝', '2026-03-14', { ...spoke, people: [{ due: owed }] }, 'notice'],
    ['第二日仍为蓝', '2026-03-15', { ...spoke, people: [{ due: owed }] }, 'notice'],
    ['第三日升黄', '2026-03-16', { ...spoke, people: [{ due: owed }] }, 'yellow'],
    ['第九日仍为黄', '2026-03-22', { ...spoke, people: [{ due: owed }] }, 'yellow'],
    ['第十日升橙', '2026-03-23', { ...spoke, people: [{ due: owed }] }, 'orange'],
    ['第十六日仍为橙', '2026-03-29', { ...spoke, people: [{ due: owed }] }, 'orange'],
    ['第十七日升红', '2026-03-30', { ...spoke, people: [{ due: owed }] }, 'red'],
    ['差一分也是欠', '2026-03-14', { ...spoke, people: [{ due: { ...owed, paidFen: 499_999n } }] }, 'notice'],
    [
      '足额到账则无',
      '2026-03-30',
      { ...spoke, people: [{ due: { ...owed, paidFen: 500_000n, settledOn: '2026-03-13' } }] },
      'clear',
    ],
    ['银行从未来数则无法判断', '2026-03-30', { people: [{ due: owed }] }, 'unknown'],
    ['对账单止于发放日，已说完当天', '2026-03-30', untilPayDay, 'notice'],
    ['银行止于发放日前一日则无法判断', '2026-03-30', { ...untilPayDay, bankUntil: '2026-03-12' }, 'unknown'],
    ['三人未发、不到百分之五仍为蓝', '2026-03-14', many(3, 58), 'notice'],
    ['三人未发、满百分之五为橙', '2026-03-14', many(3, 57), 'orange'],
    ['两人未发不看占比', '2026-03-14', many(2, 0), 'notice'],
    ['各差不到一成不看占比', '2026-03-14', many(3, 0, 450_001n), 'notice'],
    ['各差一成就看占比', '2026-03-14', many(3, 0, 450_000n), 'orange'],
    ['发放日当天不看占比', '2026-03-13', many(3, 0), 'clear'],
    ['整批转出待银行说明的不看占比', '2026-03-16', batch(750_000n, '2026-03-13'), 'yellow'],
    ['整批转出过三个工作日仍未说明', '2026-03-19', batch(750_000n, '2026-03-13'), 'orange'],
    ['转出不到所欠一半的不算', '2026-03-16', batch(749_999n, '2026-03-13'), 'orange'],
    ['按考勤估算，已发八成不算欠', '2026-03-30', estimated(400_000n), 'clear'],
    ['按考勤估算，不到八成算欠', '2026-03-30', estimated(399_999n), 'red'],
    ['只算到银行说到的那天', '2026-03-30', { bankUntil: '2026-03-17', people: [{ due: owed }] }, 'yellow'],
  ],
  clearing: {
    raised: ['2026-03-16', { ...spoke, people: [{ due: owed }] }],
    cleared: [
      '2026-03-20',
      { ...spoke, people: [{ due: { ...owed, paidFen: 500_000n, settledOn: '2026-03-18' } }] },
    ],
  },
}
