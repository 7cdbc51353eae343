import type { Cell, SheetEvent } from '../cell.ts'
import { defaultLimits, type FileLimits } from '../limits.ts'
import { readSheets, type SheetKind } from '../read.ts'

/** 收集事件 — every event of a spreadsheet, for tests with small files. */
export async function collectEvents(
  bytes: Uint8Array,
  kind: SheetKind,
  limits: Partial<FileLimits> = {},
): Promise<SheetEvent[]> {
  const events: SheetEvent[] = []
  for await (const event of readSheets(bytes, kind, { ...defaultLimits, ...limits })) {
    events.push(event)
  }
  return events
}

/** 收集行 — every row as `[row number, cells]`. */
export async function collectRows(
  bytes: Uint8Array,
  kind: SheetKind,
  limits: Partial<FileLimits> = {},
): Promise<[row: number, cells: Cell[]][]> {
  const events = await collectEvents(bytes, kind, limits)
  return events
    .flatMap((event) =>
      event.type === 'rows' ? event.rows.map(({ row, cells }) => [row, cells] as const) : [],
    )
    .map(([row, cells]) => [row, cells])
}
