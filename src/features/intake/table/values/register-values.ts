import { maskPhone } from '../../../../law/identifiers/mask.ts'
import { normalizeGrouped } from '../../../../law/identifiers/normalize.ts'
import { checkPhone } from '../../../../law/identifiers/phone.ts'
import type { Fen } from '../../../../law/money.ts'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { cellText, compactText } from '../text.ts'
import type { ColumnContext, Reading } from '../types.ts'
import { readMoney } from './number-values.ts'
import { readYesNo } from './word-values.ts'

/** 支付担保 — whether a guarantee was given, and its amount where the cell states one. */
export interface Guarantee {
  readonly given: boolean
  readonly fen: Fen | null
}

/** 工程款支付担保 — 有, 无, the kind of guarantee, or its amount. */
export function readGuarantee(cell: Cell, context: ColumnContext): Reading<Guarantee> {
  const answer = readYesNo(cell)
  if ('value' in answer) {
    return { value: { given: answer.value, fen: null } }
  }
  if (/保函|担保|保险|已提供/.test(compactText(cell))) {
    return { value: { given: true, fen: null } }
  }
  const money = readMoney(cell, context)
  return 'problem' in money ? money : { value: { given: money.value > 0n, fen: money.value } }
}

/** 联系电话 — a mobile number, or a land line with its area code (0571-87654321). */
export function readContactPhone(cell: Cell): Reading<string | null> {
  const text = cellText(cell)
  const check = checkPhone(text)
  if (check.ok) {
    return { value: check.phone }
  }
  const digits = normalizeGrouped(text).replace(/[()]/g, '')
  return /^(?:0\d{2,3})?[2-9]\d{6,7}$/.test(digits)
    ? { value: digits }
    : { value: null, warning: { code: 'cell.phone-unreadable', data: { value: maskPhone(text) } } }
}
