import { sql } from 'kysely'

import type { IntakeKind } from '../../contract/intake.ts'
import type { Tx } from '../../platform/transact.ts'
import type { RememberedColumns } from './importer.ts'
import { storable } from './json-text.ts'

/** 已记列映射 — what the sender said earlier of his column titles, by kind. */
export async function readColumns(tx: Tx, senderId: string): Promise<RememberedColumns> {
  const rows = await tx.k
    .selectFrom('column_mapping')
    .select(['kind', 'title', 'field'])
    .where('sender_id', '=', senderId)
    .execute()
  const remembered: Record<string, Record<string, string>> = {}
  for (const { kind, title, field } of rows) {
    remembered[kind] = { ...remembered[kind], [title]: field }
  }
  return remembered
}

/**
 * 记列映射 — keeps what the sender says of his column titles in tables of these kinds; the latest word counts.
 */
export async function rememberColumns(
  tx: Tx,
  senderId: string,
  { kinds, mapping }: { kinds: readonly IntakeKind[]; mapping: Readonly<Record<string, string>> },
): Promise<void> {
  const rows = kinds.flatMap((kind) => Object.entries(mapping).map((entry) => [kind, ...entry] as const))
  if (rows.length === 0) {
    return
  }
  await sql`insert into column_mapping (sender_id, kind, title, field, mapped_at)
    select ${senderId}, kind, title, field, ${tx.now}::timestamptz
      from unnest(${rows.map(([kind]) => kind)}::text[], ${rows.map(([, title]) => storable(title))}::text[],
                  ${rows.map(([, , field]) => storable(field))}::text[]) as each(kind, title, field)
    on conflict (sender_id, kind, title)
      do update set field = excluded.field, mapped_at = excluded.mapped_at`.execute(tx.k)
}
