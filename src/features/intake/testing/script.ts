import { sql } from 'kysely'

import { Refusal } from '../../../contract/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { Loader, ReaderMessage } from '../importer.ts'
import type { Reading } from '../ports.ts'

/** 剧本 — what the test reader sends, written as the bytes of a message; `refuse` and `crash` end it. */
export type Line = ReaderMessage | { type: 'refuse'; code: string } | { type: 'crash' }

export function script(...lines: readonly Line[]): Buffer {
  return Buffer.from(JSON.stringify(lines))
}

/** A group of organizations to add, one a row; see `organizationLoader`. */
export function group(sheet: string, head: Readonly<Record<string, unknown>> = {}): Line {
  return { type: 'group', group: { kind: 'roster', sheet, head } }
}

export function rows(firstRow: number, ...names: readonly string[]): Line {
  return { type: 'rows', rows: names.map((name, at) => ({ row: firstRow + at, record: { name } })) }
}

/** 照剧本读 — the test reader. */
export async function* play({ bytes, onProgress }: Reading): AsyncGenerator<ReaderMessage> {
  const lines: Line[] = JSON.parse(Buffer.from(bytes).toString('utf8'))
  for (const line of lines) {
    if (line.type === 'refuse') {
      throw new Refusal(line.code)
    }
    if (line.type === 'crash') {
      throw new TypeError('a name that must not be logged')
    }
    if (line.type === 'progress') {
      onProgress?.(line.share)
    } else {
      yield line
    }
  }
}

/**
 * Adds an organization for each row. An empty name is rejected, `?` is taken with a doubt, a head with
 * `ask` asks for the worksite until it is given, a head with `worksiteId` names what the group speaks of.
 */
export const organizationLoader: Loader = {
  kind: 'roster',
  feed: 'roster',
  async load({ tx, group: { head }, rows: batches, intake, reject, warn }) {
    if (head['ask'] === true && intake.options.worksite === undefined) {
      throw new Refusal('ask.worksite', { asked: '', candidates: [], listed: [] })
    }
    let taken = 0
    for await (const batch of batches) {
      for (const { row, record } of batch) {
        const name = String(record['name'])
        if (name === '') {
          reject(row, 'intake.no-such-row', { sheet: 'x', row }, '姓名')
          continue
        }
        if (name === '?') {
          warn(row, 'intake.no-such-row', { sheet: 'x', row })
        }
        taken += 1
        await sql`insert into organization (organization_id, name, name_pinyin, created_intake_id, created_at)
          values (${newId()}::uuid, ${name}, '', ${intake.id}::uuid, ${tx.now}::timestamptz)`.execute(tx.k)
      }
    }
    const { worksiteId } = head
    return {
      taken,
      worksiteIds: typeof worksiteId === 'string' ? [worksiteId] : [],
      coversUntil: '2026-03-31',
    }
  },
}
