import type { ReaderInput } from '../../platform/child/protocol.ts'
import { recognizeFile } from '../../platform/sheets/kind.ts'
import type { FileLimits } from '../../platform/sheets/limits.ts'
import { isSheetKind, readSheets, type SheetKind } from '../../platform/sheets/read.ts'
import { appendReasonColumn, type FailedRows } from '../../platform/sheets/reasons.ts'
import { writeCsv } from '../../platform/sheets/write.ts'
import type { ReasonsRequest } from './ports.ts'
import { readLines } from './text-lines.ts'

/** 原因列请求 — said to the child process beside the bytes. */
export type ReasonsOptions = Pick<ReasonsRequest, 'failed' | 'titles'>

/**
 * 原因文件读取器 — for `runReader`: a table as an xlsx of its failed rows, or of all its rows where a later sheet
 * replaces an earlier one as a whole; a text or XML as a csv of the failed lines. Each with the reason in
 * the last column.
 */
export async function* reasonsFileReader(
  input: Omit<ReaderInput, 'options'> & { options: ReasonsOptions },
): AsyncGenerator<Uint8Array> {
  const { bytes, limits, options } = input
  const { failed, titles } = options
  const kind = recognizeFile(bytes, limits)
  if (!isSheetKind(kind)) {
    yield linesWithReasons(bytes, kind === 'attlog' ? 'text' : 'xml', options)
    return
  }
  const whole = new Set(failed.filter((each) => each.whole).map((each) => each.sheet))
  const all =
    whole.size === 0 ? new Map<string, number[]>() : await rowNumbers(bytes, kind, { limits, whole })
  const wanted = failed.map(({ sheet, headerRows, reasons }): FailedRows => {
    const [, headerRow] = headerRows
    const rows =
      all.get(sheet)?.filter((row) => row > headerRow) ?? [...reasons.keys()].sort((one, two) => one - two)
    return { sheet, headerRow, reasons: new Map(rows.map((row) => [row, reasons.get(row) ?? ''])) }
  })
  yield await appendReasonColumn({ bytes, kind, limits, failed: wanted, columnTitle: titles.reason })
}

async function rowNumbers(
  bytes: Uint8Array,
  kind: SheetKind,
  { limits, whole }: { limits: FileLimits; whole: ReadonlySet<string> },
): Promise<Map<string, number[]>> {
  const numbers = new Map<string, number[]>()
  for await (const event of readSheets(bytes, kind, limits)) {
    for (const { sheet, row } of event.type === 'rows' ? event.rows : []) {
      if (whole.has(sheet)) {
        const known = numbers.get(sheet) ?? []
        known.push(row)
        numbers.set(sheet, known)
      }
    }
  }
  return numbers
}

function linesWithReasons(
  bytes: Uint8Array,
  format: 'text' | 'xml',
  { failed, titles }: ReasonsOptions,
): Uint8Array {
  const lines = readLines(bytes, format)
  const rows = failed.flatMap(({ reasons }) =>
    [...reasons].map(([row, reason]) => [row, lines.at(row) ?? '', reason] as const),
  )
  return writeCsv({ header: [titles.line, titles.content, titles.reason], rows })
}
