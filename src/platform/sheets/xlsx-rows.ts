import { Refusal } from '../../contract/errors.ts'
import type { Cell, SheetRow } from './cell.ts'
import type { FileLimits } from './limits.ts'
import { cellValue, columnIndex, emptyCell, type RawCell } from './xlsx-cell.ts'
import { type TextCollector, textCollector, type Workbook, type WorkbookSheet } from './xlsx-parts.ts'
import { eachAttribute, scanXml } from './xml-scan.ts'
import { inflateEntry } from './zip-inflate.ts'

export interface WorksheetSource {
  readonly workbook: Workbook
  readonly sheet: WorkbookSheet
  readonly limits: FileLimits
}

/**
 * 工作表行 — the rows of one sheet that hold something, a batch for each unpacked chunk, with the share of the
 * part that has been read. Errors: `file.too-many-rows`, `file.too-many-columns`, `file.too-many-cells`,
 * `file.cell-too-long`, `file.xlsx-damaged`.
 */
export async function* readWorksheet(
  bytes: Uint8Array,
  source: WorksheetSource,
): AsyncGenerator<{ rows: SheetRow[]; inflatedBytes: number }> {
  const position = startOf(source)
  const scanner = rowScanner(position)
  const decoder = new TextDecoder('utf-8')
  let inflatedBytes = 0
  for await (const chunk of inflateEntry(bytes, source.sheet.entry)) {
    scanner.push(decoder.decode(chunk, { stream: true }))
    inflatedBytes += chunk.length
    yield { rows: takeRows(position), inflatedBytes }
  }
  scanner.end()
  yield { rows: takeRows(position), inflatedBytes }
}

/** Where the scan stands: the row and cell being read, and the rows finished since they were last taken. */
interface Position extends WorksheetSource {
  readonly inline: TextCollector
  readonly visitCellAttribute: (name: string, value: string) => void
  rows: SheetRow[]
  cells: Cell[]
  cellsTotal: number
  row: number
  column: number
  inRow: boolean
  inCell: boolean
  inValue: boolean
  cell: RawCell
}

function startOf(source: WorksheetSource): Position {
  const position: Position = {
    ...source,
    inline: textCollector(),
    visitCellAttribute: (name, value) => visitCell(position, name, value),
    rows: [],
    cells: [],
    cellsTotal: 0,
    row: 0,
    column: -1,
    inRow: false,
    inCell: false,
    inValue: false,
    cell: emptyCell(),
  }
  return position
}

function takeRows(position: Position): SheetRow[] {
  const taken = position.rows
  position.rows = []
  return taken
}

function rowScanner(position: Position) {
  return scanXml({
    open(name, attributes) {
      if (position.inCell) {
        position.inValue = name === 'v'
        position.cell.hasFormula = position.cell.hasFormula || name === 'f'
        position.inline.open(name)
      } else if (position.inRow && name === 'c') {
        openCell(position, attributes)
      } else if (name === 'row') {
        openRow(position, attributes)
      }
    },
    text(text) {
      if (position.inValue) {
        position.cell.value += text
      } else if (position.inCell) {
        position.inline.text(text)
      }
    },
    close(name) {
      if (position.inCell) {
        position.inValue = false
        position.inline.close(name)
        if (name === 'c') {
          closeCell(position)
        }
      } else if (name === 'row') {
        closeRow(position)
      }
    },
  })
}

/** A row without a number follows the one before it, and so does a cell without a reference. */
function openRow(position: Position, attributes: string): void {
  position.row += 1
  eachAttribute(attributes, (name, value) => {
    if (name === 'r') {
      position.row = Number(value)
    }
  })
  const { row, sheet, limits } = position
  if (!(row >= 1 && row <= limits.rows)) {
    throw new Refusal('file.too-many-rows', { sheet: sheet.name, limit: limits.rows })
  }
  position.cells = []
  position.column = -1
  position.inRow = true
}

function closeRow(position: Position): void {
  const { cells, row, sheet, limits } = position
  position.inRow = false
  if (cells.length === 0) {
    return
  }
  position.rows.push({ sheet: sheet.name, row, cells })
  position.cellsTotal += cells.length
  if (position.cellsTotal > limits.cells) {
    throw new Refusal('file.too-many-cells', { sheet: sheet.name, row, limit: limits.cells })
  }
}

function openCell(position: Position, attributes: string): void {
  position.inCell = true
  position.column += 1
  position.cell = emptyCell()
  eachAttribute(attributes, position.visitCellAttribute)
}

function visitCell(position: Position, name: string, value: string): void {
  if (name === 'r') {
    const named = columnIndex(value)
    position.column = named === -1 ? position.column : named
  } else if (name === 't') {
    position.cell.type = value
  } else if (name === 's') {
    position.cell.style = Number(value)
  }
}

/** Only a cell with a value counts: offices format whole rows to the last column. */
function closeCell(position: Position): void {
  const { cells, column, row, sheet, limits } = position
  position.inCell = false
  const value = cellValue(position.cell, position.workbook, position.inline)
  if (value === null) {
    return
  }
  if (column >= limits.columns) {
    throw new Refusal('file.too-many-columns', { sheet: sheet.name, row, limit: limits.columns })
  }
  if (typeof value === 'string' && value.length > limits.cellCharacters) {
    throw new Refusal('file.cell-too-long', { sheet: sheet.name, row, limit: limits.cellCharacters })
  }
  while (cells.length < column) {
    cells.push(null)
  }
  cells[column] = value
}
