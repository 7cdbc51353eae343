import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { openDb } from './db.ts'
import { migrate, readMigrations } from './migrate.ts'

const database = useDatabase({ each: 'test' })

const shipped = new URL('../../../migrations/', import.meta.url)
let folders: string

beforeAll(async () => {
  folders = await mkdtemp(join(tmpdir(), 'anxin-migrations-'))
})

afterAll(() => rm(folders, { recursive: true }))

/** The shipped migrations and one more. */
async function folderWith(verbNoun: string, text: string): Promise<URL> {
  const folder = await mkdtemp(join(folders, 'case-'))
  await cp(shipped, folder, { recursive: true })
  const next = String((await readMigrations()).length + 1).padStart(4, '0')
  await writeFile(join(folder, `${next}_${verbNoun}.sql`), text)
  return pathToFileURL(`${folder}/`)
}

async function ask(query: string): Promise<unknown[]> {
  return await database.db.maintain(async (client) => (await client.query(query)).rows)
}

describe('migrate', () => {
  it('applies what is new, once, and remembers it', async () => {
    const folder = await folderWith('create_hut', 'create table hut (a int); insert into hut values (1)')
    expect(await migrate(database.db)).toEqual([])
    expect(await migrate(database.db, folder)).toEqual(['create_hut'])
    expect(await migrate(database.db, folder)).toEqual([])
    expect(await ask('select a from hut')).toEqual([{ a: 1 }])
    const applied = await ask('select number, name from schema_migration order by number desc limit 1')
    expect(applied).toEqual([{ number: (await readMigrations(folder)).length, name: 'create_hut' }])
  })

  it('applies once when two start at the same time', async () => {
    const folder = await folderWith('create_hut', 'create table hut (a int)')
    const applied = await Promise.all([migrate(database.db, folder), migrate(database.db, folder)])
    expect(applied.flat()).toEqual(['create_hut'])
  })

  it('leaves nothing of a migration that fails, and can be run again', async () => {
    const failing = await folderWith('create_hut', 'create table hut (a int); select 1 / 0')
    await expect(migrate(database.db, failing)).rejects.toMatchObject({ code: '22012' })
    expect(await ask("select to_regclass('hut')::text as hut")).toEqual([{ hut: null }])
    const mended = await folderWith('create_hut', 'create table hut (a int)')
    expect(await migrate(database.db, mended)).toEqual(['create_hut'])
  })

  it('refuses a database whose applied migration is not ours', async () => {
    await ask("update schema_migration set sha256 = 'other' where number = 2")
    const refused = { code: 'database.migration-changed', data: { number: 2 } }
    await expect(migrate(database.db)).rejects.toMatchObject(refused)
  })

  it('refuses a database that a later program has migrated', async () => {
    const folder = await folderWith('create_hut', 'create table hut (a int)')
    await migrate(database.db, folder)
    await expect(migrate(database.db)).rejects.toMatchObject({
      code: 'database.too-new',
      data: { name: 'create_hut' },
    })
  })
})

describe('migrate as an owner that is no superuser', () => {
  it('makes tables that it owns, and may act as the roles', async () => {
    const db = await openDb({ folder: 'memory' })
    await db.maintain((client) =>
      client.query(`create role plain_owner login createrole; alter schema public owner to plain_owner;
                    grant all on database postgres to plain_owner; set session authorization plain_owner`),
    )
    await migrate(db)
    const scope = { areas: ['33'], sectors: '*', organizations: [], person: null } as const
    const session = { role: 'app', actor: 'someone', scope, readOnly: true } as const
    const seen = await db.begin(session, (rows) => rows.selectFrom('worksite').selectAll().execute())
    const owner = await db.maintain((client) =>
      client.query("select distinct tableowner from pg_tables where schemaname = 'public'"),
    )
    await db.close()
    expect(seen).toEqual([])
    expect(owner.rows).toEqual([{ tableowner: 'plain_owner' }])
  })
})

describe('readMigrations', () => {
  it('gives the same hash whatever the line ends of the file', async () => {
    const [unix] = (await readMigrations(await folderWith('create_hut', 'select 1;\nselect 2;\n'))).slice(-1)
    const [windows] = (
      await readMigrations(await folderWith('create_hut', 'select 1;\r\nselect 2;\r\n'))
    ).slice(-1)
    expect(windows?.sha256).toBe(unix?.sha256)
  })

  it('refuses a file without the shape of the name, and a gap in the numbers', async () => {
    await expect(readMigrations(await folderWith('hut', 'select 1'))).rejects.toThrow('NNNN_verb_noun.sql')
    const folder = await folderWith('create_hut', 'select 1')
    await rm(new URL('0001_create_platform.sql', folder))
    await expect(readMigrations(folder)).rejects.toThrow('is number 1')
  })
})
