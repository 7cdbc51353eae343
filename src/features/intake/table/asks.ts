import type { Month } from '../../../law/day.ts'
import { type Candidate, samplesOf, type TableSearch } from './candidates.ts'
import type { TableDefinition } from './define.ts'
import { columnLetter } from './text.ts'
import type { TableKind } from './types.ts'

/** 未知列 — a column that nothing here knows, offered for mapping under its key, with a few masked values. */
export interface UnknownColumn {
  readonly column: string
  readonly title: string
  readonly key: string
  readonly samples: readonly string[]
}

/** 待确认 — what must be answered before the rows can be read; `code` is a message, `data` fills it. */
export interface TableAsk {
  readonly code: 'ask.kind' | 'ask.mapping' | 'ask.month'
  readonly data: Readonly<Record<string, unknown>>
}

/** 未知列 — what the sender is shown of a column. */
export function unknownColumn(index: number, candidate: Candidate, search: TableSearch): UnknownColumn {
  const header = candidate.headers.find((each) => each.index === index)
  return {
    column: columnLetter(index),
    title: header?.shown ?? '',
    key: header?.key ?? '',
    samples: samplesOf(index, candidate, search.rows),
  }
}

interface Outcome {
  readonly first: Candidate
  readonly unknown: readonly UnknownColumn[]
  readonly month: Month | null
  /** Kinds that fit equally well. */
  readonly tied: readonly TableKind[]
}

/** 待确认事项 — the questions that a header leaves, each with what the sender may choose from. */
export function asksOf(outcome: Outcome, search: TableSearch): readonly TableAsk[] {
  const { first, month, tied } = outcome
  const { definition, assignment, missing } = first
  const { sheet } = search
  const asks: TableAsk[] = []
  if (tied.length > 0) {
    asks.push({ code: 'ask.kind', data: { sheet, kinds: tied } })
  }
  if (missing.length > 0 || assignment.ambiguous.length > 0) {
    asks.push({ code: 'ask.mapping', data: mappingAsk(outcome, search) })
  }
  if (definition.monthly && month === null && !assignment.columns.has('month')) {
    asks.push({ code: 'ask.month', data: { sheet, kind: definition.kind } })
  }
  return asks
}

/**
 * What is to be said of columns: those that are needed and missing, with the unknown ones to choose from;
 * those that could be several things. `unknown` holds the mapping key of each column as its title, and what
 * it may be.
 */
function mappingAsk({ first, unknown }: Outcome, search: TableSearch): TableAsk['data'] {
  const { definition, assignment, missing } = first
  const fields = missing.flat()
  const unclear = assignment.ambiguous.flatMap(({ fields: among, columns }) =>
    columns.map((index) => ({ ...unknownColumn(index, first, search), candidates: among })),
  )
  const open = missing.length === 0 ? [] : unknown.map((column) => ({ ...column, candidates: fields }))
  const inWords = (columns: readonly UnknownColumn[]) =>
    columns.length === 0 ? null : columns.map(({ column, title }) => `${column} ${title}`)
  const titles = missing.map((group) => group.map((field) => fieldTitle(definition, field)).join('/'))
  return {
    sheet: search.sheet,
    kind: definition.kind,
    missing: titles.length === 0 ? null : titles,
    unclear: inWords(unclear),
    candidates: inWords(open),
    fields: [...new Set([...fields, ...assignment.ambiguous.flatMap((each) => each.fields)])],
    unknown: [...unclear, ...open].map(({ key, ...column }) => ({
      ...column,
      title: key,
      shown: column.title,
    })),
  }
}

/** 字段名称 — how people call a field: its first title. */
export function fieldTitle(definition: TableDefinition, field: string): string {
  const series = definition.series
  return definition.fields[field]?.titles[0] ?? (field === series?.name ? series.title : field)
}
