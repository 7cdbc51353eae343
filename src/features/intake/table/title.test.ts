import { describe, expect, it } from 'vitest'
import { month } from '../../../law/day.ts'
import { dayOfHeader, daysOfColumns } from './day-columns.ts'
import { normalTitle, splitTitle, titleForms, unitOf } from './title.ts'

describe('标题规范化', () => {
  it.each([
    ['姓 名', '姓名'],
    ['出勤\n天数', '出勤天数'],
    ['工资标\r\n准', '工资标准'],
    ['*身份证号码：', '身份证号码'],
    ['★姓名★', '姓名'],
    ['应发工资（元）', '应发工资'],
    ['应发(元)', '应发'],
    ['工日〔天〕', '工日'],
    ['实发工资【元】', '实发工资'],
    ['银行卡号（本人）(必填)', '银行卡号'],
    ['ＩＤ　Card', 'idcard'],
    ['1.姓名', '姓名'],
    ['单价/天', '单价/天'],
    [1, '1'],
    [{ day: '2026-03-01', time: null }, '2026-03-01'],
    [null, ''],
  ])('makes %j into %j', (cell, name) => {
    expect(normalTitle(cell)).toBe(name)
  })

  it('keeps what stood in brackets as a note', () => {
    expect(splitTitle('合同价（万元）')).toEqual({ name: '合同价', note: '万元' })
    expect(splitTitle('联系电话(手机)(必填)')).toEqual({ name: '联系电话', note: '手机 必填' })
  })

  it('takes one bracket inside another, and is not held up by a cell full of open ones', () => {
    expect(splitTitle('姓名((必填))')).toEqual({ name: '姓名', note: '必填' })
    const started = performance.now()
    expect(splitTitle('（'.repeat(30_000)).name).toBe('')
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it.each([
    ['应发（元）', 'money'],
    ['合同价(万元)', 'money'],
    ['出勤(天)', 'days'],
    ['出勤（小时）', 'hours'],
    ['工作量(m²)', 'quantity'],
    ['姓名(必填)', undefined],
  ])('finds in %s the unit %s', (text, unit) => {
    expect(unitOf(splitTitle(text))).toBe(unit)
  })

  it('looks a column up by its group first, and without a month in front', () => {
    expect(titleForms(splitTitle('扣款'), splitTitle('社保'))).toEqual(['扣款社保', '社保'])
    expect(titleForms(splitTitle('应发工资'), splitTitle('小计'))).toEqual([
      '应发工资小计',
      '小计',
      '应发工资',
    ])
    expect(titleForms(splitTitle(''), splitTitle('2026年3月应发工资'))).toContain('应发工资')
    expect(titleForms(splitTitle(''), splitTitle('本月实发'))).toContain('实发')
    expect(titleForms(splitTitle(''), splitTitle('出勤（小时）'))).toEqual(['出勤小时', '出勤'])
  })
})

describe('日期列', () => {
  const own = (text: string, group = '') => dayOfHeader({ own: splitTitle(text), group: splitTitle(group) })

  it.each([
    ['1', '', { month: null, date: 1 }],
    ['31日', '', { month: null, date: 31 }],
    ['5号', '', { month: null, date: 5 }],
    ['3月5日', '', { month: null, date: 5 }],
    ['2026-03-05', '', { month: '2026-03', date: 5 }],
    ['1\n周日', '', { month: null, date: 1 }],
    ['日', '1', { month: null, date: 1 }],
    ['三', '4日', { month: null, date: 4 }],
    ['12', '日期', { month: null, date: 12 }],
    ['32', '', null],
    ['姓名', '1', null],
    ['合计', '', null],
    ['二', '', null],
  ])('reads %j under %j', (text, group, header) => {
    expect(own(text, group)).toEqual(header)
  })

  it('puts dates before the turn of the month into the month before', () => {
    const headers = [26, 27, 28, 1, 2].map((date) => ({ month: null, date }))
    expect(daysOfColumns(headers, month('2026-03'))).toEqual([
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ])
  })

  it('knows no 31st of a month that has none', () => {
    const headers = [30, 31].map((date) => ({ month: null, date }))
    expect(daysOfColumns(headers, month('2026-04'))).toEqual(['2026-04-30', null])
  })
})
