import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCodeCheckDigit } from './credit-code.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** The code in the annex of GB 32100-2015. */
const sample = '91350100M000100Y43'

/** The rule in the standard's own words: the weighted sum with the check character divides by 31. */
function weightedSum(creditCode: string): bigint {
  return [...creditCode].reduce((sum, character, place) => {
    const weight = place === 17 ? 1n : 3n ** BigInt(place)
    return sum + BigInt(alphabet.indexOf(character)) * weight
  }, 0n)
}

const first17 = fc
  .tuple(
    fc.stringMatching(/^[159NY][1239]$/),
    fc.stringMatching(/^\d{6}$/),
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''))

describe('checkCreditCode', () => {
  it('accepts the code in the annex of the standard and reads its area', () => {
    expect(checkCreditCode(sample)).toEqual({ ok: true, creditCode: sample, areaCode: '350100' })
  })

  it.each(['91350100m000100y43', ' 9135 0100 M000 100Y43 ', '９１３５０１００Ｍ０００１００Ｙ４３'])(
    'accepts "%s"',
    (text) => {
      expect(checkCreditCode(text)).toMatchObject({ ok: true, creditCode: sample })
    },
  )

  it('warns of a wrong check digit and keeps the code', () => {
    expect(checkCreditCode('91350100M000100Y44')).toEqual({
      ok: true,
      creditCode: '91350100M000100Y44',
      areaCode: '350100',
      warning: 'check-digit',
    })
  })

  it.each([
    ['length', ''],
    ['length', '330106000012345'],
    ['length', '91350100M000100Y432'],
    ['characters', '91350100M000100I43'],
    ['characters', '91350100M000100O43'],
    ['characters', '91350100M000100S43'],
    ['characters', '91350100M000100V43'],
    ['characters', '91350100M000100Z43'],
    ['characters', '91350100M000100Y4Z'],
    ['characters', '9135A100M000100Y43'],
    ['characters', '91350100M000-00Y43'],
  ])('names the problem %s of "%s"', (problem, text) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, problem })
  })

  it('completes a code as the standard defines, and warns of every change of one character', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.integer({ min: 1, max: 30 }), (head, place, shift) => {
        const creditCode = `${head}${creditCodeCheckDigit(head)}`
        expect(weightedSum(creditCode) % 31n).toBe(0n)
        expect(checkCreditCode(creditCode)).toEqual({ ok: true, creditCode, areaCode: head.slice(2, 8) })
        const other = alphabet[(alphabet.indexOf(creditCode.charAt(place)) + shift) % 31]
        const changed = checkCreditCode(creditCode.slice(0, place) + other + creditCode.slice(place + 1))
        expect(changed.ok && changed.warning === undefined).toBe(false)
      }),
      { seed: 32100, numRuns: 300 },
    )
  })

  it('has no check digit for anything but 17 characters of the alphabet', () => {
    expect(creditCodeCheckDigit('91350100M000100Y')).toBeUndefined()
    expect(creditCodeCheckDigit('91350100M000100Z4')).toBeUndefined()
  })
})
