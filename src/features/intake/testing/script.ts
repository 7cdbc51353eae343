import { Refusal } from '../../../contract/errors.ts'
import type { ReaderMessage } from '../importer.ts'
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
