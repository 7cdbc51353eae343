import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { wageUnpaid } from './wage-unpaid.rule.ts'

/** One person owed 5,000.00 yuan on 15 March. */
const owed = { on: '2026-03-13', agreedOn: '2026-03-15', fen: 500_000n }
const spoke = { bankUntil: '2026-12-31' }

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
    [
      '银行数据止于发放日则无法判断',
      '2026-03-30',
      { bankUntil: '2026-03-13', people: [{ due: owed }] },
      'unknown',
    ],
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
