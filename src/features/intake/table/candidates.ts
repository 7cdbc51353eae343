import type { Month } from '../../../law/day.ts'
import type { Cell, Merge, SheetRow } from '../../../platform/sheets/cell.ts'
import { type Assignment, assignColumns, type Mapping } from './columns.ts'
import type { TableDefinition } from './define.ts'
import { headersOf } from './header-lines.ts'
import { readPreamble } from './preamble.ts'
import { compactText, isBlank, shown } from './text.ts'
import { type ColumnHeader, normalTitle } from './title.ts'
import type { Preamble, TableKind } from './types.ts'

/** 表头查找 — the first rows of a sheet, and what is known beside them. */
export interface TableSearch {
  readonly sheet: string
  /** The first rows of the sheet; `headRows` of them are enough. */
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
  /** 列映射 — what the sender says of the columns of this file: title → field, or 'ignore'. */
  readonly mapping?: Mapping
  /** 已记列映射 — what he said earlier, by kind of table. */
  readonly remembered?: Readonly<Partial<Record<TableKind, Mapping>>>
  /** Said by the sender; without it the kind is recognized. */
  readonly kind?: TableKind
  /** 所属月份, said by the sender for a sheet that doesn't say it. */
  readonly month?: Month
}

/** 候选表头 — lines of a sheet read as the header of one kind of table. */
export interface Candidate {
  readonly definition: TableDefinition
  readonly at: number
  readonly depth: number
  readonly headers: readonly ColumnHeader[]
  readonly assignment: Assignment
  readonly missing: readonly (readonly string[])[]
  readonly score: number
}

const searchedRows = 40
const deepestHeader = 3
const scoreTitle = 5
const scoreComplete = 10
const scoreJoined = 2
const sampleCount = 3
const fewestFields = 2

/** 表头位置 — lines of a sheet that could be a header, with the headers that they would give its columns. */
export type Place = Pick<Candidate, 'at' | 'depth' | 'headers'>

/** 可能的表头 — every run of one to three of the first lines. */
export function placesOf({ rows, merges }: Pick<TableSearch, 'rows' | 'merges'>): readonly Place[] {
  const places: Place[] = []
  for (let at = 0; at < Math.min(rows.length, searchedRows); at += 1) {
    for (let depth = 1; depth <= deepestHeader; depth += 1) {
      const lines = rows.slice(at, at + depth)
      if (lines.length === depth && isRun(lines)) {
        places.push({ at, depth, headers: headersOf(lines, merges) })
      }
    }
  }
  return places
}

/** 最佳候选 — the place that fits a kind of table best; null where no line looks like its header. */
export function bestCandidate(
  definition: TableDefinition,
  places: readonly Place[],
  search: TableSearch,
): Candidate | null {
  let best: Candidate | null = null
  for (const place of places) {
    const candidate = candidateAt({ definition, ...place }, search)
    if (candidate !== null && (best === null || isBetter(candidate, best))) {
      best = candidate
    }
  }
  return best
}

function isBetter(one: Candidate, other: Candidate): boolean {
  return one.score > other.score || (one.score === other.score && one.depth < other.depth)
}

function isRun(lines: readonly SheetRow[]): boolean {
  return lines.every((line, at) => line.row === (lines[0]?.row ?? 0) + at)
}

function candidateAt(
  place: Pick<Candidate, 'definition' | 'at' | 'depth' | 'headers'>,
  search: TableSearch,
): Candidate | null {
  const { definition, at, depth, headers } = place
  const samples = (index: number) => samplesOf(index, place, search.rows)
  const assignment = assignColumns(definition, headers, {
    mapping: mappingFor(definition.kind, search),
    samples,
  })
  const matched =
    assignment.columns.size + assignment.ambiguous.length + (assignment.series.length > 0 ? 1 : 0)
  const hasKey = definition.keys.some((key) => assignment.columns.has(key))
  if (matched < fewestFields || (!hasKey && search.kind === undefined)) {
    return null
  }
  const above = search.rows.slice(0, at)
  const isPartlyAbove = Object.keys(definition.fromPreamble).length > 0
  const missing = missingFields(
    definition,
    assignment,
    isPartlyAbove ? readPreamble(above, search.sheet) : {},
  )
  const titled = [search.sheet, ...above.map((row) => row.cells.map(compactText).join(''))]
  const named = titled.some((text) => definition.titleWords.test(text)) ? scoreTitle : 0
  const complete = missing.length === 0 ? scoreComplete : 0
  const score = assignment.score + named + complete + scoreLines(place, search)
  return { definition, at, depth, headers, assignment, missing, score }
}

/**
 * Merged cells that span exactly these lines show that they belong together, and so do gaps of the first
 * line that the next one fills (csv has no merged cells); otherwise a further line must earn its place.
 */
function scoreLines({ at, depth }: Pick<Candidate, 'at' | 'depth'>, { rows, merges }: TableSearch): number {
  const [first, next, last] = [rows[at], rows[at + 1], rows[at + depth - 1]]
  const isMerged = merges.some((merge) => merge.firstRow === first?.row && merge.lastRow === last?.row)
  const isJoined = isMerged || (merges.length === 0 && fillsGaps(first?.cells ?? [], next?.cells ?? []))
  return (depth - 1) * (isJoined ? scoreJoined : -1)
}

function fillsGaps(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const [above, below] = [upper.map(compactText), lower.map(compactText)]
  const isWord = (text: string | undefined) => text !== undefined && /\D/.test(text)
  const fillsOne = below.some(
    (text, index) => isWord(text) && (above[index] ?? '') === '' && isWord(below[index - 1]),
  )
  const named = above.filter((text) => text !== '').length
  const both = above.filter((text, index) => text !== '' && (below[index] ?? '') !== '').length
  return fillsOne && both * 2 <= named
}

/** Titles as the sender typed them, normalized; what he says now counts more than what he said before. */
function mappingFor(kind: TableKind, search: TableSearch): Mapping {
  const said = { ...search.remembered?.[kind], ...search.mapping }
  return Object.fromEntries(Object.entries(said).map(([title, field]) => [normalTitle(title), field]))
}

/**
 * What the kind needs and no column, nor the words above the table, give: each a list of fields of which one
 * would do.
 */
function missingFields(definition: TableDefinition, assignment: Assignment, preamble: Preamble): string[][] {
  const has = (field: string) => {
    const above = definition.fromPreamble[field]
    const isStated = above !== undefined && preamble[above] !== undefined
    return (
      isStated ||
      assignment.columns.has(field) ||
      assignment.ambiguous.some(({ fields }) => fields.includes(field))
    )
  }
  const missing = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.required && !has(name) ? [[name]] : [],
  )
  const groups = definition.oneOf.filter((group) => !group.some(has)).map((group) => [...group])
  const needsSeries = definition.series?.required === true && assignment.series.length === 0
  return [...missing, ...groups, ...(needsSeries ? [[definition.series?.name ?? '']] : [])]
}

/** 列示例 — the first few different values below a header, masked. */
export function samplesOf(
  index: number,
  place: Pick<Candidate, 'at' | 'depth'>,
  rows: readonly SheetRow[],
): readonly string[] {
  const values = rows
    .slice(place.at + place.depth)
    .map((row) => row.cells[index] ?? null)
    .filter((cell) => !isBlank(cell))
  return [...new Set(values.map(shown))].slice(0, sampleCount)
}
