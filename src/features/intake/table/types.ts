import type { TemplateKind } from '../../../contract/intake.ts'
import type { Day, Month } from '../../../law/day.ts'
import type { Cell } from '../../../platform/sheets/cell.ts'
import type { Legend } from './values/mark-values.ts'

/** 表格类型 — the kinds of table that a spreadsheet can hold. */
export type TableKind = TemplateKind

/**
 * 数据 — what fills the placeholders of a message: places, titles, sums, masked numbers; never a personal
 * value.
 */
export type IssueData = Readonly<Record<string, unknown>>

export interface Warning {
  readonly code: string
  readonly data: IssueData
}

/**
 * 读数 — what a reader makes of a cell: a value, perhaps with a doubt, or the code of what is wrong with it.
 */
export type Reading<T> =
  | { readonly value: T; readonly warning?: Warning }
  | { readonly problem: string; readonly data: IssueData }

/** 计量单位 — the kind of unit that a title states in brackets; a column in hours is never read as days. */
export type UnitClass = 'money' | 'days' | 'hours' | 'quantity'

/** 列上下文 — what a reader may know beside the cell. */
export interface ColumnContext {
  /** The words in the brackets of the title, such as 万元; '' without brackets. */
  readonly note: string
  /** The month that the table is about, where it is known. */
  readonly month: Month | null
}

/** 读取器 — reads a cell that is neither blank nor an error value. */
export type Reader<T> = (cell: Cell, context: ColumnContext) => Reading<T>

/**
 * 字段 — what a column can mean. Titles stand here as `normalTitle` leaves them; the first one is shown to
 * people.
 */
export interface Field<T, Required extends boolean = boolean> {
  readonly titles: readonly string[]
  /**
   * Titles that mean this field only while no column with a title of its own does (户名 where there is no 姓名).
   */
  readonly weak?: readonly string[]
  /** Short titles that mean this field when they stand directly right of another one (信用代码 after 建设单位). */
  readonly after?: { readonly field: string; readonly titles: readonly string[] }
  readonly required: Required
  readonly read: Reader<T>
  readonly unit?: UnitClass
  /** A merged cell over several rows holds for each of them. */
  readonly spread?: boolean
  /** Tells this kind of table from the others. */
  readonly telling?: boolean
  /** Summed and compared with the total rows. */
  readonly sum?: boolean
  /** Of several columns with this meaning the first is taken, without asking. */
  readonly first?: boolean
}

export type AnyField = Field<unknown>
export type Fields = Readonly<Record<string, AnyField>>

/** 行的读数 — the values of a row by field; null where the column is missing or the cell is blank. */
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer R> ? (R extends true ? T : T | null) : never
}

/** 系列单元格 — a cell of a series of columns: one of the days of a month, one of the deductions. */
export interface SeriesCell {
  readonly index: number
  readonly title: string
  readonly cell: Cell
  /** 时段 — 上午, 下午, 加班 where a person has several lines; '' otherwise. */
  readonly part: string
  /** The day that the column stands for, on a month grid; null for a date that the month doesn't have. */
  readonly day: Day | null
}

/** 表前信息 — what stands above a table or in the name of its sheet. */
export interface Preamble {
  readonly projectName?: string
  readonly worksiteCode?: string
  readonly month?: Month
  readonly employingUnit?: string
  readonly generalContractor?: string
  readonly crew?: string
  readonly sheetNumber?: string
  /** 发放日期, YYYY-MM-DD. */
  readonly payOn?: string
}

/** 行上下文 — what the last step of reading a row knows beside its values. */
export interface RowContext {
  readonly preamble: Preamble
  readonly month: Month | null
  readonly legend: Legend
  /** Which fields have a column in this table. */
  readonly has: (field: string) => boolean
  /** 班组 of the heading line above the row, where crews have lines of their own. */
  readonly section: string | null
  readonly report: (issue: RowFinding) => unknown
  /** Says yes the first time only: for doubts about a whole sheet that its rows bring up. */
  readonly once: (key: string) => boolean
}

/** 行内发现 — an issue of a row; `field` names the column it is about. */
export interface RowFinding {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly data: IssueData
  readonly field?: string
  /** The column, where no field names it. */
  readonly index?: number
}

/** 一行或几行 — a person or thing of the table as read: its values, its cells of the series, where it stands. */
export interface Line {
  readonly row: number
  readonly values: Readonly<Record<string, unknown>>
  readonly series: SeriesCell[]
  readonly section: string | null
  readonly findings: RowFinding[]
}

/** 表格问题 — why a row was refused (error) or doubted (warning), with its place as the sheet shows it. */
export interface TableIssue {
  readonly type: 'issue'
  readonly sheet: string
  readonly row: number
  /** Column letter as in Excel; '' where the issue is about the whole row. */
  readonly column: string
  /** Title of the column as it stands in the file; '' likewise. */
  readonly title: string
  readonly code: string
  readonly data: IssueData
  readonly severity: 'error' | 'warning'
}

/** 表格记录 — one row as read. A row that tells of two punches gives two of them. */
export interface TableRow {
  readonly type: 'row'
  readonly sheet: string
  readonly row: number
  readonly record: Readonly<Record<string, unknown>>
}

export type TableMessage = TableRow | TableIssue
