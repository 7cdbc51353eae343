import type { Examples } from '../engine/examples.ts'
import { laborCostLate } from './labor-cost-late.rule.ts'
import type { WageWorld } from './testing/world.ts'

type Paid = NonNullable<NonNullable<WageWorld['laborCost']>['paid']>[number]

const march = { on: '2026-03-20', fen: 1_000_000n }
const late = { on: '2026-05-07', fen: 1_000_000n }

/** Works since 10 February; 10,000 yuan a month by the 20th, the first time in March. */
function owner(paid: readonly Paid[], { bankUntil = '2026-12-31', payDay = 20 } = {}): WageWorld {
  const feeds = [{ feed: 'bank' as const, until: '2026-02-01' }]
  return { startsOn: '2026-02-10', laborCost: { payDay, fen: 1_000_000n, paid }, bankUntil, feeds }
}

function share(paid: readonly Paid[]): WageWorld {
  return { ...owner([]), laborCost: { payDay: 20, paid } }
}

export const laborCostLateExamples: Examples<WageWorld> = {
  rule: laborCostLate,
  list: [
    ['到期当日', '2026-04-20', owner([march]), 'clear'],
    ['到期次日一分未拨为黄', '2026-04-21', owner([march]), 'yellow'],
    ['第九日仍为黄', '2026-04-29', owner([march]), 'yellow'],
    ['第十日为橙', '2026-04-30', owner([march]), 'orange'],
    ['第二十九日仍为橙', '2026-05-19', owner([march]), 'orange'],
    ['第三十日为红', '2026-05-20', owner([march]), 'red'],
    ['差百分之一放过', '2026-04-21', owner([march, { on: '2026-04-18', fen: 990_000n }]), 'clear'],
    ['差得更多算未足额', '2026-04-21', owner([march, { on: '2026-04-18', fen: 989_999n }]), 'yellow'],
    ['多拨的抵下一期', '2026-04-30', owner([{ on: '2026-03-20', fen: 2_000_000n }]), 'clear'],
    ['到期日遇休息日顺延', '2026-05-06', owner([march], { payDay: 3 }), 'clear'],
    ['上期迟拨的提前五日提醒', '2026-04-15', owner([{ on: '2026-03-27', fen: 1_000_000n }]), 'notice'],
    ['上期迟拨的提前六日不提醒', '2026-04-14', owner([{ on: '2026-03-27', fen: 1_000_000n }]), 'clear'],
    ['上期按时的不提醒', '2026-04-15', owner([march]), 'clear'],
    [
      '停工的周期不要求',
      '2026-04-30',
      { ...owner([march]), pauses: [{ from: '2026-03-28', until: '2026-04-12' }] },
      'clear',
    ],
    ['只约定比例的看有无进账', '2026-04-21', share([{ on: '2026-03-20', fen: 1n }]), 'yellow'],
    ['只约定比例而有进账', '2026-04-21', share([{ on: '2026-04-10', fen: 1n }]), 'clear'],
    ['对账单止于到期日则无法判断', '2026-04-30', owner([march], { bankUntil: '2026-04-20' }), 'unknown'],
    ['代发结果不说进账', '2026-04-30', owner([march], { bankUntil: '2026-04-20' }), 'unknown'],
    [
      '银行从未来数不要求',
      '2026-04-30',
      { startsOn: '2026-02-10', laborCost: { payDay: 20, fen: 1n } },
      'clear',
    ],
  ],
  clearing: {
    raised: ['2026-04-30', owner([march, late])],
    cleared: ['2026-05-08', owner([march, late])],
  },
}
