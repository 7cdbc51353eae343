import { normalizeGrouped } from './normalize.ts'

export type BankCardProblem = 'length' | 'characters'

export type BankCardCheck =
  | {
      readonly ok: true
      readonly bankCard: string
      /** Settlement accounts and passbooks need not satisfy it, so it is never a reason to refuse. */
      readonly warning?: 'check-digit'
    }
  | { readonly ok: false; readonly problem: BankCardProblem }

/** 银行卡校验码 — the Luhn digit that completes the digits before it. */
export function luhnDigit(digits: string): string {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const value = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 0 ? value * 2 : value
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

/**
 * 银行卡号或账号 — checks a card or account number after dropping blanks and dashes: 8 to 30 digits (30 is what
 * real-name platforms store). One that fails the Luhn digit passes with a warning.
 */
export function checkBankCard(text: string): BankCardCheck {
  const bankCard = normalizeGrouped(text)
  if (!/^\d*$/.test(bankCard)) {
    return { ok: false, problem: 'characters' }
  }
  if (bankCard.length < 8 || bankCard.length > 30) {
    return { ok: false, problem: 'length' }
  }
  const isLuhn = bankCard.endsWith(luhnDigit(bankCard.slice(0, -1)))
  return isLuhn ? { ok: true, bankCard } : { ok: true, bankCard, warning: 'check-digit' }
}
