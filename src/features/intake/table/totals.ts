import { formatYuan } from '../../../law/money.ts'
import type { Cell } from '../../../platform/sheets/cell.ts'
import { isNothing } from './text.ts'
import type { AnyField, IssueData } from './types.ts'

/** 合计列 — a column whose total rows are checked. */
export interface SumColumn {
  readonly name: string
  readonly index: number
  readonly title: string
  readonly field: AnyField
  readonly note: string
}

export interface TotalDifference {
  readonly index: number
  readonly data: IssueData
}

interface Running {
  all: bigint
  since: bigint
  spoiled: boolean
}

/** 合计核对 — the sums of the records so far, by column. */
export interface Totals {
  readonly columns: readonly SumColumn[]
  readonly running: ReadonlyMap<string, Running>
  rows: number
}

export function openTotals(columns: readonly SumColumn[]): Totals {
  const running = new Map(columns.map(({ name }) => [name, { all: 0n, since: 0n, spoiled: false }]))
  return { columns, running, rows: 0 }
}

/**
 * 计入 — adds the values of a record; `unread` are the columns whose cell could not be read: they can't be
 * checked.
 */
export function addToTotals(
  totals: Totals,
  values: Readonly<Record<string, unknown>>,
  unread: ReadonlySet<number | undefined>,
): void {
  totals.rows += 1
  for (const { name, index, field } of totals.columns) {
    const sum = totals.running.get(name)
    const value = values[name]
    if (sum !== undefined && (typeof value === 'bigint' || typeof value === 'number')) {
      sum.all += BigInt(value)
      sum.since += BigInt(value)
    }
    // A blank amount is none, while blank days mean that nobody counted them.
    const isUncounted = value === null && field.unit !== 'money'
    if (sum !== undefined && (unread.has(index) || isUncounted)) {
      sum.spoiled = true
    }
  }
}

/**
 * 核对合计行 — the columns of a total row that differ both from the sum of all rows and from that of the rows
 * since the last total row. Money is compared to the fen, days and hours within the rounding of each row.
 */
export function checkTotals(totals: Totals, cells: readonly Cell[]): readonly TotalDifference[] {
  const differences: TotalDifference[] = []
  for (const column of totals.columns) {
    const compared = compare(totals, column, cells[column.index])
    if (compared !== null && !compared.fits && !compared.sum.spoiled) {
      const { stated, sum } = compared
      const data = {
        total: column.title,
        stated: inWords(stated, column),
        summed: inWords(sum.all, column),
        rows: totals.rows,
      }
      differences.push({ index: column.index, data })
    }
  }
  for (const sum of totals.running.values()) {
    sum.since = 0n
  }
  return differences
}

/**
 * 是否无名合计 — whether a row without a name holds the sums of the rows above: a total row that lacks the word.
 */
export function isUnnamedTotal(totals: Totals, cells: readonly Cell[]): boolean {
  const compared = totals.columns.flatMap((column) => compare(totals, column, cells[column.index]) ?? [])
  return totals.rows > 1 && compared.length > 0 && compared.every(({ fits }) => fits)
}

function compare(
  { running, rows }: Totals,
  column: SumColumn,
  cell: Cell | undefined,
): { stated: bigint; sum: Running; fits: boolean } | null {
  const sum = running.get(column.name)
  if (cell === undefined || isNothing(cell) || sum === undefined) {
    return null
  }
  const reading = column.field.read(cell, { note: column.note, month: null })
  const value = 'value' in reading ? reading.value : null
  if (typeof value !== 'bigint' && typeof value !== 'number') {
    return null
  }
  const stated = BigInt(value)
  const slack = typeof value === 'number' ? BigInt(rows) : 0n
  return { stated, sum, fits: near(stated, sum.all, slack) || near(stated, sum.since, slack) }
}

function inWords(value: bigint, { field }: SumColumn): string {
  return field.unit === 'money'
    ? formatYuan(value)
    : String(Number(value) / (field.unit === 'hours' ? 60 : 100))
}

function near(one: bigint, other: bigint, slack: bigint): boolean {
  const difference = one > other ? one - other : other - one
  return difference <= slack
}
