import type { Merge } from './cell.ts'
import { columnIndex } from './xlsx-cell.ts'
import type { WorkbookSheet } from './xlsx-parts.ts'
import { inflateEntry } from './zip-inflate.ts'

/**
 * The list of merged cells follows the rows; more than this much XML behind the rows is not searched for
 * it.
 */
const TAIL_BYTES = 16 * 1024 * 1024

/**
 * 合并区域 — the merged cells of a sheet. They stand behind the rows, so the part is unpacked once for them
 * alone, which also checks its size and checksum before the first row is given out.
 */
export async function readMerges(bytes: Uint8Array, sheet: WorkbookSheet): Promise<Merge[]> {
  let tail: Buffer[] = []
  let tailBytes = 0
  let carried = Buffer.alloc(0)
  const mark = Buffer.from('sheetData>')
  for await (const chunk of inflateEntry(bytes, sheet.entry)) {
    const joined = Buffer.concat([carried, chunk])
    const at = joined.lastIndexOf(mark)
    if (at !== -1) {
      tail = [joined.subarray(at + mark.length)]
      tailBytes = joined.length - at
    } else if (tailBytes < TAIL_BYTES) {
      tail.push(chunk)
      tailBytes += chunk.length
    }
    carried = Buffer.from(joined.subarray(Math.max(0, joined.length - mark.length + 1)))
  }
  const xml = Buffer.concat(tail).toString('utf8')
  return [
    ...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g),
  ].map(([, left = '', top, right = '', bottom]) => ({
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnIndex(left),
    lastColumn: columnIndex(right),
  }))
}
