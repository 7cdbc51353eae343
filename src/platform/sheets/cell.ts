/**
 * 单元格 — what a cell of any spreadsheet holds. A date is a calendar day as the sheet shows it, never an
 * instant, so no time zone can move it. A time without a day ("8:30") is the text `HH:mm:ss`, the same as
 * when it was typed as text. `error` is what the sheet shows (`#REF!`) or `formula-without-value`: a
 * formula that was never calculated.
 */
export type Cell = null | string | number | boolean | CellDate | CellError

export interface CellDate {
  /** YYYY-MM-DD */
  readonly day: string
  /** HH:mm:ss, or null where the cell holds a day only. */
  readonly time: string | null
}

export interface CellError {
  readonly error: string
}

/** 行 — `row` counts from 1 as Excel shows it; blank rows are left out, trailing empty cells too. */
export interface SheetRow {
  readonly sheet: string
  readonly row: number
  readonly cells: Cell[]
}

/**
 * 合并单元格 — rows count from 1 as in `SheetRow.row`, columns from 0 as in `SheetRow.cells`; both ends belong
 * to it. The value stands in the top left cell only.
 */
export interface Merge {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** 表格事件 — what `readSheets` yields: for each sheet its start, its rows in batches, its end. */
export type SheetEvent =
  | {
      readonly type: 'sheet'
      readonly name: string
      /** Position in the workbook, from 0. */
      readonly index: number
      readonly hidden: boolean
      readonly merges: readonly Merge[]
    }
  | {
      readonly type: 'rows'
      readonly rows: readonly SheetRow[]
      /** How much of the whole file has been read, 0 to 1. */
      readonly share: number
    }
  | { readonly type: 'sheet-end'; readonly name: string; readonly rows: number }

/** 是否日期 — tells a date from the other things a cell can hold. */
export function isCellDate(cell: Cell): cell is CellDate {
  return typeof cell === 'object' && cell !== null && 'day' in cell
}

/** 是否错误值 — tells an error value from the other things a cell can hold. */
export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === 'object' && cell !== null && 'error' in cell
}
