import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'

import { openDb } from '../../src/platform/db/db.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { dumpSchema } from './schema-dump.ts'
import { rowTypes } from './schema-types.ts'

const folder = new URL('../../schema/', import.meta.url)

/** 生成结构 — what the migrations come to, as the files of `schema/`: the dump and the row types. */
export async function schemaFiles(client: ClientBase): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['schema.sql', await dumpSchema(client)],
    ['tables.ts', await rowTypes(client)],
  ])
}

/** 结构差异 — the names of those files of `schema/` that are not what the migrations come to. */
export async function staleFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = []
  for (const [name, text] of files) {
    const present = await readFile(new URL(name, folder), 'utf8').catch(() => '')
    if (present !== text) {
      stale.push(name)
    }
  }
  return stale
}

async function main(check: boolean): Promise<void> {
  const db = await openDb({ folder: 'memory' })
  await migrate(db)
  const files = await db.maintain(schemaFiles)
  await db.close()
  if (check) {
    const stale = await staleFiles(files)
    for (const name of stale) {
      console.error(`schema/${name} is not what migrations/ come to: run npm run schema`)
    }
    process.exitCode = stale.length === 0 ? 0 : 1
    return
  }
  await mkdir(folder, { recursive: true })
  for (const [name, text] of files) {
    await writeFile(new URL(name, folder), text)
  }
}

if (process.argv[1]?.endsWith('schema.ts')) {
  await main(process.argv.includes('--check'))
}
