import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

import { newDatabase } from './place.ts'

/**
 * 基准 — how long COPY takes for the same rows into the same tables and indexes of an empty database, in ms.
 */
export interface Baseline {
  readonly milliseconds: number
  readonly rows: number
  readonly tables: string
}

/**
 * COPY 基准 — copies every row of the tables that were written, or of those that are named, out of its database
 * (not timed), and into an empty one with the same tables, keys, indexes and checks (timed), as the owner,
 * without row locks.
 */
export async function copyBaseline(sourceUrl: string, only?: readonly string[]): Promise<Baseline> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-copy-'))
  const source = await connect(sourceUrl)
  const target = await connect(await newDatabase())
  try {
    const tables = (await filledTables(source)).filter(({ name }) => only?.includes(name) ?? true)
    for (const { name } of tables) {
      await pipeline(source.query(copyTo(`copy ${name} to stdout`)), createWriteStream(join(folder, name)))
    }
    const started = performance.now()
    for (const { name } of tables) {
      await pipeline(createReadStream(join(folder, name)), target.query(copyFrom(`copy ${name} from stdin`)))
    }
    const milliseconds = performance.now() - started
    return {
      milliseconds,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      tables: tables.map(({ name, rows }) => `${name} ${rows}`).join(', '),
    }
  } finally {
    await source.end()
    await target.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

async function filledTables(client: Client): Promise<{ name: string; rows: number }[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'
      order by tablename`,
  )
  const counted: { name: string; rows: number }[] = []
  for (const { name } of rows) {
    const count = await client.query<{ n: string }>(`select count(*) as n from ${name}`)
    counted.push({ name, rows: Number(count.rows[0]?.n ?? 0) })
  }
  return counted.filter(({ rows }) => rows > 0)
}
