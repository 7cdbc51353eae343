import { describe, expect, it } from 'vitest'
import { recognizeFile } from './kind.ts'
import { defaultLimits } from './limits.ts'
import { collectEvents, collectRows } from './testing/collect.ts'
import { craftOle } from './testing/craft-ole.ts'
import { craftXls } from './testing/craft-xls.ts'

describe('readXlsSheets', () => {
  it('reads texts, numbers, dates, times, errors and merged cells', async () => {
    const bytes = craftXls([
      {
        name: '工资表',
        rows: [
          ['五月工资', null, null],
          [],
          ['张三', 110105199003071, { serial: 46143.3125 }],
          [null, { errorCode: 0x17 }, { serial: 0.5 }, '='],
        ],
        merges: [[0, 0, 0, 2]],
      },
    ])
    expect(recognizeFile(bytes, defaultLimits)).toBe('xls')
    const [sheet] = await collectEvents(bytes, 'xls')
    expect(sheet).toMatchObject({
      name: '工资表',
      hidden: false,
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 }],
    })
    expect(await collectRows(bytes, 'xls')).toEqual([
      [1, ['五月工资']],
      [3, ['张三', 110105199003071, { day: '2026-05-01', time: '07:30:00' }]],
      [4, [null, { error: '#REF!' }, '12:00:00', '=']],
    ])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const bytes = craftXls([{ name: 'a', rows: [[{ serial: 44681 }]] }], { date1904: true })
    expect(await collectRows(bytes, 'xls')).toEqual([[1, [{ day: '2026-05-01', time: null }]]])
  })

  it('tells hidden sheets', async () => {
    const bytes = craftXls([
      { name: '正表', rows: [['a']] },
      { name: '底稿', rows: [['b']], hidden: true },
    ])
    const sheets = (await collectEvents(bytes, 'xls')).filter((event) => event.type === 'sheet')
    expect(sheets.map(({ name, hidden, index }) => [name, hidden, index])).toEqual([
      ['正表', false, 0],
      ['底稿', true, 1],
    ])
  })

  it('gives many rows in batches with a rising share', async () => {
    const rows = Array.from({ length: 1_200 }, (_, at) => [at])
    const events = await collectEvents(craftXls([{ name: 'a', rows }]), 'xls')
    const batches = events.filter((event) => event.type === 'rows')
    expect(batches.map((batch) => batch.rows.length)).toEqual([500, 500, 200])
    expect(batches.map((batch) => batch.share)).toEqual([500 / 1200, 1000 / 1200, 1])
    expect(events.at(-1)).toEqual({ type: 'sheet-end', name: 'a', rows: 1_200 })
  })

  it('refuses too long a cell', async () => {
    const bytes = craftXls([{ name: 'a', rows: [['a', 'x'.repeat(50)]] }])
    await expect(collectRows(bytes, 'xls', { cellCharacters: 49 })).rejects.toMatchObject({
      code: 'file.cell-too-long',
      data: { sheet: 'a', row: 1 },
    })
  })

  it('refuses damaged records', async () => {
    const bytes = craftOle([
      { name: 'Workbook', content: Buffer.from('0908080000060500000000000402ffff', 'hex') },
    ])
    await expect(collectRows(bytes.subarray(0, 600), 'xls')).rejects.toMatchObject({
      code: 'file.xls-damaged',
    })
  })
})
