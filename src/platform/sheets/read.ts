import { Refusal } from '../../contract/errors.ts'
import type { SheetEvent, SheetRow } from './cell.ts'
import { readCsv } from './csv.ts'
import type { FileKind } from './kind.ts'
import type { FileLimits } from './limits.ts'
import { readXlsSheets } from './xls.ts'
import { readMerges } from './xlsx-merges.ts'
import { openWorkbook } from './xlsx-parts.ts'
import { readWorksheet } from './xlsx-rows.ts'
import { checkZip } from './zip-check.ts'

/** 表格种类 — the kinds of file that hold sheets. */
export type SheetKind = Extract<FileKind, 'xlsx' | 'xls' | 'csv'>

const BATCH_ROWS = 500

/** 是否表格 — whether a file of this kind can be given to `readSheets`. */
export function isSheetKind(kind: FileKind): kind is SheetKind {
  return kind === 'xlsx' || kind === 'xls' || kind === 'csv'
}

/**
 * 读取表格 — all sheets of a spreadsheet in order, rows in batches of a few hundred, hidden sheets too
 * (marked). Formulas are never calculated. Uploads are hostile: call it inside a child process
 * (`runReader`), never on the main thread.
 * Errors: the `file.…` codes of the parts below; `file.no-sheet` when an xlsx holds no sheet at all.
 */
export async function* readSheets(
  bytes: Uint8Array,
  kind: SheetKind,
  limits: FileLimits,
): AsyncGenerator<SheetEvent> {
  switch (kind) {
    case 'xlsx':
      yield* readXlsx(bytes, limits)
      return
    case 'xls':
      yield* readXlsSheets(bytes, limits)
      return
    case 'csv':
      yield* readCsv(bytes, limits)
      return
    default:
      kind satisfies never
  }
}

async function* readXlsx(bytes: Uint8Array, limits: FileLimits): AsyncGenerator<SheetEvent> {
  const workbook = await openWorkbook(bytes, checkZip(bytes, limits))
  if (workbook.sheets.length === 0) {
    throw new Refusal('file.no-sheet')
  }
  const bytesTotal = workbook.sheets.reduce((sum, sheet) => sum + sheet.entry.inflatedBytes, 0)
  let bytesBefore = 0
  for (const [index, sheet] of workbook.sheets.entries()) {
    const { name, hidden } = sheet
    yield { type: 'sheet', name, index, hidden, merges: await readMerges(bytes, sheet) }
    let total = 0
    let waiting: SheetRow[] = []
    for await (const { rows, inflatedBytes } of readWorksheet(bytes, { workbook, sheet, limits })) {
      waiting.push(...rows)
      total += rows.length
      if (waiting.length >= BATCH_ROWS || inflatedBytes === sheet.entry.inflatedBytes) {
        yield* batches(waiting, (bytesBefore + inflatedBytes) / bytesTotal)
        waiting = []
      }
    }
    bytesBefore += sheet.entry.inflatedBytes
    yield { type: 'sheet-end', name, rows: total }
  }
}

function* batches(rows: readonly SheetRow[], share: number): Generator<SheetEvent> {
  for (let at = 0; at < rows.length; at += BATCH_ROWS) {
    yield { type: 'rows', rows: rows.slice(at, at + BATCH_ROWS), share }
  }
}
