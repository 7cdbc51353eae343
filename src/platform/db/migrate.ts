import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'

import { invariant, Refusal } from '../../contract/errors.ts'
import { systemClock } from '../clock.ts'
import type { OwnedDb } from './db.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

const fileName = /^(\d{4})_([a-z]+(?:_[a-z0-9]+)+)\.sql$/

/** The same place from `src/platform/db` and from `dist/platform/db`. */
const shipped = new URL('../../../migrations/', import.meta.url)

/** Any number will do, as long as every program that migrates a database of ours takes the same one. */
const advisoryLock = 7_240_724

/** 读取迁移 — the migrations of a folder in order; numbers run from 1 without a gap. */
export async function readMigrations(folder: URL = shipped): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const read = async (name: string, at: number): Promise<Migration> => {
    const [, number = '', title = ''] = fileName.exec(name) ?? []
    invariant(
      Number(number) === at + 1,
      `migration ${name} is named NNNN_verb_noun.sql and is number ${at + 1}`,
    )
    const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
    return { number: at + 1, name: title, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  }
  return await Promise.all(names.map(read))
}

/**
 * 数据库迁移 — brings the tables to what this program expects, forward only, each migration in a transaction of
 * its own; gives the names of those it applied. Refuses a database whose applied migrations differ from ours
 * (`database.migration-changed`) or that a later program has migrated (`database.too-new`).
 */
export async function migrate(db: OwnedDb, folder?: URL): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return await db.maintain(async (client) => {
    await client.query(`select pg_advisory_lock(${advisoryLock})`)
    try {
      return await applyMissing(client, migrations)
    } finally {
      await client.query(`select pg_advisory_unlock(${advisoryLock})`)
    }
  })
}

async function applyMissing(client: ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`
    create table if not exists schema_migration (
      number int constraint schema_migration_pk primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null
    );
    comment on table schema_migration is
      '数据库迁移 — which migrations this database has had, and their hashes [reference]'`)
  const applied = await client.query('select number, name, sha256 from schema_migration order by number')
  for (const row of applied.rows) {
    const ours = migrations[row.number - 1]
    if (ours === undefined) {
      throw new Refusal('database.too-new', { name: row.name, number: row.number }, 'conflict')
    }
    if (ours.sha256 !== row.sha256) {
      throw new Refusal('database.migration-changed', { name: ours.name, number: ours.number }, 'conflict')
    }
  }
  const missing = migrations.slice(applied.rows.length)
  for (const migration of missing) {
    await apply(client, migration)
  }
  if (missing.length > 0) {
    await letLoginActAsRoles(client)
  }
  return missing.map(({ name }) => name)
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration values ($1, $2, $3, $4)', [
      migration.number,
      migration.name,
      migration.sha256,
      systemClock().now(),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * An owner that is no superuser must be a member of the roles that `Db.begin` takes. Tried rather than looked
 * up: since PostgreSQL 16 whoever creates a role is its member without the right to become it.
 */
async function letLoginActAsRoles(client: ClientBase): Promise<void> {
  const mayAct = await client.query('set role anxin_app; set role anxin_engine; reset role').then(
    () => true,
    () => false,
  )
  if (!mayAct) {
    await client.query('grant anxin_app, anxin_engine to current_user')
  }
}
