import { describe, expect, it } from 'vitest'
import { day } from '../../../../law/day.ts'
import { monthInText, readDay, readMoment, readMonth } from './day-values.ts'

describe('日期', () => {
  it('is not held up by a cell that is too long to be a day', () => {
    const started = performance.now()
    expect(readDay('日'.repeat(32_000))).toMatchObject({ problem: 'cell.day-unreadable' })
    expect(performance.now() - started).toBeLessThan(500)
  })

  it.each([
    ['2026-03-05'],
    ['2026.3.5'],
    ['2026/3/5'],
    ['2026年3月5日'],
    ['2026年03月05日'],
    ['２０２６年３月５日'],
    ['2026 年 3 月 5 日'],
    ['20260305'],
    [20260305],
    [46086],
    ['46086'],
    [46086.354],
    ['2026-03-05 08:00:00'],
    ['2026-03-05T08:00:00'],
    ['2026年3月5日（星期四）'],
    [{ day: '2026-03-05', time: null }],
    [{ day: '2026-03-05', time: '08:00:00' }],
  ])('reads %j', (cell) => {
    expect(readDay(cell)).toEqual({ value: '2026-03-05' })
  })

  it.each([['至今'], ['未退场'], ['长期']])('reads %s as no day', (cell) => {
    expect(readDay(cell)).toEqual({ value: null })
  })

  it.each([
    ['2026-02-30', 'cell.day-impossible'],
    ['20261301', 'cell.day-impossible'],
    ['3/5/2026', 'cell.day-order-unclear'],
    ['26.3.5', 'cell.day-order-unclear'],
    ['3月5日', 'cell.day-unreadable'],
    ['2026.3', 'cell.day-unreadable'],
    ['上周', 'cell.day-unreadable'],
    [true, 'cell.day-unreadable'],
    [12, 'cell.day-unreadable'],
    ['1926-03-05', 'cell.day-range'],
    [{ day: '1900-01-15', time: null }, 'cell.day-range'],
  ])('refuses %j as %s', (cell, problem) => {
    expect(readDay(cell)).toMatchObject({ problem })
  })
})

describe('日期时间', () => {
  it.each([
    ['2026-03-05 07:25:13', '2026-03-05', '07:25:13'],
    ['2026/3/5 7:25', '2026-03-05', '07:25:00'],
    ['2026年3月5日 7时25分', '2026-03-05', '07:25:00'],
    ['2026-03-05 下午5:30', '2026-03-05', '17:30:00'],
    ['2026-03-05 5:30 PM', '2026-03-05', '17:30:00'],
    ['2026-03-05 12:05 AM', '2026-03-05', '00:05:00'],
    [{ day: '2026-03-05', time: '18:00:05' }, '2026-03-05', '18:00:05'],
    [46086.75, '2026-03-05', '18:00:00'],
    ['2026-03-05', '2026-03-05', null],
    ['07:25:13', null, '07:25:13'],
    ['7:25', null, '07:25:00'],
    [0.5, null, '12:00:00'],
  ])('reads %j as %s at %s', (cell, on, time) => {
    expect(readMoment(cell)).toEqual({ value: { day: on, time } })
  })

  it.each([['2026-03-05 25:00:00'], ['2026-02-30 08:00:00'], ['迟到'], ['2026-03-05 上午'], ['08:61']])(
    'refuses %j',
    (cell) => {
      expect(readMoment(cell)).toMatchObject({ problem: 'cell.time-unreadable' })
    },
  )
})

describe('月份', () => {
  it.each([
    ['2026-03'],
    ['2026年3月'],
    ['2026年3月份'],
    ['2026.03'],
    ['2026/3'],
    ['202603'],
    [202603],
    [{ day: '2026-03-01', time: null }],
    ['2026-03-31'],
    [46086],
  ])('reads %j', (cell) => {
    expect(readMonth(cell)).toEqual({ value: '2026-03' })
  })

  it('refuses a month without its year, and what is no month', () => {
    expect(readMonth('3月')).toMatchObject({ problem: 'cell.month-without-year' })
    expect(readMonth('2026-13')).toMatchObject({ problem: 'cell.month-unreadable' })
  })

  it.each([
    ['2026年3月工资', '2026-03'],
    ['代发2026-03工资', '2026-03'],
    ['3月工资', '2026-03'],
    ['12月份工资', '2025-12'],
    ['4月工资', '2026-04'],
    ['5月工资', '2025-05'],
    ['1-3月工资', null],
    ['2月、3月工资', null],
    ['3月10日代发', null],
    ['工资', null],
  ])('finds the month in %s, paid on 2026-04-10', (text, month) => {
    expect(monthInText(text, day('2026-04-10'))).toBe(month)
  })

  it('does not guess a year without a day beside it', () => {
    expect(monthInText('3月工资', null)).toBeNull()
  })
})
