import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { worksUnenrolled } from './works-unenrolled.rule.ts'

const enrolled = { gateDays: 20 }
const stranger = { gateDays: 20, enrolled: false }
const signed = { gateDays: 20, contractSignedOn: '2026-03-01' }

function site(people: NonNullable<WageWorld['people']>, others = 30): WageWorld {
  return { people: [{ ...enrolled, count: others }, ...people] }
}

export const worksUnenrolledExamples: Examples<WageWorld> = {
  rule: worksUnenrolled,
  list: [
    ['人人登记', '2026-04-10', site([]), 'clear'],
    ['一人未登记为黄', '2026-04-10', site([stranger]), 'yellow'],
    ['只来两天放过', '2026-04-10', site([{ ...stranger, gateDays: 2 }]), 'clear'],
    ['三天算上岗', '2026-04-10', site([{ ...stranger, gateDays: 3 }]), 'yellow'],
    ['两人不论占比', '2026-04-10', site([{ ...stranger, count: 2 }], 10), 'yellow'],
    ['三人不到百分之五仍为黄', '2026-04-10', site([{ ...stranger, count: 3 }], 58), 'yellow'],
    ['三人恰好百分之五为橙', '2026-04-10', site([{ ...stranger, count: 3 }], 57), 'orange'],
    ['三人不到百分之二十仍为橙', '2026-04-10', site([{ ...stranger, count: 3 }], 13), 'orange'],
    ['三人恰好百分之二十为红', '2026-04-10', site([{ ...stranger, count: 3 }], 12), 'red'],
    ['未登记者不满十六岁为红', '2026-04-10', site([{ ...stranger, bornOn: '2010-04-11' }]), 'red'],
    ['满十六岁只按未登记', '2026-04-10', site([{ ...stranger, bornOn: '2010-04-10' }]), 'yellow'],
    ['多数人有合同而此人没有', '2026-04-10', { people: [{ ...signed, count: 3 }, enrolled] }, 'yellow'],
    ['多数人没报合同则不比', '2026-04-10', { people: [signed, { ...enrolled, count: 3 }] }, 'clear'],
    ['前月的出勤不看', '2026-05-10', site([stranger]), 'clear'],
    ['工厂不适用', '2026-04-10', { kind: 'establishment', ...site([stranger]) }, 'clear'],
  ],
  clearing: {
    raised: ['2026-04-10', site([stranger])],
    cleared: ['2026-04-12', site([{ ...stranger, enrolled: true }])],
  },
}
