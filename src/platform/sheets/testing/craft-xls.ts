import { craftOle } from './craft-ole.ts'

/** 造出的 xls 单元格 — a text, a number, a number shown as a date (`serial`), or an error code. */
export type CraftedXlsCell =
  | string
  | number
  | { readonly serial: number }
  | { readonly errorCode: number }
  | null

export interface CraftedXlsSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly CraftedXlsCell[])[]
  /** First row, last row, first column, last column, from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
}

const DATE_STYLE = 1

/** 造 xls — an Excel 97–2003 workbook. `locked` adds the record that says that the rest is encrypted. */
export function craftXls(
  sheets: readonly CraftedXlsSheet[],
  options: { readonly locked?: boolean; readonly version?: number; readonly date1904?: boolean } = {},
): Buffer {
  const version = options.version ?? 0x0600
  const lock = options.locked === true ? [record(0x2f, numbers(1, 1, 1))] : []
  const formats = [
    record(0x22, numbers(options.date1904 === true ? 1 : 0)),
    record(0xe0, Buffer.concat([numbers(0, 0), Buffer.alloc(16)])),
    record(0xe0, Buffer.concat([numbers(0, 14), Buffer.alloc(16)])),
  ]
  const bodies = sheets.map((sheet) => sheetRecords(sheet, version))
  const names = sheets.map((sheet) => sheetRecord(sheet, 0))
  const before = Buffer.concat([record(0x809, numbers(version, 5, 0, 0)), ...lock, ...formats])
  let position = before.length + Buffer.concat(names).length + 4
  const placed = sheets.map((sheet, at) => {
    const placedRecord = sheetRecord(sheet, position)
    position += bodies[at]?.length ?? 0
    return placedRecord
  })
  const stream = Buffer.concat([before, ...placed, record(0x0a, Buffer.alloc(0)), ...bodies])
  return craftOle([{ name: 'Workbook', content: stream }])
}

function record(id: number, data: Buffer): Buffer {
  return Buffer.concat([numbers(id, data.length), data])
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => {
    bytes.writeUInt16LE(value, at * 2)
  })
  return bytes
}

function sheetRecord(sheet: CraftedXlsSheet, position: number): Buffer {
  const place = Buffer.alloc(6)
  place.writeUInt32LE(position, 0)
  place.writeUInt8(sheet.hidden === true ? 1 : 0, 4)
  const name = Buffer.concat([Buffer.from([sheet.name.length, 1]), Buffer.from(sheet.name, 'utf16le')])
  return record(0x85, Buffer.concat([place, name]))
}

function sheetRecords(sheet: CraftedXlsSheet, version: number): Buffer {
  const cells = sheet.rows.flatMap((row, at) => row.map((cell, column) => cellRecord(cell, at, column)))
  const merges = sheet.merges ?? []
  const merged = merges.length === 0 ? [] : [record(0xe5, numbers(merges.length, ...merges.flat()))]
  const begin = record(0x809, numbers(version, 0x10, 0, 0))
  return Buffer.concat([begin, ...cells, ...merged, record(0x0a, Buffer.alloc(0))])
}

function cellRecord(cell: CraftedXlsCell, row: number, column: number): Buffer {
  if (cell === null) {
    return Buffer.alloc(0)
  }
  if (typeof cell === 'string') {
    const text = Buffer.concat([numbers(cell.length), Buffer.from([1]), Buffer.from(cell, 'utf16le')])
    return record(0x204, Buffer.concat([numbers(row, column, 0), text]))
  }
  if (typeof cell === 'object' && 'errorCode' in cell) {
    return record(0x205, Buffer.concat([numbers(row, column, 0), Buffer.from([cell.errorCode, 1])]))
  }
  const number = Buffer.alloc(8)
  number.writeDoubleLE(typeof cell === 'number' ? cell : cell.serial)
  const style = typeof cell === 'number' ? 0 : DATE_STYLE
  return record(0x203, Buffer.concat([numbers(row, column, style), number]))
}
