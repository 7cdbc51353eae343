import { accessSync, constants } from 'node:fs'
import { sql } from 'kysely'

import { packageVersion } from './package.ts'
import type { Platform } from './platform.ts'
import { localOperator, read } from './transact.ts'

export interface Health {
  readonly ok: boolean
  readonly version: string
  readonly engine: string
  readonly database: 'ok' | 'failed'
  readonly dataFolder: 'ok' | 'failed'
}

/** 健康检查 — whether the database answers and the data folder can be written to. Throws nothing. */
export async function checkHealth(platform: Platform): Promise<Health> {
  const database = await answers(platform)
  const dataFolder = isWritable(platform.settings.dataFolder) ? 'ok' : 'failed'
  const ok = database === 'ok' && dataFolder === 'ok'
  return { ok, version: packageVersion(), engine: platform.db.engine, database, dataFolder }
}

async function answers(platform: Platform): Promise<'ok' | 'failed'> {
  try {
    await read(platform, localOperator, (tx) => sql`select 1`.execute(tx.k))
    return 'ok'
  } catch (error) {
    platform.log.error({ err: error }, 'the database does not answer')
    return 'failed'
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
