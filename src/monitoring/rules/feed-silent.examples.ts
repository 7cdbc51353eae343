import type { Examples } from '../engine/examples.ts'
import { feedSilent } from './feed-silent.rule.ts'
import type { WageWorld } from './testing/world.ts'

const site: WageWorld = { startsOn: '2026-02-01', people: [{ enteredOn: '2026-02-01' }] }
const sheet = { feed: 'attendance-sheet' as const, until: '2026-02-28' }

function gate(until: string) {
  return { feed: 'gate' as const, until, receivedOn: until }
}

/** Its gate was heard every day of March until the 20th. */
const daily: WageWorld = {
  ...site,
  feeds: Array.from({ length: 20 }, (_, at) => gate(`2026-03-${String(at + 1).padStart(2, '0')}`)),
}

const weekly: WageWorld = {
  ...site,
  feeds: ['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25', '2026-04-01'].map(gate),
}

function bank(until: string): WageWorld {
  return { ...daily, bankUntil: until, account: { openedOn: '2026-01-05' } }
}

/** Works for a year, and came to be registered on 20 March; its gate and its bank were never heard. */
const fresh: WageWorld = {
  registeredOn: '2026-03-20',
  startsOn: '2025-03-01',
  device: 'gate',
  account: { openedOn: '2025-02-01' },
  people: [{ enteredOn: '2025-03-01' }],
}

export const feedSilentExamples: Examples<WageWorld> = {
  rule: feedSilent,
  list: [
    ['昨日才报', '2026-03-21', daily, 'clear'],
    ['两日未报为蓝', '2026-03-22', daily, 'notice'],
    ['三日未报为黄', '2026-03-23', daily, 'yellow'],
    ['六日未报仍为黄', '2026-03-26', daily, 'yellow'],
    ['七日未报为橙', '2026-03-27', daily, 'orange'],
    ['十四日未报仍为橙', '2026-04-03', daily, 'orange'],
    ['十五日未报，清明三日不计，仍为橙', '2026-04-06', daily, 'orange'],
    ['扣除清明满十五日为红', '2026-04-07', daily, 'red'],
    [
      '确认停工不计',
      '2026-04-03',
      { ...daily, pauses: [{ from: '2026-03-20', until: '2026-04-02' }] },
      'clear',
    ],
    ['每周上报的满七日不算，清明不计', '2026-04-11', weekly, 'clear'],
    ['每周上报的第八日为蓝，清明不计', '2026-04-12', weekly, 'notice'],
    ['节奏未知先按每周', '2026-03-26', { ...site, feeds: [gate('2026-03-20')] }, 'clear'],
    ['只有考勤表的月后十日内不算', '2026-04-10', { ...site, feeds: [sheet] }, 'clear'],
    ['只有考勤表的逾期', '2026-04-14', { ...site, feeds: [sheet] }, 'yellow'],
    [
      '人都走了不算',
      '2026-06-30',
      { ...daily, people: [{ enteredOn: '2026-02-01', leftOn: '2026-03-20' }] },
      'clear',
    ],
    ['人还在册就算', '2026-06-30', daily, 'red'],
    ['已完工', '2026-04-07', { ...daily, completedOn: '2026-03-20' }, 'clear'],
    ['对账单中断三十七日', '2026-03-21', bank('2026-02-12'), 'clear'],
    ['对账单中断三十八日为黄', '2026-03-21', bank('2026-02-11'), 'yellow'],
    ['对账单中断四十四日仍为黄', '2026-03-21', bank('2026-02-05'), 'yellow'],
    ['对账单中断四十五日为橙', '2026-03-21', bank('2026-02-04'), 'orange'],
    ['登记之前不算中断，登记后先按每周', '2026-03-27', fresh, 'clear'],
    ['登记后满八日从未上报为蓝', '2026-03-28', fresh, 'notice'],
    ['登记后对账单满三十八日未到', '2026-04-27', { ...fresh, device: 'sheet' }, 'yellow'],
  ],
  clearing: {
    raised: ['2026-03-27', daily],
    cleared: ['2026-03-28', { ...daily, feeds: [...(daily.feeds ?? []), gate('2026-03-28')] }],
  },
}
