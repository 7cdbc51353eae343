import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { idNumberOf, readSample } from '../testing/sheet.ts'

function punches(header: readonly Cell[], ...rows: readonly (readonly Cell[])[]) {
  return readSample({ lines: [header, ...rows], kind: 'attendance-punches' })
}

describe('考勤记录', () => {
  it('reads the export of a gate', () => {
    const header = [
      '工人名字',
      '工人身份证',
      '考勤时间（yyyy-mm-dd hh:mm:ss）',
      '进出方向（进/出）',
      '设备序列号',
      '考勤号',
    ]
    const { records, codes } = punches(
      header,
      ['张三', idNumberOf(1), '2026-03-01 07:25:13', '进', 'CEXA204560001', '17'],
      ['李四', idNumberOf(2), { day: '2026-03-01', time: '18:00:05' }, '出', 'CEXA204560001', 18],
      ['王五', idNumberOf(3), 46082.75, null, null, '19.0'],
    )
    expect(codes).toEqual([])
    expect(records).toMatchObject([
      {
        name: '张三',
        idNumber: idNumberOf(1),
        at: '2026-03-01T07:25:13+08:00',
        direction: 'in',
        deviceSerial: 'CEXA204560001',
        attendanceNo: '17',
      },
      { at: '2026-03-01T18:00:05+08:00', direction: 'out', attendanceNo: '18' },
      { at: '2026-03-01T18:00:00+08:00', direction: 'unknown', deviceSerial: null, attendanceNo: '19' },
    ])
  })

  it('joins a day and a time that stand in two columns', () => {
    const { records } = punches(['姓名', '日期', '时间', '方向'], ['张三', '2026.3.1', '7:05', '入'])
    expect(records).toMatchObject([{ at: '2026-03-01T07:05:00+08:00', direction: 'in' }])
  })

  it('makes two punches of a day with coming and going, the second after midnight for a night shift', () => {
    const { rows } = punches(
      ['姓名', '工号', '考勤日期', '上班打卡时间', '下班打卡时间'],
      ['张三', 1, '2026-03-01', '07:00', '17:30'],
      ['李四', 2, '2026-03-01', '20:00', '05:30:00'],
      ['王五', 3, '2026-03-01', null, '18:05'],
    )
    expect(rows.map(({ row, record }) => [row, record['at'], record['direction']])).toEqual([
      [2, '2026-03-01T07:00:00+08:00', 'in'],
      [2, '2026-03-01T17:30:00+08:00', 'out'],
      [3, '2026-03-01T20:00:00+08:00', 'in'],
      [3, '2026-03-02T05:30:00+08:00', 'out'],
      [4, '2026-03-01T18:05:00+08:00', 'out'],
    ])
  })

  it('spreads a day that is merged over its punches', () => {
    const lines = [
      ['姓名', '考勤日期', '考勤时间'],
      ['张三', '2026-03-01', '07:00'],
      ['李四', null, '07:10'],
    ]
    const merges = [{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 }]
    expect(readSample({ lines, merges }).records.map((record) => record['at'])).toEqual([
      '2026-03-01T07:00:00+08:00',
      '2026-03-01T07:10:00+08:00',
    ])
  })

  it('refuses a punch of nobody, one without day or time, and one at no time', () => {
    const { records, codes } = punches(
      ['姓名', '考勤号', '考勤时间', '方向'],
      [null, null, '2026-03-01 07:00:00', '进'],
      ['张三', 1, '2026-03-01', '进'],
      ['李四', 2, '07:00:00', '进'],
      ['王五', 3, '2026-03-01 27:00:00', '进'],
      ['赵六', 4, '2026-03-01 07:00:00', '上'],
      ['钱七', 5, null, '进'],
    )
    expect(records).toEqual([])
    expect(codes).toEqual([
      'C3 row.time-incomplete',
      'C4 row.time-incomplete',
      'C5 cell.time-unreadable',
      'D6 cell.word-unknown',
      '7 row.time-incomplete',
    ])
  })
})
