import type { AppliedMigration } from './database.ts'
import type { TableSum } from './tables.ts'

/** 备份清单 — the last part of a backup: what it holds, and the hash of every part before it. */
export interface Manifest {
  readonly format: 1
  readonly madeAt: string
  readonly program: string
  readonly engine: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly TableSum[]
  readonly parts: readonly Part[]
  readonly blobs: number
  /** Whether the master key lies in the backup, in the clear. */
  readonly withKey: boolean
}

export interface Part {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export const manifestName = 'manifest.json'
export const keyringPart = 'keys/keyring.json'
export const masterKeyPart = 'keys/master.key'

export function tablePart(table: string, slice: number): string {
  return `tables/${table}/${String(slice).padStart(6, '0')}.jsonl.gz`
}

export function blobPart(key: string): string {
  return `blobs/${key.slice(0, 2)}/${key.slice(2)}`
}

/** 条目去向 — what the name of a part says it is; undefined for a name that no backup of ours has. */
export function parsePart(
  name: string,
): { table: string } | { blob: string } | { key: 'keyring' | 'master' } | undefined {
  const [, table] = /^tables\/([a-z_]+)\/\d{6}\.jsonl\.gz$/.exec(name) ?? []
  if (table !== undefined) {
    return { table }
  }
  const [, fan, rest] = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(name) ?? []
  if (fan !== undefined && rest !== undefined) {
    return { blob: fan + rest }
  }
  return name === keyringPart ? { key: 'keyring' } : name === masterKeyPart ? { key: 'master' } : undefined
}
