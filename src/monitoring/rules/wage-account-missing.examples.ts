import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { wageAccountMissing } from './wage-account-missing.rule.ts'

export const wageAccountMissingExamples: Examples<WageWorld> = {
  rule: wageAccountMissing,
  list: [
    ['第三十日届满当天', '2026-03-31', { contractSignedOn: '2026-03-01' }, 'clear'],
    ['届满次日为黄', '2026-04-01', { contractSignedOn: '2026-03-01' }, 'yellow'],
    ['届满日遇假日顺延', '2026-04-06', { contractSignedOn: '2026-03-05' }, 'clear'],
    ['已开工为橙', '2026-04-01', { contractSignedOn: '2026-03-01', startsOn: '2026-04-01' }, 'orange'],
    ['明日才开工仍为黄', '2026-04-01', { contractSignedOn: '2026-03-01', startsOn: '2026-04-02' }, 'yellow'],
    [
      '首个发放日当天仍为橙',
      '2026-04-15',
      {
        contractSignedOn: '2026-02-01',
        startsOn: '2026-03-01',
        people: [{ due: { on: '2026-04-15', fen: 1n } }],
      },
      'orange',
    ],
    [
      '首个发放日已过为红',
      '2026-04-16',
      {
        contractSignedOn: '2026-02-01',
        startsOn: '2026-03-01',
        people: [{ due: { on: '2026-04-15', fen: 1n } }],
      },
      'red',
    ],
    [
      '已开户未签三方协议仍命中',
      '2026-04-01',
      { contractSignedOn: '2026-03-01', account: { openedOn: '2026-03-10' } },
      'yellow',
    ],
    [
      '已开户并签协议',
      '2026-04-01',
      { contractSignedOn: '2026-03-01', account: { openedOn: '2026-03-10', agreementOn: '2026-03-10' } },
      'clear',
    ],
    ['工厂不适用', '2026-04-01', { kind: 'establishment', contractSignedOn: '2025-03-01' }, 'clear'],
  ],
  clearing: {
    raised: ['2026-04-01', { contractSignedOn: '2026-03-01' }],
    cleared: [
      '2026-04-10',
      { contractSignedOn: '2026-03-01', account: { openedOn: '2026-04-08', agreementOn: '2026-04-08' } },
    ],
  },
}
