import { describe, expect, it } from 'vitest'
import { readArea } from './area-values.ts'
import {
  readCycleMonths,
  readDepositForm,
  readDirection,
  readPayCycle,
  readPayDay,
  readPayoutStatus,
  readRateKind,
  readSector,
  readSex,
  readWorksiteKind,
  readYesNo,
} from './word-values.ts'

describe('词语', () => {
  it.each([
    [readSex, '男', 'male'],
    [readSex, '女性', 'female'],
    [readYesNo, '是', true],
    [readYesNo, '已办理', true],
    [readYesNo, '未办理', false],
    [readWorksiteKind, '工程项目', 'project'],
    [readWorksiteKind, '在建项目', 'project'],
    [readWorksiteKind, '门店', 'establishment'],
    [readWorksiteKind, '平台站点', 'labor-platform'],
    [readSector, '房屋建筑', 'housing'],
    [readSector, '市政公用', 'housing'],
    [readSector, '公路', 'transport'],
    [readSector, '水利水电', 'water'],
    [readSector, '铁路', 'railway'],
    [readSector, '制造业', 'manufacturing'],
    [readSector, '外卖配送', 'delivery'],
    [readDepositForm, '现金', 'cash'],
    [readDepositForm, '银行保函', 'bank-guarantee'],
    [readDepositForm, '工程保证保险', 'surety-insurance'],
    [readDepositForm, '免缴', 'exempt'],
    [readPayCycle, '按月', 'month'],
    [readPayCycle, '月结', 'month'],
    [readPayCycle, '半月', 'half-month'],
    [readPayCycle, '每周', 'week'],
    [readPayCycle, '日结', 'day'],
    [readPayCycle, '完工结算', 'task'],
    [readRateKind, '计时', 'hour'],
    [readRateKind, '日薪', 'day'],
    [readRateKind, '点工', 'day'],
    [readRateKind, '月薪', 'month'],
    [readRateKind, '计件', 'piece'],
    [readCycleMonths, '每月', 1],
    [readCycleMonths, '1个月', 1],
    [readCycleMonths, '每季度', 3],
    [readDirection, '进场', 'in'],
    [readDirection, '出', 'out'],
    [readDirection, '下班', 'out'],
    [readPayoutStatus, '成功', 'paid'],
    [readPayoutStatus, '交易成功', 'paid'],
    [readPayoutStatus, '0000', 'paid'],
    [readPayoutStatus, '不成功', 'failed'],
    [readPayoutStatus, '交易失败', 'failed'],
    [readPayoutStatus, '退票', 'returned'],
    [readPayoutStatus, '处理中', 'pending'],
  ] as const)('%o reads %s as %s', (read, cell, value) => {
    expect(read(cell)).toEqual({ value })
  })

  it('refuses an unknown word and lists what is allowed', () => {
    expect(readDirection('中')).toEqual({
      problem: 'cell.word-unknown',
      data: { value: '中', allowed: '进、出' },
    })
    expect(readCycleMonths('半月')).toMatchObject({ problem: 'cell.word-unknown' })
  })
})

describe('发放日', () => {
  it.each([
    [15, 15, null, null],
    ['每月15日', 15, null, null],
    ['次月15日前', 15, null, 1],
    ['当月25号', 25, null, 0],
    ['下月10日', 10, null, 1],
    ['月底', 31, null, null],
    ['每周五', null, 5, null],
    ['星期日', null, 7, null],
  ])('reads %j', (cell, day, weekday, monthOffset) => {
    expect(readPayDay(cell)).toEqual({ value: { day, weekday, monthOffset } })
  })

  it.each([['32'], ['月中'], [0], [{ day: '2026-03-15', time: null }]])('refuses %j', (cell) => {
    expect(readPayDay(cell)).toMatchObject({ problem: 'cell.pay-day-unreadable' })
  })
})

describe('行政区划', () => {
  it.each([
    ['330106', '330106'],
    [330106, '330106'],
    ['330106001', '330106001'],
    ['330100', '330100'],
    ['浙江省杭州市西湖区', '330106'],
    ['浙江省/杭州市/西湖区', '330106'],
    ['浙江省-杭州市-西湖区', '330106'],
    ['杭州市西湖区', '330106'],
    ['浙江省 杭州市 西湖区', '330106'],
    ['杭州市', '330100'],
    ['浙江省', '330000'],
    ['义乌市', '330782'],
  ])('reads %j as %s', (cell, value) => {
    expect(readArea(cell)).toEqual({ value })
  })

  it('refuses a name that several areas bear, with their codes', () => {
    expect(readArea('鼓楼区')).toMatchObject({ problem: 'cell.area-ambiguous', data: { value: '鼓楼区' } })
    expect(readArea('南京市鼓楼区')).toEqual({ value: '320106' })
  })

  it('refuses what is no area', () => {
    expect(readArea('某某新城')).toMatchObject({ problem: 'cell.area-unknown' })
    expect(readArea('999999')).toMatchObject({ problem: 'cell.area-code-unknown' })
    expect(readArea('33010')).toMatchObject({ problem: 'cell.area-code-unknown' })
  })
})
