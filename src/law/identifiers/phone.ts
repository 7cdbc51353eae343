import { normalizeGrouped } from './normalize.ts'

export type PhoneProblem = 'length' | 'characters' | 'not-mobile'

export type PhoneCheck =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly problem: PhoneProblem }

/**
 * 手机号码 — checks a mainland mobile number, 1[3-9] and nine digits, after dropping blanks, dashes and the
 * country code (+86, 0086, or 86 before eleven digits). `not-mobile` is one of eleven digits of another kind.
 */
export function checkPhone(text: string): PhoneCheck {
  const digits = normalizeGrouped(text)
    .replace(/[()]/g, '')
    .replace(/^(?:\+86|0086|86(?=\d{11}$))/, '')
  if (!/^\d*$/.test(digits)) {
    return { ok: false, problem: 'characters' }
  }
  if (digits.length !== 11) {
    return { ok: false, problem: 'length' }
  }
  return /^1[3-9]/.test(digits) ? { ok: true, phone: digits } : { ok: false, problem: 'not-mobile' }
}
