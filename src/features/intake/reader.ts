import { Refusal } from '../../contract/errors.ts'
import { templateKinds } from '../../contract/intake.ts'
import { isMonth } from '../../law/day.ts'
import type { ReaderInput } from '../../platform/child/protocol.ts'
import { readSheets, type SheetKind } from '../../platform/sheets/read.ts'
import type { Group, ReaderMessage, ReadingOptions, RowIssue, SourceRow } from './importer.ts'
import { tableDefinition } from './table/fields.ts'
import {
  openSheetTables,
  type SheetMessage,
  type SheetOptions,
  takeSheetEvent,
} from './table/sheet-tables.ts'

/** 填写说明 — the sheet of our blank workbooks that explains the columns. */
export const explanationSheet = '填写说明'

const batchSize = 1_000
const progressStep = 0.01

/**
 * 表格读取器 — the tables of a spreadsheet, one group a sheet: the kind by content or as the sender said, the
 * columns by their titles and by what the sender taught us. Sheets that hold no table of ours are told of
 * and left; what only the sender can say is asked. Refuses `intake.kind-differs`, and the `file.…` codes.
 */
export async function* readTables(
  input: Omit<ReaderInput, 'options'> & { options: ReadingOptions },
  kind: SheetKind,
): AsyncGenerator<ReaderMessage> {
  const tables = openSheetTables(sheetOptions(input.options))
  let told = 0
  for await (const event of readSheets(input.bytes, kind, input.limits)) {
    yield* toMessages(takeSheetEvent(tables, event))
    if (event.type === 'rows' && event.share >= told + progressStep) {
      told = event.share
      yield { type: 'progress', share: told }
    }
  }
}

function sheetOptions({ options, remembered }: ReadingOptions): SheetOptions {
  const { kind, mapping, month } = options
  const wanted = templateKinds.find((known) => known === kind)
  if (wanted === undefined && kind !== undefined) {
    throw new Refusal('intake.kind-differs')
  }
  return {
    remembered,
    ...(wanted === undefined ? {} : { kind: wanted }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(month !== undefined && isMonth(month) ? { month } : {}),
  }
}

/** Rows and issues of a batch together, in messages that are neither too many nor too long. */
function* toMessages(found: readonly SheetMessage[]): Generator<ReaderMessage> {
  let rows: SourceRow[] = []
  let issues: RowIssue[] = []
  function* waiting(): Generator<ReaderMessage> {
    if (issues.length > 0) {
      yield { type: 'issues', issues }
    }
    if (rows.length > 0) {
      yield { type: 'rows', rows }
    }
    rows = []
    issues = []
  }
  for (const message of found) {
    switch (message.type) {
      case 'row':
        rows.push({ row: message.row, record: message.record })
        break
      case 'issue':
        issues.push(issueOf(message))
        break
      case 'skipped':
        issues.push(...skippedIssue(message))
        break
      case 'table':
        yield* waiting()
        yield { type: 'group', group: groupOf(message) }
        break
      case 'ask':
        yield { type: 'ask', code: message.code, data: message.data }
        break
      default:
        message satisfies never
    }
    if (rows.length >= batchSize || issues.length >= batchSize) {
      yield* waiting()
    }
  }
  yield* waiting()
}

function groupOf({ kind, sheet, head }: Extract<SheetMessage, { type: 'table' }>): Group {
  const fields = Object.keys(tableDefinition(kind).fields)
  return { kind, sheet, headerRows: [head.headerRow, head.headerRow], fields, head: { ...head } }
}

function issueOf({
  sheet,
  row,
  column,
  title,
  severity,
  code,
  data,
}: Extract<SheetMessage, { type: 'issue' }>) {
  return { sheet, row, column: title === '' ? column : title, severity, code, data }
}

/**
 * An empty sheet is what every new workbook has two of, and the explanations are our own; nobody needs to
 * hear of them.
 */
function skippedIssue({ sheet, reason }: Extract<SheetMessage, { type: 'skipped' }>): RowIssue[] {
  const code = `intake.skipped-${reason}`
  return reason === 'empty' || sheet === explanationSheet
    ? []
    : [{ sheet, row: 0, column: '', severity: 'warning', code, data: { sheet } }]
}
