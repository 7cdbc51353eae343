import { describe, expect, it } from 'vitest'
import { readCode, readHolder, readList, readName, readUnitName } from './text-values.ts'

describe('姓名', () => {
  it.each([
    ['张三', '张三'],
    ['张　三', '张三'],
    [' 张 三 ', '张三'],
    ['张\u200b三', '张三'],
    ['买买提·吐尔逊', '买买提·吐尔逊'],
    ['买买提•吐尔逊', '买买提·吐尔逊'],
    ['买买提．吐尔逊', '买买提·吐尔逊'],
    ['欧阳　娜　娜', '欧阳娜娜'],
    ['㛃翾', '㛃翾'],
    ['John  Smith', 'John Smith'],
  ])('reads %j as %j', (cell, value) => {
    expect(readName(cell)).toEqual({ value })
  })

  it('takes a remark in brackets off, and says so', () => {
    expect(readName('张三（组长）')).toEqual({
      value: '张三',
      warning: { code: 'cell.name-remark', data: {} },
    })
  })

  it.each([['张三123'], ['张'], ['制表：张三'], [12], [{ day: '2026-03-01', time: null }], ['张三/李四']])(
    'refuses %j',
    (cell) => {
      expect(readName(cell)).toMatchObject({ problem: 'cell.name-unreadable' })
    },
  )
})

describe('编号', () => {
  it.each([
    ['330106202603010001', '330106202603010001'],
    [' GC 2026-01 ', 'GC2026-01'],
    [1001, '1001'],
    ['="0012"', '0012'],
    ['ＧＣ０１', 'GC01'],
  ])('reads %j as %j', (cell, value) => {
    expect(readCode(cell)).toEqual({ value })
  })

  it.each([[3.30106202603e17], ['3.30106E+17'], [{ day: '2026-03-01', time: null }]])(
    'refuses %j, which the sheet has changed',
    (cell) => {
      expect(readCode(cell)).toMatchObject({ problem: 'cell.number-damaged' })
    },
  )
})

describe('单位与名单', () => {
  it('writes the brackets of a unit in one way and drops blanks', () => {
    expect(readUnitName('杭州 某某(集团)有限公司')).toEqual({ value: '杭州某某（集团）有限公司' })
  })

  it('refuses a number in place of a unit', () => {
    expect(readUnitName(12)).toMatchObject({ problem: 'cell.text-expected' })
  })

  it('keeps the holder of an account as the bank writes it', () => {
    expect(readHolder('张　三')).toEqual({ value: '张三' })
    expect(readHolder('某某 公司')).toEqual({ value: '某某公司' })
  })

  it('takes a list apart at line breaks, 、 and semicolons, without the numbers of its lines', () => {
    expect(readList('1.甲劳务公司\n2、乙劳务公司；丙公司')).toEqual({
      value: ['甲劳务公司', '乙劳务公司', '丙公司'],
    })
    expect(readList('甲、乙;丙\n')).toEqual({ value: ['甲', '乙', '丙'] })
  })
})
