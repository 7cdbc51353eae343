import { type Day, parseDay } from '../../law/index.ts'

/** 金额 — fen of an amount with up to five decimals; null where it is none or has parts of a fen. */
export function fenOf(text: string): bigint | null {
  const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d{1,5}))?$/.exec(text.trim()) ?? []
  if (whole === undefined || /[^0]/.test(fraction.slice(2))) {
    return null
  }
  return BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
}

/** 日期 — a day, also where a bank writes a date-time into an element for dates. */
export function dayOf(text: string | undefined): Day | null {
  return text === undefined ? null : parseDay(text.slice(0, 10))
}
