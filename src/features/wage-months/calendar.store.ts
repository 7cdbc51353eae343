import { sql } from 'kysely'

import {
  calendarTable,
  nationalCalendar,
  type SpecialDayKind,
  type WorkCalendar,
  workCalendar,
} from '../../law/calendar.ts'
import { type Day, weekday, yearOf } from '../../law/day.ts'
import type { Tx } from '../../platform/transact.ts'

/**
 * 工作日历 — the State Council's calendar with the days that an official has entered over it. A day of a year
 * that the law package does not hold is left out: one day known does not make the year known.
 */
export async function findWorkCalendar(tx: Tx): Promise<WorkCalendar> {
  const { rows } = await sql<{ day: Day; kind: 'working' | 'rest' | 'statutory' }>`
    select day, kind from work_calendar order by day`.execute(tx.k)
  if (rows.length === 0) {
    return nationalCalendar
  }
  const { years, special } = calendarTable(nationalCalendar)
  const changed = new Map(special.map((each) => [each.day, each.kind]))
  for (const { day, kind } of rows.filter((row) => nationalCalendar.years.has(yearOf(row.day)))) {
    changed.delete(day)
    const entered = enteredKind(day, kind)
    if (entered !== null) {
      changed.set(day, entered)
    }
  }
  return workCalendar({ years, special: [...changed].map(([day, kind]) => ({ day, kind })) })
}

/** A weekday that is worked is nothing special. */
function enteredKind(day: Day, kind: 'working' | 'rest' | 'statutory'): SpecialDayKind | null {
  switch (kind) {
    case 'working':
      return weekday(day) <= 5 ? null : 'make-up-workday'
    case 'rest':
      return 'day-off'
    case 'statutory':
      return 'statutory-holiday'
    default:
      return kind satisfies never
  }
}
