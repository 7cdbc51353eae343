import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { find, readSample } from '../testing/sheet.ts'

const header = ['序号', '户名', '账号', '金额', '状态', '失败原因', '交易日期', '流水号', '附言']
const card = '6222021202041234569'

function payouts(...rows: readonly (readonly Cell[])[]) {
  return readSample({ lines: [['代发结果'], header, ...rows] })
}

describe('代发结果', () => {
  it('reads what became of each payment', () => {
    const { records, codes } = payouts(
      [1, '张　三', card, '6,150.00', '成功', null, '20260410', '202604100001', '2026年3月工资'],
      [2, '李四', card, 6000, '失败', '账号户名不符', '2026-04-10', '202604100002', '3月工资'],
      [3, '王五', card, '5000', '退票', '账户已销户', '2026-04-12', '202604120001', null],
      [4, '赵六', card, '100', '处理中', null, '2026-04-12', '202604120002', '工资'],
      ['合计', null, null, 17250],
    )
    expect(codes).toEqual([])
    expect(records).toMatchObject([
      {
        sequence: '1',
        accountName: '张三',
        bankCard: card,
        amountFen: 615000n,
        status: 'paid',
        reason: '',
        paidOn: '2026-04-10',
        reference: '202604100001',
        summary: '2026年3月工资',
        month: '2026-03',
      },
      { status: 'failed', reason: '账号户名不符', month: '2026-03' },
      { status: 'returned', paidOn: '2026-04-12', month: null },
      { status: 'pending', month: null },
    ])
  })

  it('takes day and month from above the table where no column has them', () => {
    const lines = [
      ['2026年3月代发工资结果'],
      ['交易日期：2026-04-10', null, '项目名称：滨江一期'],
      ['户名', '账号', '金额', '处理结果'],
      ['张三', card, 100, '交易成功'],
    ]
    expect(readSample({ lines }).records).toMatchObject([{ paidOn: '2026-04-10', month: '2026-03' }])
  })

  it('asks for the day and the status where nothing states them', () => {
    expect(find({ lines: [['代发结果'], ['户名', '账号', '金额', '状态']] })?.asks).toMatchObject([
      { code: 'ask.mapping', data: { missing: ['交易日期'] } },
    ])
    const lines = [['代发明细'], ['户名', '账号', '金额', '交易日期', '流水号']]
    expect(find({ lines, kind: 'bank-payouts' })?.asks).toMatchObject([{ data: { missing: ['状态'] } }])
  })

  it('reads 12月工资 paid in January as that of the year before', () => {
    const { records } = payouts([1, '张三', card, 100, '成功', null, '2026-01-15', 'A1', '12月工资'])
    expect(records).toMatchObject([{ month: '2025-12' }])
  })

  it('refuses a row without day, account or known status, and a negative amount', () => {
    const { records, codes } = payouts(
      [1, '张三', card, 100, '成功', null, null, 'A1', null],
      [2, '李四', null, 100, '成功', null, '2026-04-10', 'A2', null],
      [3, '王五', card, 100, '已受理', null, '2026-04-10', 'A3', null],
      [4, '赵六', card, -100, '成功', null, '2026-04-10', 'A4', null],
    )
    expect(records).toEqual([])
    expect(codes).toEqual([
      'G3 cell.required',
      'C4 cell.required',
      'E5 cell.word-unknown',
      'D6 row.amount-negative',
    ])
  })
})
