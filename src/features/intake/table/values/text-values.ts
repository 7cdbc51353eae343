import { type Cell, isCellDate } from '../../../../platform/sheets/cell.ts'
import { cellText, shown, tidy } from '../text.ts'
import type { Reading } from '../types.ts'

const hanName = /^[\p{Script=Han}〇·]{2,}$/u
const latinName = /^[\p{Script=Latin}][\p{Script=Latin}.'’ -]*$/u
const dots = /[•・‧∙⋅.]/g
const annotation = /[([【].*$/u

/** Digits that a sheet's number keeps exactly; the ones beyond are zeros by the time we see them. */
const exactDigits = 15

/** 文字 — the text of a cell on one line. */
export function readText(cell: Cell): Reading<string> {
  return { value: cellText(cell) }
}

/** 标记 — whether anything stands in the cell, as in a column for signatures. */
export function readPresence(): Reading<boolean> {
  return { value: true }
}

/**
 * 姓名 — without the blanks inside (张　三), every kind of dot between parts as ·; blanks stay between Latin
 * words. A remark in brackets (张三(组长)) is taken off, with a warning. Refuses text that cannot be a name.
 */
export function readName(cell: Cell): Reading<string> {
  if (typeof cell !== 'string') {
    return { problem: 'cell.name-unreadable', data: { value: shown(cell) } }
  }
  const full = tidy(cell)
  const bare = full.replace(annotation, '').trim()
  const compact = bare.replace(/\s+/g, '')
  const han = /\p{Script=Han}/u.test(compact) ? compact.replace(dots, '·') : compact
  const name = hanName.test(han) ? han : latinName.test(bare) ? bare : null
  if (name === null) {
    return { problem: 'cell.name-unreadable', data: { value: shown(cell) } }
  }
  return full === bare ? { value: name } : { value: name, warning: { code: 'cell.name-remark', data: {} } }
}

/** 户名 — the holder of an account: a person or a unit, blanks inside taken out. */
export function readHolder(cell: Cell): Reading<string> {
  return {
    value: cellText(cell)
      .replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, '')
      .replace(dots, '·'),
  }
}

/** 单位名称 — blanks inside taken out, brackets half-width as registers write them in one way. */
export function readUnitName(cell: Cell): Reading<string> {
  const name = cellText(cell).replace(/\s+/g, '')
  return /\p{L}/u.test(name)
    ? { value: name.replaceAll('(', '（').replaceAll(')', '）') }
    : { problem: 'cell.text-expected', data: { value: shown(cell) } }
}

/**
 * 编号 — a code made of letters and digits (worksite code, device serial number, attendance number). Refuses a
 * number of more than 15 digits, which the sheet has rounded, and a date, which the sheet has made of
 * something else.
 */
export function readCode(cell: Cell): Reading<string> {
  if (isRounded(cell) || isCellDate(cell)) {
    return { problem: 'cell.number-damaged', data: { value: shown(cell) } }
  }
  return { value: cellText(cell).replace(/\s+/g, '') }
}

/**
 * 是否失真 — whether a sheet has rounded a long number: a number beyond 15 digits, or text such as 3.30102E+17.
 */
export function isRounded(cell: Cell): boolean {
  if (typeof cell === 'number') {
    return Math.abs(cell) >= 10 ** exactDigits
  }
  return typeof cell === 'string' && /^\d(?:\.\d+)?E\+?\d{2}$/i.test(tidy(cell))
}

/** 名单 — the entries of a cell that lists several, apart by line breaks, 、 or semicolons. */
export function readList(cell: Cell): Reading<readonly string[]> {
  const text = typeof cell === 'string' ? cell.normalize('NFKC') : cellText(cell)
  const lines = text.split(/[\r\n;]+/).map((line) => tidy(line).replace(/^\d{1,2}[.)、]\s*/, ''))
  const entries = lines.flatMap((line) => line.split('、')).map(tidy)
  return { value: entries.filter((entry) => entry !== '') }
}
