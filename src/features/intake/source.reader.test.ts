import { describe, expect, it } from 'vitest'

import { defaultLimits } from '../../platform/sheets/limits.ts'
import { readSheets } from '../../platform/sheets/read.ts'
import { writeWorkbook } from '../../platform/sheets/write.ts'
import { type ReasonsOptions, reasonsFileReader } from './reasons.reader.ts'
import { type SourceOptions, sourceReader } from './source.reader.ts'

const titles = { line: '行号', content: '原内容', reason: '原因' }
const payroll = [
  ['工资支付表', null, null, null],
  ['姓名', '身份证号', '工资', null],
  [null, null, '应发', '卡号'],
  ['张大山', '330106198506120015', 8960, '6222 0212 0200 0000 019'],
  ['李四', '33010619920830', 7000, null],
  ['王五', '330106199208301322', 6500, null],
]

async function workbook(): Promise<Buffer> {
  const merges = [
    { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 3 },
    { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
  ]
  return await writeWorkbook({ sheets: [{ name: '三月', rows: payroll, merges }] })
}

async function source(bytes: Uint8Array, options: Partial<SourceOptions>) {
  const whole = { sheet: '', row: 1, headerRows: [0, 0], lineTitle: '原文', ...options } as const
  for await (const cells of sourceReader({ bytes, name: 'a', limits: defaultLimits, options: whole })) {
    return cells
  }
  throw new Error('the reader sends one message')
}

async function reasons(bytes: Uint8Array, failed: ReasonsOptions['failed']): Promise<Buffer> {
  const options = { failed, titles }
  for await (const file of reasonsFileReader({ bytes, name: 'a', limits: defaultLimits, options })) {
    return Buffer.from(file)
  }
  throw new Error('the reader sends one message')
}

async function cellsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const rows: unknown[][] = []
  for await (const event of readSheets(bytes, 'xlsx', defaultLimits)) {
    rows.push(...(event.type === 'rows' ? event.rows.map((row) => row.cells) : []))
  }
  return rows
}

describe('sourceReader', () => {
  it('gives a row under the titles of a header of two lines, personal numbers masked', async () => {
    expect(await source(await workbook(), { sheet: '三月', row: 4, headerRows: [2, 3] })).toEqual([
      { title: '姓名', text: '张大山' },
      { title: '身份证号', text: '330***********0015' },
      { title: '工资 应发', text: '8960' },
      { title: '工资 卡号', text: '***************0019' },
    ])
  })

  it('knows no row that is not there', async () => {
    expect(await source(await workbook(), { sheet: '三月', row: 99 })).toBeNull()
    expect(await source(await workbook(), { sheet: '四月', row: 4 })).toBeNull()
  })

  it('gives a line of a gate log as it stands', async () => {
    const log = Buffer.from(
      '1001\t2026-03-02 07:28:10\t0\t1\t\t0\r\n1002\t2026-03-02 07:30:00\t0\t1\t\t0\r\n',
    )
    expect(await source(log, { row: 2 })).toEqual([{ title: '原文', text: '1002 2026-03-02 07:30:00 0 1 0' }])
    expect(await source(log, { row: 9 })).toBeNull()
  })

  it('gives the entry of a bank statement that begins at the line, its account masked', async () => {
    const camt = Buffer.from(
      [
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>',
        '<Ntry>',
        '  <Amt Ccy="CNY">7960.00</Amt><Id>6222021202000000019</Id>',
        '</Ntry>',
        '<Ntry><Amt Ccy="CNY">1.00</Amt></Ntry></Stmt></BkToCstmrStmt></Document>',
      ].join('\n'),
    )
    const text = '<Ntry> <Amt Ccy="CNY">7960.00</Amt><Id>***************0019</Id> </Ntry>'
    expect(await source(camt, { row: 2 })).toEqual([{ title: '原文', text }])
  })

  it('leaves public codes and sums as they are', async () => {
    const rows = [
      ['统一社会信用代码', '合同价', '考勤时间'],
      ['91330106123456789X', 12345678901.5, '2026-03-02 07:28:10'],
    ]
    const bytes = await writeWorkbook({ sheets: [{ name: 'a', rows }] })
    const cells = await source(bytes, { sheet: 'a', row: 2, headerRows: [1, 1] })
    expect(cells?.map((cell) => cell.text)).toEqual([
      '91330106123456789X',
      '12345678901.5',
      '2026-03-02 07:28:10',
    ])
  })
})

describe('reasonsFileReader', () => {
  const failed = { sheet: '三月', headerRows: [2, 3], reasons: new Map([[5, '身份证号不是 18 位']]) } as const

  it('copies the header and the failed rows with the reason, numbers in full as they were sent', async () => {
    const copied = await cellsOf(await reasons(await workbook(), [{ ...failed, whole: false }]))
    expect(copied).toEqual([
      ['工资支付表'],
      ['姓名', '身份证号', '工资'],
      [null, null, '应发', '卡号', '原因'],
      ['李四', '33010619920830', 7000, null, '身份证号不是 18 位'],
    ])
  })

  it('copies the whole table where sending some of its rows would replace the others', async () => {
    const copied = await cellsOf(await reasons(await workbook(), [{ ...failed, whole: true }]))
    expect(copied.map(([name]) => name)).toEqual(['工资支付表', '姓名', null, '张大山', '李四', '王五'])
    expect(copied.map((cells) => cells[4])).toEqual([
      undefined,
      undefined,
      '原因',
      undefined,
      '身份证号不是 18 位',
      undefined,
    ])
  })

  it('lists the failed lines of a text, neutral where Excel would calculate', async () => {
    const log = Buffer.from('1001\t2026-03-02 07:28:10\t0\t1\n=cmd()\n1002\t2026-03-02 07:30:00\t0\t1\n')
    const file = await reasons(log, [
      { sheet: 'a', headerRows: [0, 0], whole: false, reasons: new Map([[2, '不是打卡记录']]) },
    ])
    expect(file.toString('utf8')).toBe("\uFEFF行号,原内容,原因\r\n2,'=cmd(),不是打卡记录\r\n")
  })
})
