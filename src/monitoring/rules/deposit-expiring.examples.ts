import type { Examples } from '../engine/examples.ts'
import { depositExpiring } from './deposit-expiring.rule.ts'
import type { WageWorld } from './testing/world.ts'

function guarantee(expiresOn = '2026-05-31'): WageWorld {
  return { deposit: { form: 'bank-guarantee', storedOn: '2025-06-01', expiresOn } }
}

export const depositExpiringExamples: Examples<WageWorld> = {
  rule: depositExpiring,
  list: [
    ['到期前六十一日', '2026-03-31', guarantee(), 'clear'],
    ['到期前六十日为蓝', '2026-04-01', guarantee(), 'notice'],
    ['到期前三十一日仍为蓝', '2026-04-30', guarantee(), 'notice'],
    ['到期前三十日为黄', '2026-05-01', guarantee(), 'yellow'],
    ['到期前八日仍为黄', '2026-05-23', guarantee(), 'yellow'],
    ['到期前七日为橙', '2026-05-24', guarantee(), 'orange'],
    ['到期当日仍为橙', '2026-05-31', guarantee(), 'orange'],
    ['到期次日为红', '2026-06-01', guarantee(), 'red'],
    ['已完工', '2026-06-01', { ...guarantee(), completedOn: '2026-05-20' }, 'clear'],
    ['现金不到期', '2026-06-01', { deposit: { form: 'cash', storedOn: '2026-01-10' } }, 'clear'],
  ],
  clearing: { raised: ['2026-05-24', guarantee()], cleared: ['2026-05-26', guarantee('2027-05-31')] },
}
