import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'

import { type TestDatabase, useDatabase } from '../../../../testkit/database.ts'
import { openBlobs } from '../../../platform/blobs/blobs.ts'
import { openLog } from '../../../platform/log.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readSettings } from '../../../platform/settings.ts'
import { localOperator } from '../../../platform/transact.ts'
import { openVault } from '../../../platform/vault/vault.ts'
import type { Importing, Reading } from '../ports.ts'
import { organizationLoader, play } from './script.ts'

export interface TestPlatform extends Platform {
  readonly database: TestDatabase
}

/**
 * 测试平台 — the whole platform over a database for the tests of a file, with blobs and keys in a folder of
 * its own.
 */
export function useTestPlatform(): TestPlatform {
  const database = useDatabase()
  let folder = ''
  let parts: Pick<Platform, 'blobs' | 'vault' | 'settings'> | undefined
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anxin-intake-'))
    const settings = { ...readSettings({ ANXIN_DATA: folder, ANXIN_MAX_UPLOAD_MB: '1' }, folder), port: 0 }
    const { vault } = openVault(settings, false)
    parts = { vault, settings, blobs: openBlobs(folder, vault) }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const ready = () => {
    if (parts === undefined) {
      throw new Error('the platform is open while tests run, and not before')
    }
    return parts
  }
  return {
    database,
    clock: database.clock,
    log: openLog('silent'),
    get db() {
      return database.db
    },
    get blobs() {
      return ready().blobs
    },
    get vault() {
      return ready().vault
    },
    get settings() {
      return ready().settings
    },
  }
}

/** 测试接收环境 — the test reader and loader; `folded` counts the folds. */
export function testImporting(): Importing & { folded: number; withdrawn: string[] } {
  const importing = {
    folded: 0,
    withdrawn: [] as string[],
    loaders: [organizationLoader],
    withdrawers: [
      {
        async withdraw(_: unknown, intakeId: string) {
          importing.withdrawn.push(intakeId)
        },
      },
    ],
    read: play,
    recognize: async (readings: readonly Reading[]) => readings.map(() => null),
    readSource: async () => null,
    writeReasons: async () => Buffer.from('PK'),
    async foldTouched() {
      importing.folded += 1
    },
  }
  return importing
}

/** Names of the organizations that messages have added, in order. */
export async function organizations(platform: TestPlatform, intakeId: string): Promise<string[]> {
  const { rows: found } = await platform.database.read(localOperator, (tx) =>
    sql<{ name: string }>`select name from organization where created_intake_id = ${intakeId}::uuid
      order by organization_id`.execute(tx.k),
  )
  return found.map((row) => row.name)
}

/** Types of the events in the stream of a message, in order. */
export async function events(platform: TestPlatform, streamId: string): Promise<string[]> {
  const { rows: found } = await platform.database.read(localOperator, (tx) =>
    sql<{ type: string }>`select type from event where stream_id = ${streamId}::uuid order by seq`.execute(
      tx.k,
    ),
  )
  return found.map((row) => row.type)
}
