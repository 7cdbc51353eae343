import {
  colToLetter,
  type DataValidation,
  type WriteSheet,
  type Cell as WrittenCell,
  writeXlsx,
  writeXlsxStream,
} from 'hucre'

import { type Cell, isCellDate, isCellError, type Merge } from './cell.ts'

/** 下拉选项 — the allowed values of a column; `error` is what Excel says to anything else. */
export interface DropDown {
  readonly column: number
  readonly values: readonly string[]
  readonly error?: string
}

/** 工作表计划 — one sheet to write. Columns count from 0. */
export interface SheetPlan {
  readonly name: string
  /** A line above the header, across all columns. */
  readonly title?: string
  readonly header?: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** In characters. */
  readonly widths?: readonly number[]
  /** Rows and columns that stay in view; without it the title and the header do. */
  readonly freeze?: { readonly rows: number; readonly columns: number }
  readonly dropDowns?: readonly DropDown[]
  /**
   * Columns of ID, phone and card numbers: formatted as text, so that Excel keeps every digit that is
   * typed.
   */
  readonly textColumns?: readonly number[]
  /** Explanations shown when the mouse rests on a header cell. */
  readonly notes?: readonly { readonly column: number; readonly text: string }[]
  /**
   * Empty rows below the last one that are prepared for typing: text columns and drop-downs reach down to
   * them.
   */
  readonly blankRows?: number
  /** Merged cells, besides the title. */
  readonly merges?: readonly Merge[]
}

/** 大表 — the columns are as in `SheetPlan`. */
export interface LargeSheet {
  readonly name: string
  readonly rows: Iterable<readonly Cell[]>
  readonly widths?: readonly number[]
  readonly textColumns?: readonly number[]
  /** The first rows, which stay in view. */
  readonly rowsInView: number
}

const TEXT_FORMAT = '@'
const MAX_NAME = 31
/**
 * Excel allows this many characters in a list that stands in the rule itself; longer ones go to a hidden
 * sheet.
 */
const MAX_INLINE_LIST = 255
const LIST_SHEET = '选项'

/**
 * 写工作簿 — an xlsx. Texts are always written as texts: one that begins like a formula is shown, never
 * calculated, also after it has been edited.
 */
export async function writeWorkbook(book: {
  readonly sheets: readonly SheetPlan[]
  /** When it says that it was saved, so that the same content gives the same bytes; absent: now. */
  readonly savedAt?: string
}): Promise<Buffer> {
  const lists: string[][] = []
  const sheets = book.sheets.map((plan) => toSheet(plan, lists))
  const listSheets = lists.length === 0 ? [] : [listSheet(lists)]
  const saved = book.savedAt === undefined ? undefined : new Date(book.savedAt)
  const properties = saved === undefined ? {} : { properties: { created: saved, modified: saved } }
  const bytes = await writeXlsx({ sheets: [...sheets, ...listSheets], ...properties })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/**
 * 写大表 — one sheet of any length as xlsx, row by row, in little memory; without title, notes, merged cells
 * and drop-downs. Texts are texts here as well.
 */
export async function writeLargeSheet(sheet: LargeSheet): Promise<Buffer> {
  const { rows, rowsInView, name } = sheet
  const columns = toColumns({ ...sheet, rows: [] })
  const values = map(rows, (cells) => cells.map(toValue))
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsxStream(values, {
    name: sheetName(name),
    ...(columns.length === 0 ? {} : { columns }),
    ...(rowsInView === 0 ? {} : { freezePane: { rows: rowsInView } }),
  })) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function* map<From, To>(values: Iterable<From>, change: (value: From) => To): Generator<To> {
  for (const value of values) {
    yield change(value)
  }
}

/** 工作表名 — a name that Excel accepts. */
export function sheetName(name: string): string {
  const cleaned = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, MAX_NAME)
  return cleaned === '' || cleaned.toLowerCase() === 'history' ? 'Sheet' : cleaned
}

function toSheet(plan: SheetPlan, lists: string[][]): WriteSheet {
  const title = plan.title === undefined ? [] : [[plan.title]]
  const header = plan.header === undefined ? [] : [[...plan.header]]
  const above = title.length + header.length
  const blanks = Array.from({ length: plan.blankRows ?? 0 }, () => Array<Cell>(columnsOf(plan)).fill(null))
  const body = [...plan.rows, ...blanks].map((cells) => cells.map(toValue))
  const freeze = plan.freeze ?? { rows: above, columns: 0 }
  return {
    name: sheetName(plan.name),
    columns: toColumns(plan),
    rows: [...title, ...header, ...body],
    cells: cellOverrides(plan, title.length, above),
    merges: toMerges(plan),
    ...(freeze.rows + freeze.columns === 0 ? {} : { freezePane: freeze }),
    dataValidations: (plan.dropDowns ?? []).map((dropDown) =>
      toValidation(dropDown, { from: above + 1, until: above + Math.max(1, body.length) }, lists),
    ),
  }
}

function columnsOf(plan: SheetPlan): number {
  const mentioned = [plan.header?.length ?? 0, plan.widths?.length ?? 0]
  const text = (plan.textColumns ?? []).map((column) => column + 1)
  return Math.max(...mentioned, ...text, ...plan.rows.slice(0, 1).map((row) => row.length))
}

function toColumns(plan: SheetPlan) {
  return Array.from({ length: columnsOf(plan) }, (_, column) => ({
    ...(plan.widths?.[column] === undefined ? {} : { width: plan.widths[column] }),
    ...(plan.textColumns?.includes(column) ? { style: { numFmt: TEXT_FORMAT } } : {}),
  }))
}

function toMerges(plan: SheetPlan) {
  const columns = columnsOf(plan)
  const title =
    plan.title === undefined || columns < 2
      ? []
      : [{ startRow: 0, endRow: 0, startCol: 0, endCol: columns - 1 }]
  const given = (plan.merges ?? []).map((merge) => ({
    startRow: merge.firstRow - 1,
    endRow: merge.lastRow - 1,
    startCol: merge.firstColumn,
    endCol: merge.lastColumn,
  }))
  return [...title, ...given]
}

const titleStyle = {
  font: { bold: true, size: 14 },
  alignment: { horizontal: 'center', vertical: 'center' },
} as const
const headerStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' } } as const

/** Styles and notes of single cells, by `row,column` from 0. */
function cellOverrides(plan: SheetPlan, headerRow: number, above: number): Map<string, Partial<WrittenCell>> {
  const cells = new Map<string, Partial<WrittenCell>>()
  if (plan.title !== undefined) {
    cells.set('0,0', { style: titleStyle })
  }
  plan.header?.forEach((_, column) => {
    const numFmt = plan.textColumns?.includes(column) ? { numFmt: TEXT_FORMAT } : {}
    cells.set(`${headerRow},${column}`, { style: { ...headerStyle, ...numFmt } })
  })
  for (const { column, text } of plan.notes ?? []) {
    const key = `${headerRow},${column}`
    cells.set(key, { ...cells.get(key), comment: { text } })
  }
  plan.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (typeof cell === 'string' && looksLikeFormula(cell)) {
        cells.set(`${above + at},${column}`, { style: { numFmt: TEXT_FORMAT } })
      }
    })
  })
  return cells
}

function toValidation(
  dropDown: DropDown,
  rows: { from: number; until: number },
  lists: string[][],
): DataValidation {
  const letter = colToLetter(dropDown.column)
  const inline = dropDown.values.join(',')
  const fits = inline.length <= MAX_INLINE_LIST && !dropDown.values.some((value) => /[,"]/.test(value))
  return {
    type: 'list',
    allowBlank: true,
    showErrorMessage: dropDown.error !== undefined,
    ...(dropDown.error === undefined ? {} : { errorMessage: dropDown.error }),
    ...(fits ? { values: [...dropDown.values] } : { formula1: listReference(dropDown.values, lists) }),
    range: `${letter}${rows.from}:${letter}${rows.until}`,
  }
}

function listReference(values: readonly string[], lists: string[][]): string {
  lists.push([...values])
  const letter = colToLetter(lists.length - 1)
  return `'${LIST_SHEET}'!$${letter}$1:$${letter}$${values.length}`
}

function listSheet(lists: readonly string[][]): WriteSheet {
  const length = Math.max(...lists.map((list) => list.length))
  const rows = Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null))
  return { name: LIST_SHEET, hidden: true, rows }
}

function toValue(cell: Cell): null | string | number | boolean {
  return typeof cell === 'object' && cell !== null ? cellText(cell) : cell
}

/** 单元格文字 — a cell as text: days as YYYY-MM-DD, a formula that was never calculated as nothing. */
export function cellText(cell: Cell): string {
  if (isCellDate(cell)) {
    return cell.time === null ? cell.day : `${cell.day} ${cell.time}`
  }
  if (isCellError(cell)) {
    return cell.error === 'formula-without-value' ? '' : cell.error
  }
  return cell === null ? '' : typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)
}

/** 像公式 — whether a spreadsheet program would take a typed text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text)
}

/**
 * 写 csv — UTF-8 with a byte order mark, as Excel needs it. A text that begins like a formula gets an
 * apostrophe in front, which `readCsv` takes off again; a number does not, negative or not.
 */
export function writeCsv(table: {
  readonly header: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}): Buffer {
  const lines = [table.header.map(csvField).join(',')]
  for (const row of table.rows) {
    lines.push(row.map(csvField).join(','))
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}

function csvField(cell: Cell): string {
  const text = cellText(cell)
  const safe = typeof cell === 'string' && looksLikeFormula(text) ? `'${text}` : text
  return /[",\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
