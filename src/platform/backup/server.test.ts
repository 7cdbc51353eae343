import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { placeDatabase, temporaryFolder } from '../../../testkit/data-folder.ts'
import { type PostgresServer, startPostgres } from '../../../testkit/postgres-server.ts'
import { openDb } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import { newId } from '../ids.ts'
import { openPlatform } from '../platform.ts'
import { localOperator, read, transact } from '../transact.ts'
import { makeBackup } from './backup.ts'
import { moveToServer } from './move.ts'
import { restoreBackup } from './restore.ts'

const folder = temporaryFolder()
const opening = { role: 'verb' } as const
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(() => server.stop())

beforeEach(async () => {
  const { dataFolder } = folder.settings()
  mkdirSync(dataFolder)
  await placeDatabase(dataFolder)
})

async function asAdmin(statement: string): Promise<void> {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** An empty database of one's own; its address is that of a superuser. */
async function newDatabase(): Promise<string> {
  const name = `move_${newId().replaceAll('-', '')}`
  await asAdmin(`create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

/** A message and an area, in the embedded database. */
async function fill(): Promise<string> {
  const opened = await openPlatform(folder.settings(), opening)
  const { platform } = opened
  const blob = platform.blobs.put(Buffer.from('工资支付表'))
  await transact(platform, localOperator, async (tx) => {
    const id = newId()
    const intake = {
      intake_id: id,
      sender_id: 'test',
      area_code: '330106',
      file_name: '工资表.csv',
      byte_count: 15n,
      content_hash: Buffer.from(blob, 'hex'),
      blob_key: blob,
      channel: 'cli',
      received_at: tx.now,
      received_on: tx.today,
      state: 'received',
    } as const
    await tx.k.insertInto('intake').values(intake).execute()
    tx.record({ type: 'intake.received', stream: { kind: 'intake', id }, areaCode: '330106', data: {} })
  })
  await opened.close()
  return blob
}

describe('moveToServer', () => {
  it('carries the folder to a server, where it opens with its files and keys', async () => {
    const blob = await fill()
    const databaseUrl = await newDatabase()
    const newFolder = join(folder.path, 'new')
    const { tables, blobs } = await moveToServer(folder.settings(), { databaseUrl, newFolder })
    expect(blobs).toBe(1)
    expect(tables.filter(({ rows }) => rows > 0).map(({ name }) => name)).toEqual(['event', 'intake'])

    await expect(openPlatform(folder.settings(), opening)).rejects.toEqual(refusal('folder.moved'))
    const settings = folder.settings({ databaseUrl, dataFolder: newFolder })
    const { platform, notices, close } = await openPlatform(settings, opening)
    expect(notices).toEqual([])
    expect(platform.db.engine).toBe('postgres')
    expect(platform.blobs.get(blob).toString()).toBe('工资支付表')
    const found = await read(platform, localOperator, (tx) =>
      tx.k.selectFrom('intake').select('blob_key').execute(),
    )
    expect(found).toEqual([{ blob_key: blob }])
    await close()
  })

  it('leaves the files where they are unless told otherwise, and knows them from others', async () => {
    await fill()
    const databaseUrl = await newDatabase()
    await moveToServer(folder.settings(), { databaseUrl, newFolder: undefined })
    await (await openPlatform(folder.settings({ databaseUrl }), opening)).close()
    const elsewhere = folder.settings({ databaseUrl, dataFolder: join(folder.path, 'elsewhere') })
    await expect(openPlatform(elsewhere, opening)).rejects.toEqual(refusal('vault.keyring-missing'))
    expect(existsSync(join(elsewhere.dataFolder, 'keys'))).toBe(false)
  })

  it('refuses a login that row locks would keep rows from, and changes nothing', async () => {
    await fill()
    const url = new URL(await newDatabase())
    const login = `owner_${newId().replaceAll('-', '')}`
    await asAdmin(`create role ${login} login createrole password 'owner'`)
    await asAdmin(`alter database ${url.pathname.slice(1)} owner to ${login}`)
    url.username = login
    url.password = 'owner'
    const moved = moveToServer(folder.settings(), { databaseUrl: url.href, newFolder: undefined })
    await expect(moved).rejects.toEqual(refusal('backup.login-sees-too-little'))
    await (await openPlatform(folder.settings(), opening)).close()
  })
})

describe('a database on a server', () => {
  it('refuses to open before it is migrated', async () => {
    const databaseUrl = await newDatabase()
    const settings = folder.settings({ databaseUrl })
    await expect(openPlatform(settings, opening)).rejects.toEqual(refusal('database.not-migrated'))
    const db = await openDb({ databaseUrl })
    await migrate(db)
    await db.close()
    await (await openPlatform(settings, opening)).close()
  })

  it('is backed up, and a backup is restored into it or into a folder', async () => {
    const blob = await fill()
    const databaseUrl = await newDatabase()
    await moveToServer(folder.settings(), { databaseUrl, newFolder: undefined })
    const opened = await openPlatform(folder.settings({ databaseUrl }), opening)
    const file = join(folder.path, 'server.tar')
    const { tables, engine } = await makeBackup(opened, { file, withKey: true })
    expect(engine).toBe('postgres')
    await opened.close()

    const onServer = folder.settings({ databaseUrl: await newDatabase(), dataFolder: join(folder.path, 'a') })
    const embedded = folder.settings({ dataFolder: join(folder.path, 'b') })
    for (const settings of [onServer, embedded]) {
      expect((await restoreBackup(settings, { file, masterKey: undefined })).manifest.tables).toEqual(tables)
      const restored = await openPlatform(settings, opening)
      expect(restored.platform.blobs.get(blob).toString()).toBe('工资支付表')
      await restored.close()
    }
  })

  it('is not restored into when it has rows, and then no folder is left behind', async () => {
    await fill()
    const opened = await openPlatform(folder.settings(), opening)
    const file = join(folder.path, 'folder.tar')
    await makeBackup(opened, { file, withKey: true })
    await opened.close()
    const databaseUrl = await newDatabase()
    const first = folder.settings({ databaseUrl, dataFolder: join(folder.path, 'first') })
    await restoreBackup(first, { file, masterKey: undefined })
    const second = folder.settings({ databaseUrl, dataFolder: join(folder.path, 'second') })
    await expect(restoreBackup(second, { file, masterKey: undefined })).rejects.toEqual(
      refusal('database.not-empty'),
    )
    expect(readdirSync(folder.path).toSorted()).toEqual(['data', 'first', 'folder.tar'])
  })
})
