import { describe, expect, it } from 'vitest'
import {
  readCostTerm,
  readDays,
  readHours,
  readMoney,
  readPercent,
  readQuantity,
  readRate,
} from './number-values.ts'

const yuan = { note: '元', month: null }
const wan = { note: '万元', month: null }
const bare = { note: '', month: null }

describe('金额', () => {
  it.each([
    [5280.5, 528050n],
    ['5280.50', 528050n],
    ['5,280.50', 528050n],
    ['5，280.50', 528050n],
    ['￥5,280.50', 528050n],
    ['¥5280.5元', 528050n],
    ['５２８０．５', 528050n],
    ['5280.50元', 528050n],
    [' 5280 .50 ', 528050n],
    ['壹万贰仟叁佰元整', 1_230_000n],
    ['人民币壹万元', 1_000_000n],
    ['1.2万元', 1_200_000n],
    ['(1,234.50)', -123450n],
    ['（100）', -10000n],
    ['-88.8', -8880n],
    [0, 0n],
    ['0.00', 0n],
    [6000.000000001, 600000n],
    [0.1 + 0.2, 30n],
    ['6150.0000000000009', 615000n],
  ])('reads %j as %s fen', (cell, value) => {
    expect(readMoney(cell, yuan)).toEqual({ value })
  })

  it.each([
    [12345.67, 12_345_670_000n],
    ['12,345.67', 12_345_670_000n],
    ['500万元', 500_000_000n],
    ['3000000元', 300_000_000n],
  ])('reads %j under 万元 as %s fen', (cell, value) => {
    expect(readMoney(cell, wan)).toEqual({ value })
  })

  it.each([[166.66666666], ['166.667'], [0.005], [5000.0049]])(
    'refuses %j, which is finer than a fen',
    (cell) => {
      expect(readMoney(cell, yuan)).toMatchObject({ problem: 'cell.money-too-fine' })
    },
  )

  it.each([
    ['五千多'],
    ['约5000'],
    ['5000-6000'],
    [true],
    [1e15],
    ['1.2.3'],
    [{ day: '2026-03-01', time: null }],
  ])('refuses %j, which is no amount', (cell) => {
    expect(readMoney(cell, yuan)).toMatchObject({ problem: 'cell.money-unreadable' })
  })
})

describe('天数与工时', () => {
  it.each([
    [22.5, 2250],
    ['22.5', 2250],
    ['22天', 2200],
    ['22 个工', 2200],
    ['22天半', 2250],
    [22.333333, 2233],
    [0, 0],
  ])('reads %j as %d hundredths of a day', (cell, value) => {
    expect(readDays(cell)).toEqual({ value })
  })

  it.each([['二十天'], [-1], ['满勤'], [400], [{ day: '1900-01-22', time: null }]])(
    'refuses %j days',
    (cell) => {
      expect(readDays(cell)).toMatchObject({ problem: 'cell.days-unreadable' })
    },
  )

  it.each([
    [176, 10_560],
    ['176小时', 10_560],
    ['8.5h', 510],
    ['8小时30分', 510],
    ['176:30', 10_590],
    ['08:00:00', 480],
  ])('reads %j as %d minutes', (cell, value) => {
    expect(readHours(cell)).toEqual({ value })
  })

  it('refuses more hours than a month has, and words', () => {
    expect(readHours(800)).toMatchObject({ problem: 'cell.hours-unreadable' })
    expect(readHours('不详细')).toMatchObject({ problem: 'cell.hours-unreadable' })
  })
})

describe('比例', () => {
  it.each([
    ['20%', 2000],
    ['20％', 2000],
    [0.2, 2000],
    [20, 2000],
    ['12.5', 1250],
  ])('reads %j as %d of 10000', (cell, value) => {
    expect(readPercent(cell, bare)).toEqual({ value })
  })

  it('takes numbers under a title with % as percentages', () => {
    expect(readPercent(1, { note: '%', month: null })).toEqual({ value: 100 })
    expect(readPercent(0.5, { note: '%', month: null })).toEqual({ value: 50 })
  })

  it.each([[1], ['1'], ['120%'], ['两成']])('refuses %j, which is unclear or no share', (cell) => {
    expect(readPercent(cell, bare)).toMatchObject({ problem: 'cell.percent-unreadable' })
  })

  it('tells a share from an amount and refuses what could be both', () => {
    expect(readCostTerm('20%', bare)).toEqual({ value: { shareHundredths: 2000 } })
    expect(readCostTerm(0.2, bare)).toEqual({ value: { shareHundredths: 2000 } })
    expect(readCostTerm('200,000', bare)).toEqual({ value: { fen: 20_000_000n } })
    expect(readCostTerm(50, wan)).toEqual({ value: { fen: 50_000_000n } })
    expect(readCostTerm(20, bare)).toMatchObject({ problem: 'cell.cost-term-unclear' })
  })
})

describe('工资标准', () => {
  it.each([
    [300, 30000n, null],
    ['300元/天', 30000n, 'day'],
    ['300/工日', 30000n, 'day'],
    ['每天300元', 30000n, 'day'],
    ['6,500元/月', 650000n, 'month'],
    ['月6500', 650000n, 'month'],
    ['28元/小时', 2800n, 'hour'],
    ['25元/平方米', 2500n, 'piece'],
    ['25/m2', 2500n, 'piece'],
  ])('reads %j', (cell, fen, kind) => {
    expect(readRate(cell, bare)).toEqual({ value: { fen, kind } })
  })

  it('takes the unit from the title where the cell has none', () => {
    expect(readRate(300, { note: '元/天', month: null })).toEqual({ value: { fen: 30000n, kind: 'day' } })
  })

  it('refuses 面议', () => {
    expect(readRate('面议', bare)).toMatchObject({ problem: 'cell.money-unreadable' })
  })
})

describe('数量', () => {
  it('reads quantities with their unit', () => {
    expect(readQuantity('1,120.5m²')).toEqual({ value: 1120.5 })
    expect(readQuantity('35立方')).toEqual({ value: 35 })
    expect(readQuantity('若干')).toMatchObject({ problem: 'cell.number-unreadable' })
  })
})
