import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../../contract/errors.ts'
import { makeFolder, writeNewFile } from '../files.ts'
import type { Cipher } from '../settings.ts'
import { ciphers } from '../settings.ts'
import { KEY_BYTES, openBox } from './box.ts'

/**
 * 密钥环 — the keys that touch the data, unwrapped. `id` stands in each sealed text, so that keys can be
 * changed later.
 */
export interface Keyring {
  readonly cipher: Cipher
  readonly current: number
  readonly dataKeys: ReadonlyMap<number, Buffer>
  readonly indexKey: Buffer
}

/** The file holds only wrapped keys: without the master key it is of no use to a thief, nor to a restorer. */
interface KeyringFile {
  readonly version: 1
  readonly cipher: Cipher
  readonly current: number
  readonly dataKeys: Readonly<Record<string, string>>
  readonly indexKey: string
}

export function keyringFile(dataFolder: string): string {
  return join(dataFolder, 'keys', 'keyring.json')
}

export function hasKeyring(dataFolder: string): boolean {
  return existsSync(keyringFile(dataFolder))
}

/**
 * 新建密钥环 — a random data key and a random index key, wrapped by the master key, in a file that is never
 * replaced.
 */
export function createKeyring(dataFolder: string, cipher: Cipher, masterKey: Buffer): void {
  const box = openBox(cipher, masterKey)
  const wrap = (role: string): string =>
    box.seal(Buffer.from(role), randomBytes(KEY_BYTES)).toString('base64')
  const content: KeyringFile = {
    version: 1,
    cipher,
    current: 1,
    dataKeys: { 1: wrap('data-key:1') },
    indexKey: wrap('index-key'),
  }
  makeFolder(join(dataFolder, 'keys'))
  writeNewFile(keyringFile(dataFolder), Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`))
}

/** 打开密钥环 — refuses a master key that is not the one which wrapped these keys. */
export function openKeyring(dataFolder: string, masterKey: Buffer): Keyring {
  const file = keyringFile(dataFolder)
  const content = parseKeyring(file)
  const box = openBox(content.cipher, masterKey)
  const unwrap = (role: string, wrapped: string): Buffer => {
    const key = box.open(Buffer.from(role), Buffer.from(wrapped, 'base64'))
    if (key === undefined) {
      throw new Refusal('vault.wrong-master-key', { file })
    }
    return key
  }
  return {
    cipher: content.cipher,
    current: content.current,
    dataKeys: new Map(
      Object.entries(content.dataKeys).map(([id, wrapped]) => [
        Number(id),
        unwrap(`data-key:${id}`, wrapped),
      ]),
    ),
    indexKey: unwrap('index-key', content.indexKey),
  }
}

function parseKeyring(file: string): KeyringFile {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Refusal('vault.keyring-damaged', { file })
  }
  if (!isKeyringFile(content)) {
    throw new Refusal('vault.keyring-damaged', { file })
  }
  return content
}

function isKeyringFile(content: unknown): content is KeyringFile {
  if (typeof content !== 'object' || content === null) {
    return false
  }
  const { version, cipher, current, dataKeys, indexKey } = content as Record<keyof KeyringFile, unknown>
  return (
    version === 1 &&
    ciphers.some((known) => known === cipher) &&
    typeof indexKey === 'string' &&
    typeof dataKeys === 'object' &&
    dataKeys !== null &&
    typeof current === 'number' &&
    Object.hasOwn(dataKeys, String(current)) &&
    Object.values(dataKeys).every((wrapped) => typeof wrapped === 'string')
  )
}
