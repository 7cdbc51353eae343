import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { newId } from '../../../platform/ids.ts'
import type { Tx } from '../../../platform/transact.ts'
import { openVault, type Vault } from '../../../platform/vault/vault.ts'
import type { Group, IntakeOptions, Load, SourceRow } from '../../intake/importer.ts'

/** 测试保险库 — with keys of its own, which are in no folder any more. */
export function testVault(): Vault {
  const dataFolder = mkdtempSync(join(tmpdir(), 'anxin-vault-'))
  try {
    return openVault({ dataFolder, cipher: 'aes-256-gcm', masterKey: undefined }, false).vault
  } finally {
    rmSync(dataFolder, { recursive: true })
  }
}

/** 被说的行 — what a loader said of a row. */
export interface SaidOfRow {
  readonly row: number
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface TestLoad extends Load {
  readonly rejected: SaidOfRow[]
  readonly warned: SaidOfRow[]
}

/** 测试装载 — rows as a reader would send them, given to a loader; keeps what the loader says of them. */
export function loadOf(
  tx: Tx,
  vault: Vault,
  given: {
    readonly kind: Group['kind']
    readonly records: readonly Readonly<Record<string, unknown>>[]
    readonly head?: Group['head']
    readonly options?: IntakeOptions
    readonly receivedOn?: string
    readonly intakeId?: string
  },
): TestLoad {
  const rejected: SaidOfRow[] = []
  const warned: SaidOfRow[] = []
  const rows = given.records.map((record, at): SourceRow => ({ row: at + 2, record }))
  return {
    tx,
    vault,
    intake: {
      id: given.intakeId ?? newId(),
      senderId: 'local-operator',
      fileName: `${given.kind}.xlsx`,
      receivedOn: given.receivedOn ?? '2026-04-01',
      options: given.options ?? {},
    },
    group: { kind: given.kind, sheet: 'Sheet1', head: given.head ?? {} },
    rows: batches(rows),
    reject: (row, code, data = {}) => rejected.push({ row, code, data }),
    warn: (row, code, data = {}) => warned.push({ row, code, data }),
    rejected,
    warned,
  }
}

async function* batches(rows: readonly SourceRow[]): AsyncGenerator<readonly SourceRow[]> {
  for (let start = 0; start < rows.length; start += 1000) {
    yield rows.slice(start, start + 1000)
  }
}
