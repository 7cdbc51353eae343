import { type CellValue, HucreError, readXls, type Sheet } from 'hucre'

import { Refusal } from '../../contract/errors.ts'
import type { Cell, Merge, SheetEvent, SheetRow } from './cell.ts'
import type { FileLimits } from './limits.ts'

const BATCH_ROWS = 500
const DAY_SECONDS = 86_400
/** 1900-01-01: what lies before it is a time of day without a day. */
const FIRST_DAY_SECONDS = Date.UTC(1900, 0, 1) / 1000
const errorValues = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERR!'])

/**
 * 读取 xls — the sheets of an Excel 97–2003 workbook, cells as in `readSheets`.
 * Errors: `file.xls-damaged`, `file.too-many-columns`, `file.cell-too-long`.
 */
export async function* readXlsSheets(bytes: Uint8Array, limits: FileLimits): AsyncGenerator<SheetEvent> {
  const sheets = await openXls(bytes)
  for (const [index, sheet] of sheets.entries()) {
    const { name } = sheet
    yield {
      type: 'sheet',
      name,
      index,
      hidden: isHidden(bytes, name),
      merges: (sheet.merges ?? []).map(toMerge),
    }
    let batch: SheetRow[] = []
    let total = 0
    for (const [at, values] of sheet.rows.entries()) {
      const cells = toCells(values)
      if (cells.length > 0) {
        checkCells(cells, { sheet: name, row: at + 1, limits })
        batch.push({ sheet: name, row: at + 1, cells })
        total += 1
      }
      if (batch.length === BATCH_ROWS) {
        yield { type: 'rows', rows: batch, share: (index + (at + 1) / sheet.rows.length) / sheets.length }
        batch = []
      }
    }
    if (batch.length > 0) {
      yield { type: 'rows', rows: batch, share: (index + 1) / sheets.length }
    }
    yield { type: 'sheet-end', name, rows: total }
  }
}

async function openXls(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return (await readXls(bytes)).sheets
  } catch (error) {
    if (error instanceof HucreError || error instanceof RangeError) {
      throw new Refusal('file.xls-damaged', { reason: 'records' })
    }
    throw error
  }
}

function toMerge(merge: { startRow: number; startCol: number; endRow: number; endCol: number }): Merge {
  return {
    firstRow: merge.startRow + 1,
    lastRow: merge.endRow + 1,
    firstColumn: merge.startCol,
    lastColumn: merge.endCol,
  }
}

/** Rows that hold nothing are holes in the array, hence `undefined` in spite of the declared type. */
function toCells(values: readonly CellValue[] | undefined): Cell[] {
  const cells = Array.from(values ?? [], toCell)
  while (cells.length > 0 && cells.at(-1) === null) {
    cells.pop()
  }
  return cells
}

function toCell(value: CellValue | undefined): Cell {
  if (value instanceof Date) {
    return dateCell(value)
  }
  if (typeof value === 'string') {
    return errorValues.has(value) ? { error: value } : value || null
  }
  return value ?? null
}

function dateCell(date: Date): Cell {
  const seconds = Math.round(date.getTime() / 1000)
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().slice(0, 19).split('T')
  if (seconds < FIRST_DAY_SECONDS) {
    return time
  }
  return { day, time: seconds % DAY_SECONDS === 0 ? null : time }
}

function checkCells(cells: readonly Cell[], at: { sheet: string; row: number; limits: FileLimits }): void {
  const { sheet, row, limits } = at
  if (cells.length > limits.columns) {
    throw new Refusal('file.too-many-columns', { sheet, row, limit: limits.columns })
  }
  if (cells.some((cell) => typeof cell === 'string' && cell.length > limits.cellCharacters)) {
    throw new Refusal('file.cell-too-long', { sheet, row, limit: limits.cellCharacters })
  }
}

const SHEET_RECORD = 0x0085
/** From the start of a sheet record to the length of its name: header, position, visibility, type. */
const NAME_OFFSET = 10

/** The library does not tell which sheets are hidden; the record that names a sheet says so. */
function isHidden(bytes: Uint8Array, name: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const spellings = [
    Buffer.concat([Buffer.from([name.length, 1]), Buffer.from(name, 'utf16le')]),
    Buffer.concat([Buffer.from([name.length, 0]), Buffer.from(name, 'latin1')]),
  ]
  return spellings.some((spelling) => {
    let at = file.indexOf(spelling)
    while (at !== -1) {
      const record = at - NAME_OFFSET
      const isRecord =
        record >= 0 &&
        file.readUInt16LE(record) === SHEET_RECORD &&
        file.readUInt16LE(record + 2) === spelling.length + NAME_OFFSET - 4
      if (isRecord) {
        return file.readUInt8(record + 8) !== 0
      }
      at = file.indexOf(spelling, at + 1)
    }
    return false
  })
}
