import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayNumber, dayOfNumber } from '../day.ts'
import { listAreas } from './area-code.ts'
import { checkIdNumber, idNumberCheckDigit } from './id-number.ts'

/** The number in the text of GB 11643-1999 itself. */
const sample = '11010519491231002X'

function numberOf(first17: string): string {
  return `${first17}${idNumberCheckDigit(first17)}`
}

/** ISO 7064 MOD 11-2 in its recursive form, which shares nothing with the weights. */
function satisfiesIso7064(idNumber: string): boolean {
  const values = [...idNumber].map((character) => (character === 'X' ? 10 : Number(character)))
  const product = values.slice(0, 17).reduce((total, value) => ((total + value) * 2) % 11, 0)
  return (product + (values[17] ?? 0)) % 11 === 1
}

const first17 = fc
  .tuple(
    fc.constantFrom(...listAreas().filter((area) => area.level === 'county')),
    fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2099-12-31')) }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, birth, order]) => {
    return `${area.code}${dayOfNumber(birth).replaceAll('-', '')}${String(order).padStart(3, '0')}`
  })

describe('checkIdNumber', () => {
  it('reads the area, birth date and sex of the number in the standard', () => {
    expect(checkIdNumber(sample)).toEqual({
      ok: true,
      idNumber: sample,
      birthOn: '1949-12-31',
      sex: 'female',
      areaCode: '110105',
      areaStanding: 'current',
    })
  })

  it.each([
    ['a lower-case x', '11010519491231002x'],
    ['full-width characters', '１１０１０５１９４９１２３１００２Ｘ'],
    ['blanks and a line break', ' 110105 1949\u30001231 002X\r\n'],
    ['invisible characters', '\uFEFF110105194912\u200B31002X'],
    ['the apostrophe of a spreadsheet', "'11010519491231002X"],
  ])('accepts %s', (_, text) => {
    expect(checkIdNumber(text)).toMatchObject({ ok: true, idNumber: sample })
  })

  it.each([
    ['length', ''],
    ['length', '1101051949123100'],
    ['length', '11010519491231002X1'],
    ['length', '123456789012345'],
    ['fifteen-digits', '110105491231002'],
    ['characters', '11010519491231002A'],
    ['characters', '1101051949123100XX'],
    ['area-unknown', numberOf('99010519491231002')],
    ['area-unknown', numberOf('00000019491231002')],
    ['birth-date', numberOf('11010519490229002')],
    ['birth-date', numberOf('11010519491331002')],
    ['birth-date', numberOf('11010518491231002')],
    ['check-digit', '110105194912310021'],
    ['check-digit', '330106199001010000'],
  ])('names the problem %s of "%s"', (problem, text) => {
    expect(checkIdNumber(text)).toEqual({ ok: false, problem })
  })

  it.each([
    ['330103', 'withdrawn'],
    ['130171', 'statistical'],
    ['512301', 'unlisted'],
    ['540481', 'unlisted'],
    ['830000', 'unlisted'],
    ['810000', 'current'],
  ])('accepts the area %s as %s', (areaCode, areaStanding) => {
    expect(checkIdNumber(numberOf(`${areaCode}19900101001`))).toMatchObject({
      ok: true,
      areaCode,
      areaStanding,
    })
  })

  it('accepts 29 February of a leap year only', () => {
    expect(checkIdNumber(numberOf('33010620000229001')).ok).toBe(true)
    expect(checkIdNumber(numberOf('33010619000229001')).ok).toBe(false)
  })

  it('accepts what ISO 7064 accepts, and refuses every change of one character', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const idNumber = numberOf(digits)
        expect(satisfiesIso7064(idNumber)).toBe(true)
        expect(checkIdNumber(idNumber)).toMatchObject({ ok: true, idNumber })
        const old = idNumber[place] === 'X' ? 10 : Number(idNumber[place])
        const changed = idNumber.slice(0, place) + ((old + shift) % 10) + idNumber.slice(place + 1)
        expect(checkIdNumber(changed).ok).toBe(changed === idNumber)
      }),
      { seed: 11643, numRuns: 500 },
    )
  })

  it('refuses two neighbouring characters in the wrong order', () => {
    fc.assert(
      fc.property(first17, fc.nat(15), (digits, place) => {
        const idNumber = numberOf(digits)
        const swapped =
          idNumber.slice(0, place) + idNumber[place + 1] + idNumber[place] + idNumber.slice(place + 2)
        expect(checkIdNumber(swapped).ok).toBe(swapped === idNumber)
      }),
      { seed: 7064, numRuns: 300 },
    )
  })
})

describe('idNumberCheckDigit', () => {
  it('gives the digits of the numbers in the standard', () => {
    expect(idNumberCheckDigit('11010519491231002')).toBe('X')
    expect(idNumberCheckDigit('44052418800101001')).toBe('4')
  })

  it('has no answer for anything but 17 digits', () => {
    expect(idNumberCheckDigit('1101051949123100')).toBeUndefined()
    expect(idNumberCheckDigit('1101051949123100X')).toBeUndefined()
  })
})
