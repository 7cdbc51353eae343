import type { Cell } from '../../platform/sheets/cell.ts'
import { sheetName, writeCsv, writeWorkbook } from '../../platform/sheets/write.ts'
import type { Random } from '../invent/random.ts'
import { encodeGb18030 } from './gb18030.ts'

export type OfficeFormat = 'xlsx' | 'csv' | 'csv-gb18030'

/** 列 — a column of an office's table. */
export interface Column<T> {
  readonly title: string
  readonly cell: (item: T, index: number) => Cell
  /** A column of numbers that are texts: ID numbers, cards, codes. */
  readonly isText?: boolean
  /** What the total row says of it. */
  readonly total?: (items: readonly T[]) => Cell
}

/** 办公表格 — a title, lines below it, the table, a total, and what stands under it. */
interface OfficeTable<T> {
  readonly name: string
  readonly title: string
  readonly above: readonly string[]
  readonly columns: readonly Column<T>[]
  readonly items: readonly T[]
  /** Whether a total row ends the table. */
  readonly hasTotal?: boolean
  readonly below?: readonly (readonly Cell[])[]
}

/** 排好的表 — rows of cells, ready to be written in any format. */
export interface LaidTable {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly textColumns: readonly number[]
  readonly headRows: number
}

export function layTable<T>(table: OfficeTable<T>): LaidTable {
  const { columns, items, above } = table
  const gap = Math.max(1, Math.floor(columns.length / Math.max(1, above.length)))
  const told: Cell[] = Array<Cell>(columns.length).fill(null)
  above.forEach((text, at) => {
    told[Math.min(at * gap, columns.length - 1)] = text
  })
  const totals = columns.map(({ total }, at): Cell => total?.(items) ?? (at === 1 ? '合计' : null))
  const rows: (readonly Cell[])[] = [
    [table.title],
    ...(above.length === 0 ? [] : [told]),
    columns.map(({ title }) => title),
    ...items.map((item, index) => columns.map(({ cell }) => cell(item, index))),
    ...(table.hasTotal === true ? [totals] : []),
    ...(table.below ?? []),
  ]
  return {
    name: table.name,
    rows: rows.map((row) => padded(row, columns.length)),
    textColumns: columns.flatMap(({ isText }, at) => (isText === true ? [at] : [])),
    headRows: above.length === 0 ? 2 : 3,
  }
}

function padded(row: readonly Cell[], width: number): readonly Cell[] {
  return row.length >= width ? row : [...row, ...Array<Cell>(width - row.length).fill(null)]
}

/** 文件扩展名 */
export function extension(format: OfficeFormat): 'xlsx' | 'csv' {
  return format === 'xlsx' ? 'xlsx' : 'csv'
}

/** All files of a county were last saved then: the same seed gives the same bytes. */
const savedAt = '2026-01-01T00:00:00Z'

/**
 * 写表格 — as a workbook with a sheet for each table, or the first of them as csv: in GB18030 as Excel for
 * Windows saves it, in UTF-8 where a rare character of a name has no place there.
 */
export async function writeTables(tables: readonly LaidTable[], format: OfficeFormat): Promise<Buffer> {
  if (format === 'xlsx') {
    return await writeWorkbook({ sheets: tables.map(toPlan), savedAt })
  }
  const [header = [], ...rows] = tables[0]?.rows ?? []
  const utf8 = writeCsv({ header: header.map((cell) => String(cell ?? '')), rows })
  const text = utf8.toString('utf8').slice(1)
  return (format === 'csv-gb18030' ? encodeGb18030(text) : null) ?? utf8
}

function toPlan({ name, rows, textColumns, headRows }: LaidTable) {
  const width = rows[0]?.length ?? 1
  return {
    name: sheetName(name),
    rows,
    textColumns,
    freeze: { rows: headRows, columns: 0 },
    merges: width < 2 ? [] : [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: width - 1 }],
  }
}

/** 常用格式 — what an office saves its files as; half of them keep workbooks. */
export function drawFormat(random: Random): OfficeFormat {
  return random.pick(['xlsx', 'xlsx', 'csv', 'csv-gb18030'] as const)
}
