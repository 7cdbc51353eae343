import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ClientBase } from 'pg'

import { Refusal } from '../../contract/errors.ts'
import { blobFile } from '../blobs/blobs.ts'
import { type OwnedDb, openDb } from '../db/db.ts'
import { makeFolder, syncFolder, writeFileDurably } from '../files.ts'
import { databaseFolder, movedFolder, type OpenedPlatform, openPlatform } from '../platform.ts'
import type { Settings } from '../settings.ts'
import { keyringFile } from '../vault/keyring.ts'
import { masterKeyFile } from '../vault/master-key.ts'
import {
  compareTables,
  inOneLoad,
  inSnapshot,
  migrateAsBefore,
  readApplied,
  removeSeedRows,
  requireEmpty,
} from './database.ts'
import { listTables, readTable, type TableSum, writeSlice } from './tables.ts'

export interface MoveResult {
  readonly tables: readonly TableSum[]
  readonly blobs: number
}

/**
 * 迁移到服务器 — carries the embedded database of a folder to an empty one on a PostgreSQL server, in one
 * transaction, and compares every table by number and hash of its rows. Stored files and keys stay in the
 * folder, or go to `newFolder`, and are opened one by one. The old database is set aside, not deleted, so
 * that nobody goes on writing to it.
 */
export async function moveToServer(
  settings: Settings,
  to: { readonly databaseUrl: string; readonly newFolder: string | undefined },
): Promise<MoveResult> {
  if (to.newFolder !== undefined && existsSync(to.newFolder) && readdirSync(to.newFolder).length > 0) {
    throw new Refusal('folder.not-empty', { folder: to.newFolder }, 'conflict')
  }
  const opened = await openPlatform({ ...settings, databaseUrl: undefined }, { role: 'verb' })
  try {
    const { checked: blobs, damaged } = await opened.platform.blobs.verify()
    if (damaged.length > 0) {
      throw new Refusal('blob.damaged', { key: damaged })
    }
    if (to.newFolder !== undefined) {
      copyFiles(opened, to.newFolder)
    }
    const target = await openDb({ databaseUrl: to.databaseUrl })
    const tables = await moveRows(opened.ownedDb, target).finally(() => target.close())
    await opened.ownedDb.close()
    setAside(settings.dataFolder)
    return { tables, blobs }
  } finally {
    await opened.close()
  }
}

/**
 * 搬行 — every row of one database into another that is empty, in one transaction, compared before it
 * commits.
 */
export async function moveRows(source: OwnedDb, target: OwnedDb): Promise<TableSum[]> {
  await requireEmpty(target)
  return await inSnapshot(source, async (from) => {
    await migrateAsBefore(target, await readApplied(from))
    return await inOneLoad(target, async (to) => {
      const sums = await copyRows(from, to)
      await compareTables(to, await listTables(to), sums)
      return sums
    })
  })
}

async function copyRows(from: ClientBase, to: ClientBase): Promise<TableSum[]> {
  const tables = await listTables(from)
  await removeSeedRows(to, tables)
  const sums: TableSum[] = []
  for (const table of tables) {
    const slices = readTable(from, table)
    let next = await slices.next()
    while (next.done !== true) {
      await writeSlice(to, table, next.value.lines)
      next = await slices.next()
    }
    sums.push(next.value)
  }
  return sums
}

/** Each file is read back and compared, so that the old folder can be given up. */
function copyFiles({ platform }: OpenedPlatform, newFolder: string): void {
  const { dataFolder } = platform.settings
  const copy = (from: string, to: string): void => {
    const bytes = readFileSync(from)
    makeFolder(dirname(to))
    writeFileDurably(to, bytes)
    if (!readFileSync(to).equals(bytes)) {
      throw new Refusal('move.file-differs', { file: to })
    }
  }
  copy(keyringFile(dataFolder), keyringFile(newFolder))
  if (existsSync(masterKeyFile(dataFolder))) {
    copy(masterKeyFile(dataFolder), masterKeyFile(newFolder))
  }
  for (const key of platform.blobs.list()) {
    copy(blobFile(dataFolder, key), blobFile(newFolder, key))
  }
}

function setAside(dataFolder: string): void {
  renameSync(databaseFolder(dataFolder), movedFolder(dataFolder))
  syncFolder(dataFolder)
}
