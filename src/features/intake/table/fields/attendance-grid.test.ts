import { describe, expect, it } from 'vitest'
import { month } from '../../../../law/day.ts'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import type { DayMark } from '../grid-marks.ts'
import { idNumberOf, merge, type ReadSample, readSample } from '../testing/sheet.ts'

const dates = Array.from({ length: 31 }, (_, at) => at + 1)
const header = ['姓名', '身份证号', ...dates, '出勤天数']

/** The marks of the first days; the rest of the month is blank. */
function marks(...cells: readonly Cell[]): Cell[] {
  return dates.map((_, at) => cells[at] ?? null)
}

function grid(...rows: readonly (readonly Cell[])[]): ReadSample {
  return readSample({ lines: [header, ...rows], month: month('2026-03') })
}

function daysOf(record: unknown): readonly DayMark[] {
  return typeof record === 'object' && record !== null && 'days' in record ? (record.days as DayMark[]) : []
}

/** Hundredths of a day, day by day. */
function hundredths(sample: ReadSample, at = 0): readonly number[] {
  return daysOf(sample.records[at]).map((day) => day.dayHundredths)
}

describe('月考勤表', () => {
  it('reads a month of one person', () => {
    const { records, codes } = grid([
      '张三',
      idNumberOf(1),
      ...marks('√', '半', '休', 0.5, '8h', '√+2', '旷'),
      4,
    ])
    expect(codes).toEqual([])
    expect(records).toMatchObject([
      { name: '张三', idNumber: idNumberOf(1), month: '2026-03', statedDays: 400 },
    ])
    expect(daysOf(records[0])).toEqual([
      {
        day: '2026-03-01',
        dayHundredths: 100,
        minutes: null,
        overtimeMinutes: 0,
        meaning: 'worked',
        mark: '√',
      },
      {
        day: '2026-03-02',
        dayHundredths: 50,
        minutes: null,
        overtimeMinutes: 0,
        meaning: 'half',
        mark: '半',
      },
      { day: '2026-03-03', dayHundredths: 0, minutes: null, overtimeMinutes: 0, meaning: 'rest', mark: '休' },
      {
        day: '2026-03-04',
        dayHundredths: 50,
        minutes: null,
        overtimeMinutes: 0,
        meaning: 'half',
        mark: '0.5',
      },
      {
        day: '2026-03-05',
        dayHundredths: 100,
        minutes: 480,
        overtimeMinutes: 0,
        meaning: 'worked',
        mark: '8h',
      },
      {
        day: '2026-03-06',
        dayHundredths: 100,
        minutes: null,
        overtimeMinutes: 120,
        meaning: 'worked',
        mark: '√+2',
      },
      {
        day: '2026-03-07',
        dayHundredths: 0,
        minutes: null,
        overtimeMinutes: 0,
        meaning: 'absent',
        mark: '旷',
      },
    ])
  })

  it('warns of a total that the marks do not come to', () => {
    const { records, issues } = grid(['张三', null, ...marks('√', '√'), 3])
    expect(records).toHaveLength(1)
    expect(issues).toMatchObject([{ code: 'row.days-differ', column: 'AH', data: { stated: 3, summed: 2 } }])
  })

  it('refuses a row at a mark that nobody knows', () => {
    const { records, issues } = grid(['张三', null, ...marks('√', '？')], ['李四', null, ...marks('√')])
    expect(records).toMatchObject([{ name: '李四' }])
    expect(issues).toMatchObject([{ row: 2, column: 'D', code: 'cell.mark-unknown', severity: 'error' }])
  })

  it('refuses a mark on a day that the month does not have, and passes a stroke there', () => {
    const lines = [
      header,
      ['张三', null, ...marks('√').slice(0, 30), '√'],
      ['李四', null, ...marks('√').slice(0, 30), '/'],
    ]
    const { records, codes } = readSample({ lines, month: month('2026-04') })
    expect(codes).toEqual(['AG2 cell.day-not-in-month'])
    expect(records).toMatchObject([{ name: '李四' }])
  })
})

describe('数字', () => {
  it.each([
    ['days where none is above one and three quarters', [1, 0.5, 1.5], null, [100, 50, 150]],
    ['hours where one is four or more', [8, 10, 2, 4], null, [100, 100, 25, 50]],
    ['days where the total says so', [1, 2, 2.5], 5.5, [100, 200, 250]],
    ['hours where the total says so, more than a day too', [10, 10, 4], 3, [125, 125, 50]],
  ])('are %s', (_, cells, total, days) => {
    expect(hundredths(grid(['张三', null, ...marks(...cells), total]))).toEqual(days)
  })

  it('states minutes for hours only', () => {
    expect(daysOf(grid(['张三', null, ...marks(8, 9.5)]).records[0]).map((day) => day.minutes)).toEqual([
      480, 570,
    ])
    expect(daysOf(grid(['张三', null, ...marks(1, 0.5)]).records[0]).map((day) => day.minutes)).toEqual([
      null,
      null,
    ])
  })

  it('refuse the row where they could be either', () => {
    expect(grid(['张三', null, ...marks(1, 2)]).codes).toEqual(['D2 cell.mark-unclear'])
    expect(grid(['张三', null, ...marks(1, 25)]).codes).toEqual(['D2 cell.mark-unknown'])
  })
})

describe('圆圈等符号', () => {
  it('mean what the legend says, above or below the table', () => {
    const rows = [['张三', null, ...marks('√', '○', '×')]]
    const below = grid(...rows, ['注：√出勤 ○半天 ×旷工'])
    expect(hundredths(below)).toEqual([100, 50, 0])
    const above = readSample({ lines: [['2026年3月考勤表'], ['√旷工 ○出勤 ×半天'], header, ...rows] })
    expect(hundredths(above)).toEqual([0, 100, 50])
    expect([...below.codes, ...above.codes]).toEqual([])
  })

  it('mean what makes the total come true, row by row', () => {
    const sample = grid(
      ['张三', null, ...marks('√', '√', '○', '○'), 2],
      ['李四', null, ...marks('√', '√', '○', '○'), 3],
      ['王五', null, ...marks('√', '√', '○', '○'), 4],
    )
    expect([hundredths(sample, 0), hundredths(sample, 1), hundredths(sample, 2)]).toEqual([
      [100, 100, 0, 0],
      [100, 100, 50, 50],
      [100, 100, 100, 100],
    ])
    expect(sample.codes).toEqual([])
  })

  it('count as not worked without either, told of once a sheet', () => {
    const sample = grid(['张三', null, ...marks('√', '○', '○')], ['李四', null, ...marks('○')])
    expect(hundredths(sample)).toEqual([100, 0, 0])
    expect(sample.codes).toEqual(['D2 cell.mark-by-default'])
    expect(sample.issues[0]?.severity).toBe('warning')
  })
})

describe('一人几行', () => {
  const parts = ['姓名', '身份证号', '', ...dates, '合计']

  it('adds morning, afternoon and overtime of a day', () => {
    const { records, codes } = readSample({
      lines: [
        parts,
        ['张三', idNumberOf(1), '上午', ...marks('√', '√', '√'), 2.5],
        [null, null, '下午', ...marks('√', '×', '√')],
        [null, null, '加班', ...marks(2, null, '1.5')],
        ['李四', idNumberOf(2), '上午', ...marks(1), 1],
        [null, null, '下午', ...marks(1)],
        [null, null, '加班', ...marks()],
      ],
      month: month('2026-03'),
    })
    expect(codes).toEqual([])
    expect(daysOf(records[0])).toMatchObject([
      { dayHundredths: 100, overtimeMinutes: 120, mark: '√/√/2', meaning: 'worked' },
      { dayHundredths: 50, overtimeMinutes: 0, mark: '√/×', meaning: 'half' },
      { dayHundredths: 100, overtimeMinutes: 90 },
    ])
    expect(daysOf(records[1])).toMatchObject([{ dayHundredths: 100 }])
  })

  it('follows a name that is merged over its lines', () => {
    const lines = [
      ['2026年3月考勤表'],
      ['姓名', '时段', ...dates],
      ['张三', '出勤', ...marks(8, 8)],
      [null, '加班', ...marks(2)],
      ['李四', '出勤', ...marks(8)],
      [null, '加班', ...marks()],
    ]
    const { records, codes } = readSample({ lines, merges: [merge(3, 0, 4, 0), merge(5, 0, 6, 0)] })
    expect(codes).toEqual([])
    expect(daysOf(records[0])).toMatchObject([
      { dayHundredths: 100, minutes: 600, overtimeMinutes: 120 },
      { dayHundredths: 100, minutes: 480, overtimeMinutes: 0 },
    ])
    expect(records).toHaveLength(2)
  })
})

describe('日期列', () => {
  it('may be dates, and may run over the turn of the month', () => {
    const cells = ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01'].map((day) => ({ day, time: null }))
    const dated = readSample({
      lines: [
        ['姓名', '工号', ...cells],
        ['张三', 1, '√', '√', '√', '√'],
      ],
      month: month('2026-03'),
    })
    const numbered = readSample({
      lines: [
        ['姓名', '工号', 26, 27, 28, 1],
        ['张三', 1, '√', '√', '√', '√'],
      ],
      month: month('2026-03'),
    })
    const expected = ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01']
    expect(daysOf(dated.records[0]).map(({ day }) => day)).toEqual(expected)
    expect(daysOf(numbered.records[0]).map(({ day }) => day)).toEqual(expected)
  })
})
