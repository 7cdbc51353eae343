import type { ColumnHeader } from './title.ts'
import type {
  AnyField,
  Field,
  Fields,
  IssueData,
  Reader,
  RowContext,
  RowFinding,
  SeriesCell,
  TableKind,
  ValuesOf,
} from './types.ts'

/**
 * 系列 — columns that share one meaning, each with its own title: the days of a month, the kinds of deduction.
 */
export interface Series {
  /** A remembered mapping may send a column here by this name. */
  readonly name: string
  readonly holds: (header: ColumnHeader) => boolean
  readonly required: boolean
  /** Shown to people who are asked for it. */
  readonly title: string
}

/**
 * 陷阱列 — a title that means different things in different offices; decided by evidence or asked, never
 * guessed.
 */
export interface Trap {
  readonly titles: readonly string[]
  readonly among: readonly string[]
  /** The field that the title's unit or the values below it prove; null leaves it to the sender. */
  readonly decide: (header: ColumnHeader, samples: readonly string[]) => string | null
  /** Whether an undecided one stops the reading; otherwise it is an unknown column like others. */
  readonly asks: boolean
}

export interface ByContent {
  readonly field: string
  readonly fits: (sample: string) => boolean
}

/** 表格定义 — all that is known of one kind of table. */
export interface TableDefinition {
  readonly kind: TableKind
  readonly fields: Fields
  readonly titleWords: RegExp
  /** Fields that name whom or what a row is about; a row without any of them is no record. */
  readonly keys: readonly string[]
  /** Of each group at least one field needs a column. */
  readonly oneOf: readonly (readonly string[])[]
  /** Normalized titles that are known and not used. */
  readonly unused: RegExp
  readonly series: Series | null
  readonly traps: readonly Trap[]
  /** A column left of the series that is known by what stands in it, whatever its title says. */
  readonly byContent: ByContent | null
  /** The table speaks of one month, which must be known before its rows can be read. */
  readonly monthly: boolean
  /** Fields that the words above the table may state for all rows, in place of a column. */
  readonly fromPreamble: Readonly<Record<string, 'projectName' | 'worksiteCode' | 'employingUnit' | 'payOn'>>
  readonly finish: (
    values: Readonly<Record<string, unknown>>,
    series: readonly SeriesCell[],
    context: RowContext,
  ) => readonly Readonly<Record<string, unknown>>[]
}

interface DefinitionOf<F extends Fields> {
  readonly kind: TableKind
  readonly fields: F
  readonly titleWords: RegExp
  readonly keys: readonly (keyof F & string)[]
  readonly oneOf?: readonly (readonly (keyof F & string)[])[]
  readonly unused?: RegExp
  readonly series?: Series
  readonly traps?: readonly Trap[]
  readonly byContent?: ByContent
  readonly monthly?: boolean
  readonly fromPreamble?: TableDefinition['fromPreamble']
  readonly finish: (
    values: ValuesOf<F>,
    series: readonly SeriesCell[],
    context: RowContext,
  ) => readonly Readonly<Record<string, unknown>>[]
}

const never = /^(?!)/

/** 定义表格 — keeps the types of the fields inside `finish`, so that tables of every kind fit into one list. */
export function defineTable<const F extends Fields>(definition: DefinitionOf<F>): TableDefinition {
  return {
    kind: definition.kind,
    fields: definition.fields,
    titleWords: definition.titleWords,
    keys: definition.keys,
    oneOf: definition.oneOf ?? [],
    unused: definition.unused ?? never,
    series: definition.series ?? null,
    traps: definition.traps ?? [],
    byContent: definition.byContent ?? null,
    monthly: definition.monthly ?? false,
    fromPreamble: definition.fromPreamble ?? {},
    // The row reader filled every field by its own reader, so the values have the types of the fields.
    finish: (values, series, context) => definition.finish(values as ValuesOf<F>, series, context),
  }
}

type Said = Pick<RowFinding, 'code' | 'field'> & { readonly data?: IssueData }

/** 行错误 — refuses the row, with the reason. */
export function refuse(context: RowContext, said: Said): readonly never[] {
  context.report({ severity: 'error', data: {}, ...said })
  return []
}

/** 行疑问 — keeps the row, with a doubt. */
export function doubt(context: RowContext, said: Said): void {
  context.report({ severity: 'warning', data: {}, ...said })
}

/** 标题清单 — titles written in one text, apart by blanks or line breaks; normalized titles hold no blanks. */
export function split(titles: string): readonly string[] {
  return titles.trim().split(/\s+/)
}

/** 标题样式 — matches a whole normalized title against alternatives written in one text, apart by blanks. */
export function titlePattern(alternatives: string): RegExp {
  return new RegExp(`^(?:${split(alternatives).join('|')})$`)
}

type More = Pick<AnyField, 'weak' | 'after' | 'unit' | 'spread' | 'telling' | 'sum' | 'first'>

/** 选填字段 — a column that a table of its kind may lack. Titles are written as for `split`. */
export function optional<T>(
  titles: string | readonly string[],
  read: Reader<T>,
  more: More = {},
): Field<T, false> {
  return { ...more, titles: typeof titles === 'string' ? split(titles) : titles, required: false, read }
}

/** 必填字段 — a column without which the rows can't be read; a blank cell in it refuses the row. */
export function required<T>(
  titles: string | readonly string[],
  read: Reader<T>,
  more: More = {},
): Field<T, true> {
  return { ...more, titles: typeof titles === 'string' ? split(titles) : titles, required: true, read }
}
