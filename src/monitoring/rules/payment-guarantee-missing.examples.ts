import type { Examples } from '../engine/examples.ts'
import { paymentGuaranteeMissing } from './payment-guarantee-missing.rule.ts'
import type { WageWorld } from './testing/world.ts'

const registered = { registeredOn: '2026-03-01' }
const started = { ...registered, startsOn: '2026-03-10' }

export const paymentGuaranteeMissingExamples: Examples<WageWorld> = {
  rule: paymentGuaranteeMissing,
  list: [
    ['登记当日为黄', '2026-03-01', registered, 'yellow'],
    ['第二十九日仍为黄', '2026-03-30', registered, 'yellow'],
    ['第三十日为橙', '2026-03-31', registered, 'orange'],
    ['开工前一日仍为黄', '2026-03-09', { ...registered, startsOn: '2026-03-10' }, 'yellow'],
    ['开工当日为红', '2026-03-10', { ...registered, startsOn: '2026-03-10' }, 'red'],
    ['登记之前不判断', '2026-02-28', registered, 'clear'],
    ['已提供', '2026-03-31', { ...registered, guarantee: { givenOn: '2026-03-05' } }, 'clear'],
    ['担保期内', '2026-05-31', { ...started, guarantee: { expiresOn: '2026-05-31' } }, 'clear'],
    ['担保到期次日为红', '2026-06-01', { ...started, guarantee: { expiresOn: '2026-05-31' } }, 'red'],
    ['已完工', '2026-03-31', { ...started, completedOn: '2026-03-20' }, 'clear'],
    ['工厂不适用', '2026-03-31', { kind: 'establishment', ...registered }, 'clear'],
  ],
  clearing: {
    raised: ['2026-03-31', registered],
    cleared: ['2026-04-02', { ...registered, guarantee: { givenOn: '2026-04-01' } }],
  },
}
