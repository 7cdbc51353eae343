import { describe, expect, it } from 'vitest'

import type { Cell } from './cell.ts'
import { collectEvents, collectRows } from './testing/collect.ts'
import { type CraftedWorkbook, craftXlsx, xlsxParts } from './testing/craft-xlsx.ts'
import { craftZip } from './testing/craft-zip.ts'

const sheet = (rows: string, more: Partial<CraftedWorkbook> = {}) =>
  craftXlsx({ sheets: [{ name: '工资表', rows }], ...more })

async function cellsOf(cells: string, more: Partial<CraftedWorkbook> = {}): Promise<Cell[] | undefined> {
  const rows = await collectRows(sheet(`<row r="1">${cells}</row>`, more), 'xlsx')
  return rows[0]?.[1]
}

describe('readSheets of an xlsx', () => {
  it('reads every kind of cell', async () => {
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1"><v>300.5</v></c>',
      '<c r="C1" t="b"><v>1</v></c>',
      '<c r="D1" t="e"><v>#REF!</v></c>',
      '<c r="E1" t="inlineStr"><is><t>李&amp;四 </t></is></c>',
      '<c r="F1" s="1"><v>46143</v></c>',
      '<c r="G1" s="2"><v>0.3125</v></c>',
      '<c r="H1" t="d"><v>2026-05-01T07:30:00</v></c>',
      '<c r="I1" s="1"/>',
      '<c r="J1"><v>1.1010519900307E+17</v></c>',
    ]
    const found = await cellsOf(cells.join(''), {
      strings: ['<si><t>张三</t></si>'],
      formats: ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', 'h:mm'],
    })
    expect(found).toEqual([
      '张三',
      300.5,
      true,
      { error: '#REF!' },
      '李&四 ',
      { day: '2026-05-01', time: null },
      '07:30:00',
      { day: '2026-05-01', time: '07:30:00' },
      null,
      110105199003070000,
    ])
  })

  it('takes the cached value of a formula and never calculates one', async () => {
    const cells = [
      '<c r="A1"><f>1+1</f><v>3</v></c>',
      '<c r="B1" t="str"><f>HYPERLINK("http://example.com")</f><v>=cmd|calc</v></c>',
      '<c r="C1"><f>SUM(A1:A9)</f></c>',
      '<c r="D1"><f>SUM(A1:A9)</f><v></v></c>',
      '<c r="E1" t="str"><f>IF(A1=3,"","x")</f><v></v></c>',
      '<c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c r="G1"><f t="shared" si="0"/><v>7</v></c>',
    ]
    const missing = { error: 'formula-without-value' }
    expect(await cellsOf(cells.join(''))).toEqual([
      3,
      '=cmd|calc',
      missing,
      missing,
      null,
      { error: '#DIV/0!' },
      7,
    ])
  })

  it('joins the runs of a text and leaves phonetic guides out', async () => {
    const rich =
      '<si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r>' +
      '<rPh sb="0" eb="1"><t>zhang</t></rPh></si>'
    expect(await cellsOf('<c r="A1" t="s"><v>0</v></c>', { strings: [rich] })).toEqual(['张 三'])
  })

  it('reads escaped control characters, CDATA, comments and entities', async () => {
    const cells =
      '<!-- a --><c r="A1" t="str"><v><![CDATA[a<b]]></v></c>' +
      '<c r="B1" t="str"><v>x_x000D_&#10;&#x5F20;&lt;&unknown;</v></c><?skip this?>'
    expect(await cellsOf(cells)).toEqual(['a<b', 'x\r\n张<&unknown;'])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const cells = '<c r="A1" s="1"><v>44681</v></c>'
    const found = await cellsOf(cells, { formats: ['yyyy-mm-dd'], date1904: true })
    expect(found).toEqual([{ day: '2026-05-01', time: null }])
  })

  it('keeps the place of cells and rows, referenced or not, and leaves blank ones out', async () => {
    const rows =
      '<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>' +
      '<row r="9"><c r="A9"/></row><row r="10" spans="1:2"/><row r="12"><c r="AA12"><v>4</v></c></row>'
    const last: Cell[] = [...Array<Cell>(26).fill(null), 4]
    expect(await collectRows(sheet(rows), 'xlsx')).toEqual([
      [2, [null, null, 1, 2]],
      [3, [null, 3]],
      [12, last],
    ])
  })

  it('tells the sheets in order with their visibility and merged cells', async () => {
    const after = '<mergeCells count="2"><mergeCell ref="A1:AI1"/><mergeCell ref="B3:B14"/></mergeCells>'
    const bytes = craftXlsx({
      sheets: [
        { name: '五月 &amp; 六月', rows: '<row r="1"><c r="A1"><v>1</v></c></row>', after },
        { name: '底稿', rows: '', state: 'veryHidden' },
      ],
    })
    const events = await collectEvents(bytes, 'xlsx')
    expect(events.filter((event) => event.type !== 'rows')).toEqual([
      {
        type: 'sheet',
        name: '五月 & 六月',
        index: 0,
        hidden: false,
        merges: [
          { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 34 },
          { firstRow: 3, lastRow: 14, firstColumn: 1, lastColumn: 1 },
        ],
      },
      { type: 'sheet-end', name: '五月 & 六月', rows: 1 },
      { type: 'sheet', name: '底稿', index: 1, hidden: true, merges: [] },
      { type: 'sheet-end', name: '底稿', rows: 0 },
    ])
  })

  it('reads parts whose names have a prefix or other capitals', async () => {
    const parts = xlsxParts({ sheets: [{ name: 'a', rows: '' }] }).map((part) => ({
      name: part.name === 'xl/worksheets/sheet1.xml' ? 'xl/Worksheets/Sheet1.xml' : part.name,
      content:
        part.name === 'xl/worksheets/sheet1.xml'
          ? '<x:worksheet xmlns:x="s"><x:sheetData>' +
            '<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData>' +
            '<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
          : part.content,
    }))
    const events = await collectEvents(craftZip(parts), 'xlsx')
    expect(events[0]).toMatchObject({ merges: [{ lastColumn: 1 }] })
    expect(events[1]).toMatchObject({ rows: [{ row: 1, cells: [5] }] })
  })

  it('reads a sheet that comes in many chunks', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) =>
        `<row r="${at + 1}"><c t="str"><v>农民工${at}</v></c><c r="B${at + 1}"><v>${at}</v></c></row>`,
    )
    const found = await collectRows(sheet(rows.join('')), 'xlsx')
    expect(found).toEqual(Array.from({ length: 30_000 }, (_, at) => [at + 1, [`农民工${at}`, at]]))
  })
})

describe('readSheets of a hostile xlsx', () => {
  it.each([
    [
      '500,000 columns',
      '<row r="1"><c r="A1"><v>1</v></c><c r="ABLQR1"><v>1</v></c></row>',
      'file.too-many-columns',
    ],
    ['a row below the last one', '<row r="1048577"><c><v>1</v></c></row>', 'file.too-many-rows'],
    ['a row that is no number', '<row r="x"><c><v>1</v></c></row>', 'file.too-many-rows'],
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]>', 'file.xlsx-damaged'],
    ['XML that is cut off', '<row r="1"><c r="A1"><v>1</v>', 'file.xlsx-damaged'],
    ['elements without end inside each other', '<row>'.repeat(100), 'file.xlsx-damaged'],
    ['a tag of megabytes', `<row ${'x'.repeat(2_000_000)}`, 'file.xlsx-damaged'],
    ['a text that does not exist', '<row r="1"><c t="s"><v>7</v></c></row>', 'file.xlsx-damaged'],
    [
      'a very long text',
      `<row r="1"><c t="str"><v>${'x'.repeat(40_000)}</v></c></row>`,
      'file.cell-too-long',
    ],
  ])('refuses %s', async (_, rows, code) => {
    await expect(collectRows(sheet(rows), 'xlsx')).rejects.toMatchObject({ code })
  })

  it('does not count formatted cells without a value as columns', async () => {
    const found = await cellsOf('<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>', { formats: ['0.00'] })
    expect(found).toEqual([1])
  })

  it('refuses far apart cells that would fill the memory with empty ones', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, at) => `<row r="${at + 1}"><c r="ALL${at + 1}"><v>1</v></c></row>`,
    )
    await expect(collectRows(sheet(rows.join('')), 'xlsx', { cells: 15_000 })).rejects.toMatchObject({
      code: 'file.too-many-cells',
      data: { sheet: '工资表', row: 16 },
    })
  })

  it('refuses a bomb before anything is unpacked', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(300_000)
    await expect(collectRows(sheet(rows), 'xlsx')).rejects.toMatchObject({ code: 'file.zip-bomb' })
  })

  it('refuses a sheet whose size lies before its first row is given out', async () => {
    const parts = xlsxParts({
      sheets: [{ name: 'a', rows: '<row><c><v>1</v></c></row>'.repeat(50_000) }],
    }).map((part) => (part.name.includes('sheet1') ? { ...part, statedBytes: 100_000 } : part))
    const events = collectEvents(craftZip(parts), 'xlsx')
    await expect(events).rejects.toMatchObject({ code: 'file.zip-bomb', data: { reason: 'lying-size' } })
  })

  it('refuses a workbook without sheets, and one without a workbook', async () => {
    await expect(collectRows(craftXlsx({ sheets: [] }), 'xlsx')).rejects.toMatchObject({
      code: 'file.no-sheet',
    })
    const parts = xlsxParts({ sheets: [] }).filter((part) => part.name !== 'xl/workbook.xml')
    await expect(collectRows(craftZip(parts), 'xlsx')).rejects.toMatchObject({ code: 'file.xlsx-damaged' })
  })
})
