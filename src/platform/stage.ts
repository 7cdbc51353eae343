import { sql } from 'kysely'

import { invariant } from '../contract/errors.ts'
import { sendAhead, slices } from './send-ahead.ts'
import type { Tx } from './transact.ts'

/** 暂存列类型 — the column types that a staged table may have. */
export const stageTypes = [
  'uuid',
  'text',
  'int',
  'bigint',
  'numeric',
  'boolean',
  'date',
  'timestamptz',
  'jsonb',
  'bytea',
] as const

export type StageType = (typeof stageTypes)[number]

const rowsPerStatement = 10_000
const nameShape = /^[a-z][a-z0-9_]{0,50}$/

/**
 * 暂存 — puts rows into a temporary table that ends with the transaction, to be joined by one statement over
 * the whole set. The first call makes the table, later ones append; a row's values stand in the order of
 * `columns`. A `jsonb` value is given as JSON text. Rows that are made one by one, as by a generator, are made
 * while the database puts those before in. Works on PGlite and PostgreSQL alike, hence arrays and not COPY.
 */
export async function stage(
  tx: Tx,
  name: string,
  columns: Readonly<Record<string, StageType>>,
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  const list = Object.entries(columns)
  checkNames(name, list)
  const table = sql.table(`pg_temp.${name}`)
  const definitions = list.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`)
  await sql`create temp table if not exists ${sql.table(name)} (${sql.join(definitions)})
              on commit drop`.execute(tx.k)
  await sendAhead(slices(rows, rowsPerStatement), async (slice) => {
    const arrays = list.map(([, type], at) => sql`${slice.map((row) => row[at])}::${sql.raw(type)}[]`)
    await sql`insert into ${table} select * from unnest(${sql.join(arrays)})`.execute(tx.k)
  })
}

function checkNames(name: string, columns: readonly (readonly [string, StageType])[]): void {
  invariant(
    nameShape.test(name) && columns.every(([column]) => nameShape.test(column)),
    'names of a staged table and its columns are plain words',
  )
  invariant(
    columns.length > 0 && columns.every(([, type]) => stageTypes.includes(type)),
    'a staged column has a type of the list',
  )
}
