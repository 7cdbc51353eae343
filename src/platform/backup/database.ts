import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ClientBase, escapeIdentifier } from 'pg'

import { Refusal } from '../../contract/errors.ts'
import type { OwnedDb } from '../db/db.ts'
import { migrate, readMigrations } from '../db/migrate.ts'
import { isSystemError } from '../files.ts'
import { listTables, sumTable, type Table, type TableSum } from './tables.ts'

/** 已做迁移 — one that a database has had; its hash says that it was the same as ours. */
export interface AppliedMigration {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

/**
 * 快照中读 — runs `work` on one unchanging view of the whole database, which may not be filtered by any row
 * lock.
 */
export async function inSnapshot<T>(db: OwnedDb, work: (client: ClientBase) => Promise<T>): Promise<T> {
  return await whole(db, 'begin isolation level repeatable read read only', work)
}

/** 一次装入 — runs `work` in one transaction that writes past the row locks; all of it, or nothing. */
export async function inOneLoad<T>(db: OwnedDb, work: (client: ClientBase) => Promise<T>): Promise<T> {
  return await whole(db, 'begin', work)
}

async function whole<T>(db: OwnedDb, begin: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  return await db.maintain(async (client) => {
    await client.query(begin)
    try {
      // Off means: fail rather than leave rows out in silence.
      await client.query('set local row_security = off')
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      if (isSystemError(error, '42501')) {
        throw new Refusal('backup.login-sees-too-little', {}, 'forbidden')
      }
      throw error
    }
  })
}

export async function readApplied(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query('select number, name, sha256 from schema_migration order by number')
  return rows.map(({ number, name, sha256 }) => ({ number, name, sha256 }))
}

/** 要求空库 — refuses `database.not-empty` where any table of ours has a row. */
export async function requireEmpty(db: OwnedDb): Promise<void> {
  await inSnapshot(db, async (client) => {
    for (const table of await listTables(client)) {
      if (await hasRows(client, table)) {
        throw new Refusal('database.not-empty', { table: table.name }, 'conflict')
      }
    }
  })
}

/**
 * 建到某版本 — brings an empty database to the very migrations that the data had, so that a backup of an
 * earlier program can be taken in and migrated from there. Refuses `backup.schema-differs` where ours are
 * other ones.
 */
export async function migrateAsBefore(db: OwnedDb, applied: readonly AppliedMigration[]): Promise<void> {
  const ours = (await readMigrations()).slice(0, applied.length)
  const different = applied.find(({ sha256 }, at) => ours[at]?.sha256 !== sha256)
  if (different !== undefined) {
    throw new Refusal('backup.schema-differs', { number: different.number, name: different.name })
  }
  const folder = mkdtempSync(join(tmpdir(), 'anxin-migrations-'))
  try {
    for (const { number, name, sql } of ours) {
      writeFileSync(join(folder, `${String(number).padStart(4, '0')}_${name}.sql`), sql)
    }
    await migrate(db, pathToFileURL(`${folder}/`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** 清种子行 — empties tables into which migrations put rows: those rows come with the data. */
export async function removeSeedRows(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    if (await hasRows(client, table)) {
      await client.query(`delete from ${escapeIdentifier(table.name)}`)
    }
  }
}

/** 核对 — refuses `backup.table-differs` where a table does not hold exactly the rows it was given. */
export async function compareTables(
  client: ClientBase,
  tables: readonly Table[],
  expected: readonly TableSum[],
): Promise<void> {
  for (const sum of expected) {
    const table = tables.find(({ name }) => name === sum.name)
    const found = table === undefined ? undefined : await sumTable(client, table)
    if (found?.rows !== sum.rows || found.sha256 !== sum.sha256) {
      throw new Refusal('backup.table-differs', { table: sum.name, expected: sum.rows, found: found?.rows })
    }
  }
}

async function hasRows(client: ClientBase, table: Table): Promise<boolean> {
  const { rows } = await client.query(`select exists (select from ${escapeIdentifier(table.name)}) as found`)
  return rows[0].found === true
}
