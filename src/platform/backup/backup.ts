import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ClientBase } from 'pg'

import { Refusal } from '../../contract/errors.ts'
import type { OwnedDb } from '../db/db.ts'
import { syncFolder } from '../files.ts'
import { packageVersion } from '../package.ts'
import type { Platform } from '../platform.ts'
import { keyringFile } from '../vault/keyring.ts'
import { findMasterKey } from '../vault/master-key.ts'
import { inSnapshot, readApplied } from './database.ts'
import {
  blobPart,
  keyringPart,
  type Manifest,
  manifestName,
  masterKeyPart,
  type Part,
  tablePart,
} from './manifest.ts'
import { listTables, readTable, type Table, type TableSum } from './tables.ts'
import { writeEnd, writeEntry } from './tar.ts'

export interface BackupOptions {
  readonly file: string
  /** Puts the master key into the backup: whoever has the file then has everything. */
  readonly withKey: boolean
}

/**
 * 备份 — all rows of one moment, every stored file and the wrapped keys, in one tar file that appears when
 * it is whole. Blobs are read after the rows: whatever a row names was stored before the row was. Refuses
 * `backup.file-exists`.
 */
export async function makeBackup(
  { platform, ownedDb }: { readonly platform: Platform; readonly ownedDb: OwnedDb },
  options: BackupOptions,
): Promise<Manifest> {
  const { file } = options
  if (existsSync(file)) {
    throw new Refusal('backup.file-exists', { file }, 'conflict')
  }
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  const archive = openSync(unfinished, 'wx', 0o600)
  try {
    const parts: Part[] = []
    const add = (name: string, bytes: Buffer): void => {
      writeEntry(archive, name, bytes)
      parts.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    addKeys(platform, options.withKey, add)
    const rows = await inSnapshot(ownedDb, (client) => addRows(client, add))
    const blobs = addBlobs(platform, add)
    const manifest: Manifest = {
      format: 1,
      madeAt: platform.clock.now(),
      program: packageVersion(),
      engine: ownedDb.engine,
      ...rows,
      parts,
      blobs,
      withKey: options.withKey,
    }
    writeEntry(archive, manifestName, Buffer.from(JSON.stringify(manifest, undefined, 1)))
    writeEnd(archive)
    fsyncSync(archive)
    renameSync(unfinished, file)
    syncFolder(dirname(file))
    return manifest
  } finally {
    closeSync(archive)
    rmSync(unfinished, { force: true })
  }
}

type Add = (name: string, bytes: Buffer) => void

function addKeys(platform: Platform, withKey: boolean, add: Add): void {
  const { dataFolder, masterKey } = platform.settings
  add(keyringPart, readFileSync(keyringFile(dataFolder)))
  const found = withKey ? findMasterKey(dataFolder, masterKey) : undefined
  if (found !== undefined) {
    add(masterKeyPart, Buffer.from(`${found.key.toString('hex')}\n`))
  }
}

async function addRows(client: ClientBase, add: Add): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const tables: TableSum[] = []
  for (const table of await listTables(client)) {
    tables.push(await addTable(client, table, add))
  }
  return { migrations: await readApplied(client), tables }
}

async function addTable(client: ClientBase, table: Table, add: Add): Promise<TableSum> {
  const slices = readTable(client, table)
  let next = await slices.next()
  for (let at = 1; next.done !== true; at += 1) {
    add(tablePart(table.name, at), gzipSync(next.value.lines, { level: 6 }))
    next = await slices.next()
  }
  return next.value
}

function addBlobs(platform: Platform, add: Add): number {
  let count = 0
  for (const key of platform.blobs.list()) {
    add(blobPart(key), platform.blobs.raw(key))
    count += 1
  }
  return count
}
