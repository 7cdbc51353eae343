import type { Merge, SheetEvent, SheetRow } from '../../../platform/sheets/cell.ts'
import type { TableAsk } from './asks.ts'
import type { TableSearch } from './candidates.ts'
import { type FoundTable, findTable, headRows } from './header.ts'
import { endRows, openRows, type RowReader, takeRow } from './rows.ts'
import type { Preamble, TableKind, TableMessage } from './types.ts'

/**
 * 表头内容 — what a group of records shares: the words above the table, its month, the last row of its header.
 */
export interface TableHead extends Preamble {
  readonly headerRow: number
  /** First and last row of the header, which may have several lines. */
  readonly headerRows: readonly [first: number, last: number]
}

export type SkipReason = 'hidden' | 'empty' | 'no-table' | 'other-kind'

/**
 * 表格消息 — what the sheets of a file come to, in order: a table, its rows and issues; or why a sheet gives
 * none.
 */
export type SheetMessage =
  | { readonly type: 'table'; readonly kind: TableKind; readonly sheet: string; readonly head: TableHead }
  | ({ readonly type: 'ask' } & TableAsk)
  | { readonly type: 'skipped'; readonly sheet: string; readonly reason: SkipReason }
  | TableMessage

/** 读取选项 — what the sender said beside the file, and what he taught us earlier. */
export type SheetOptions = Pick<TableSearch, 'kind' | 'mapping' | 'remembered' | 'month'>

/** 工作簿读取器 — the reading of a spreadsheet, event after event. */
export interface SheetTables {
  readonly options: SheetOptions
  sheet: string
  merges: readonly Merge[]
  /** The first rows of a sheet, until its table is found. */
  waiting: SheetRow[]
  reader: RowReader | null
  /** Nothing more is read of this sheet: it is hidden, holds no table, or waits for an answer. */
  closed: boolean
}

export function openSheetTables(options: SheetOptions): SheetTables {
  return { options, sheet: '', merges: [], waiting: [], reader: null, closed: true }
}

/**
 * 读取工作簿 — what an event of a spreadsheet comes to. The table of every visible sheet is found from its first
 * rows and the rest read row by row, so that a large file is never held whole. A sheet with questions gives
 * them and no rows.
 */
export function takeSheetEvent(tables: SheetTables, event: SheetEvent): readonly SheetMessage[] {
  switch (event.type) {
    case 'sheet': {
      const { name, merges, hidden } = event
      Object.assign(tables, { sheet: name, merges, waiting: [], reader: null, closed: hidden })
      return hidden ? [{ type: 'skipped', sheet: name, reason: 'hidden' }] : []
    }
    case 'rows':
      return takeRows(tables, event.rows)
    case 'sheet-end': {
      const found = tables.closed || tables.reader !== null ? [] : findHere(tables)
      return tables.reader === null ? found : [...found, ...endRows(tables.reader)]
    }
    default:
      return event satisfies never
  }
}

function takeRows(tables: SheetTables, rows: readonly SheetRow[]): readonly SheetMessage[] {
  const { closed, reader, waiting } = tables
  if (closed) {
    return []
  }
  if (reader !== null) {
    return rows.flatMap((row) => takeRow(reader, row))
  }
  waiting.push(...rows)
  return waiting.length >= headRows ? findHere(tables) : []
}

function findHere(tables: SheetTables): readonly SheetMessage[] {
  const { sheet, merges, options, waiting: rows } = tables
  tables.waiting = []
  const outcome = rows.length === 0 ? ('empty' as const) : decide({ ...options, sheet, rows, merges })
  if (typeof outcome === 'string') {
    tables.closed = true
    return [{ type: 'skipped', sheet, reason: outcome }]
  }
  if (outcome.asks.length > 0) {
    tables.closed = true
    return outcome.asks.map((ask) => ({ type: 'ask', ...ask }))
  }
  const reader = openRows(outcome)
  tables.reader = reader
  return [headOf(outcome), ...rows.flatMap((row) => takeRow(reader, row))]
}

function decide(search: TableSearch): FoundTable | 'no-table' | 'other-kind' {
  const found = findTable(search)
  const isSure = found !== null && !found.asks.some(({ code }) => code === 'ask.mapping')
  if (isSure || search.kind === undefined) {
    return found ?? 'no-table'
  }
  // The sender named a kind; a sheet that plainly is of another kind is not what he meant.
  const { kind: _, ...unnamed } = search
  const other = findTable(unnamed)
  const isOther = other !== null && other.kind !== search.kind && other.scores[0]?.complete === true
  return isOther ? 'other-kind' : (found ?? 'no-table')
}

function headOf(table: FoundTable): SheetMessage {
  const { kind, sheet, preamble, month, headerRows } = table
  const head = { ...preamble, ...(month === null ? {} : { month }), headerRow: headerRows[1], headerRows }
  return { type: 'table', kind, sheet, head }
}
