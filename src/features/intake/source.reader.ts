import type { ReaderInput } from '../../platform/child/protocol.ts'
import type { Merge, SheetRow } from '../../platform/sheets/cell.ts'
import { recognizeFile } from '../../platform/sheets/kind.ts'
import { isSheetKind, readSheets, type SheetKind } from '../../platform/sheets/read.ts'
import { masked } from './masked.ts'
import type { SourceCell, SourceRequest } from './ports.ts'
import { headersOf } from './table/header-lines.ts'
import { cellText } from './table/text.ts'
import { readLines } from './text-lines.ts'

/** 来源行请求 — which row, said to the child process beside the bytes. */
export type SourceOptions = Pick<SourceRequest, 'sheet' | 'row' | 'headerRows' | 'lineTitle'>

/**
 * 来源行读取器 — for `runReader`: the cells of a row with the titles of their columns, long numbers masked; a
 * line of text or an entry of XML is one cell. Null where there is no such row.
 */
export async function* sourceReader(
  input: Omit<ReaderInput, 'options'> & { options: SourceOptions },
): AsyncGenerator<readonly SourceCell[] | null> {
  const { bytes, limits, options } = input
  const kind = recognizeFile(bytes, limits)
  if (isSheetKind(kind)) {
    yield await rowOfSheet(input, kind)
    return
  }
  const line = readLines(bytes, kind === 'attlog' ? 'text' : 'xml').at(options.row)
  yield line === null ? null : [{ title: options.lineTitle, text: masked(line, options.lineTitle) }]
}

async function rowOfSheet(
  { bytes, limits, options }: Omit<ReaderInput, 'options'> & { options: SourceOptions },
  kind: SheetKind,
): Promise<readonly SourceCell[] | null> {
  const { sheet: name, row, headerRows } = options
  const header: SheetRow[] = []
  let merges: readonly Merge[] = []
  for await (const event of readSheets(bytes, kind, limits)) {
    if (event.type === 'sheet' && event.name === name) {
      merges = event.merges
    }
    if (event.type !== 'rows') {
      continue
    }
    for (const each of event.rows) {
      if (each.sheet === name && each.row >= headerRows[0] && each.row <= headerRows[1]) {
        header.push(each)
      }
      if (each.sheet === name && each.row === row) {
        return titled(each, header, merges)
      }
    }
  }
  return null
}

function titled(row: SheetRow, header: readonly SheetRow[], merges: readonly Merge[]): readonly SourceCell[] {
  const titles = new Map(headersOf(header, merges).map(({ index, shown }) => [index, shown]))
  return row.cells.flatMap((cell, index) => {
    const title = titles.get(index) ?? ''
    const text = masked(cellText(cell), title)
    return text === '' && title === '' ? [] : [{ title, text }]
  })
}
