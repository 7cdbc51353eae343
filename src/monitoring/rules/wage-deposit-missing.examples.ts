import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { wageDepositMissing } from './wage-deposit-missing.rule.ts'

export const wageDepositMissingExamples: Examples<WageWorld> = {
  rule: wageDepositMissing,
  list: [
    ['第九个工作日', '2026-03-13', { permitOn: '2026-03-02' }, 'clear'],
    ['第十个工作日为黄', '2026-03-16', { permitOn: '2026-03-02' }, 'yellow'],
    ['第二十个工作日当天仍为黄', '2026-03-30', { permitOn: '2026-03-02' }, 'yellow'],
    ['次日为红', '2026-03-31', { permitOn: '2026-03-02' }, 'red'],
    ['无需许可的自签订起算', '2026-03-31', { contractSignedOn: '2026-03-02', startsOn: '2026-03-31' }, 'red'],
    [
      '未开工又没有许可的无法判断',
      '2026-03-31',
      { contractSignedOn: '2026-03-02', startsOn: '2026-04-01' },
      'unknown',
    ],
    ['没有开工日期又没有许可的无法判断', '2026-03-31', { contractSignedOn: '2026-03-02' }, 'unknown'],
    ['春节计日：二十个工作日至三月十六', '2026-03-16', { permitOn: '2026-02-10' }, 'yellow'],
    ['春节计日：三月十七为红', '2026-03-17', { permitOn: '2026-02-10' }, 'red'],
    [
      '已存储',
      '2026-03-31',
      { permitOn: '2026-03-02', deposit: { form: 'cash', storedOn: '2026-03-20' } },
      'clear',
    ],
    ['免缴', '2026-03-31', { permitOn: '2026-03-02', deposit: { form: 'exempt' } }, 'clear'],
  ],
  clearing: {
    raised: ['2026-03-31', { permitOn: '2026-03-02' }],
    cleared: ['2026-04-10', { permitOn: '2026-03-02', deposit: { form: 'cash', storedOn: '2026-04-08' } }],
  },
}
