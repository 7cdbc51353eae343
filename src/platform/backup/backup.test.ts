import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

import { placeDatabase, temporaryFolder } from '../../../testkit/data-folder.ts'
import { type OpenedPlatform, openPlatform } from '../platform.ts'
import { masterKeyFile } from '../vault/master-key.ts'
import { makeBackup } from './backup.ts'
import { inSnapshot } from './database.ts'
import { restoreBackup, verifyBackup } from './restore.ts'
import { listTables, sumTable, type TableSum } from './tables.ts'

const folder = temporaryFolder()
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const opening = { role: 'verb' } as const

beforeEach(async () => {
  const { dataFolder } = folder.settings()
  mkdirSync(dataFolder)
  await placeDatabase(dataFolder)
})

/** Rows of every type that could be bent on the way, and enough of them for several slices. */
const rows = `
  insert into area (code, name, level)
    select lpad(n::text, 6, '0'),
           E'区"县\\\\\\n' || repeat('长', 200) || n, 'county' from generate_series(1, 12000) n;
  insert into person_key (blind, person_id) values ('\\x00ff5c6e', '01900000-0000-7000-8000-000000000001');
  insert into organization (organization_id, name, name_pinyin, created_at)
    values ('01900000-0000-7000-8000-000000000002', '龘', 'da', '2026-03-31 15:59:59.999999+00');
  insert into intake (intake_id, sender_id, area_code, file_name, byte_count, content_hash, blob_key, channel,
                      options, received_at, received_on, state, outcome)
    values ('01900000-0000-7000-8000-000000000003', 's', '330106', 'a.csv', 9007199254740993, '\\x01', 'BLOB',
            'cli',
            '{"b": [1.10, null], "a": "\\u4e00"}', '2026-04-01 00:00:00+08', '2026-04-01', 'done', '{}')`

async function openFilled(): Promise<OpenedPlatform & { blob: string }> {
  const opened = await openPlatform(folder.settings(), opening)
  const blob = opened.platform.blobs.put(Buffer.from('工资支付表'))
  await opened.ownedDb.maintain((client) => client.query(rows.replace('BLOB', blob)))
  return { ...opened, blob }
}

function sums({ ownedDb }: OpenedPlatform): Promise<TableSum[]> {
  return inSnapshot(ownedDb, async (client) => {
    const found: TableSum[] = []
    for (const table of await listTables(client)) {
      found.push(await sumTable(client, table))
    }
    return found
  })
}

async function backUp(withKey: boolean): Promise<{ file: string; before: TableSum[]; blob: string }> {
  const opened = await openFilled()
  const file = join(folder.path, 'backup.tar')
  await makeBackup(opened, { file, withKey })
  const before = await sums(opened)
  await opened.close()
  return { file, before, blob: opened.blob }
}

const elsewhere = () => folder.settings({ dataFolder: join(folder.path, 'restored') })

describe('makeBackup and restoreBackup', () => {
  it('bring back every row, every stored file and the keys', async () => {
    const { file, before, blob } = await backUp(true)
    expect(before.find(({ name }) => name === 'area')?.rows).toBe(12_000)
    const { manifest, hasKey } = await restoreBackup(elsewhere(), { file, masterKey: undefined })
    expect(manifest.tables).toEqual(before)
    expect(manifest.parts.filter(({ name }) => name.startsWith('tables/area/')).length).toBeGreaterThan(1)
    expect(hasKey).toBe(true)
    const restored = await openPlatform(elsewhere(), opening)
    expect(await sums(restored)).toEqual(before)
    expect(restored.platform.blobs.get(blob).toString()).toBe('工资支付表')
    expect(restored.notices).toEqual([])
    await restored.close()
  })

  it('keep the master key out of the file unless it is asked for, and say that it is missing', async () => {
    const { file, blob } = await backUp(false)
    const key = readFileSync(masterKeyFile(folder.settings().dataFolder), 'utf8').trim()
    expect(readFileSync(file).includes(key)).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await restoreBackup(elsewhere(), { file, masterKey: undefined })).hasKey).toBe(false)
    await expect(openPlatform(elsewhere(), opening)).rejects.toEqual(refusal('vault.master-key-missing'))
    copyFileSync(masterKeyFile(folder.settings().dataFolder), masterKeyFile(elsewhere().dataFolder))
    const restored = await openPlatform(elsewhere(), opening)
    expect(restored.platform.blobs.get(blob).toString()).toBe('工资支付表')
    await restored.close()
  })

  it('take the master key by hand, and refuse a wrong one without leaving anything', async () => {
    const { file } = await backUp(false)
    const wrong = restoreBackup(elsewhere(), { file, masterKey: '07'.repeat(32) })
    await expect(wrong).rejects.toEqual(refusal('vault.wrong-master-key'))
    expect(readdirSync(folder.path).toSorted()).toEqual(['backup.tar', 'data'])
    const key = readFileSync(masterKeyFile(folder.settings().dataFolder), 'utf8')
    expect((await restoreBackup(elsewhere(), { file, masterKey: key })).hasKey).toBe(true)
    expect(readFileSync(masterKeyFile(elsewhere().dataFolder), 'utf8')).toBe(key)
  })

  it('replace nothing: neither a file by a backup nor a folder by a restore', async () => {
    const { file } = await backUp(true)
    const opened = await openPlatform(folder.settings(), opening)
    const bytes = readFileSync(file)
    await expect(makeBackup(opened, { file, withKey: true })).rejects.toEqual(refusal('backup.file-exists'))
    await opened.close()
    expect(readFileSync(file).equals(bytes)).toBe(true)
    const over = restoreBackup(folder.settings(), { file, masterKey: undefined })
    await expect(over).rejects.toEqual(refusal('folder.not-empty'))
  })

  it('refuse a backup with a byte changed in any part, or cut off, and write nothing', async () => {
    const { file } = await backUp(true)
    const { parts } = verifyBackup(file)
    const bytes = readFileSync(file)
    for (const { name, bytes: length } of parts) {
      const changed = Buffer.from(bytes)
      const at = bytes.indexOf(name) + 512 + Math.floor(length / 2)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(file, changed)
      expect(() => verifyBackup(file)).toThrowError(refusal('backup.damaged'))
    }
    writeFileSync(file, bytes.subarray(0, bytes.length - 2048))
    const cut = restoreBackup(elsewhere(), { file, masterKey: undefined })
    await expect(cut).rejects.toEqual(refusal('backup.damaged'))
    expect(existsSync(elsewhere().dataFolder)).toBe(false)
  })

  it('leave no unfinished file when a backup fails', async () => {
    const opened = await openFilled()
    const file = join(folder.path, 'no such folder', 'backup.tar')
    await expect(makeBackup(opened, { file, withKey: false })).rejects.toThrowError('ENOENT')
    await opened.close()
    expect(readdirSync(folder.path)).toEqual(['data'])
  })
})
