import type { Merge, SheetRow } from '../../../platform/sheets/cell.ts'
import { cellText, isBlank } from './text.ts'
import { type ColumnHeader, normalTitle, splitTitle, titleForms } from './title.ts'

/** A header is looked for in this many columns; wider sheets are no tables of ours. */
const mostColumns = 400

/**
 * 表头各列 — the headers of the columns over one, two or three lines. A merged cell spreads down its lines, and
 * to the right where a line of sub-headers stands below it; without merged cells (csv) a group reaches to
 * the next one.
 */
export function headersOf(lines: readonly SheetRow[], merges: readonly Merge[]): readonly ColumnHeader[] {
  const width = Math.min(mostColumns, Math.max(0, ...lines.map((line) => line.cells.length)))
  const grid = lines.map((line) => Array.from({ length: width }, (_, index) => textAt(line, index)))
  const spread = lines.map((line, at) => spreadLine(line, grid, { at, merges, width }))
  const headers: ColumnHeader[] = []
  for (let index = 0; index < width; index += 1) {
    const texts = spread
      .map((texts, at) => texts[index] || (grid[at]?.[index] ?? ''))
      .filter((text) => text !== '')
    const distinct = texts.filter((text, at) => text !== texts[at - 1])
    const own = distinct.at(-1) ?? ''
    const group = distinct.at(-2) ?? ''
    if (own !== '') {
      const [ownTitle, groupTitle] = [splitTitle(own), splitTitle(group)]
      const shown = distinct.join(' ')
      const forms = titleForms(groupTitle, ownTitle)
      headers.push({ index, shown, key: normalTitle(shown), group: groupTitle, own: ownTitle, forms })
    }
  }
  return headers
}

function textAt(line: SheetRow, index: number): string {
  const cell = line.cells[index] ?? null
  return isBlank(cell) ? '' : cellText(cell)
}

interface Place {
  readonly at: number
  readonly merges: readonly Merge[]
  readonly width: number
}

/** The texts that a line gets from merged cells, or from the group left of a gap. */
function spreadLine(
  line: SheetRow,
  grid: readonly (readonly string[])[],
  { at, merges, width }: Place,
): readonly string[] {
  const texts = Array.from({ length: width }, (_, index) => grid[at]?.[index] ?? '')
  const below = grid.slice(at + 1)
  const hasBelow = (index: number) => below.some((texts) => (texts[index] ?? '') !== '')
  for (const merge of merges) {
    const covers =
      merge.firstRow <= line.row && line.row <= merge.lastRow && merge.lastColumn > merge.firstColumn
    if (covers && merge.firstRow === line.row) {
      for (let index = merge.firstColumn + 1; index <= merge.lastColumn && index < width; index += 1) {
        texts[index] = hasBelow(index) ? (texts[merge.firstColumn] ?? '') : ''
      }
    }
  }
  if (merges.length === 0) {
    for (let index = 1; index < width; index += 1) {
      const isGap = texts[index] === '' && hasBelow(index) && hasBelow(index - 1)
      texts[index] = isGap ? (texts[index - 1] ?? '') : (texts[index] ?? '')
    }
  }
  return texts
}
