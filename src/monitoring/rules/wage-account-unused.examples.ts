import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { wageAccountUnused } from './wage-account-unused.rule.ts'

const worked = { gateDays: 22, accruedFen: 500_000n, dueOn: '2026-04-15' }

function march(people: NonNullable<WageWorld['people']>, bankUntil = '2026-12-31'): WageWorld {
  return { bankUntil, people }
}

export const wageAccountUnusedExamples: Examples<WageWorld> = {
  rule: wageAccountUnused,
  list: [
    ['次月最后一天不判断', '2026-04-30', march([worked]), 'clear'],
    ['次月过完仍无人领到为橙', '2026-05-01', march([worked]), 'orange'],
    ['再次月最后一天仍为橙', '2026-05-31', march([worked]), 'orange'],
    ['再次月过完为红', '2026-06-01', march([worked]), 'red'],
    ['有一人领到则无', '2026-06-01', march([worked, { ...worked, paidFen: 1n }]), 'clear'],
    ['工资表列零元则无', '2026-06-01', march([{ gateDays: 2, dueFen: 300_000n, netFen: 0n }]), 'clear'],
    ['发放日未到则无', '2026-06-01', march([{ ...worked, dueOn: '2026-07-15' }]), 'clear'],
    ['银行从未来数则无法判断', '2026-06-01', { people: [worked] }, 'unknown'],
    ['银行只说到次月二十九日则无法判断', '2026-06-01', march([worked], '2026-04-29'), 'unknown'],
    ['只算到银行说到的那天', '2026-06-15', march([worked], '2026-05-20'), 'orange'],
    ['工厂没有专户', '2026-06-01', { kind: 'establishment', ...march([worked]) }, 'clear'],
  ],
  clearing: {
    raised: ['2026-05-01', march([worked])],
    cleared: ['2026-05-08', march([{ ...worked, paidFen: 500_000n }])],
  },
}
