import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre'

import { type Day, dayNumber } from '../../../src/law/day.ts'
import type { Fen } from '../../../src/law/money.ts'

/** 单元格写法 — what an office may put into a cell. */
export type Written =
  | null
  | string
  | number
  /** A date cell. */
  | { readonly day: Day }
  /** A sum as a number that shows its thousands. */
  | { readonly fen: Fen }
  /** A text in a cell that Excel keeps as text. */
  | { readonly text: string }

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Written[])[]
  /** Lines above the body that stand out: title and header. */
  readonly titleRows: number
  readonly headerRows: number
  /** Rows and columns from 0, both ends included. */
  readonly merges: readonly (readonly [row: number, column: number, lastRow: number, lastColumn: number])[]
  readonly widths: readonly number[]
}

const serialZero = -25_569
const border = { style: 'thin', color: { rgb: 'FF999999' } } as const
const boxed = { top: border, bottom: border, left: border, right: border }
const titleStyle: CellStyle = {
  font: { bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const headStyle: CellStyle = {
  font: { bold: true },
  border: boxed,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

/** 写工作簿 — an xlsx whose bytes depend on its content alone; it was last saved on the day given. */
export async function writeBook(sheets: readonly Sheet[], savedOn: Day): Promise<Buffer> {
  const saved = new Date(`${savedOn}T09:00:00Z`)
  const bytes = await writeXlsx({
    sheets: sheets.map(toWriteSheet),
    properties: { creator: '资料员', created: saved, modified: saved },
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function toWriteSheet({ name, rows, titleRows, headerRows, merges, widths }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, at) => {
    row.forEach((written, column) => {
      const style =
        at === 0 && titleRows > 0
          ? titleStyle
          : at >= titleRows && at < titleRows + headerRows
            ? headStyle
            : bodyStyle(written)
      if (style !== null) {
        cells.set(`${at},${column}`, { style })
      }
    })
  })
  return {
    name,
    rows: rows.map((row) => row.map(toValue)),
    cells,
    columns: widths.map((width) => ({ width })),
    merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
    freezePane: { rows: titleRows + headerRows },
  }
}

function bodyStyle(written: Written): CellStyle | null {
  if (typeof written !== 'object' || written === null) {
    return null
  }
  return { numFmt: 'day' in written ? 'yyyy/m/d' : 'fen' in written ? '#,##0.00' : '@' }
}

function toValue(written: Written): CellValue {
  if (typeof written !== 'object' || written === null) {
    return written
  }
  return 'day' in written
    ? dayNumber(written.day) - serialZero
    : 'fen' in written
      ? Number(written.fen) / 100
      : written.text
}
