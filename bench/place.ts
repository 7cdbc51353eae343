import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openDb } from '../src/platform/db/db.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { type OpenedPlatform, openPlatform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { type PostgresServer, startPostgres } from '../testkit/postgres-server.ts'

/** 测速场地 — an empty installation, and how to be rid of it. */
export interface Place {
  readonly opened: OpenedPlatform
  /** The address of its database as the owner; null on the embedded one. */
  readonly adminUrl: string | null
  close(): Promise<void>
}

let server: PostgresServer | undefined
let made = 0

/**
 * 服务器 — the PostgreSQL server of this run, with its defaults but for durability, like the baselines beside
 * it.
 */
export async function benchServer(): Promise<PostgresServer> {
  server ??= await startPostgres()
  return server
}

export async function stopBenchServer(): Promise<void> {
  await server?.stop()
  server = undefined
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** 新数据库 — an empty migrated database on the server; its address. */
export async function newDatabase(): Promise<string> {
  const { url } = await benchServer()
  const name = `bench_${++made}`
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const db = await openDb({ databaseUrl: databaseUrl(url, name) })
  await migrate(db)
  await db.close()
  return databaseUrl(url, name)
}

/** 开场地 — an installation on PostgreSQL, or in a folder. */
export async function openPlace(engine: 'postgres' | 'pglite'): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-bench-'))
  const adminUrl = engine === 'postgres' ? await newDatabase() : null
  const settings = readSettings(
    {
      LOG_LEVEL: 'silent',
      ANXIN_MAX_UPLOAD_MB: '200',
      ...(adminUrl === null ? {} : { DATABASE_URL: adminUrl }),
    },
    folder,
  )
  const opened = await openPlatform(settings, { role: 'verb' })
  return {
    opened,
    adminUrl,
    async close() {
      await opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
