import { describe, expect, it } from 'vitest'
import { month } from '../../../law/day.ts'
import { fieldTitle } from './asks.ts'
import { tableDefinition } from './fields.ts'
import { find, idNumberOf, merge } from './testing/sheet.ts'

const person = ['张三', idNumberOf(1)]
const days = Array.from({ length: 31 }, (_, at) => at + 1)

function columnsOf(...sample: Parameters<typeof find>): Record<string, number> {
  return Object.fromEntries(find(...sample)?.columns ?? [])
}

describe('认表', () => {
  it.each([
    [
      'worksite-register',
      ['项目编码', '项目名称', '行业', '行政区划', '建设单位', '施工总承包单位', '合同价'],
    ],
    ['roster', ['姓名', '身份证号', '工种', '进场时间']],
    [
      'attendance-punches',
      ['工人名字', '工人身份证', '考勤时间（yyyy-mm-dd hh:mm:ss）', '进出方向（进/出）'],
    ],
    ['attendance-grid', ['姓名', '身份证号', ...days, '出勤天数']],
    ['payroll', ['姓名', '身份证号', '出勤天数', '应发工资', '实发工资', '签字']],
    ['bank-payouts', ['序号', '户名', '账号', '金额', '状态', '失败原因', '交易日期']],
  ])('recognizes a %s by its columns alone', (kind, header) => {
    const table = find({ lines: [header], month: month('2026-03') })
    expect([table?.kind, table?.asks, table?.unknown]).toEqual([kind, [], []])
  })

  it('tells a payroll from a roster that has the same people and cards', () => {
    const roster = ['姓名', '身份证号', '班组', '银行卡号', '开户行']
    expect(find({ lines: [roster] })?.kind).toBe('roster')
    expect(find({ lines: [[...roster, '应发工资']] })?.kind).toBe('payroll')
  })

  it('finds no table in a page of words', () => {
    expect(find({ lines: [['填表说明'], ['1. 姓名要写全名'], ['2. 金额以元为单位']] })).toBeNull()
    expect(find({ lines: [['项目名称：滨江一期', '月份：2026-03']] })).toBeNull()
    expect(find({ lines: [] })).toBeNull()
  })

  it('reads a sheet of days and wages as a payroll, and as attendance when told so', () => {
    const lines = [['2026年3月'], ['姓名', '身份证号', ...days, '出勤天数', '日工资', '应发工资']]
    expect(find({ lines })).toMatchObject({ kind: 'payroll', unknown: [], asks: [] })
    const grid = find({ lines, kind: 'attendance-grid' })
    expect(grid).toMatchObject({ kind: 'attendance-grid', unknown: [], asks: [] })
    expect(grid?.series).toHaveLength(31)
  })
})

describe('表头行', () => {
  it('stands below titles and labels, wherever those end', () => {
    const lines = [
      ['农民工工资支付表'],
      ['编制单位：某某公司', null, '2026年3月'],
      [],
      ['姓名', '身份证号', '应发工资', '实发工资'],
      [...person, 100, 100],
    ]
    expect(find({ lines })).toMatchObject({
      headerRows: [4, 4],
      preamble: { employingUnit: '某某公司', month: '2026-03' },
    })
  })

  it('takes two lines where a merged group stands over sub-headers', () => {
    const lines = [
      ['2026年3月工资表'],
      ['序号', '姓名', '身份证号', '应发工资', null, null, '扣款', null, '实发工资', '银行信息'],
      [null, null, null, '计件工资', '加班工资', '小计', '社保', '借支', null, '账号', '开户行'],
      [1, ...person, 5000, 500, 5500, 100, 400, 5000, '6222021202041234569', '工行'],
    ]
    const merges = [
      merge(2, 3, 2, 5),
      merge(2, 6, 2, 7),
      merge(2, 9, 2, 10),
      merge(2, 0, 3, 0),
      merge(2, 1, 3, 1),
    ]
    const table = find({ lines, merges })
    expect(table).toMatchObject({ headerRows: [2, 3], series: [6], unknown: [] })
    expect(Object.fromEntries(table?.columns ?? [])).toMatchObject({
      overtimeFen: 4,
      dueFen: 5,
      advanceFen: 7,
      netFen: 8,
      bankCard: 9,
      bankName: 10,
    })
  })

  it('takes two lines from a csv, where a group reaches to the next without being merged', () => {
    const lines = [
      ['姓名', '身份证号', '应发', '扣款', '', '', '实发'],
      ['', '', '', '社保', '伙食', '借支', ''],
      [...person, '5000', '100', '200', '300', '4400'],
    ]
    const table = find({ lines, month: month('2026-03') })
    expect(table).toMatchObject({ headerRows: [1, 2], series: [3, 4] })
    expect(table?.columns.get('advanceFen')).toBe(5)
  })

  it('takes the days of a month under a merged title, with the days of the week below', () => {
    const lines = [
      ['2026年3月考勤表'],
      ['序号', '姓名', '身份证号', '日期'],
      [null, null, null, ...days],
      [null, null, null, ...days.map((day) => '日一二三四五六'[(day - 1) % 7] ?? '')],
      [1, ...person, ...days.map(() => '√')],
    ]
    const merges = [merge(2, 3, 2, 33), merge(2, 0, 4, 0), merge(2, 1, 4, 1), merge(2, 2, 4, 2)]
    const table = find({ lines, merges })
    expect(table?.series).toEqual(days.map((day) => day + 2))
    expect(table?.asks).toEqual([])
  })

  it('does not take the first person for a second line of the header', () => {
    const lines = [
      ['姓名', '身份证号', '工种', '进场时间'],
      ['张三', idNumberOf(1), '木工', '2026-03-01'],
    ]
    expect(find({ lines })).toMatchObject({ headerRows: [1, 1] })
  })
})

describe('列', () => {
  it('gives a short title right of a unit to that unit', () => {
    const header = [
      '项目名称',
      '行业',
      '行政区划',
      '建设单位',
      '统一社会信用代码',
      '施工总承包单位',
      '统一社会信用代码',
    ]
    expect(columnsOf({ lines: [header] })).toMatchObject({ projectOwnerCode: 4, generalContractorCode: 6 })
  })

  it('gives a short title under a merged unit to that unit', () => {
    const lines = [
      ['项目名称', '行业', '行政区划', '建设单位', null, '施工总承包单位', null],
      [null, null, null, '名称', '统一社会信用代码', '名称', '信用代码'],
    ]
    expect(columnsOf({ lines, merges: [merge(1, 3, 1, 4), merge(1, 5, 1, 6)] })).toMatchObject({
      projectOwner: 3,
      projectOwnerCode: 4,
      generalContractor: 5,
      generalContractorCode: 6,
    })
  })

  it('asks whose a credit code is that stands alone', () => {
    const header = ['项目名称', '统一社会信用代码', '行业', '行政区划', '施工总承包单位']
    expect(find({ lines: [header] })?.unknown).toMatchObject([{ column: 'B', title: '统一社会信用代码' }])
  })

  it('takes 户名 as the name only where there is no 姓名', () => {
    const last = ['应发工资', '账号']
    const options = { month: month('2026-03') }
    expect(columnsOf({ lines: [['户名', ...last]], ...options })).toMatchObject({ name: 0 })
    expect(columnsOf({ lines: [['姓名', '户名', ...last]], ...options })).toMatchObject({
      name: 0,
      accountName: 1,
    })
  })

  it('keeps hours and days apart by the unit in brackets', () => {
    const header = [
      '姓名',
      '身份证号',
      '出勤（天）',
      '工时（小时）',
      '应发工资',
      '加班（小时）',
      '加班（元）',
    ]
    expect(columnsOf({ lines: [header], month: month('2026-03') })).toMatchObject({
      daysWorked: 2,
      minutesWorked: 3,
      overtimeMinutes: 5,
      overtimeFen: 6,
    })
  })

  it('reads a title with its month in front', () => {
    const header = ['姓名', '身份证号', '3月份应发工资', '3月实发工资']
    expect(columnsOf({ lines: [header], month: month('2026-03') })).toMatchObject({ dueFen: 2, netFen: 3 })
  })
})

describe('要问的', () => {
  const header = ['姓名', '身份证号', '工资数', '卡上到账', '血压']
  const lines = [['2026年3月工资'], header, ['张三', idNumberOf(1), 6000, 6000, '正常']]

  it('asks for a needed column, with the unknown ones to choose from, values masked', () => {
    const table = find({
      lines: [...lines, ['李四', '', 5000, '6222021202041234569', '正常']],
      kind: 'payroll',
    })
    expect(table?.asks).toMatchObject([
      {
        code: 'ask.mapping',
        data: {
          sheet: '表1',
          missing: ['应发工资'],
          candidates: ['C 工资数', 'D 卡上到账', 'E 血压'],
          unclear: null,
          fields: ['dueFen'],
          unknown: [
            { title: '工资数', column: 'C', samples: ['6000', '5000'], candidates: ['dueFen'] },
            { title: '卡上到账', column: 'D', samples: ['6000', '***************4569'] },
            { title: '血压', column: 'E' },
          ],
        },
      },
    ])
  })

  it('asks no more once the sender has said it, now or before', () => {
    const said = { 工资数: 'dueFen', 卡上到账: '实发工资', 血压: 'ignore' }
    for (const told of [{ mapping: said }, { remembered: { payroll: said } }]) {
      const table = find({ lines, ...told })
      expect(table).toMatchObject({ kind: 'payroll', asks: [], unknown: [] })
      expect(Object.fromEntries(table?.columns ?? [])).toMatchObject({ dueFen: 2, netFen: 3 })
    }
  })

  it('uses what was said of titles as they were typed, and not what was said of another kind', () => {
    expect(find({ lines, mapping: { ' 工资数（元） ': 'dueFen' } })?.columns.get('dueFen')).toBe(2)
    expect(find({ lines, kind: 'payroll', remembered: { roster: { 工资数: 'dueFen' } } })?.asks).toHaveLength(
      1,
    )
  })

  it('asks which of two columns is meant, and is told by leaving one out', () => {
    const twice = [['2026年3月工资'], ['姓名', '应发工资', '应发金额', '实发']]
    expect(find({ lines: twice })?.asks).toMatchObject([
      {
        code: 'ask.mapping',
        data: { missing: null, unclear: ['B 应发工资', 'C 应发金额'], fields: ['dueFen'] },
      },
    ])
    expect(find({ lines: twice, mapping: { 应发金额: 'ignore' } })).toMatchObject({ asks: [], unknown: [] })
  })

  it('asks whether 本月工作量 counts days or quantity, unless its unit says so', () => {
    const of = (title: string) => find({ lines: [['2026年3月工资'], ['姓名', title, '应发工资']] })
    expect(of('本月工作量')?.asks).toMatchObject([
      { data: { unclear: ['B 本月工作量'], fields: ['daysWorked', 'quantity'] } },
    ])
    expect(of('累计工作量')?.asks).toHaveLength(1)
    expect(of('本月工作量（天）')?.columns.get('daysWorked')).toBe(1)
    expect(of('本月工作量(m²)')?.columns.get('quantity')).toBe(1)
  })

  it('reads 工资卡类别 as the bank where banks stand below it, and leaves it unknown otherwise', () => {
    const of = (value: string) =>
      find({ lines: [['2026年3月工资'], ['姓名', '应发工资', '工资卡类别'], ['张三', 100, value]] })
    expect(of('中国建设银行')?.columns.get('bankName')).toBe(2)
    expect(of('借记卡')).toMatchObject({ asks: [], unknown: [{ title: '工资卡类别' }] })
  })

  it('asks for the month of a payroll or month grid that nothing states', () => {
    const table = find({ lines: [['姓名', '应发工资', '实发工资']] })
    expect(table?.asks).toEqual([{ code: 'ask.month', data: { sheet: '表1', kind: 'payroll' } }])
    expect(find({ lines: [['姓名', '应发工资', '实发工资']], month: month('2026-03') })?.asks).toEqual([])
    expect(find({ lines: [['姓名', '应发工资', '工资月份']] })?.asks).toEqual([])
  })

  it('calls fields by their first title', () => {
    expect(fieldTitle(tableDefinition('payroll'), 'dueFen')).toBe('应发工资')
    expect(fieldTitle(tableDefinition('attendance-grid'), 'days')).toBe('日期列（1…31）')
  })
})
