import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../../contract/errors.ts'
import { makeFolder, writeNewFile } from '../files.ts'
import type { Notice } from '../notice.ts'
import { KEY_BYTES } from './box.ts'

/** 主密钥文件 — where the master key lies when the environment does not give it. */
export function masterKeyFile(dataFolder: string): string {
  return join(dataFolder, 'keys', 'master.key')
}

export interface MasterKey {
  readonly key: Buffer
  readonly notices: readonly Notice[]
}

/** 读主密钥 — from the environment if given there, else from the key file; undefined where there is neither. */
export function findMasterKey(dataFolder: string, given: string | undefined): MasterKey | undefined {
  if (given !== undefined) {
    return { key: parseMasterKey(given, 'ANXIN_MASTER_KEY'), notices: [] }
  }
  const file = masterKeyFile(dataFolder)
  if (!existsSync(file)) {
    return undefined
  }
  const key = parseMasterKey(readFileSync(file, 'utf8'), file)
  const readableByOthers = (statSync(file).mode & 0o077) !== 0
  return { key, notices: readableByOthers ? [{ code: 'vault.key-file-readable', data: { file } }] : [] }
}

/**
 * 新建主密钥 — a random key in a file that only its owner can read, with the warning that it must be kept safe.
 */
export function createMasterKey(dataFolder: string): MasterKey {
  const file = masterKeyFile(dataFolder)
  const key = randomBytes(KEY_BYTES)
  makeFolder(join(dataFolder, 'keys'))
  writeNewFile(file, Buffer.from(`${key.toString('hex')}\n`))
  return { key, notices: [] }
}

function parseMasterKey(text: string, source: string): Buffer {
  const trimmed = text.trim()
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64')
  const canonical = trimmed.length === 64 || key.toString('base64') === trimmed
  if (key.length !== KEY_BYTES || !canonical) {
    throw new Refusal('vault.master-key-malformed', { source }, 'invalid')
  }
  return key
}
