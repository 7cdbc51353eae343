import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

import { placeDatabase, temporaryFolder } from '../../testkit/data-folder.ts'
import { checkHealth } from './health.ts'
import { newId } from './ids.ts'
import { databaseFolder, movedFolder, openPlatform, type Platform } from './platform.ts'
import { localOperator, transact } from './transact.ts'
import { keyringFile } from './vault/keyring.ts'
import { masterKeyFile } from './vault/master-key.ts'

const folder = temporaryFolder()

beforeEach(async () => {
  mkdirSync(folder.settings().dataFolder)
  await placeDatabase(folder.settings().dataFolder)
})

const open = () => openPlatform(folder.settings(), { role: 'verb' })
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

/** A message as it is received: its bytes among the blobs, its row, its event. */
async function receive(platform: Platform, bytes: Buffer): Promise<string> {
  const key = platform.blobs.put(bytes)
  await transact(platform, localOperator, async (tx) => {
    const id = newId()
    await tx.k
      .insertInto('intake')
      .values({
        intake_id: id,
        sender_id: 'test',
        area_code: '330106',
        file_name: '工资表.csv',
        byte_count: BigInt(bytes.length),
        content_hash: Buffer.from(key, 'hex'),
        blob_key: key,
        channel: 'cli',
        received_at: tx.now,
        received_on: tx.today,
        state: 'received',
      })
      .execute()
    const stream = { kind: 'intake', id } as const
    tx.record({ type: 'intake.received', stream, areaCode: '330106', data: { bytes: bytes.length } })
  })
  return key
}

/** Another process that adds areas to the folder for ever, and says a dot for each one that was committed. */
function writeElsewhere(dataFolder: string) {
  const load = (path: string) => `await import(${JSON.stringify(import.meta.resolve(path))})`
  const script = `
    const { openPlatform } = ${load('./platform.ts')}
    const { transact, localOperator } = ${load('./transact.ts')}
    const { readSettings } = ${load('./settings.ts')}
    const { newId } = ${load('./ids.ts')}
    const settings = readSettings({ ANXIN_DATA: ${JSON.stringify(dataFolder)}, LOG_LEVEL: 'silent' })
    const { platform } = await openPlatform(settings, { role: 'verb' })
    for (let code = 100000; ; code += 1) {
      const id = newId()
      await transact(platform, localOperator, async (tx) => {
        await tx.k.insertInto('area').values({ code: String(code), name: id, level: 'county' }).execute()
        tx.record({ type: 'area.added', stream: { kind: 'area', id }, areaCode: '330106', data: {} })
      })
      process.stdout.write('.')
    }`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
}

describe('openPlatform', () => {
  it('opens an empty folder, tells of the new key once, and is well', async () => {
    const first = await open()
    expect(first.notices.map(({ code }) => code)).toEqual(['vault.key-created'])
    expect(await checkHealth(first.platform)).toMatchObject({ ok: true, engine: 'pglite', database: 'ok' })
    await first.close()
    const second = await open()
    expect(second.notices).toEqual([])
    await second.close()
  })

  it('refuses a second opener at once, and goes on unharmed', async () => {
    const opened = await open()
    const key = await receive(opened.platform, Buffer.from('一'))
    await expect(open()).rejects.toEqual(refusal('folder.in-use'))
    await receive(opened.platform, Buffer.from('二'))
    await opened.close()
    const again = await open()
    const { rows } = await again.ownedDb.maintain((client) =>
      client.query('select count(*) as n from intake'),
    )
    expect(rows).toEqual([{ n: 2n }])
    expect(again.platform.blobs.get(key).toString()).toBe('一')
    await again.close()
  })

  it('keeps what was answered for when its process is killed', async () => {
    const { dataFolder } = folder.settings()
    const child = writeElsewhere(dataFolder)
    let answered = 0
    const failure: string[] = []
    child.stderr.on('data', (text) => failure.push(String(text)))
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (dots) => {
        answered += String(dots).length
        if (answered >= 40) {
          child.kill('SIGKILL')
        }
      })
      child.once('exit', () => resolve())
    })
    expect(failure.join('')).toBe('')
    expect(answered).toBeGreaterThanOrEqual(40)
    const again = await open()
    const { rows } = await again.ownedDb.maintain((client) =>
      client.query('select (select count(*) from area) as areas, (select count(*) from event) as events'),
    )
    expect(rows[0].areas).toBe(rows[0].events)
    expect(Number(rows[0].areas)).toBeGreaterThanOrEqual(answered)
    await again.close()
  })

  it('refuses data without its keys, and makes no new ones', async () => {
    const { dataFolder } = folder.settings()
    const opened = await open()
    await receive(opened.platform, Buffer.from('一'))
    await opened.close()
    renameSync(masterKeyFile(dataFolder), join(folder.path, 'kept.key'))
    await expect(open()).rejects.toEqual(refusal('vault.master-key-missing'))
    rmSync(keyringFile(dataFolder))
    await expect(open()).rejects.toEqual(refusal('vault.keyring-missing'))
    expect(existsSync(masterKeyFile(dataFolder))).toBe(false)
  })

  it('refuses a data folder that is not of its database', async () => {
    const { dataFolder } = folder.settings()
    const opened = await open()
    await receive(opened.platform, Buffer.from('一'))
    await opened.close()
    rmSync(join(dataFolder, 'blobs'), { recursive: true })
    await expect(open()).rejects.toEqual(refusal('folder.not-of-this-database'))
  })

  it('refuses a folder whose database was moved to a server', async () => {
    const { dataFolder } = folder.settings()
    renameSync(databaseFolder(dataFolder), movedFolder(dataFolder))
    await expect(open()).rejects.toEqual(refusal('folder.moved'))
    expect(existsSync(databaseFolder(dataFolder))).toBe(false)
  })

  it('leaves the folder free when it could not open', async () => {
    const { dataFolder } = folder.settings()
    renameSync(databaseFolder(dataFolder), movedFolder(dataFolder))
    await expect(open()).rejects.toEqual(refusal('folder.moved'))
    renameSync(movedFolder(dataFolder), databaseFolder(dataFolder))
    await (await open()).close()
  })
})
