import type { Examples } from '../engine/examples.ts'
import { leaverUnsettled } from './leaver-unsettled.rule.ts'
import type { WageWorld } from './testing/world.ts'

const open = { due: { on: '2026-04-14', fen: 300_000n } }
const lateMarch = { month: '2026-02', due: { on: '2026-03-13', fen: 300_000n } }
const paid = { due: { ...open.due, paidFen: 300_000n, settledOn: '2026-03-18' } }
const back = { on: '2026-03-12', from: '07:00:00', to: '18:00:00' }

function estimated(paidFen: bigint) {
  return { due: { ...open.due, basis: 'accrued' as const, paidFen } }
}

/** Somebody who left on 10 March. */
function left(person: NonNullable<WageWorld['people']>[number]): WageWorld {
  return { bankUntil: '2026-12-31', people: [{ leftOn: '2026-03-10', ...person }] }
}

export const leaverUnsettledExamples: Examples<WageWorld> = {
  rule: leaverUnsettled,
  list: [
    ['离场两日', '2026-03-12', left(open), 'clear'],
    ['离场三日为蓝', '2026-03-13', left(open), 'notice'],
    ['离场六日仍为蓝', '2026-03-16', left(open), 'notice'],
    ['离场七日为黄', '2026-03-17', left(open), 'yellow'],
    ['发放日未到一直为黄', '2026-04-14', left(open), 'yellow'],
    ['发放日后六日仍为黄', '2026-04-20', left(open), 'yellow'],
    ['发放日后七日按离场天数为红', '2026-04-21', left(open), 'red'],
    ['离场十四日、发放日已过七日仍为黄', '2026-03-24', left(lateMarch), 'yellow'],
    ['离场十五日、发放日已过七日为橙', '2026-03-25', left(lateMarch), 'orange'],
    ['离场二十九日仍为橙', '2026-04-08', left(lateMarch), 'orange'],
    ['离场三十日为红', '2026-04-09', left(lateMarch), 'red'],
    ['本人说没收到为红', '2026-03-13', left({ ...open, confirmation: 'not-received' }), 'red'],
    ['按考勤估算，已发八成不算', '2026-04-21', left(estimated(240_000n)), 'clear'],
    ['按考勤估算，不到八成算', '2026-04-21', left(estimated(239_999n)), 'red'],
    ['结清则无', '2026-04-21', left(paid), 'clear'],
    ['离场后又过闸', '2026-04-21', left({ ...open, days: [back] }), 'clear'],
    ['银行从未来数则无法判断', '2026-04-21', { people: [{ leftOn: '2026-03-10', ...open }] }, 'unknown'],
    ['银行止于离场日则无法判断', '2026-04-21', { ...left(open), bankUntil: '2026-03-10' }, 'unknown'],
    ['只算到银行说到的那天', '2026-04-21', { ...left(open), bankUntil: '2026-03-14' }, 'notice'],
  ],
  clearing: { raised: ['2026-03-17', left(open)], cleared: ['2026-03-19', left(paid)] },
}
