import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { day, month, nationalCalendar, payDayOfMonth } from '../../law/index.ts'
import { systemMonitoring } from '../../platform/transact.ts'
import { monthlyDays, payDayOf } from './deadline-table.ts'
import { asking } from './measured.ts'

const ask = asking(day('2026-03-31'), null)

describe('the tables of agreed days', () => {
  const database = useDatabase()

  async function askedPayDay(worked: string, payDay: number | null, monthsLater: number) {
    return await database.withTx(systemMonitoring, async (tx) => {
      const terms = {
        month: sql`${`${worked}-01`}::date`,
        payDay: sql`${payDay}::int`,
        monthsLater: sql`${monthsLater}::int`,
      }
      const { rows } = await sql<{ on: string | null }>`select ${payDayOf(ask, terms)} as on`.execute(tx.k)
      return rows[0]?.on
    })
  }

  it.each([
    ['2026-01', 15, 1],
    ['2026-02', 31, 0],
    ['2026-04', 5, 0],
    ['2024-03', 1, 1],
    ['2026-03', 30, 1],
  ] as const)('give the pay day of %s agreed for the %i, %i months later', async (worked, date, later) => {
    const terms = { dateOfMonth: date, monthsLater: later }
    expect(await askedPayDay(worked, date, later)).toBe(
      payDayOfMonth(nationalCalendar, month(worked), terms).dueOn,
    )
  })

  it('give none where no day is agreed, or for a month before the table', async () => {
    expect(await askedPayDay('2026-03', null, 1)).toBeNull()
    expect(await askedPayDay('2023-06', 15, 1)).toBeNull()
  })

  it('lay out each month a day on which something is due, after days off and at the end of short months', async () => {
    const rows = await database.withTx(systemMonitoring, async (tx) => {
      const days = await sql<{ month: string; due_on: string }>`
        select t.month, t.due_on from (values (31)) w (date)
         cross join lateral ${monthlyDays(ask, sql`w.date`)} t
         where t.month >= '2026-01-01' order by t.month`.execute(tx.k)
      return days.rows
    })
    expect(rows).toEqual([
      { month: '2026-01-01', due_on: '2026-02-02' },
      { month: '2026-02-01', due_on: '2026-02-28' },
      { month: '2026-03-01', due_on: '2026-03-31' },
      { month: '2026-04-01', due_on: '2026-04-30' },
    ])
  })
})
