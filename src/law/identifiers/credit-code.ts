import { normalizeNumber } from './normalize.ts'

/** The characters of GB 32100, in the order of their values 0 to 30; I, O, S, V and Z are not among them. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export type CreditCodeProblem = 'length' | 'characters'

export type CreditCodeCheck =
  | {
      readonly ok: true
      readonly creditCode: string
      /** The area of the authority that registered the organization, six digits. */
      readonly areaCode: string
      /** Published government lists contain such codes, so the record is kept and the doubt is shown. */
      readonly warning?: 'check-digit'
    }
  | { readonly ok: false; readonly problem: CreditCodeProblem }

/**
 * 统一社会信用代码校验码 — the 18th character for the first 17 (GB 32100-2015: weights 3^i mod 31).
 * Undefined if there are not 17 characters of the alphabet.
 */
export function creditCodeCheckDigit(first17: string): string | undefined {
  if (first17.length !== 17) {
    return undefined
  }
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = alphabet.indexOf(character)
    if (value < 0) {
      return undefined
    }
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

/**
 * 统一社会信用代码 — checks a credit code of an organization (GB 32100-2015) after normalizing its writing.
 * Wrong length or characters are problems; a wrong check digit is only a warning.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const creditCode = normalizeNumber(text)
  if (creditCode.length !== 18) {
    return { ok: false, problem: 'length' }
  }
  const expected = creditCodeCheckDigit(creditCode.slice(0, 17))
  const areaCode = creditCode.slice(2, 8)
  if (expected === undefined || !alphabet.includes(creditCode.slice(17)) || !/^\d{6}$/.test(areaCode)) {
    return { ok: false, problem: 'characters' }
  }
  const passed = { ok: true, creditCode, areaCode } as const
  return creditCode.endsWith(expected) ? passed : { ...passed, warning: 'check-digit' }
}
