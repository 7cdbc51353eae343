import type { Cell, SheetRow } from '../../../platform/sheets/cell.ts'
import { isPart } from './grid-marks.ts'
import type { RowKind } from './row-kinds.ts'
import { type RowPlan, seriesOf } from './row-values.ts'
import { compactText, isBlank, isNothing } from './text.ts'
import type { Line } from './types.ts'

/**
 * 考勤表的人 — gathers the lines of each person on a month grid, who may have one for the morning, one for
 * overtime …
 */
export interface People {
  readonly plan: RowPlan
  readonly lines: Line[]
  readonly nameAt: number
  readonly partAt: number | undefined
  /** First row of a name merged over several → its last row. */
  readonly mergedNames: ReadonlyMap<number, number>
  personUntil: number
}

export function openPeople(plan: RowPlan): People {
  const { columns, merges } = plan.table
  const nameAt = columns.get('name') ?? -1
  const overNames = merges.filter(
    ({ firstColumn, lastColumn }) => firstColumn <= nameAt && nameAt <= lastColumn,
  )
  const mergedNames = new Map(overNames.map(({ firstRow, lastRow }) => [firstRow, lastRow]))
  return { plan, lines: [], nameAt, partAt: columns.get('part'), mergedNames, personUntil: 0 }
}

/**
 * 是否续行 — whether a row goes on with the person above: his name is merged over it, or it names a part of the
 * day.
 */
export function continuesPerson(people: People, { row, cells }: SheetRow, kind: RowKind): boolean {
  const isNameless = isNothing(cells[people.nameAt])
  if (people.lines.length === 0 || !isNameless || kind === 'header' || kind === 'total') {
    return false
  }
  const hasMark = people.plan.series.some(({ index }) => !isBlank(cells[index]))
  return row <= people.personUntil || (hasMark && isPart(partIn(people, cells)))
}

/** 加一行 — adds a row to the person above, or begins a person with it. */
export function addPersonLine(people: People, { row, cells }: SheetRow, read: () => Line): void {
  const series = seriesOf(people.plan, cells, partIn(people, cells))
  const last = people.lines.at(-1)
  if (last !== undefined && continuesPerson(people, { sheet: '', row, cells }, 'record')) {
    last.series.push(...series)
    return
  }
  people.personUntil = people.mergedNames.get(row) ?? row
  people.lines.push({ ...read(), series })
}

function partIn({ partAt }: People, cells: readonly Cell[]): string {
  return partAt === undefined ? '' : compactText(cells[partAt] ?? null)
}
