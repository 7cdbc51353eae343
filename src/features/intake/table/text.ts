import { maskBankCard } from '../../../law/identifiers/mask.ts'
import { type Cell, isCellDate, isCellError } from '../../../platform/sheets/cell.ts'

/** Text that needs no tidying: ASCII without blanks and common Chinese characters. */
const plain = /^[!-<>-~\u4e00-\u9fff][!-~\u4e00-\u9fff]*$/
const invisible = /[\p{Cf}\p{Cc}]+/gu
const emptyWords = /^(?:[-—–―−_/\\]+|无|暂无|没有|不详|空|n\/a|null|none|nil)$/iu
const shownLength = 40

/** 单元格文字 — what a cell says as one line of text: numbers in plain decimals, dates as YYYY-MM-DD HH:mm:ss. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') {
    return tidy(cell)
  }
  if (cell === null) {
    return ''
  }
  if (typeof cell === 'number') {
    return cell < 1e15 ? String(cell) : longNumber(cell)
  }
  if (isCellDate(cell)) {
    return cell.time === null ? cell.day : `${cell.day} ${cell.time}`
  }
  return isCellError(cell) ? cell.error : String(cell)
}

/** A sheet keeps 15 digits of a number and shows zeros for the rest; so do we. */
function longNumber(number: number): string {
  const [digits = '', exponent = '0'] = number.toExponential(14).split('e')
  return Number(exponent) > 30 ? String(number) : digits.replace('.', '').padEnd(Number(exponent) + 1, '0')
}

/**
 * 规整文字 — half-width characters, no invisible ones, single blanks, trimmed. The wrapping `="…"` by which
 * exports to csv keep long numbers as text is taken off.
 */
export function tidy(text: string): string {
  if (plain.test(text)) {
    return text
  }
  const line = text
    .normalize('NFKC')
    .replace(/[\r\n\t\u00a0]+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const wrapped = /^="(.*)"$/.exec(line)
  return wrapped?.[1]?.trim() ?? line
}

/** 紧缩文字 — the text of a cell without any blanks. */
export function compactText(cell: Cell): string {
  return cellText(cell).replace(/\s+/g, '')
}

/** 是否空白 — nothing, or blanks only. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && tidy(cell) === '')
}

/** 是否无值 — blank, or one of the strokes and words by which people say that there is nothing (-, /, 无). */
export function isNothing(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) {
    return true
  }
  if (typeof cell !== 'string' || cell.length > 12) {
    return false
  }
  const text = tidy(cell)
  return text === '' || emptyWords.test(text)
}

/** 列标 — the letters by which Excel names a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/**
 * 脱敏文字 — a text fit for a message: long numbers (cards, ID numbers, phones) masked, at most 40 characters.
 */
export function shownText(text: string): string {
  const masked = text.replace(/\d(?:[ -]?\d){8,}[Xx]?/g, (run) => maskBankCard(run))
  return masked.length > shownLength ? `${masked.slice(0, shownLength)}…` : masked
}

/** 单元格示意 — the cell as a message may show it. */
export function shown(cell: Cell): string {
  return shownText(cellText(cell))
}
