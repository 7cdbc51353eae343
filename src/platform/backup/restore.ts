import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { Refusal } from '../../contract/errors.ts'
import { blobFile } from '../blobs/blobs.ts'
import { type OwnedDb, openDb } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import { makeFolder, syncFolder, writeFileDurably } from '../files.ts'
import { newId } from '../ids.ts'
import { databaseFolder } from '../platform.ts'
import type { Settings } from '../settings.ts'
import { keyringFile, openKeyring } from '../vault/keyring.ts'
import { findMasterKey, masterKeyFile } from '../vault/master-key.ts'
import { compareTables, inOneLoad, migrateAsBefore, removeSeedRows, requireEmpty } from './database.ts'
import { type Manifest, manifestName, parsePart } from './manifest.ts'
import { listTables, writeSlice } from './tables.ts'
import { readEntries, type TarEntry } from './tar.ts'

export interface RestoreResult {
  readonly manifest: Manifest
  /** Whether the master key is at hand; without it the restored data stays shut until it is put back. */
  readonly hasKey: boolean
}

/**
 * 恢复 — a backup into an empty data folder, and into an empty database where one is named. The backup is
 * checked part by part before anything is written, tables are compared row by row afterwards, and the
 * folder appears when all is there. Refuses `folder.not-empty`, `database.not-empty`, `backup.damaged`,
 * `backup.schema-differs`, `backup.table-differs`.
 */
export async function restoreBackup(
  settings: Settings,
  from: { readonly file: string; readonly masterKey: string | undefined },
): Promise<RestoreResult> {
  const { dataFolder, databaseUrl, databaseAdminUrl } = settings
  const manifest = verifyBackup(from.file)
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw new Refusal('folder.not-empty', { folder: dataFolder }, 'conflict')
  }
  const unfinished = `${dataFolder}.restoring-${newId()}`
  mkdirSync(dirname(dataFolder), { recursive: true })
  try {
    restoreFiles(from.file, unfinished)
    if (from.masterKey !== undefined) {
      writeFileDurably(masterKeyFile(unfinished), Buffer.from(from.masterKey))
    }
    const hasKey = tryMasterKey(unfinished, settings.masterKey)
    const db = await openDb(
      databaseUrl === undefined ? { folder: databaseFolder(unfinished) } : { databaseUrl, databaseAdminUrl },
    )
    try {
      await restoreRows(db, from.file, manifest)
    } finally {
      await db.close()
    }
    renameSync(unfinished, dataFolder)
    syncFolder(dirname(dataFolder))
    return { manifest, hasKey }
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** 核验备份 — reads all of it; refuses `backup.damaged` unless every part is there, once, as its hash says. */
export function verifyBackup(file: string): Manifest {
  const found = new Map<string, string>()
  let manifest: Manifest | undefined
  const damaged = (part: string): Refusal => new Refusal('backup.damaged', { file, part })
  eachEntry(file, ({ name, bytes }) => {
    if (manifest !== undefined || found.has(name)) {
      throw damaged(name)
    }
    if (name === manifestName) {
      manifest = parseManifest(bytes) ?? undefined
    } else {
      found.set(name, createHash('sha256').update(bytes).digest('hex'))
    }
  })
  if (manifest === undefined || manifest.parts.length !== found.size) {
    throw damaged(manifestName)
  }
  const wrong = manifest.parts.find(
    ({ name, sha256 }) => found.get(name) !== sha256 || parsePart(name) === undefined,
  )
  if (wrong !== undefined) {
    throw damaged(wrong.name)
  }
  return manifest
}

function parseManifest(bytes: Buffer): Manifest | undefined {
  try {
    const manifest: Manifest = JSON.parse(bytes.toString('utf8'))
    return manifest.format === 1 ? manifest : undefined
  } catch {
    return undefined
  }
}

function restoreFiles(file: string, folder: string): void {
  makeFolder(join(folder, 'keys'))
  eachEntry(file, ({ name, bytes }) => {
    const part = parsePart(name)
    if (part === undefined || 'table' in part) {
      return
    }
    const target =
      'blob' in part
        ? blobFile(folder, part.blob)
        : part.key === 'keyring'
          ? keyringFile(folder)
          : masterKeyFile(folder)
    makeFolder(dirname(target))
    writeFileDurably(target, bytes)
  })
}

/**
 * Whether the key that the next start will find opens the keyring; one that does not is refused now, not
 * then.
 */
function tryMasterKey(folder: string, fromEnvironment: string | undefined): boolean {
  const found = findMasterKey(folder, fromEnvironment)
  if (found === undefined) {
    return false
  }
  openKeyring(folder, found.key)
  return true
}

async function restoreRows(db: OwnedDb, file: string, manifest: Manifest): Promise<void> {
  await requireEmpty(db)
  await migrateAsBefore(db, manifest.migrations)
  await inOneLoad(db, async (client) => {
    const tables = await listTables(client)
    await removeSeedRows(client, tables)
    await eachEntryInTurn(file, async ({ name, bytes }) => {
      const part = parsePart(name)
      const table = part !== undefined && 'table' in part ? part.table : undefined
      const target = tables.find((each) => each.name === table)
      if (target !== undefined) {
        await writeSlice(client, target, gunzipSync(bytes).toString('utf8'))
      }
    })
    await compareTables(client, tables, manifest.tables)
  })
  await migrate(db)
}

function eachEntry(file: string, take: (entry: TarEntry) => void): void {
  const archive = openBackup(file)
  try {
    for (const entry of readEntries(archive, file)) {
      take(entry)
    }
  } finally {
    closeSync(archive)
  }
}

async function eachEntryInTurn(file: string, take: (entry: TarEntry) => Promise<void>): Promise<void> {
  const archive = openBackup(file)
  try {
    for (const entry of readEntries(archive, file)) {
      await take(entry)
    }
  } finally {
    closeSync(archive)
  }
}

function openBackup(file: string): number {
  if (!existsSync(file)) {
    throw new Refusal('backup.no-such-file', { file }, 'invalid')
  }
  return openSync(file, 'r')
}
