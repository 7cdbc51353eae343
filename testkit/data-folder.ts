import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach } from 'vitest'

import { openDb } from '../src/platform/db/db.ts'
import { databaseFolder } from '../src/platform/platform.ts'
import { readSettings, type Settings } from '../src/platform/settings.ts'
import { openEmbedded } from './embedded-template.ts'

/** 测试数据文件夹 — a folder of one's own for each test, and settings that name the data folder `data` in it. */
export function temporaryFolder(): { readonly path: string; settings(given?: Partial<Settings>): Settings } {
  let path = ''
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'anxin-test-'))
  })
  afterEach(() => rmSync(path, { recursive: true, force: true }))
  afterAll(async () => {
    if (template !== undefined) {
      rmSync(await template, { recursive: true })
      template = undefined
    }
  })
  return {
    get path() {
      return path
    },
    settings: (given = {}) => ({ ...readSettings({ LOG_LEVEL: 'silent' }, path), port: 0, ...given }),
  }
}

let template: Promise<string> | undefined

/**
 * 预置数据库 — puts an empty migrated database into a data folder, by copying one that is unpacked once a file.
 */
export async function placeDatabase(dataFolder: string): Promise<void> {
  template ??= unpackTemplate()
  cpSync(await template, databaseFolder(dataFolder), { recursive: true })
}

async function unpackTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-template-'))
  const embedded = await openEmbedded()
  const dump = await embedded.dump('none')
  await embedded.close()
  const db = await openDb({ folder, dump })
  await db.close()
  return folder
}
