import type { Examples } from '../engine/examples.ts'
import { accountOutflow } from './account-outflow.rule.ts'
import type { WageWorld } from './testing/world.ts'

type Movement = NonNullable<NonNullable<WageWorld['account']>['movements']>[number]

const leaves = { on: '2026-04-20', fen: 500_000n }
const results = [
  { on: '2026-04-21', fen: 300_000n },
  { on: '2026-04-21', fen: 200_000n },
]

function booked(movement: Partial<Movement> & Pick<Movement, 'kind'>, ...more: Movement[]): WageWorld {
  return { account: { openedOn: '2026-01-05', movements: [{ ...leaves, ...movement }, ...more] } }
}

const returned = booked(
  { kind: 'stranger', name: '某公司', account: '乙' },
  { on: '2026-04-24', fen: 500_000n, kind: 'labor-cost', name: '某公司', account: '乙' },
)

function surplus(completedOn: string): WageWorld {
  return { ...booked({ kind: 'stranger', name: '总包公司' }), completedOn }
}

export const accountOutflowExamples: Examples<WageWorld> = {
  rule: accountOutflow,
  list: [
    ['代发给工人', '2026-04-20', booked({ kind: 'payout' }), 'clear'],
    ['手续费', '2026-04-20', booked({ kind: 'fee' }), 'clear'],
    ['付给外人当日为红', '2026-04-20', booked({ kind: 'stranger', name: '某公司' }), 'red'],
    ['明日才到的流水不算', '2026-04-19', booked({ kind: 'stranger', name: '某公司' }), 'clear'],
    [
      '收款人后来在花名册上',
      '2026-04-20',
      { ...booked({ kind: 'stranger', account: '甲' }), people: [{ card: '甲' }] },
      'clear',
    ],
    ['退回专户则无', '2026-04-25', returned, 'clear'],
    ['退回之前为红', '2026-04-22', returned, 'red'],
    ['完工满三十日余额归总包', '2026-04-20', surplus('2026-03-21'), 'clear'],
    ['完工不满三十日不可转出', '2026-04-20', surplus('2026-03-22'), 'red'],
    ['不明批量第三个工作日内无法判断', '2026-04-23', booked({ kind: 'unexplained' }), 'unknown'],
    ['不明批量三个工作日后为橙', '2026-04-24', booked({ kind: 'unexplained' }), 'orange'],
    [
      '批量等于工资表',
      '2026-04-24',
      { ...booked({ kind: 'unexplained' }), payrollOn: '2026-04-22', payroll: { netFen: 500_000n } },
      'clear',
    ],
    [
      '批量等于代发结果',
      '2026-04-24',
      { ...booked({ kind: 'unexplained' }), namelessPayouts: results },
      'clear',
    ],
    ['工厂没有专户', '2026-04-20', { kind: 'establishment', ...booked({ kind: 'stranger' }) }, 'clear'],
  ],
  clearing: { raised: ['2026-04-22', returned], cleared: ['2026-04-25', returned] },
}
