import { Refusal } from '../../contract/errors.ts'
import type { Cell, SheetEvent, SheetRow } from './cell.ts'
import { csvFormOf, nextRecord } from './csv-record.ts'
import type { FileLimits } from './limits.ts'
import { decodeChunks, textEncoding } from './text.ts'

/** The name of the one sheet of a csv file. */
export const CSV_SHEET = 'csv'

/** A record longer than this is a quotation mark that was never closed, or no table. */
const RECORD_CHARACTERS = 4 * 1024 * 1024
const BATCH_ROWS = 500

/**
 * 读取 csv — the one sheet of a csv file. Fields are texts; `="0123"`, a leading tab and a leading
 * apostrophe, by which programs keep Excel from turning an ID number into a number, are taken off. Rows are
 * counted as Excel counts them: a field with line breaks stays one row. A quotation mark in the middle of a
 * field is a character like any other.
 * Errors: `file.encoding`, `file.csv-quote`, `file.too-many-columns`, `file.too-many-rows`,
 * `file.cell-too-long`.
 */
export function* readCsv(bytes: Uint8Array, limits: FileLimits): Generator<SheetEvent> {
  yield { type: 'sheet', name: CSV_SHEET, index: 0, hidden: false, merges: [] }
  let batch: SheetRow[] = []
  let total = 0
  for (const { row, share } of csvRows(bytes, limits)) {
    batch.push(row)
    total += 1
    if (batch.length === BATCH_ROWS) {
      yield { type: 'rows', rows: batch, share }
      batch = []
    }
  }
  if (batch.length > 0) {
    yield { type: 'rows', rows: batch, share: 1 }
  }
  yield { type: 'sheet-end', name: CSV_SHEET, rows: total }
}

function* csvRows(bytes: Uint8Array, limits: FileLimits): Generator<{ row: SheetRow; share: number }> {
  let form: ReturnType<typeof csvFormOf> | undefined
  let pending = ''
  let row = 1
  for (const { text: chunk, share } of decodeChunks(bytes, textEncoding(bytes))) {
    const text = pending + chunk
    form ??= csvFormOf(text)
    let at = 0
    while (at < text.length) {
      const record = nextRecord({ text, last: share === 1, row, form }, at)
      if (record === undefined) {
        break
      }
      const cells = toCells(record.fields, form.delimiter)
      checkCells(cells, row, limits)
      if (cells.length > 0) {
        yield { row: { sheet: CSV_SHEET, row, cells }, share }
      }
      at = record.next
      row += 1
    }
    pending = text.slice(at)
    if (pending.length > RECORD_CHARACTERS) {
      throw pending.includes('"')
        ? new Refusal('file.csv-quote', { row })
        : new Refusal('file.too-many-columns', { sheet: CSV_SHEET, row, limit: limits.columns })
    }
  }
}

function toCells(fields: readonly string[], delimiter: string): Cell[] {
  const cells = fields.map((field) => toCell(field, delimiter))
  while (cells.length > 0 && cells.at(-1) === null) {
    cells.pop()
  }
  return cells
}

const EQUALS = 61

function toCell(field: string, delimiter: string): Cell {
  // Every mark that is taken off sorts before the letters and hanzi with which most texts begin.
  if (field.charCodeAt(0) > EQUALS) {
    return field
  }
  const untabbed = delimiter === '\t' ? field : field.replace(/^\t+|\t+$/g, '')
  const text = /^="([^"]*)"$/.exec(untabbed)?.[1] ?? untabbed.replace(/^'/, '')
  return text || null
}

function checkCells(cells: readonly Cell[], row: number, limits: FileLimits): void {
  if (cells.length > limits.columns) {
    throw new Refusal('file.too-many-columns', { sheet: CSV_SHEET, row, limit: limits.columns })
  }
  if (row > limits.rows) {
    throw new Refusal('file.too-many-rows', { sheet: CSV_SHEET, limit: limits.rows })
  }
  if (cells.some((cell) => typeof cell === 'string' && cell.length > limits.cellCharacters)) {
    throw new Refusal('file.cell-too-long', { sheet: CSV_SHEET, row, limit: limits.cellCharacters })
  }
}
