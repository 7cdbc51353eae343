import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBankCard, luhnDigit } from './bank-card.ts'
import { maskBankCard, maskIdNumber, maskPhone, tail4 } from './mask.ts'
import { normalizeGrouped, normalizeNumber } from './normalize.ts'
import { checkPhone } from './phone.ts'

describe('checkBankCard', () => {
  it.each([
    ['4111 1111 1111 1111', '4111111111111111'],
    ['６２１７－0000-0000—0000-004', '6217000000000000004'],
    ['79927398713', '79927398713'],
  ])('reads "%s"', (text, bankCard) => {
    expect(checkBankCard(text)).toEqual({ ok: true, bankCard })
  })

  it('warns of a number that fails the Luhn digit and keeps it', () => {
    expect(checkBankCard('4111111111111112')).toEqual({
      ok: true,
      bankCard: '4111111111111112',
      warning: 'check-digit',
    })
  })

  it.each([
    ['characters', '6.21700123456E+18'],
    ['characters', '建设银行'],
    ['length', ''],
    ['length', '1234567'],
    ['length', '1'.repeat(31)],
  ])('names the problem %s of "%s"', (problem, text) => {
    expect(checkBankCard(text)).toEqual({ ok: false, problem })
  })

  it('warns of every change of one digit in a completed number', () => {
    const digits = fc.stringMatching(/^62\d{13,16}$/)
    fc.assert(
      fc.property(digits, fc.nat(14), fc.integer({ min: 1, max: 9 }), (head, place, shift) => {
        const bankCard = head + luhnDigit(head)
        expect(checkBankCard(bankCard)).toEqual({ ok: true, bankCard })
        const other = (Number(bankCard[place]) + shift) % 10
        const changed = bankCard.slice(0, place) + other + bankCard.slice(place + 1)
        expect(checkBankCard(changed)).toMatchObject({ ok: true, warning: 'check-digit' })
      }),
      { seed: 7812, numRuns: 300 },
    )
  })
})

describe('checkPhone', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 138 0013 8000',
    '+86-13800138000',
    '0086 13800138000',
    '8613800138000',
    '（+86）13800138000',
    '１３８００１３８０００',
  ])('reads "%s"', (text) => {
    expect(checkPhone(text)).toEqual({ ok: true, phone: '13800138000' })
  })

  it.each([
    ['length', ''],
    ['length', '1380013800'],
    ['length', '138001380001'],
    ['not-mobile', '12345678901'],
    ['not-mobile', '05718888888'],
    ['characters', '+852 9123 4567'],
    ['characters', '13800138000/13900139000'],
  ])('names the problem %s of "%s"', (problem, text) => {
    expect(checkPhone(text)).toEqual({ ok: false, problem })
  })
})

describe('masks', () => {
  it('show what tells two people apart and hide the rest', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X')
    expect(maskPhone('13800138000')).toBe('138****8000')
    expect(maskBankCard('6217000000000000006')).toBe('***************0006')
    expect(tail4('6217000000000000006')).toBe('0006')
  })

  it('hide a text whole that is too short to hide four characters in', () => {
    expect(maskPhone('1380013800')).toBe('**********')
    expect(maskBankCard('1234567')).toBe('*******')
    expect(maskIdNumber('')).toBe('')
  })

  it('never change the length, and leave at least four characters hidden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4,30}$/), (digits) => {
        for (const masked of [maskIdNumber(digits), maskPhone(digits), maskBankCard(digits)]) {
          expect(masked).toHaveLength(digits.length)
          expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(4)
        }
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

describe('normalizing', () => {
  it('gives the same text when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalizeNumber(normalizeNumber(text))).toBe(normalizeNumber(text))
        expect(normalizeGrouped(normalizeGrouped(text))).toBe(normalizeGrouped(text))
      }),
      { seed: 9, numRuns: 500 },
    )
  })
})
