import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator } from '../transact.ts'
import { executeKept } from './kept-plans.ts'

const database = useDatabase()

describe('executeKept', () => {
  it('runs a statement whose plan is kept with other values', async () => {
    const double = async (value: number) =>
      await database.read(localOperator, async (tx) => {
        const { rows } = await executeKept(tx.k, sql<{ double: number }>`select ${value}::int * 2 as double`)
        return rows[0]?.double
      })
    expect([await double(2), await double(21), await double(-4)]).toEqual([4, 42, -8])
  })

  it('keeps a plan for each text, and none for other statements', async () => {
    const kept = await database.read(localOperator, async (tx) => {
      await executeKept(tx.k, sql`select ${1}::int as apple`)
      await executeKept(tx.k, sql`select ${2}::int as apple`)
      await executeKept(tx.k, sql`select ${3}::int as pear`)
      await sql`select ${4}::int as plum`.execute(tx.k)
      const asked = sql<{
        statement: string
      }>`select statement from pg_prepared_statements order by statement`
      return (await asked.execute(tx.k)).rows.map(({ statement }) => statement)
    })
    const fruit = kept.filter((statement) => /apple|pear|plum/.test(statement))
    expect(fruit).toEqual(['select $1::int as apple', 'select $1::int as pear'])
  })
})
