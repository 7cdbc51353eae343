import { describe, expect, it } from 'vitest'

import { defaultLimits } from './limits.ts'
import { appendReasonColumn } from './reasons.ts'
import { collectEvents, collectRows } from './testing/collect.ts'
import { writeCsv, writeWorkbook } from './write.ts'

const header = ['班组', '姓名', '身份证号', '实发']

async function payroll(): Promise<Buffer> {
  return await writeWorkbook({
    sheets: [
      {
        name: '工资表',
        title: '五月',
        header,
        rows: [
          ['钢筋班', '张三', '110105199003071234', 100],
          [null, '李四', '=1+1', -5],
          [null, '王五', '110105199003071242', 300],
        ],
        merges: [{ firstRow: 3, lastRow: 5, firstColumn: 0, lastColumn: 0 }],
      },
      { name: '说明', rows: [['不导入']] },
    ],
  })
}

const request = { kind: 'xlsx', limits: defaultLimits, columnTitle: '原因' } as const

describe('appendReasonColumn', () => {
  it('copies the header and the failed rows, in order, with the reason last', async () => {
    const reasons = new Map([
      [5, '卡号不对'],
      [4, '身份证号不对'],
    ])
    const bytes = await payroll()
    const copy = await appendReasonColumn({
      ...request,
      bytes,
      failed: [{ sheet: '工资表', headerRow: 2, reasons }],
    })
    const events = await collectEvents(copy, 'xlsx')
    expect(events[0]).toMatchObject({ name: '工资表', merges: [{ firstRow: 1, lastRow: 1, lastColumn: 3 }] })
    expect(events.filter((event) => event.type === 'sheet')).toHaveLength(1)
    expect(await collectRows(copy, 'xlsx')).toEqual([
      [1, ['五月']],
      [2, [...header, '原因']],
      [3, ['钢筋班', '李四', '=1+1', -5, '身份证号不对']],
      [4, ['钢筋班', '王五', '110105199003071242', 300, '卡号不对']],
    ])
  })

  it('replaces the reasons of an earlier copy', async () => {
    const bytes = await payroll()
    const failed = [{ sheet: '工资表', headerRow: 2, reasons: new Map([[4, '旧的原因']]) }]
    const first = await appendReasonColumn({ ...request, bytes, failed })
    const again = [{ sheet: '工资表', headerRow: 2, reasons: new Map([[3, '新的原因']]) }]
    const second = await appendReasonColumn({ ...request, bytes: first, failed: again })
    expect(await collectRows(second, 'xlsx')).toEqual([
      [1, ['五月']],
      [2, [...header, '原因']],
      [3, ['钢筋班', '李四', '=1+1', -5, '新的原因']],
    ])
  })

  it('copies many thousand rows within the memory of a reader', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => [at, '张三', `1101051990030${71234 + at}`, '=1+1'])
    const bytes = writeCsv({ header, rows })
    const reasons = new Map(rows.map((_, at) => [at + 2, `第 ${at} 行`]))
    const failed = [{ sheet: 'csv', headerRow: 1, reasons }]
    const copy = await appendReasonColumn({ ...request, kind: 'csv', bytes, failed })
    const expected = rows.map(([at, name, idNumber, text]) => [
      String(at),
      name,
      idNumber,
      text,
      `第 ${at} 行`,
    ])
    const found = await collectRows(copy, 'xlsx')
    expect(found.map(([, cells]) => cells)).toEqual([[...header, '原因'], ...expected])
  })

  it('makes an xlsx of a csv, long numbers staying text', async () => {
    const bytes = writeCsv({ header, rows: [['', '张三', '110105199003071234', 100]] })
    const failed = [{ sheet: 'csv', headerRow: 1, reasons: new Map([[2, '校验码不对']]) }]
    const copy = await appendReasonColumn({ ...request, kind: 'csv', bytes, failed })
    expect(await collectRows(copy, 'xlsx')).toEqual([
      [1, [...header, '原因']],
      [2, [null, '张三', '110105199003071234', '100', '校验码不对']],
    ])
  })
})
