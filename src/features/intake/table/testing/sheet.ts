import { idNumberCheckDigit } from '../../../../law/identifiers/id-number.ts'
import type { Cell, Merge, SheetRow } from '../../../../platform/sheets/cell.ts'
import type { TableSearch } from '../candidates.ts'
import { type FoundTable, findTable } from '../header.ts'
import { readTable } from '../rows.ts'
import type { TableIssue, TableRow } from '../types.ts'

/** 试验工作表 — rows as `readSheets` gives them: blank ones are left out, numbers of rows stay. */
export function sheetRows(lines: readonly (readonly Cell[])[], sheet = '表1'): SheetRow[] {
  return lines
    .map((cells, at) => ({ sheet, row: at + 1, cells: [...cells] }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''))
}

/**
 * A valid ID number of a person born in Hangzhou on a day of 1985; `serial` tells persons apart, odd ones
 * are men.
 */
export function idNumberOf(serial: number): string {
  const first = `33010619850${1 + (serial % 9)}1${serial % 9}${String(serial % 999).padStart(3, '0')}`.slice(
    0,
    17,
  )
  return `${first}${idNumberCheckDigit(first)}`
}

/** 合并 — rows from 1, columns from 0, as `Merge` counts. */
export function merge(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): Merge {
  return { firstRow, lastRow, firstColumn, lastColumn }
}

interface Sample extends Partial<Omit<TableSearch, 'rows'>> {
  readonly lines: readonly (readonly Cell[])[]
}

export function find({ lines, sheet = '表1', merges = [], ...rest }: Sample): FoundTable | null {
  return findTable({ ...rest, sheet, merges, rows: sheetRows(lines, sheet) })
}

export interface ReadSample {
  readonly table: FoundTable
  readonly rows: readonly TableRow[]
  readonly issues: readonly TableIssue[]
  /** Records alone. */
  readonly records: readonly TableRow['record'][]
  /** Codes with their places: `B7 cell.required`. */
  readonly codes: readonly string[]
}

/** Finds the table of a sample and reads it; throws where it is not found or asks. */
export function readSample(sample: Sample): ReadSample {
  const table = find(sample)
  if (table === null || table.asks.length > 0) {
    throw new Error(`not readable: ${table?.asks.map((ask) => ask.code).join() ?? 'no table'}`)
  }
  const messages = [...readTable(sheetRows(sample.lines, sample.sheet), table)]
  const rows = messages.filter((message) => message.type === 'row')
  const issues = messages.filter((message) => message.type === 'issue')
  return {
    table,
    rows,
    issues,
    records: rows.map(({ record }) => record),
    codes: issues.map(({ column, row, code }) => `${column}${row} ${code}`),
  }
}
