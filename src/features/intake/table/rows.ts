import type { Cell, SheetRow } from '../../../platform/sheets/cell.ts'
import { addPersonLine, continuesPerson, openPeople, type People } from './grid-people.ts'
import type { FoundTable } from './header.ts'
import { openSorter, type RowSorter, sortRow } from './row-kinds.ts'
import { issueOf, planRows, type RowPlan, readValues, seriesOf } from './row-values.ts'
import { compactText, shownText } from './text.ts'
import { addToTotals, checkTotals, isUnnamedTotal, openTotals, type Totals } from './totals.ts'
import type { Line, RowContext, RowFinding, TableMessage } from './types.ts'
import { type Legend, readLegend } from './values/mark-values.ts'

/** 行读取器 — the reading of one table, row after row. */
export interface RowReader {
  readonly table: FoundTable
  readonly plan: RowPlan
  readonly sorter: RowSorter
  readonly totals: Totals
  readonly people: People | null
  readonly context: ReusedContext
  section: string | null
  legend: Legend
  started: boolean
}

/** 开始读取 — of a table that `findTable` found, with nothing left to ask. */
export function openRows(table: FoundTable): RowReader {
  const plan = planRows(table)
  const sums = plan.columns.flatMap(({ name, index, field, title, context }) =>
    field.sum === true ? [{ name, index, field, title, note: context.note }] : [],
  )
  return {
    table,
    plan,
    sorter: openSorter(table),
    totals: openTotals(sums),
    people: table.kind === 'attendance-grid' ? openPeople(plan) : null,
    context: openContext(table),
    section: null,
    legend: table.legend,
    started: false,
  }
}

/**
 * 读取一行 — what a row comes to: a record (or two punches), issues, or nothing. Rows of the header and above it
 * may come too. A row with an error gives no record. The rows of a month grid come at the end of the sheet,
 * since the legend that explains their marks often stands below.
 */
export function takeRow(reader: RowReader, row: SheetRow): readonly TableMessage[] {
  if (row.row <= reader.table.headerRows[1]) {
    return []
  }
  const first = reader.started ? [] : unknownColumns(reader.table)
  reader.started = true
  const messages = readBelow(reader, row)
  return first.length === 0 ? messages : [...first, ...messages]
}

/** 结束读取 — what waited for the end of the sheet. */
export function endRows(reader: RowReader): readonly TableMessage[] {
  return reader.people?.lines.flatMap((line) => finish(reader, line)) ?? []
}

/** 读取表格 — the records and issues of the rows of one sheet, in file order. */
export function* readTable(rows: Iterable<SheetRow>, table: FoundTable): Generator<TableMessage> {
  const reader = openRows(table)
  for (const row of rows) {
    yield* takeRow(reader, row)
  }
  yield* endRows(reader)
}

function readBelow(reader: RowReader, row: SheetRow): readonly TableMessage[] {
  const kind = sortRow(reader.sorter, row)
  if (reader.people !== null && continuesPerson(reader.people, row, kind)) {
    return readRecord(reader, row)
  }
  switch (kind) {
    case 'record':
      return readRecord(reader, row)
    case 'total':
      return checkTotals(reader.totals, row.cells).map(({ index, data }) =>
        issueOf(reader.table, row.row, { severity: 'warning', code: 'table.total-differs', data, index }),
      )
    case 'section':
      reader.section = sectionName(row)
      return []
    case 'note':
      reader.legend = readLegend(row.cells.map(compactText).join(' ')) ?? reader.legend
      return []
    case 'blank':
    case 'header':
      return []
    default:
      return kind satisfies never
  }
}

function readRecord(reader: RowReader, row: SheetRow): readonly TableMessage[] {
  const { plan, people, sorter, totals } = reader
  const cells = plan.withMerged(row)
  if (people !== null) {
    addPersonLine(people, row, () => readLine(reader, row, cells))
    return []
  }
  const isNameless = sorter.keys.every((index) => (cells[index] ?? null) === null)
  return isNameless && isUnnamedTotal(totals, cells) ? [] : finish(reader, readLine(reader, row, cells))
}

function readLine(reader: RowReader, row: SheetRow, cells: readonly Cell[]): Line {
  const findings: RowFinding[] = []
  const values = readValues(reader.plan, cells, (finding) => findings.push(finding))
  const errors = findings.filter(({ severity }) => severity === 'error')
  addToTotals(reader.totals, values, new Set(errors.map(({ index }) => index)))
  return { row: row.row, values, series: seriesOf(reader.plan, cells, ''), section: reader.section, findings }
}

/** The last step of a row: the checks and joins of its kind, on the values that could all be read. */
function finish(reader: RowReader, line: Line): readonly TableMessage[] {
  const { table, context } = reader
  context.findings = line.findings
  context.section = line.section
  context.legend = reader.legend
  const records = isWhole(line.findings) ? table.definition.finish(line.values, line.series, context) : []
  const rows: TableMessage[] = line.findings.map((finding) => issueOf(table, line.row, finding))
  if (isWhole(line.findings)) {
    for (const record of records) {
      rows.push({ type: 'row', sheet: table.sheet, row: line.row, record })
    }
  }
  return rows
}

function isWhole(findings: readonly RowFinding[]): boolean {
  return findings.length === 0 || findings.every(({ severity }) => severity !== 'error')
}

/** One context serves all rows of a table, since making one for each would cost more than reading the row. */
interface ReusedContext extends RowContext {
  findings: RowFinding[]
  section: string | null
  legend: Legend
}

function openContext({ columns, preamble, month, legend }: FoundTable): ReusedContext {
  const said = new Set<string>()
  const context: ReusedContext = {
    preamble,
    month,
    legend,
    section: null,
    findings: [],
    has: (field) => columns.has(field),
    report: (finding) => context.findings.push(finding),
    once: (key) => !said.has(key) && said.add(key).size > 0,
  }
  return context
}

/** The crew of a heading such as 一、木工班组 or 班组：木工. */
function sectionName(row: SheetRow): string {
  const text = row.cells.map(compactText).join('')
  return text
    .replace(/^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．])/, '')
    .replace(/^班组?[:：]/, '')
    .replace(/[:：]$/, '')
}

/**
 * Columns that nobody knows are no error: their content stays in the file as sent, and they are told of
 * once.
 */
function unknownColumns(table: FoundTable): readonly TableMessage[] {
  if (table.unknown.length === 0) {
    return []
  }
  const titles = table.unknown.map(({ column, title }) => `${column} ${shownText(title)}`)
  const finding = { severity: 'warning', code: 'table.columns-unknown', data: { titles } } as const
  return [issueOf(table, table.headerRows[1], finding)]
}
