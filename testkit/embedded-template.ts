import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { type OwnedDb, openDb } from '../src/platform/db/db.ts'
import { migrate, readMigrations } from '../src/platform/db/migrate.ts'

const cache = new URL('../node_modules/.cache/anxin/', import.meta.url)
const migrator = new URL('../src/platform/db/migrate.ts', import.meta.url)
const pgliteManifest = new URL('../node_modules/@electric-sql/pglite/package.json', import.meta.url)

/** 内嵌测试库 — a PGlite in memory with all migrations. */
export async function openEmbedded(): Promise<OwnedDb> {
  return await openDb({ folder: 'memory', dump: await embeddedDump() })
}

/**
 * 内嵌模板 — the dump of an empty migrated PGlite, made once and kept until the migrations change. Not gzipped:
 * unpacking would double the time that every file of tests waits.
 */
export async function embeddedDump(): Promise<Blob> {
  const name = `pglite-${(await templateHash(await readFile(pgliteManifest, 'utf8'))).slice(0, 16)}.tar`
  const file = new URL(name, cache)
  if (!existsSync(file)) {
    await makeTemplate(file)
  }
  return new Blob([await readFile(file)])
}

/** 模板摘要 — changes whenever a migration does, or what applies them, or the text given. */
export async function templateHash(extra: string): Promise<string> {
  const hashes = (await readMigrations()).map((migration) => migration.sha256)
  const parts = [...hashes, await readFile(migrator, 'utf8'), extra]
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** Two workers may make it at the same time; the file appears whole, whoever is last. */
async function makeTemplate(file: URL): Promise<void> {
  const db = await openDb({ folder: 'memory' })
  await migrate(db)
  const dump = await db.dump('none')
  await db.close()
  await mkdir(cache, { recursive: true })
  const unfinished = `${fileURLToPath(file)}.${randomBytes(6).toString('hex')}`
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()))
  await rename(unfinished, file)
}
