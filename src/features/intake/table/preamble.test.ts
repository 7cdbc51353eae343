import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../platform/sheets/cell.ts'
import { readPreamble } from './preamble.ts'
import { sheetRows } from './testing/sheet.ts'

function above(lines: readonly (readonly Cell[])[], sheet = 'Sheet1'): unknown {
  return readPreamble(sheetRows(lines, sheet), sheet)
}

describe('表前信息', () => {
  it('reads labels with their values in the same cell', () => {
    expect(
      above([
        ['农民工工资支付表'],
        [
          '项目名称：滨江一期  班组：木工班',
          null,
          '编制单位（盖章）：某某劳务有限公司',
          '工资所属月份：2026年3月',
        ],
        ['项目编码：330106202603010001', '编号：2026-03-01', '发放日期：2026年4月10日', '单位：元'],
      ]),
    ).toEqual({
      projectName: '滨江一期',
      crew: '木工班',
      employingUnit: '某某劳务有限公司',
      month: '2026-03',
      worksiteCode: '330106202603010001',
      sheetNumber: '2026-03-01',
      payOn: '2026-04-10',
    })
  })

  it('reads labels with their values in the next cell', () => {
    expect(
      above([
        ['项目名称', '滨江一期', null, '总承包单位：', null, '浙江某某建设集团'],
        ['月份', { day: '2026-03-01', time: null }, '单位名称', '某某劳务公司'],
      ]),
    ).toEqual({
      projectName: '滨江一期',
      generalContractor: '浙江某某建设集团',
      month: '2026-03',
      employingUnit: '某某劳务公司',
    })
  })

  it.each([
    ['滨江一期安置房项目2026年3月农民工工资支付表', '滨江一期安置房项目', '2026-03'],
    ['滨江一期安置房工程 2026 年 3 月份 工资表', '滨江一期安置房工程', '2026-03'],
    ['2026年03月滨江一期标段建筑工人考勤表', '滨江一期标段', '2026-03'],
    ['滨江大厦项目花名册', '滨江大厦项目', undefined],
    ['农民工工资表（2026.03）', undefined, '2026-03'],
    ['某某劳务有限公司工资表', undefined, undefined],
  ])('reads the title %s', (title, projectName, month) => {
    expect(above([[title]])).toEqual({
      ...(projectName === undefined ? {} : { projectName }),
      ...(month === undefined ? {} : { month }),
    })
  })

  it('puts a month together that stands in several cells', () => {
    expect(above([['工资表', null, '2026', '年', 3, '月']])).toEqual({ month: '2026-03' })
  })

  it('takes the month from the name of the sheet where nothing else says it', () => {
    expect(above([['工资表']], '2026年3月')).toEqual({ month: '2026-03' })
    expect(above([['所属月份：2026-02']], '2026年3月')).toEqual({ month: '2026-02' })
  })

  it('takes no month from a date of making or paying', () => {
    expect(above([['工资表'], ['制表日期：2026年4月2日']])).toEqual({})
  })

  it('leaves out a month that is said twice, differently', () => {
    expect(above([['2026年3月工资表'], ['2026年2月工资表']])).toEqual({})
  })

  it('takes a span within a month as that month', () => {
    expect(above([['考勤期间：2026-03-01～2026-03-31']])).toEqual({ month: '2026-03' })
    expect(above([['考勤期间：2026-02-26～2026-03-25']])).toEqual({})
  })

  it.each(['(', '（', '张三（', '[<('])('is not held up by a cell full of %s', (text) => {
    const started = performance.now()
    expect(above([[text.repeat(10_000)], ['2026年3月工资表']])).toEqual({ month: '2026-03' })
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
