import type { Examples } from '../engine/examples.ts'
import type { WageWorld } from './testing/world.ts'
import { underageWorker } from './underage-worker.rule.ts'

const child = { bornOn: '2010-04-11', enteredOn: '2026-03-02' }

function born(bornOn: string): WageWorld {
  return { people: [{ bornOn, enteredOn: '2026-03-02' }] }
}

export const underageWorkerExamples: Examples<WageWorld> = {
  rule: underageWorker,
  list: [
    ['满十八周岁', '2026-04-10', born('2008-04-10'), 'clear'],
    ['差一日满十八为蓝', '2026-04-10', born('2008-04-11'), 'notice'],
    ['满十六周岁当日为蓝', '2026-04-10', born('2010-04-10'), 'notice'],
    ['差一日满十六为红', '2026-04-10', born('2010-04-11'), 'red'],
    ['未进场不判断', '2026-03-01', born('2010-04-11'), 'clear'],
    ['离场次日消除', '2026-04-10', { people: [{ ...child, leftOn: '2026-04-09' }] }, 'clear'],
    ['离场当日仍在', '2026-04-09', { people: [{ ...child, leftOn: '2026-04-09' }] }, 'red'],
    ['出生日期不明不判断', '2026-04-10', { people: [{ enteredOn: '2026-03-02' }] }, 'clear'],
  ],
  clearing: { raised: ['2026-04-10', born('2010-04-11')], cleared: ['2026-04-10', born('2000-04-11')] },
}
