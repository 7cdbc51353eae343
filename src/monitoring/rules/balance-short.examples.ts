import type { Examples } from '../engine/examples.ts'
import { balanceShort } from './balance-short.rule.ts'
import type { WageWorld } from './testing/world.ts'

type Person = NonNullable<WageWorld['people']>[number]
type Paid = NonNullable<NonNullable<WageWorld['laborCost']>['paid']>[number]

const due = { on: '2026-04-15', fen: 500_000n }

/** One person to be paid 5,000 yuan on 15 April, and what the bank says is on the account. */
function account(balanceFen: bigint, person: Person = { due }): WageWorld {
  return {
    bankUntil: '2026-04-30',
    account: {
      openedOn: '2025-01-05',
      movements: [{ on: '2026-03-12', fen: 100n, kind: 'fee', balanceFen }],
    },
    people: [person],
  }
}

const topped: WageWorld['account'] = {
  openedOn: '2025-01-05',
  movements: [
    { on: '2026-03-12', fen: 100n, kind: 'fee', balanceFen: 100_000n },
    { on: '2026-04-02', fen: 500_000n, kind: 'labor-cost' },
    { on: '2026-04-03', fen: 100_000n, kind: 'payout' },
  ],
}

/** Half of March is worked, and paid on the last day of it. */
function currentMonth(on: string): WageWorld {
  const half = { month: '2026-03', due: { on: '2026-03-31', fen: 250_000n, basis: 'accrued' as const } }
  return { ...account(on === '2026-03-16' ? 500_000n : 0n, half) }
}

/** Labor cost of 5,000 yuan is agreed for a date of each month; the account is empty. */
function funded(paid: readonly Paid[], payDay = 10): WageWorld {
  const feeds = [{ feed: 'bank' as const, until: '2026-01-15' }]
  const laborCost = { payDay, fen: 500_000n, paid }
  return { ...account(0n), startsOn: '2026-02-05', laborCost, feeds }
}

/** The account of a factory that has not brought its money yet. */
function factory(balanceFen: bigint): WageWorld {
  return { ...account(balanceFen), kind: 'establishment' }
}

/** No sum is agreed; last month money came on the day of the pay day. */
const onPayDay: WageWorld = {
  ...account(0n),
  laborCost: { payDay: 15, paid: [{ on: '2026-03-15', fen: 500_000n }] },
}

/** No sum is agreed; last month money came on the 12th. */
const lastMonth: WageWorld = {
  ...account(0n),
  laborCost: { payDay: 12, paid: [{ on: '2026-03-12', fen: 500_000n }] },
}

export const balanceShortExamples: Examples<WageWorld> = {
  rule: balanceShort,
  list: [
    ['发放日前十六日', '2026-03-30', account(499_999n), 'clear'],
    ['前十五日为蓝', '2026-03-31', account(499_999n), 'notice'],
    ['前十一日仍为蓝', '2026-04-04', account(499_999n), 'notice'],
    ['前十日为黄', '2026-04-05', account(499_999n), 'yellow'],
    ['前六日仍为黄', '2026-04-09', account(499_999n), 'yellow'],
    ['前五日为橙', '2026-04-10', account(499_999n), 'orange'],
    ['前三日仍为橙', '2026-04-12', account(499_999n), 'orange'],
    ['前两日为红', '2026-04-13', account(499_999n), 'red'],
    ['前十一日缺口两成仍为蓝', '2026-04-04', account(400_000n), 'notice'],
    ['前十日缺口两成为橙', '2026-04-05', account(400_000n), 'orange'],
    ['前十日缺口不到两成为黄', '2026-04-05', account(400_001n), 'yellow'],
    ['工厂前十日缺口再大也为黄', '2026-04-05', factory(0n), 'yellow'],
    ['工厂前五日为橙', '2026-04-10', factory(0n), 'orange'],
    [
      '工厂没有登记发薪账户',
      '2026-04-10',
      { kind: 'establishment', bankUntil: '2026-04-30', people: [{ due }] },
      'clear',
    ],
    ['发放日当天才拨付的不计入', '2026-04-10', onPayDay, 'orange'],
    ['余额正好够', '2026-04-13', account(500_000n), 'clear'],
    [
      '已发则无',
      '2026-04-13',
      account(0n, { due: { ...due, paidFen: 500_000n, settledOn: '2026-04-10' } }),
      'clear',
    ],
    ['余额之后的进出也算', '2026-04-13', { ...account(0n), account: topped }, 'clear'],
    [
      '按考勤估算的放过百分之五',
      '2026-04-13',
      account(475_000n, { due: { ...due, basis: 'accrued' } }),
      'clear',
    ],
    ['按考勤估算差得更多', '2026-04-13', account(474_999n, { due: { ...due, basis: 'accrued' } }), 'red'],
    ['当月未完按工作日推算全月', '2026-03-31', currentMonth('2026-03-16'), 'clear'],
    [
      '约定在发放日当天拨付的不计入',
      '2026-04-08',
      { ...funded([{ on: '2026-03-16', fen: 500_000n }], 15) },
      'orange',
    ],
    ['约定在发放日前拨付的计入', '2026-04-08', funded([{ on: '2026-03-10', fen: 500_000n }]), 'clear'],
    ['建设单位已逾期三日不再计入', '2026-04-13', funded([{ on: '2026-03-10', fen: 500_000n }]), 'red'],
    ['建设单位逾期两日仍计入', '2026-04-12', funded([{ on: '2026-03-10', fen: 500_000n }]), 'clear'],
    ['没有约定数额的看上月同期', '2026-04-01', lastMonth, 'clear'],
    ['上月同期已过', '2026-04-13', lastMonth, 'red'],
    [
      '未登记余额则无法判断',
      '2026-04-13',
      { ...account(0n), account: { openedOn: '2025-01-05' } },
      'unknown',
    ],
    ['对账单太旧则无法判断', '2026-04-13', { ...account(0n), bankUntil: '2026-03-08' }, 'unknown'],
    ['没有专户则无法判断', '2026-04-13', { bankUntil: '2026-04-12', people: [{ due }] }, 'unknown'],
  ],
  clearing: { raised: ['2026-04-10', account(499_999n)], cleared: ['2026-04-11', account(500_000n)] },
}
