import { describe, expect, it } from 'vitest'
import { idNumberOf } from '../testing/sheet.ts'
import {
  readAccountNumber,
  readBankCard,
  readCreditCode,
  readCreditCodes,
  readIdNumber,
  readPhone,
} from './identity-values.ts'
import { readContactPhone, readGuarantee } from './register-values.ts'

const plain = { note: '', month: null }
/** 11010519491231002X is the example of GB 11643. */
const example = '11010519491231002X'

describe('身份证号', () => {
  it.each([
    [example],
    ['11010519491231002x'],
    [` ${example} `],
    [`'${example}`],
    [`="${example}"`],
    ['１１０１０５１９４９１２３１００２Ｘ'],
    ['110105 19491231 002X'],
  ])('reads %j', (cell) => {
    expect(readIdNumber(cell)).toEqual({ value: example })
  })

  it.each([[110105194912310020], [1.1010519491231e17], ['1.10105E+17'], ['1.101051949E17']])(
    'refuses %j, damaged beyond 15 digits',
    (cell) => {
      expect(readIdNumber(cell)).toMatchObject({ problem: 'cell.id-number-damaged' })
    },
  )

  it('refuses text that was a damaged number before', () => {
    expect(readIdNumber('110105194912310000')).toMatchObject({ problem: 'cell.id-number-damaged' })
  })

  it('refuses a number of 15 digits as void, also from a number cell', () => {
    expect(readIdNumber('110105491231002')).toMatchObject({ problem: 'cell.id-number-fifteen-digits' })
    expect(readIdNumber(110105491231002)).toMatchObject({ problem: 'cell.id-number-fifteen-digits' })
  })

  it.each([
    ['110105194912310021', 'cell.id-number-check-digit'],
    ['110105194902310026', 'cell.id-number-birth-date'],
    ['990105194912310026', 'cell.id-number-area-unknown'],
    ['1101051949123100', 'cell.id-number-length'],
    ['11010519491231OO2X', 'cell.id-number-characters'],
  ])('refuses %j as %s', (cell, problem) => {
    expect(readIdNumber(cell)).toMatchObject({ problem })
  })

  it('never puts a whole number into its data', () => {
    for (const cell of ['110105194912310021', 110105194912310020, '1101051949123100']) {
      expect(JSON.stringify(readIdNumber(cell))).not.toContain('19491231')
    }
  })
})

describe('银行卡号', () => {
  it('reads a card in groups and passes one that fails the check digit with a warning', () => {
    expect(readBankCard('6222 0212 0204 1234 569')).toEqual({ value: '6222021202041234569' })
    expect(readBankCard('6222021202041234567')).toMatchObject({
      value: '6222021202041234567',
      warning: { code: 'cell.card-check-digit' },
    })
  })

  it('keeps a short account from a number cell and refuses a damaged one', () => {
    expect(readBankCard(330016167350)).toMatchObject({ value: '330016167350' })
    expect(readBankCard(6222021202041234000)).toMatchObject({ problem: 'cell.card-damaged' })
    expect(readBankCard('6.22202E+18')).toMatchObject({ problem: 'cell.card-damaged' })
  })

  it('refuses what is no number, and hides what it shows', () => {
    expect(readBankCard('工行6222021202041234569')).toMatchObject({ problem: 'cell.card-characters' })
    expect(readBankCard('1234567')).toMatchObject({ problem: 'cell.card-length' })
    expect(JSON.stringify(readBankCard('6222021202041234567A'))).not.toContain('62220212')
  })

  it('does not doubt the account of a unit', () => {
    expect(readAccountNumber('33001616735053000123')).toEqual({ value: '33001616735053000123' })
  })
})

describe('电话', () => {
  it.each([
    ['13800138000', '13800138000'],
    [13800138000, '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['13800138000/13900139000', '13800138000'],
  ])('reads %j', (cell, value) => {
    expect(readPhone(cell)).toEqual({ value })
  })

  it('leaves another number out with a warning, masked', () => {
    const reading = readPhone('1380013800')
    expect(reading).toMatchObject({ value: null, warning: { code: 'cell.phone-unreadable' } })
    expect(JSON.stringify(reading)).not.toContain('1380013800')
  })

  it('takes a land line of an office', () => {
    expect(readContactPhone('0571-87654321')).toEqual({ value: '057187654321' })
    expect(readContactPhone('转二部')).toMatchObject({ value: null })
  })
})

describe('统一社会信用代码', () => {
  it('reads a code and doubts one with a wrong check digit', () => {
    expect(readCreditCode('91350100M000100Y43')).toEqual({ value: '91350100M000100Y43' })
    expect(readCreditCode('91350100m000100y44')).toMatchObject({
      value: '91350100M000100Y44',
      warning: { code: 'cell.credit-code-check-digit' },
    })
  })

  it('refuses wrong length, wrong characters and a damaged number', () => {
    expect(readCreditCode('91350100M000100Y4')).toMatchObject({ problem: 'cell.credit-code-length' })
    expect(readCreditCode('91350100MO00100Y43')).toMatchObject({ problem: 'cell.credit-code-characters' })
    expect(readCreditCode(Number('913501001234567890'))).toMatchObject({ problem: 'cell.number-damaged' })
  })

  it('reads several codes of a cell and refuses the cell for one that is wrong', () => {
    expect(readCreditCodes('91350100M000100Y43、91350100M000100Y43')).toEqual({
      value: ['91350100M000100Y43', '91350100M000100Y43'],
    })
    expect(readCreditCodes('91350100M000100Y43\n123')).toMatchObject({ problem: 'cell.credit-code-length' })
  })
})

describe('支付担保', () => {
  it('reads yes, no, a kind of guarantee or an amount', () => {
    expect(readGuarantee('有', plain)).toEqual({ value: { given: true, fen: null } })
    expect(readGuarantee('否', plain)).toEqual({ value: { given: false, fen: null } })
    expect(readGuarantee('银行保函', plain)).toEqual({ value: { given: true, fen: null } })
    expect(readGuarantee(1200.5, { note: '万元', month: null })).toEqual({
      value: { given: true, fen: 1_200_500_000n },
    })
    expect(readGuarantee('不清楚', plain)).toMatchObject({ problem: 'cell.money-unreadable' })
  })
})

describe('样例', () => {
  it('makes valid ID numbers for the tests of this folder', () => {
    for (const serial of [1, 2, 17, 998]) {
      expect(readIdNumber(idNumberOf(serial))).toEqual({ value: idNumberOf(serial) })
    }
  })
})
