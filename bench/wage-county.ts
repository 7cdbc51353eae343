import { readFileSync } from 'node:fs'

import { type Day, day, firstDay, month, nationalCalendar, payDayOfMonth } from '../src/law/index.ts'
import type { OwnedDb } from '../src/platform/db/db.ts'

/** The day on which the county of the bench is looked at. */
export const seenOn: Day = day('2026-04-20')

const worked = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(month)

/** People times months of a worksite of the bench. */
const rowsOfWorksite = 200

/** 测速工点数 — how many worksites hold so many million wage-months. */
export function worksitesFor(millions: number): number {
  return Math.round((millions * 1_000_000) / rowsOfWorksite)
}

/** 造测速县 — fills an empty database with so many worksites, and gathers what the planner must know of it. */
export async function fillWageCounty(db: OwnedDb, worksites: number): Promise<void> {
  const statements = readFileSync(new URL('wage-county.sql', import.meta.url), 'utf8')
  const months = worked.map((each, at) => {
    const { agreedOn, dueOn } = payDayOfMonth(nationalCalendar, each, { dateOfMonth: 15, monthsLater: 1 })
    return `(${at}, date '${firstDay(each)}', date '${agreedOn}', date '${dueOn}')`
  })
  await db.maintain(async (client) => {
    await client.query(`set bench.worksites = ${worksites}`)
    await client.query(
      `create temp table bench_month (m, month, agreed_on, due_on) as values ${months.join(', ')}`,
    )
    await client.query(statements)
    await client.query('vacuum analyze')
  })
}
