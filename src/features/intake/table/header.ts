import type { Month } from '../../../law/day.ts'
import type { Merge, SheetRow } from '../../../platform/sheets/cell.ts'
import { asksOf, type TableAsk, type UnknownColumn, unknownColumn } from './asks.ts'
import { bestCandidate, type Candidate, placesOf, samplesOf, type TableSearch } from './candidates.ts'
import type { Assignment } from './columns.ts'
import type { TableDefinition } from './define.ts'
import { tableDefinitions } from './fields.ts'
import { readPreamble } from './preamble.ts'
import { compactText } from './text.ts'
import type { ColumnHeader } from './title.ts'
import type { Preamble, TableKind } from './types.ts'
import { type Legend, readLegend } from './values/mark-values.ts'

/** 找到的表格 */
export interface FoundTable {
  readonly sheet: string
  readonly kind: TableKind
  readonly definition: TableDefinition
  /** How well each kind fits, best first; `complete` where no column is missing for it. */
  readonly scores: readonly { readonly kind: TableKind; readonly score: number; readonly complete: boolean }[]
  /** First and last row of the header, as Excel counts. */
  readonly headerRows: readonly [first: number, last: number]
  /** Field → column, counted from 0. */
  readonly columns: ReadonlyMap<string, number>
  /** Columns of the days of the month, or of the single deductions. */
  readonly series: readonly number[]
  readonly headers: readonly ColumnHeader[]
  readonly unknown: readonly UnknownColumn[]
  readonly ambiguous: Assignment['ambiguous']
  readonly preamble: Preamble
  readonly month: Month | null
  readonly legend: Legend
  readonly merges: readonly Merge[]
  readonly asks: readonly TableAsk[]
}

/** 表头行数 — how many rows of a sheet `findTable` wants to see: header lines stand within the first forty. */
export const headRows = 60

/**
 * 查找表格 — finds the header of a sheet and what its columns mean, for the kind that fits best or the one the
 * sender named. Null where no row looks like a header. What only the sender can say comes back in `asks`: a
 * kind that is unclear, needed columns that are missing (with the unknown ones as candidates), columns that
 * could be several things, the month. Unknown columns that nothing needs are listed, and no reason to ask.
 */
export function findTable(search: TableSearch): FoundTable | null {
  const definitions = tableDefinitions.filter(({ kind }) => search.kind === undefined || search.kind === kind)
  const places = placesOf(search)
  const best = definitions.flatMap((definition) => bestCandidate(definition, places, search) ?? [])
  const ranked = [...best].sort((left, right) => right.score - left.score)
  const [first, second] = ranked
  if (first === undefined) {
    return null
  }
  const above = search.rows.slice(0, first.at)
  const preamble = readPreamble(above, search.sheet)
  const { definition, headers, assignment, at, depth } = first
  const columns = withContent(first, search)
  const open = assignment.unknown.filter((index) => ![...columns.values()].includes(index))
  const unknown = open.map((index) => unknownColumn(index, first, search))
  const month = search.month ?? preamble.month ?? null
  const isTie = second !== undefined && second.score === first.score && first.missing.length === 0
  const [top, bottom] = [search.rows[at], search.rows[at + depth - 1]]
  return {
    sheet: search.sheet,
    kind: definition.kind,
    definition,
    scores: ranked.map((each) => ({
      kind: each.definition.kind,
      score: each.score,
      complete: each.missing.length === 0 && each.assignment.ambiguous.length === 0,
    })),
    headerRows: [top?.row ?? 0, bottom?.row ?? 0],
    columns,
    series: assignment.series,
    headers,
    unknown,
    ambiguous: assignment.ambiguous,
    preamble,
    month,
    legend: legendIn(above),
    merges: search.merges,
    asks: asksOf(
      { first, unknown, month, tied: isTie ? [definition.kind, second.definition.kind] : [] },
      search,
    ),
  }
}

/** The columns, with the one left of the series that its content tells (上午, 下午, 加班 beside the names). */
function withContent(candidate: Candidate, search: TableSearch): ReadonlyMap<string, number> {
  const { definition, assignment } = candidate
  const { columns, series } = assignment
  const known = definition.byContent
  const [firstOfSeries = 0] = series
  if (known === null || columns.has(known.field)) {
    return columns
  }
  const taken = new Set(columns.values())
  for (let index = firstOfSeries - 1; index >= 0; index -= 1) {
    const samples = taken.has(index) ? [] : samplesOf(index, candidate, search.rows)
    if (samples.length > 0 && samples.every(known.fits)) {
      return new Map([...columns, [known.field, index]])
    }
  }
  return columns
}

function legendIn(rows: readonly SheetRow[]): Legend {
  for (const row of rows) {
    const legend = readLegend(row.cells.map((cell) => compactText(cell)).join(' '))
    if (legend !== null) {
      return legend
    }
  }
  return new Map()
}
