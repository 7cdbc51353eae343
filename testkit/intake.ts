import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Importing, Reading } from '../src/features/intake/ports.ts'
import { organizationLoader } from '../src/features/intake/testing/organizations.loader.ts'
import { play } from '../src/features/intake/testing/script.ts'
import { openBlobs } from '../src/platform/blobs/blobs.ts'
import { openLog } from '../src/platform/log.ts'
import type { Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { openVault } from '../src/platform/vault/vault.ts'
import { type TestDatabase, useDatabase } from './database.ts'

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
