import type { Day } from '../../../law/day.ts'
import { type Cell, isCellError, type SheetRow } from '../../../platform/sheets/cell.ts'
import { dayOfHeader, daysOfColumns } from './day-columns.ts'
import type { FoundTable } from './header.ts'
import { columnLetter, isNothing } from './text.ts'
import type { ColumnHeader } from './title.ts'
import type { AnyField, ColumnContext, RowFinding, SeriesCell, TableIssue } from './types.ts'

/** 读取计划 — a column with all that reading its cells needs. */
export interface PlannedColumn {
  readonly name: string
  readonly index: number
  readonly field: AnyField
  readonly title: string
  readonly context: ColumnContext
  /**
   * A blank cell refuses the row: the field is needed, and the words above the table don't state it for all
   * rows.
   */
  readonly required: boolean
}

/** 行读取 — how the rows of one table are read: its columns, the columns of its series with their days. */
export interface RowPlan {
  readonly table: FoundTable
  readonly columns: readonly PlannedColumn[]
  readonly blank: Readonly<Record<string, null>>
  readonly series: readonly { readonly index: number; readonly title: string; readonly day: Day | null }[]
  /** The row with the values of merged cells above it, where a merged cell holds for all its rows. */
  readonly withMerged: (row: SheetRow) => readonly Cell[]
}

export function planRows(table: FoundTable): RowPlan {
  const { definition, month } = table
  const columns = [...table.columns].flatMap(([name, index]): PlannedColumn[] => {
    const field = definition.fields[name]
    const header = headerAt(table, index)
    const context = { note: [header?.own.note, header?.group.note].filter(Boolean).join(' '), month }
    if (field === undefined) {
      return []
    }
    const above = definition.fromPreamble[name]
    const required = field.required && (above === undefined || table.preamble[above] === undefined)
    return [{ name, index, field, title: header?.shown ?? '', context, required }]
  })
  const blank = Object.fromEntries(Object.keys(definition.fields).map((name) => [name, null]))
  return { table, columns, blank, series: planSeries(table), withMerged: mergedCells(table, columns) }
}

function headerAt(table: FoundTable, index: number): ColumnHeader | undefined {
  return table.headers.find((header) => header.index === index)
}

/** The columns of the series; those of a month grid with the day that each stands for. */
function planSeries(table: FoundTable): RowPlan['series'] {
  const headers = table.series.flatMap((index) => headerAt(table, index) ?? [])
  const dates = headers.flatMap((header) => dayOfHeader(header) ?? [])
  const isGrid = table.month !== null && dates.length === headers.length
  const days = isGrid && table.month !== null ? daysOfColumns(dates, table.month) : []
  return headers.map(({ index, own }, at) => ({ index, title: own.name, day: days[at] ?? null }))
}

/**
 * 系列单元格 — the filled cells of the series in a row; `part` names the part of the day that the row stands for.
 */
export function seriesOf({ series }: RowPlan, cells: readonly Cell[], part: string): SeriesCell[] {
  const filled: SeriesCell[] = []
  for (const { index, title, day } of series) {
    const cell = cells[index] ?? null
    if (cell !== null && cell !== '') {
      filled.push({ index, title, cell, part, day })
    }
  }
  return filled
}

/** 读取一行 — the values of a row by field; what is wrong with its cells goes to `report`. */
export function readValues(
  plan: RowPlan,
  cells: readonly Cell[],
  report: (finding: RowFinding) => void,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = { ...plan.blank }
  for (const { name, index, field, context, required } of plan.columns) {
    const cell = cells[index] ?? null
    if (isNothing(cell)) {
      if (required) {
        report({ severity: 'error', code: 'cell.required', data: {}, index })
      }
      continue
    }
    if (isCellError(cell)) {
      report({ severity: 'error', code: 'cell.error-value', data: { value: cell.error }, index })
      continue
    }
    const reading = field.read(cell, context)
    if ('problem' in reading) {
      report({ severity: 'error', code: reading.problem, data: reading.data, index })
      continue
    }
    values[name] = reading.value
    if (reading.warning !== undefined) {
      report({ severity: 'warning', ...reading.warning, index })
    }
  }
  return values
}

/** 问题定位 — a finding with its place as the sheet shows it. */
export function issueOf(table: FoundTable, row: number, finding: RowFinding): TableIssue {
  const index = finding.index ?? (finding.field === undefined ? undefined : table.columns.get(finding.field))
  const column = index === undefined ? '' : columnLetter(index)
  const title = index === undefined ? '' : (headerAt(table, index)?.shown ?? '')
  const { sheet } = table
  const data = { sheet, row, column, title, ...finding.data }
  return { type: 'issue', sheet, row, column, title, code: finding.code, data, severity: finding.severity }
}

/**
 * Values of merged cells, carried down while their rows pass. Rows come in order, so one value a column is
 * enough.
 */
function mergedCells(table: FoundTable, plan: readonly PlannedColumn[]): (row: SheetRow) => readonly Cell[] {
  const spread = new Set(plan.filter(({ field }) => field.spread === true).map(({ index }) => index))
  const byRow = new Map<number, { index: number; until: number }[]>()
  for (const { firstRow, lastRow, firstColumn, lastColumn } of table.merges) {
    if (lastRow > firstRow && firstRow > table.headerRows[1]) {
      for (let index = firstColumn; index <= lastColumn; index += 1) {
        if (spread.has(index)) {
          byRow.set(firstRow, [...(byRow.get(firstRow) ?? []), { index, until: lastRow }])
        }
      }
    }
  }
  if (byRow.size === 0) {
    return (row) => row.cells
  }
  const carried = new Map<number, { until: number; cell: Cell }>()
  return ({ row, cells }) => {
    for (const { index, until } of byRow.get(row) ?? []) {
      carried.set(index, { until, cell: cells[index] ?? null })
    }
    const filled = [...carried].filter(([, { until }]) => row <= until)
    if (filled.length === 0) {
      return cells
    }
    const whole = [...cells]
    for (const [index, { cell }] of filled) {
      while (whole.length <= index) {
        whole.push(null)
      }
      whole[index] = whole[index] ?? cell
    }
    return whole
  }
}
