import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { collectEvents, collectRows } from './testing/collect.ts'
import { cellText, sheetName, writeCsv, writeWorkbook } from './write.ts'
import { checkZip } from './zip-check.ts'
import { inflateText } from './zip-inflate.ts'

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const entry = checkZip(bytes, defaultLimits).find((part) => part.name === name)
  return entry === undefined ? '' : await inflateText(bytes, entry)
}

const dangerous = [
  '=1+1',
  '+86 138',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://example.com","x")',
]

describe('writeWorkbook', () => {
  it('writes what readSheets reads', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: '工资表',
          title: '五月工资表',
          header: ['姓名', '身份证号', '实发', '日期', '在场'],
          rows: [
            ['张三', '110105199003071234', 7813.5, { day: '2026-05-01', time: null }, true],
            ['李四', '11010519900307123X', null, { day: '2026-05-01', time: '07:30:00' }, { error: '#REF!' }],
          ],
          textColumns: [1],
        },
      ],
    })
    const [sheet] = await collectEvents(bytes, 'xlsx')
    expect(sheet).toMatchObject({
      name: '工资表',
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 4 }],
    })
    expect(await collectRows(bytes, 'xlsx')).toEqual([
      [1, ['五月工资表']],
      [2, ['姓名', '身份证号', '实发', '日期', '在场']],
      [3, ['张三', '110105199003071234', 7813.5, '2026-05-01', true]],
      [4, ['李四', '11010519900307123X', null, '2026-05-01 07:30:00', { error: '#REF!' }]],
    ])
  })

  it('writes a text that begins like a formula as text, in text format', async () => {
    const bytes = await writeWorkbook({ sheets: [{ name: 'a', header: dangerous, rows: [dangerous] }] })
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toMatch(/<f[ >]/)
    expect(await collectRows(bytes, 'xlsx')).toEqual([
      [1, dangerous],
      [2, dangerous],
    ])
    const book = await readXlsx(bytes, { readStyles: true })
    const formats = dangerous.map((_, column) => book.sheets[0]?.cells?.get(`1,${column}`)?.style?.numFmt)
    expect(formats).toEqual(dangerous.map(() => '@'))
  })

  it('prepares empty rows for typing: text format, drop-downs, frozen header, notes, widths', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: '花名册',
          header: ['姓名', '身份证号', '工种'],
          rows: [],
          blankRows: 20,
          textColumns: [1],
          widths: [10, 24, 12],
          notes: [{ column: 1, text: '18 位' }],
          dropDowns: [{ column: 2, values: ['木工', '钢筋工'], error: '请从列表中选择' }],
        },
      ],
    })
    const book = await readXlsx(bytes, { readStyles: true })
    const [sheet] = book.sheets
    expect(sheet?.freezePane).toMatchObject({ rows: 1 })
    expect(sheet?.columns?.[1]?.width).toBe(24)
    expect(sheet?.cells?.get('20,1')?.style?.numFmt).toBe('@')
    expect(sheet?.cells?.get('0,1')?.comment?.text).toBe('18 位')
    expect(sheet?.dataValidations).toMatchObject([
      { type: 'list', range: 'C2:C21', values: ['木工', '钢筋工'], errorMessage: '请从列表中选择' },
    ])
  })

  it('puts a long list, or one with commas, on a hidden sheet', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `工种名称${at}`)
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: '花名册',
          header: ['工种', '班组'],
          rows: [],
          dropDowns: [
            { column: 0, values: long },
            { column: 1, values: ['甲,乙', '丙'] },
          ],
        },
      ],
    })
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain("<formula1>'选项'!$A$1:$A$60</formula1>")
    expect(xml).toContain("<formula1>'选项'!$B$1:$B$2</formula1>")
    const sheets = (await collectEvents(bytes, 'xlsx')).filter((event) => event.type === 'sheet')
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['花名册', false],
      ['选项', true],
    ])
  })
})

describe('sheetName', () => {
  it.each([
    ['A/B:C', 'A B C'],
    ["'x'", 'x'],
    ['', 'Sheet'],
    ['History', 'Sheet'],
    ['长'.repeat(40), '长'.repeat(31)],
  ])('makes a name that Excel accepts of %s', (name, accepted) => {
    expect(sheetName(name)).toBe(accepted)
  })
})

describe('writeCsv', () => {
  it('begins with the mark that Excel needs and quotes what must be quoted', () => {
    const bytes = writeCsv({ header: ['姓名', '备注'], rows: [['张三', 'a,"b"\nc']] })
    expect(bytes.toString('utf8')).toBe('\uFEFF姓名,备注\r\n张三,"a,""b""\nc"\r\n')
  })

  it('puts an apostrophe before what begins like a formula, not before a negative number', () => {
    const bytes = writeCsv({ header: ['a'], rows: [['=1+1', -5]] })
    expect(bytes.toString('utf8')).toContain("'=1+1,-5")
  })

  it('writes what readSheets reads', async () => {
    const bytes = writeCsv({ header: dangerous, rows: [['张三', null, '11010519900307123X']] })
    expect(await collectRows(bytes, 'csv')).toEqual([
      [1, dangerous],
      [2, ['张三', null, '11010519900307123X']],
    ])
  })
})

describe('cellText', () => {
  it.each([
    [null, ''],
    [true, 'TRUE'],
    [12.5, '12.5'],
    [{ day: '2026-05-01', time: null }, '2026-05-01'],
    [{ error: 'formula-without-value' }, ''],
    [{ error: '#N/A' }, '#N/A'],
  ])('shows %j as %j', (cell, shown) => {
    expect(cellText(cell)).toBe(shown)
  })
})
