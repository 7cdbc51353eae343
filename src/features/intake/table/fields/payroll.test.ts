import { describe, expect, it } from 'vitest'
import { month } from '../../../../law/day.ts'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { idNumberOf, merge, readSample } from '../testing/sheet.ts'

const header = ['姓名', '身份证号', '出勤天数', '应发工资', '扣款', '借支', '实发工资']

function payroll(titles: readonly Cell[], ...rows: readonly (readonly Cell[])[]) {
  return readSample({ lines: [titles, ...rows], kind: 'payroll', month: month('2026-03') })
}

describe('工资支付表', () => {
  it('reads a printed sheet with all its dirt', () => {
    const lines = [
      ['滨江一期安置房项目2026年3月农民工工资支付表'],
      ['编制单位：某某劳务有限公司', null, null, null, '编号：2026-03-A', null, '单位：元'],
      [
        '序号',
        '姓名',
        '身份证号码',
        '出勤\n天数',
        '工资标\n准（元/天）',
        '应发工资（元）',
        '扣款',
        null,
        '实发工资',
        '领款人签字',
        '银行卡号',
        '备注',
      ],
      [null, null, null, null, null, null, '社保', '借支'],
      [1, '张　三', idNumberOf(1), 22.5, 300, 6750, 100, 500, 6150, null, '6222021202041234569', '组长'],
      [
        2,
        '李四',
        idNumberOf(2).toLowerCase(),
        '20天',
        '300元/天',
        '6,000.00',
        null,
        '-',
        '￥6,000.00',
        '李四',
      ],
      [],
      ['合计', null, null, 42.5, null, 12750, 100, 500, 12150],
      ['制表人：赵六', null, null, '审核：', null, null, '劳资专管员签字：'],
    ]
    const merges = [merge(1, 0, 1, 11), merge(3, 6, 3, 7), merge(3, 0, 4, 0), merge(3, 1, 4, 1)]
    const { records, codes, table } = readSample({ lines, merges })
    expect(codes).toEqual([])
    expect(table.preamble).toMatchObject({ employingUnit: '某某劳务有限公司', sheetNumber: '2026-03-A' })
    expect(records).toHaveLength(2)
    expect(records[0]).toMatchObject({
      name: '张三',
      idNumber: idNumberOf(1),
      month: '2026-03',
      daysWorked: 2250,
      rateFen: 30000n,
      rateKind: 'day',
      dueFen: 675000n,
      deductionFen: 10000n,
      deductions: [{ title: '社保', fen: 10000n }],
      advanceFen: 50000n,
      netFen: 615000n,
      signed: false,
      bankCard: '6222021202041234569',
      remark: '组长',
    })
    expect(records[1]).toMatchObject({
      idNumber: idNumberOf(2),
      netFen: 600000n,
      signed: true,
      bankCard: null,
    })
  })

  it('says nothing of signatures where the sheet has no column for them', () => {
    const { records } = payroll(header, ['张三', null, 1, 100, null, null, 100])
    expect(records).toMatchObject([{ signed: null, deductionFen: 0n, advanceFen: 0n }])
  })

  it('takes the month of each row where there is a column for it', () => {
    const titles = ['姓名', '工资月份', '应发工资']
    const { records, codes } = payroll(
      titles,
      ['张三', '2026年2月', 100],
      ['李四', null, 200],
      ['王五', '2月', 300],
    )
    expect(records.map((record) => record['month'])).toEqual(['2026-02', '2026-03'])
    expect(codes).toEqual(['B4 cell.month-without-year'])
  })

  it('computes the net where the sheet has none', () => {
    const { records } = payroll(['姓名', '应发', '个税', '借支'], ['张三', 5000, 20.5, 1000])
    expect(records).toMatchObject([{ netFen: 397950n, deductionFen: 2050n, advanceFen: 100000n }])
  })

  it('takes the pay day from above the table', () => {
    const lines = [['2026年3月工资表'], ['发放日期：2026-04-10'], ['姓名', '应发工资'], ['张三', 100]]
    expect(readSample({ lines }).records).toMatchObject([{ paidOn: '2026-04-10' }])
  })

  it('spreads a crew that is merged over its members, and takes it from a line of its own', () => {
    const titles = ['班组', '姓名', '应发工资']
    const rows = [
      ['木工班', '张三', 100],
      [null, '李四', 200],
      [null, '王五', 300],
      ['钢筋班', '赵六', 400],
    ]
    const lines = [['2026年3月工资表'], titles, ...rows]
    const spread = readSample({ lines, merges: [merge(1, 0, 1, 2), merge(3, 0, 4, 0)] })
    expect(spread.records.map((record) => record['crew'])).toEqual(['木工班', '木工班', null, '钢筋班'])
    const headed = payroll(
      ['姓名', '应发工资'],
      ['一、木工班组'],
      ['张三', 100],
      ['班组：钢筋班'],
      ['李四', 200],
    )
    expect(headed.records.map((record) => record['crew'])).toEqual(['木工班组', '钢筋班'])
  })
})

describe('勾稽', () => {
  it('warns of a line that does not add up, and keeps it as it stands', () => {
    const { records, issues } = payroll(header, ['张三', null, 20, 6000, 100, 500, 5000])
    expect(records).toMatchObject([{ dueFen: 600000n, netFen: 500000n }])
    expect(issues).toMatchObject([
      {
        code: 'row.net-differs',
        severity: 'warning',
        column: 'G',
        title: '实发工资',
        data: {
          sheet: '表1',
          row: 2,
          due: '6,000.00',
          deductions: '600.00',
          net: '5,000.00',
          difference: '-400.00',
        },
      },
    ])
  })

  it.each([
    [
      'counts advances among the deductions',
      [6000, 600, 500, 5400],
      { deductionFen: 10000n, netFen: 540000n },
    ],
    ['has deductions and advances apart', [6000, 100, 500, 5400], { deductionFen: 10000n, netFen: 540000n }],
  ])('understands a sheet that %s', (_, [due, deduction, advance, net], sums) => {
    const { records, codes } = payroll(header, [
      '张三',
      null,
      20,
      due ?? 0,
      deduction ?? 0,
      advance ?? 0,
      net ?? 0,
    ])
    expect(codes).toEqual([])
    expect(records).toMatchObject([{ advanceFen: 50000n, ...sums }])
  })

  it('adds to 实发 what the sheet says is not yet paid, so that arrears are not lost', () => {
    const titles = ['姓名', '应发工资', '实发工资', '未发（元）']
    const { records, codes } = payroll(titles, ['张三', 6000, 4000, 2000], ['李四', 5000, 5000, 0])
    expect(codes).toEqual([])
    expect(records).toMatchObject([
      { dueFen: 600000n, netFen: 600000n, unpaidFen: 200000n },
      { netFen: 500000n, unpaidFen: 0n },
    ])
  })

  it('takes overtime into the wage due where the sheet counts it beside, and says so', () => {
    const titles = ['姓名', '应发工资', '加班工资', '实发工资']
    const { records, codes } = payroll(titles, ['张三', 6000, 500, 6500], ['李四', 6000, 500, 6000])
    expect(records).toMatchObject([
      { dueFen: 650000n, overtimeFen: 50000n, netFen: 650000n },
      { dueFen: 600000n, overtimeFen: 50000n, netFen: 600000n },
    ])
    expect(codes).toEqual(['B2 row.overtime-outside-due'])
  })

  it('adds up single deductions and doubts a total that differs from them', () => {
    const titles = ['姓名', '应发工资', '养老保险', '个税', '扣伙食费', '扣款合计', '实发工资']
    const { records, codes } = payroll(
      titles,
      ['张三', 6000, 100, 20, 80, 200, 5800],
      ['李四', 6000, 100, 20, 80, 300, 5700],
    )
    expect(records[0]).toMatchObject({
      deductionFen: 20000n,
      deductions: [
        { title: '养老保险', fen: 10000n },
        { title: '个税', fen: 2000n },
        { title: '扣伙食费', fen: 8000n },
      ],
    })
    expect(codes).toEqual(['F3 row.deductions-differ'])
  })

  it('warns of more days than the month has', () => {
    const { records, codes } = payroll(['姓名', '出勤天数', '应发工资'], ['张三', 31, 100], ['李四', 32, 100])
    expect(records).toHaveLength(2)
    expect(codes).toEqual(['B3 row.days-over-month'])
  })

  it('refuses a negative sum', () => {
    const { records, codes } = payroll(
      header,
      ['张三', null, 1, -100, null, null, -100],
      ['李四', null, 1, 100, 300, null, null],
    )
    expect(records).toEqual([])
    expect(codes).toEqual(['D2 row.sum-negative', 'G3 row.sum-negative'])
  })

  it('refuses a row for each cell that cannot be read, at its place', () => {
    const { records, codes } = payroll(
      header,
      ['张三', 330106198501010000, '二十', '五千', null, null, null],
      ['', idNumberOf(1), 20, 5000],
      ['李四', null, 20, { error: '#REF!' }],
    )
    expect(records).toEqual([])
    expect(codes).toEqual([
      'B2 cell.id-number-damaged',
      'C2 cell.days-unreadable',
      'D2 cell.money-unreadable',
      'A3 cell.required',
      'D4 cell.error-value',
    ])
  })
})
