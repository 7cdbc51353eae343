import type { Sheet, Written } from '../book.ts'

/** 列 — a column of a table: its title, and what its cell says of a row. */
export interface Column<T> {
  readonly title: string
  /** A line of titles above it. */
  readonly group?: string
  readonly cell: (item: T, index: number) => Written
  /** Neighbors with the same content become one merged cell. */
  readonly merged?: boolean
  readonly width?: number
}

interface TablePlan<T> {
  readonly name: string
  readonly title: string
  /** Lines between title and header; each of their texts stands some columns right of the last. */
  readonly above?: readonly (readonly string[])[]
  readonly columns: readonly Column<T>[]
  readonly items: readonly T[]
  readonly below?: readonly (readonly Written[])[]
  /** Puts lines into the body before the item of an index: a crew's heading, a blank line. */
  readonly before?: (index: number) => readonly (readonly Written[])[]
}

interface Body {
  readonly rows: (readonly Written[])[]
  readonly merges: [number, number, number, number][]
  /** Row of each item, counted from 1 as Excel does. */
  readonly places: number[]
}

/** 排表 — a sheet with title, header, body and what stands below; and the row of each item, from 1. */
export function planTable<T>(plan: TablePlan<T>): { sheet: Sheet; places: readonly number[] } {
  const { columns } = plan
  const gap = Math.max(1, Math.floor(columns.length / 3))
  const above = (plan.above ?? []).map((texts) =>
    texts.flatMap((text, at) => (at === 0 ? [text] : [...Array<null>(gap - 1).fill(null), text])),
  )
  const first = 1 + above.length
  const head = headOf(columns, first)
  const body = bodyOf(plan, first + head.rows.length)
  return {
    sheet: {
      name: plan.name,
      rows: [[plan.title], ...above, ...head.rows, ...body.rows, ...(plan.below ?? [])],
      titleRows: first,
      headerRows: head.rows.length,
      merges: [[0, 0, 0, columns.length - 1], ...head.merges, ...body.merges],
      widths: columns.map(({ width }) => width ?? 10),
    },
    places: body.places,
  }
}

function headOf<T>(columns: readonly Column<T>[], first: number): Pick<Body, 'rows' | 'merges'> {
  if (columns.every(({ group }) => group === undefined)) {
    return { rows: [columns.map(({ title }) => title)], merges: [] }
  }
  const isGoingOn = (at: number) => {
    const group = columns[at]?.group
    return group !== undefined && columns[at - 1]?.group === group
  }
  const merges = columns.flatMap(({ group }, at): [number, number, number, number][] => {
    if (group === undefined) {
      return [[first, at, first + 1, at]]
    }
    const last = columns.findLastIndex((other) => other.group === group)
    return isGoingOn(at) || last === at ? [] : [[first, at, first, last]]
  })
  const top = columns.map(({ group, title }, at) => (isGoingOn(at) ? null : (group ?? title)))
  return { rows: [top, columns.map(({ group, title }) => (group === undefined ? null : title))], merges }
}

function bodyOf<T>({ columns, items, before }: TablePlan<T>, first: number): Body {
  const body: Body = { rows: [], merges: [], places: [] }
  items.forEach((item, index) => {
    body.rows.push(...(before?.(index) ?? []))
    body.rows.push(columns.map((column) => column.cell(item, index)))
    body.places.push(first + body.rows.length)
  })
  columns.forEach((column, at) => {
    if (column.merged === true) {
      mergeDown(body, first, at)
    }
  })
  return body
}

/** Makes one cell of each run of equal neighbors in a column. */
function mergeDown({ rows, merges, places }: Body, first: number, column: number): void {
  let from = 0
  for (let at = 1; at <= places.length; at += 1) {
    const [top = 0, before = 0, here = -1] = [places[from], places[at - 1], places[at]]
    const goesOn = here === before + 1 && rows[here - 1 - first]?.[column] === rows[top - 1 - first]?.[column]
    if (!goesOn) {
      if (before > top) {
        merges.push([top - 1, column, before - 1, column])
      }
      from = at
    }
  }
  for (const [top, at, last] of merges.filter((merge) => merge[1] === column)) {
    for (let row = top + 1; row <= last; row += 1) {
      const cells = [...(rows[row - first] ?? [])]
      cells[at] = null
      rows[row - first] = cells
    }
  }
}
