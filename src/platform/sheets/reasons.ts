import type { Cell, Merge } from './cell.ts'
import type { FileLimits } from './limits.ts'
import { readSheets, type SheetKind } from './read.ts'
import { looksLikeFormula, type SheetPlan, writeLargeSheet, writeWorkbook } from './write.ts'

/** 出错的行 — which rows of a sheet failed and why. */
export interface FailedRows {
  readonly sheet: string
  /** The last row of the header; it and the rows above it are copied as they stand. */
  readonly headerRow: number
  /** By row number as in `SheetRow.row`. */
  readonly reasons: ReadonlyMap<number, string>
}

export interface ReasonRequest {
  readonly bytes: Uint8Array
  readonly kind: SheetKind
  readonly limits: FileLimits
  readonly failed: readonly FailedRows[]
  /** The title of the added column: 原因. */
  readonly columnTitle: string
}

/**
 * Longer copies are written row by row, without the looks of the header: they would not fit into the
 * memory.
 */
const LARGE_ROWS = 5_000

/**
 * 加原因列 — a copy, as xlsx, of the header and the failed rows of each sheet, with the reason in a last
 * column. It can be corrected and sent again: the header stands where it stood, texts stay texts, and the
 * reason column of an earlier copy is replaced. It reads the upload, so it belongs into the child process.
 */
export async function appendReasonColumn(request: ReasonRequest): Promise<Buffer> {
  const wanted = new Map(request.failed.map((failed) => [failed.sheet, failed]))
  const sheets: CopiedSheet[] = []
  let copy: Copy | undefined
  for await (const event of readSheets(request.bytes, request.kind, request.limits)) {
    if (event.type === 'sheet') {
      const failed = wanted.get(event.name)
      copy = failed && startCopy(failed, event.merges)
    } else if (event.type === 'rows') {
      for (const { row, cells } of copy === undefined ? [] : event.rows) {
        copyRow(copy, row, cells)
      }
    } else if (copy !== undefined) {
      sheets.push(toPlan(copy, request.columnTitle))
    }
  }
  const [only] = sheets
  return sheets.length === 1 && only !== undefined && only.rows.length > LARGE_ROWS
    ? writeLargeSheet({ ...only, rowsInView: only.freeze.rows })
    : writeWorkbook({ sheets })
}

type CopiedSheet = SheetPlan & Required<Pick<SheetPlan, 'freeze'>>

interface Copy {
  readonly failed: FailedRows
  readonly headerMerges: readonly Merge[]
  /** Merged cells among the data: their value stands in a row that may not have failed. */
  readonly dataMerges: readonly Merge[]
  readonly mergedRows: ReadonlySet<number>
  readonly rows: Map<number, Cell[]>
  readonly mergedValues: Map<number, Cell[]>
}

function startCopy(failed: FailedRows, merges: readonly Merge[]): Copy {
  const dataMerges = merges.filter(
    (merge) => merge.lastRow > failed.headerRow && merge.lastRow > merge.firstRow,
  )
  return {
    failed,
    headerMerges: merges.filter((merge) => merge.lastRow <= failed.headerRow),
    dataMerges,
    mergedRows: new Set(dataMerges.map((merge) => merge.firstRow)),
    rows: new Map(),
    mergedValues: new Map(),
  }
}

function copyRow(copy: Copy | undefined, row: number, cells: Cell[]): void {
  if (copy?.mergedRows.has(row)) {
    copy.mergedValues.set(row, cells)
  }
  if (copy !== undefined && (row <= copy.failed.headerRow || copy.failed.reasons.has(row))) {
    copy.rows.set(row, cells)
  }
}

function toPlan(copy: Copy, columnTitle: string): CopiedSheet {
  const { failed } = copy
  const reasonColumn = reasonColumnOf(copy, columnTitle)
  const header = Array.from({ length: failed.headerRow }, (_, at) => [...(copy.rows.get(at + 1) ?? [])])
  const lastHeader = header.at(-1)
  if (lastHeader !== undefined) {
    setCell(lastHeader, reasonColumn, columnTitle)
  }
  const inOrder = [...failed.reasons].sort(([left], [right]) => left - right)
  const rows = inOrder.flatMap(([row, reason]) => {
    const cells = copy.rows.get(row)
    return cells === undefined ? [] : [setCell(withMerged(copy, row, cells), reasonColumn, reason || null)]
  })
  return {
    name: failed.sheet,
    rows: [...header, ...rows],
    merges: copy.headerMerges,
    freeze: { rows: failed.headerRow, columns: 0 },
    textColumns: textColumnsOf(rows),
    widths: [...Array.from({ length: reasonColumn }, () => 14), 60],
  }
}

function reasonColumnOf(copy: Copy, columnTitle: string): number {
  const earlier = copy.rows.get(copy.failed.headerRow)?.lastIndexOf(columnTitle) ?? -1
  return earlier === -1 ? widest(copy.rows.values()) : earlier
}

/** A loop, since so many rows do not fit into one call's arguments. */
function widest(rows: Iterable<readonly Cell[]>): number {
  let width = 0
  for (const cells of rows) {
    width = Math.max(width, cells.length)
  }
  return width
}

/** The row with the values it shares by merging: it leaves the rows it was merged with behind. */
function withMerged(copy: Copy, row: number, cells: readonly Cell[]): Cell[] {
  const whole = [...cells]
  for (const merge of copy.dataMerges) {
    if (row > merge.firstRow && row <= merge.lastRow) {
      setCell(whole, merge.firstColumn, copy.mergedValues.get(merge.firstRow)?.[merge.firstColumn] ?? null)
    }
  }
  return whole
}

function setCell(cells: Cell[], column: number, value: Cell): Cell[] {
  while (cells.length < column) {
    cells.push(null)
  }
  cells[column] = value
  return cells
}

const LONG_NUMBER = /^\s*\d{10,}[\dXx]?\s*$/

/**
 * Columns of long numbers kept as text, or of texts like formulas: what is typed there stays text as well.
 */
function textColumnsOf(rows: readonly (readonly Cell[])[]): number[] {
  const columns = new Set<number>()
  for (const cells of rows) {
    cells.forEach((cell, column) => {
      if (typeof cell === 'string' && (LONG_NUMBER.test(cell) || looksLikeFormula(cell))) {
        columns.add(column)
      }
    })
  }
  return [...columns]
}
