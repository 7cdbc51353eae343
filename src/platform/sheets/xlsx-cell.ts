import { Refusal } from '../../contract/errors.ts'
import type { Cell } from './cell.ts'
import { isoCell, serialCell } from './number-format.ts'
import { type TextCollector, unescapeControl, type Workbook } from './xlsx-parts.ts'

/** 列号 — the index, from 0, of the column that a cell reference such as `AB12` names; -1 without letters. */
export function columnIndex(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) {
      break
    }
    column = column * 26 + code - 64
  }
  return column - 1
}

/** 原始单元格 — a cell as its XML states it; `type` is the `t` attribute, `n` where it has none. */
export interface RawCell {
  type: string
  style: number
  value: string
  hasFormula: boolean
}

/** 空单元格 — a cell of which nothing is known yet. */
export function emptyCell(): RawCell {
  return { type: 'n', style: 0, value: '', hasFormula: false }
}

/**
 * 单元格值 — what a cell holds. The cached value of a formula is taken and the formula never calculated: the
 * outcome must be the one its author saw. A formula that gave an empty text is an empty cell.
 */
export function cellValue(cell: RawCell, workbook: Workbook, inline: TextCollector): Cell {
  const { type, value } = cell
  if (type === 'inlineStr') {
    return inline.take() || null
  }
  if (type === 's') {
    return value === '' ? null : sharedString(workbook.strings, Number(value))
  }
  if (type === 'str') {
    return unescapeControl(value) || null
  }
  if (value === '') {
    return cell.hasFormula ? { error: 'formula-without-value' } : null
  }
  if (type === 'b') {
    return value === '1' || value === 'true'
  }
  if (type === 'e') {
    return { error: value }
  }
  const number = Number(value)
  if (type === 'd' || !Number.isFinite(number)) {
    return isoCell(value)
  }
  return serialCell(number, workbook.formats[cell.style] ?? 'number', workbook.date1904)
}

function sharedString(strings: readonly string[], index: number): Cell {
  const text = strings[index]
  if (text === undefined) {
    throw new Refusal('file.xlsx-damaged', { reason: 'shared-string' })
  }
  return text || null
}
