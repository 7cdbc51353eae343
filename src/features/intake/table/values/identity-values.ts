import { checkBankCard } from '../../../../law/identifiers/bank-card.ts'
import { checkCreditCode } from '../../../../law/identifiers/credit-code.ts'
import { checkIdNumber } from '../../../../law/identifiers/id-number.ts'
import { maskBankCard, maskIdNumber, maskPhone } from '../../../../law/identifiers/mask.ts'
import { normalizeNumber } from '../../../../law/identifiers/normalize.ts'
import { checkPhone } from '../../../../law/identifiers/phone.ts'
import { type Cell, isCellDate } from '../../../../platform/sheets/cell.ts'
import { cellText, shown } from '../text.ts'
import type { Reading } from '../types.ts'
import { isRounded, readList } from './text-values.ts'

/**
 * 身份证号 — a resident ID number with its check digit, area and birth date. A number cell, or text in
 * scientific notation, has lost its last digits: `cell.id-number-damaged` says so, and the cure. So does
 * text that ends in three zeros and fails the check digit, which is such a number turned into text. Nothing
 * is repaired.
 */
export function readIdNumber(cell: Cell): Reading<string> {
  const text = cellText(cell)
  const isDamaged = isRounded(cell) || isCellDate(cell)
  const check = checkIdNumber(text)
  if (check.ok && !isDamaged) {
    return { value: check.idNumber }
  }
  if (isDamaged || check.ok || (check.problem === 'check-digit' && /000$/.test(text))) {
    return { problem: 'cell.id-number-damaged', data: { value: shown(cell) } }
  }
  return { problem: `cell.id-number-${check.problem}`, data: { value: maskIdNumber(normalizeNumber(text)) } }
}

/**
 * 银行卡号 — a card or account number; refuses one that the sheet has rounded. A wrong Luhn digit is a warning
 * only, since accounts other than cards need not have one.
 */
export function readBankCard(cell: Cell): Reading<string> {
  if (isRounded(cell) || isCellDate(cell)) {
    return { problem: 'cell.card-damaged', data: { value: shown(cell) } }
  }
  const text = cellText(cell)
  const check = checkBankCard(text)
  if (!check.ok) {
    return { problem: `cell.card-${check.problem}`, data: { value: maskBankCard(normalizeNumber(text)) } }
  }
  const value = check.bankCard
  return check.warning === undefined
    ? { value }
    : { value, warning: { code: 'cell.card-check-digit', data: { value: maskBankCard(value) } } }
}

/** 账号 — an account of a unit, which has no check digit. */
export function readAccountNumber(cell: Cell): Reading<string> {
  const reading = readBankCard(cell)
  return 'problem' in reading ? reading : { value: reading.value }
}

/**
 * 手机号码 — a mobile number. Another kind of number is left out with a warning: a worker is not refused because
 * of a telephone. Of two numbers in a cell the first is taken.
 */
export function readPhone(cell: Cell): Reading<string | null> {
  const text = cellText(cell)
  const check = checkPhone(text.split(/[/,;、|]|\s(?=1\d{10})/)[0] ?? '')
  if (check.ok) {
    return { value: check.phone }
  }
  return { value: null, warning: { code: 'cell.phone-unreadable', data: { value: maskPhone(text) } } }
}

/**
 * 统一社会信用代码 — refuses wrong length or characters; a wrong check digit is a warning, lists contain such codes.
 */
export function readCreditCode(cell: Cell): Reading<string> {
  if (isRounded(cell)) {
    return { problem: 'cell.number-damaged', data: { value: shown(cell) } }
  }
  return creditCodeOf(cellText(cell))
}

/** 统一社会信用代码名单 — the codes of a cell that lists several. The first wrong one refuses the cell. */
export function readCreditCodes(cell: Cell): Reading<readonly string[]> {
  const list = readList(cell)
  if (isRounded(cell) || 'problem' in list) {
    return { problem: 'cell.number-damaged', data: { value: shown(cell) } }
  }
  const codes: string[] = []
  for (const entry of list.value) {
    const reading = creditCodeOf(entry)
    if ('problem' in reading) {
      return reading
    }
    codes.push(reading.value)
  }
  return { value: codes }
}

function creditCodeOf(text: string): Reading<string> {
  const check = checkCreditCode(text)
  if (!check.ok) {
    return { problem: `cell.credit-code-${check.problem}`, data: { value: shown(text) } }
  }
  const value = check.creditCode
  return check.warning === undefined
    ? { value }
    : { value, warning: { code: 'cell.credit-code-check-digit', data: { value: shown(value) } } }
}
