import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { collectEvents, collectRows } from './testing/collect.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
/** 姓名,㐇: the last hanzi takes four bytes, which only GB18030 has. */
const gb18030 = Buffer.from('d0d5c3fb2c8139ef360a', 'hex')

describe('readCsv', () => {
  it('gives one sheet, its rows, its end', async () => {
    const events = await collectEvents(utf8('姓名,金额\n张三,100\n'), 'csv')
    expect(events).toEqual([
      { type: 'sheet', name: 'csv', index: 0, hidden: false, merges: [] },
      {
        type: 'rows',
        share: 1,
        rows: [
          { sheet: 'csv', row: 1, cells: ['姓名', '金额'] },
          { sheet: 'csv', row: 2, cells: ['张三', '100'] },
        ],
      },
      { type: 'sheet-end', name: 'csv', rows: 2 },
    ])
  })

  it('reads GB18030, UTF-16 and UTF-8 with and without its mark', async () => {
    const expected = [[1, ['姓名', '张三']]]
    const text = '姓名,张三\n'
    expect(await collectRows(utf8(text), 'csv')).toEqual(expected)
    expect(await collectRows(utf8(`\uFEFF${text}`), 'csv')).toEqual(expected)
    expect(await collectRows(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'csv')).toEqual(expected)
    expect(await collectRows(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'csv')).toEqual(expected)
    expect(await collectRows(gb18030, 'csv')).toEqual([[1, ['姓名', '㐇']]])
  })

  it('refuses bytes that are no text in any of them', async () => {
    const bytes = Buffer.concat([utf8('a,b\n'.repeat(100_000)), Buffer.from([0xff, 0xff, 0x0a])])
    await expect(collectRows(bytes, 'csv')).rejects.toMatchObject({ code: 'file.encoding' })
  })

  it.each([
    [
      'semicolons',
      '姓名;金额\n张三;1,5\n',
      [
        [1, ['姓名', '金额']],
        [2, ['张三', '1,5']],
      ],
    ],
    [
      'tabs',
      '姓名\t金额\n张三\t1,000\n',
      [
        [1, ['姓名', '金额']],
        [2, ['张三', '1,000']],
      ],
    ],
    [
      'one column',
      '姓名\n张三\n',
      [
        [1, ['姓名']],
        [2, ['张三']],
      ],
    ],
    [
      'lone carriage returns',
      'a,b\rc,d\r',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'carriage returns and line feeds',
      'a,b\r\n"c","d"\r\n',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,"d"',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
  ])('reads %s', async (_, text, rows) => {
    expect(await collectRows(utf8(text), 'csv')).toEqual(rows)
  })

  it('counts blank lines, and a field with line breaks as one row, as Excel does', async () => {
    const text = 'a,b\n\n,,\n"x\ny",z\nlast\n'
    expect(await collectRows(utf8(text), 'csv')).toEqual([
      [1, ['a', 'b']],
      [4, ['x\ny', 'z']],
      [5, ['last']],
    ])
  })

  it('takes off what keeps Excel from spoiling a number', async () => {
    const text = `="110105199003071234","=""6222""",\t13800000000\t,'007,=1+1\n`
    expect(await collectRows(utf8(text), 'csv')).toEqual([
      [1, ['110105199003071234', '6222', '13800000000', '007', '=1+1']],
    ])
  })

  it('keeps a quotation mark in the middle of a field', async () => {
    expect(await collectRows(utf8('5"管,"a ""b"" c"\n'), 'csv')).toEqual([[1, ['5"管', 'a "b" c']]])
  })

  it.each([
    ['that is never closed', 'a,b\nc,"d\ne,f\n'],
    ['that closes before the field ends', 'a,b\n"c"d,e\n'],
  ])('refuses a quotation mark %s, with its row', async (_, text) => {
    await expect(collectRows(utf8(text), 'csv')).rejects.toMatchObject({
      code: 'file.csv-quote',
      data: { row: 2 },
    })
  })

  it('gives up on a quotation mark that swallows megabytes', async () => {
    const text = `a,b\n"${'张三,100\n'.repeat(600_000)}`
    await expect(collectRows(utf8(text), 'csv')).rejects.toMatchObject({
      code: 'file.csv-quote',
      data: { row: 2 },
    })
  })

  it.each([
    ['of a short line', Array.from({ length: 500_000 }, (_, at) => at % 10).join(',')],
    ['of a line of many megabytes', Array.from({ length: 500_000 }, (_, at) => `column ${at}`).join(',')],
  ])('refuses 500,000 columns %s', async (_, line) => {
    await expect(collectRows(utf8(`${line}\n1,2,3\n`), 'csv')).rejects.toMatchObject({
      code: 'file.too-many-columns',
      data: { row: 1, limit: 2000 },
    })
  })

  it('refuses too many rows and too long a cell', async () => {
    await expect(collectRows(utf8('a\n'.repeat(11)), 'csv', { rows: 10 })).rejects.toMatchObject({
      code: 'file.too-many-rows',
    })
    await expect(collectRows(utf8(`a,${'x'.repeat(32_768)}\n`), 'csv')).rejects.toMatchObject({
      code: 'file.cell-too-long',
    })
  })

  it('reads what csv-parse reads, also across chunks', async () => {
    const piece = fc.constantFrom('a', '中', '"', ',', '\n', '\r\n', ' ', '1')
    const field = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const padding = `${'x'.repeat(262_130)},y\n`
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 0, max: 20 }), async (table, shift) => {
        const body = table.map((row) => row.map(quoted).join(',')).join('\n')
        const text = `h,i\n${padding.slice(shift)}${body}\n`
        const expected: string[][] = parse(text, { relax_column_count: true })
        const shown = expected.map((cells) =>
          cells.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell) || null),
        )
        const found = await collectRows(utf8(text), 'csv', { cellCharacters: 300_000 })
        const width = Math.max(...expected.map((cells) => cells.length))
        const filled = found.map(([row, cells]) => [
          row,
          [...cells, ...Array(width).fill(null)].slice(0, width),
        ])
        const wanted = shown.flatMap((cells, at) =>
          cells.every((cell) => cell === null)
            ? []
            : [[at + 1, [...cells, ...Array(width).fill(null)].slice(0, width)]],
        )
        expect(filled).toEqual(wanted)
      }),
      { seed: 20260501, numRuns: 60 },
    )
  })
})
