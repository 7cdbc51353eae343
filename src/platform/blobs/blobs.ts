import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { Refusal } from '../../contract/errors.ts'
import { isSystemError, makeFolder, writeFileDurably } from '../files.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * 原件库 — stored files, sealed and content-addressed: the same bytes have the same key and are stored once.
 * The key is a keyed hash, so that who sees the folder can't tell whether a file he knows is in it.
 */
export interface Blobs {
  /** Stores the bytes and gives their key; when it returns they are on the disk. */
  put(bytes: Uint8Array): string
  /**
   * The bytes as they were put. Refuses `blob.missing`, and `blob.damaged` when they are no longer the
   * same.
   */
  get(key: string): Buffer
  has(key: string): boolean
  /** Every key there is, in order. */
  list(): Generator<string>
  /** 核验 — reads every blob and says which do not open or are not what their name says. */
  verify(): Promise<{ readonly checked: number; readonly damaged: readonly string[] }>
  /** The sealed bytes as they lie there, for backup. */
  raw(key: string): Buffer
}

const purpose = 'blob'
const keyShape = /^[0-9a-f]{64}$/

function blobsFolder(dataFolder: string): string {
  return join(dataFolder, 'blobs')
}

/** 打开原件库 — in `blobs/` of the data folder, fanned out by the first two digits of the key. */
export function openBlobs(dataFolder: string, vault: Vault): Blobs {
  const folder = blobsFolder(dataFolder)

  function raw(key: string): Buffer {
    try {
      return readFileSync(blobFile(dataFolder, key))
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) {
        throw new Refusal('blob.missing', { key }, 'not-found')
      }
      throw error
    }
  }

  function get(key: string): Buffer {
    const bytes = openSealed(vault, raw(key))
    if (bytes === undefined || keyOf(vault, bytes) !== key) {
      throw new Refusal('blob.damaged', { key })
    }
    return bytes
  }

  return {
    put(bytes) {
      const key = keyOf(vault, bytes)
      if (!existsSync(blobFile(dataFolder, key))) {
        const file = blobFile(dataFolder, key)
        makeFolder(dirname(file))
        writeFileDurably(file, vault.sealBytes(purpose, bytes))
      }
      return key
    },
    get,
    raw,
    has: (key) => keyShape.test(key) && existsSync(blobFile(dataFolder, key)),
    list: () => listKeys(folder),
    async verify() {
      const damaged: string[] = []
      let checked = 0
      for (const key of listKeys(folder)) {
        checked += 1
        const bytes = openSealed(vault, raw(key))
        if (bytes === undefined || keyOf(vault, bytes) !== key) {
          damaged.push(key)
        }
        // A server that does this goes on answering in between.
        await setImmediate()
      }
      return { checked, damaged }
    },
  }
}

function keyOf(vault: Vault, bytes: Uint8Array): string {
  return vault.fingerprint(purpose, bytes).toString('hex')
}

function openSealed(vault: Vault, sealed: Uint8Array): Buffer | undefined {
  try {
    return vault.openBytes(purpose, sealed)
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined
    }
    throw error
  }
}

/**
 * 原件文件 — where the blob of this key lies; throws on anything that is not a key, as it would name another
 * file.
 */
export function blobFile(dataFolder: string, key: string): string {
  if (!keyShape.test(key)) {
    throw new Refusal('blob.missing', { key }, 'not-found')
  }
  return join(blobsFolder(dataFolder), key.slice(0, 2), key.slice(2))
}

/** 列原件 — the keys found in a folder of blobs, in order; temporary files left by a crash are passed over. */
function* listKeys(folder: string): Generator<string> {
  for (const fan of namesIn(folder)) {
    for (const rest of namesIn(join(folder, fan))) {
      if (keyShape.test(fan + rest)) {
        yield fan + rest
      }
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) {
      return []
    }
    throw error
  }
}
