import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { type Blobs, openBlobs } from './blobs/blobs.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Db, type OwnedDb, openDb } from './db/db.ts'
import { migrate } from './db/migrate.ts'
import type { Session } from './db/session.ts'
import { isSystemError } from './files.ts'
import { lockFolder } from './lock/lock.ts'
import { type Log, openLog } from './log.ts'
import type { Notice } from './notice.ts'
import type { Settings } from './settings.ts'
import { openSocket, type VerbSocket } from './socket/socket.ts'
import { openVault, type Vault } from './vault/vault.ts'

/** 平台 — what every use-case is given. */
export interface Platform {
  readonly db: Db
  readonly clock: Clock
  readonly blobs: Blobs
  readonly vault: Vault
  readonly log: Log
  readonly settings: Settings
}

export interface OpenedPlatform {
  readonly platform: Platform
  /** The same database with the doors of its owner: backup and checks of the whole, never a feature. */
  readonly ownedDb: OwnedDb
  /** What whoever started us must be told. */
  readonly notices: readonly Notice[]
  /** Migrations that an embedded database had when it was opened. */
  readonly applied: readonly string[]
  /**
   * The socket in the data folder; undefined on a PostgreSQL server, to which every process goes by
   * itself.
   */
  readonly socket: VerbSocket | undefined
  close(): Promise<void>
}

export interface OpenOptions {
  readonly role: 'server' | 'verb'
  readonly clock?: Clock
  readonly log?: Log
}

/** 数据库文件夹 — where the embedded database lies in the data folder. */
export function databaseFolder(dataFolder: string): string {
  return join(dataFolder, 'database')
}

/**
 * 已迁走的数据库 — where `anxin move` sets the embedded database aside. While it is there the folder has no
 * other.
 */
export function movedFolder(dataFolder: string): string {
  return join(dataFolder, 'database-moved')
}

/**
 * 打开平台 — the embedded database under the lock of its folder, brought up to date; or the server's, which
 * `anxin migrate` brings up to date. Refuses `folder.in-use`, and keys or blobs that are not those of the
 * database.
 */
export async function openPlatform(settings: Settings, options: OpenOptions): Promise<OpenedPlatform> {
  const closers: (() => Promise<void> | void)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) {
      await closer()
    }
  }
  try {
    const log = options.log ?? openLog(settings.logLevel)
    const clock = options.clock ?? systemClock()
    let socket: VerbSocket | undefined
    if (settings.databaseUrl === undefined) {
      socket = await openSocket(settings.dataFolder)
      closers.push(socket.close)
      const lock = await lockFolder(settings.dataFolder, { socket: socket.path, role: options.role })
      closers.push(lock.release)
    }
    const { db, applied } = await openDatabase(settings)
    const ownedDb = closingOnce(db)
    closers.push(ownedDb.close)
    const kept = await whatIsKept(ownedDb)
    const { vault, notices } = openVault(settings, kept.hasEvents)
    const blobs = openBlobs(settings.dataFolder, vault)
    checkBelongsTogether(blobs, kept.newestBlobs, settings.dataFolder)
    const platform = { db: ownedDb, clock, blobs, vault, log, settings }
    return { platform, ownedDb, notices, applied, socket, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Who opened the platform may close its database before the rest; a pool that is ended twice throws. */
function closingOnce(db: OwnedDb): OwnedDb {
  let closed: Promise<void> | undefined
  return {
    ...db,
    close() {
      closed ??= db.close()
      return closed
    },
  }
}

async function openDatabase(settings: Settings): Promise<{ db: OwnedDb; applied: readonly string[] }> {
  const { databaseUrl, databaseAdminUrl } = settings
  if (databaseUrl !== undefined) {
    return { db: await openDb({ databaseUrl, databaseAdminUrl }), applied: [] }
  }
  if (existsSync(movedFolder(settings.dataFolder))) {
    throw new Refusal('folder.moved', { folder: movedFolder(settings.dataFolder) }, 'conflict')
  }
  const db = await openDb({ folder: databaseFolder(settings.dataFolder) })
  try {
    return { db, applied: await migrate(db) }
  } catch (error) {
    await db.close()
    throw error
  }
}

const maintenance: Session = {
  role: 'engine',
  actor: 'system:maintenance',
  scope: { areas: '*', sectors: '*', organizations: [], person: null },
  readOnly: true,
}

/** Whatever changes anything leaves an event, so a database without events holds nothing that was sealed. */
async function whatIsKept(db: Db): Promise<{ hasEvents: boolean; newestBlobs: string[] }> {
  try {
    return await db.begin(maintenance, async (rows) => {
      const event = await rows.selectFrom('event').select('seq').limit(1).executeTakeFirst()
      const newest = await rows
        .selectFrom('intake')
        .select('blob_key')
        .orderBy('intake_id', 'desc')
        .limit(3)
        .execute()
      return { hasEvents: event !== undefined, newestBlobs: newest.map((intake) => intake.blob_key) }
    })
  } catch (error) {
    // No such table, no such role, or a role that this login may not take: `migrate` has not been here.
    if (isSystemError(error, '42P01', '22023', '42501')) {
      throw new Refusal('database.not-migrated')
    }
    throw error
  }
}

/**
 * A database and a data folder that are not a pair would go on side by side, sealing with keys that open
 * nothing of what is there. One damaged blob is no reason to stay down, hence the three newest of which
 * one must open.
 */
function checkBelongsTogether(blobs: Blobs, newestBlobs: readonly string[], folder: string): void {
  const opens = (key: string): boolean => {
    try {
      return blobs.get(key).length >= 0
    } catch (error) {
      if (error instanceof Refusal) {
        return false
      }
      throw error
    }
  }
  if (newestBlobs.length > 0 && !newestBlobs.some(opens)) {
    throw new Refusal('folder.not-of-this-database', { folder })
  }
}
