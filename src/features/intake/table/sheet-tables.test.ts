import { describe, expect, it } from 'vitest'
import type { Cell, Merge, SheetEvent } from '../../../platform/sheets/cell.ts'
import { openSheetTables, type SheetMessage, type SheetOptions, takeSheetEvent } from './sheet-tables.ts'
import { idNumberOf, sheetRows } from './testing/sheet.ts'

interface Sheet {
  readonly name: string
  readonly lines: readonly (readonly Cell[])[]
  readonly hidden?: boolean
  readonly merges?: readonly Merge[]
}

/** The events of a workbook, rows in batches of 25. */
function* eventsOf(sheets: readonly Sheet[]): Generator<SheetEvent> {
  for (const [index, { name, lines, hidden = false, merges = [] }] of sheets.entries()) {
    const rows = sheetRows(lines, name)
    yield { type: 'sheet', name, index, hidden, merges }
    for (let at = 0; at < rows.length; at += 25) {
      yield { type: 'rows', rows: rows.slice(at, at + 25), share: 1 }
    }
    yield { type: 'sheet-end', name, rows: rows.length }
  }
}

function read(sheets: readonly Sheet[], options: SheetOptions = {}): readonly SheetMessage[] {
  const tables = openSheetTables(options)
  return [...eventsOf(sheets)].flatMap((event) => [...takeSheetEvent(tables, event)])
}

const rosterLines = [
  ['姓名', '身份证号', '工种'],
  ['张三', idNumberOf(1), '木工'],
]
const payrollLines = [['滨江一期项目2026年3月工资表'], ['姓名', '应发工资', '实发工资'], ['张三', 100, 100]]

describe('工作簿', () => {
  it('reads every sheet as the table that it is, with what stands above it', () => {
    const found = read([
      { name: '花名册', lines: rosterLines },
      { name: '3月', lines: payrollLines },
    ])
    expect(found).toMatchObject([
      { type: 'table', kind: 'roster', sheet: '花名册', head: { headerRow: 1 } },
      { type: 'row', sheet: '花名册', row: 2, record: { name: '张三' } },
      {
        type: 'table',
        kind: 'payroll',
        sheet: '3月',
        head: { headerRow: 2, projectName: '滨江一期项目', month: '2026-03' },
      },
      { type: 'row', sheet: '3月', row: 3, record: { dueFen: 10000n } },
    ])
  })

  it('skips hidden and empty sheets and those without a table, and says why', () => {
    const found = read([
      { name: '隐藏', lines: payrollLines, hidden: true },
      { name: '空白', lines: [] },
      { name: '说明', lines: [['填表说明'], ['请勿改动表头']] },
    ])
    expect(found).toEqual([
      { type: 'skipped', sheet: '隐藏', reason: 'hidden' },
      { type: 'skipped', sheet: '空白', reason: 'empty' },
      { type: 'skipped', sheet: '说明', reason: 'no-table' },
    ])
  })

  it('skips a sheet that is plainly of another kind than the sender named', () => {
    const found = read(
      [
        { name: '花名册', lines: rosterLines },
        { name: '3月', lines: payrollLines },
      ],
      { kind: 'payroll' },
    )
    expect(found).toMatchObject([
      { type: 'skipped', sheet: '花名册', reason: 'other-kind' },
      { type: 'table', kind: 'payroll' },
      { type: 'row' },
    ])
  })

  it('asks and reads no row of a sheet that has questions', () => {
    const lines = [['姓名', '应发工资', '实发工资'], ...Array.from({ length: 80 }, () => ['张三', 100, 100])]
    const found = read([{ name: '工资', lines }])
    expect(found).toMatchObject([{ type: 'ask', code: 'ask.month', data: { sheet: '工资' } }])
    expect(found).toHaveLength(1)
  })

  it('reads a long sheet to its end, whose rows come in many batches', () => {
    const rows = Array.from({ length: 300 }, (_, at) => ['张三', at, at])
    const found = read([
      { name: '3月', lines: [...payrollLines.slice(0, 2), ...rows, ['合计', 44850, 44850]] },
    ])
    expect(found.filter((message) => message.type === 'row')).toHaveLength(300)
    expect(found.filter((message) => message.type === 'issue')).toEqual([])
  })

  it('gives the rows of a month grid at the end of their own sheet', () => {
    const grid = [
      ['2026年3月考勤表'],
      ['姓名', '工号', 1, 2, 3],
      ['张三', 1, '√', '○', '○'],
      ['√出勤 ○半天 ×旷工'],
    ]
    const found = read([
      { name: '考勤', lines: grid },
      { name: '花名册', lines: rosterLines },
    ])
    expect(found.map((message) => `${message.type} ${'sheet' in message ? message.sheet : ''}`)).toEqual([
      'table 考勤',
      'row 考勤',
      'table 花名册',
      'row 花名册',
    ])
  })
})
