import type { Examples } from '../engine/examples.ts'
import { payrollMissing } from './payroll-missing.rule.ts'
import type { WageWorld } from './testing/world.ts'

const crew = { gateDays: 20, count: 3 }

/** People who are paid on the 15th of the next month. */
function worked(person: NonNullable<WageWorld['people']>[number]): WageWorld {
  return { payDay: 15, people: [person] }
}

export const payrollMissingExamples: Examples<WageWorld> = {
  rule: payrollMissing,
  list: [
    ['发放日前六日', '2026-04-09', worked(crew), 'clear'],
    ['发放日前五日为黄', '2026-04-10', worked(crew), 'yellow'],
    ['发放日前一日仍为黄', '2026-04-14', worked(crew), 'yellow'],
    ['发放日当天为橙', '2026-04-15', worked(crew), 'orange'],
    ['约定日遇假日提前', '2026-04-03', { payDay: 5, people: [crew] }, 'orange'],
    ['当月未完不判断', '2026-03-31', { payDay: 5, people: [crew] }, 'clear'],
    ['工资表已报', '2026-04-15', { ...worked(crew), payrollOn: '2026-04-10' }, 'clear'],
    ['单位里有人在表', '2026-04-15', { payDay: 15, people: [crew, { gateDays: 3, dueFen: 1n }] }, 'clear'],
    ['银行已发只是表迟', '2026-04-15', worked({ ...crew, paidFen: 1n }), 'clear'],
    ['只来过四天', '2026-04-15', worked({ gateDays: 2, count: 2 }), 'clear'],
    ['没有约定日的次月底为发放日', '2026-04-25', { people: [crew] }, 'yellow'],
    ['以本人应发日为准', '2026-04-20', { payDay: 15, people: [{ ...crew, dueOn: '2026-04-30' }] }, 'clear'],
  ],
  clearing: {
    raised: ['2026-04-10', worked(crew)],
    cleared: ['2026-04-12', { ...worked(crew), payrollOn: '2026-04-12' }],
  },
}
