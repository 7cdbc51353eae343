import type { Selectable } from 'kysely'

import type { Event, JsonValue } from '../../../schema/tables.ts'
import type { Tx } from '../transact.ts'
import type { Stream, StreamKind } from './append.ts'
import type { HashedEvent } from './canonical.ts'

/** 已记留痕 — an event as it stands in the history of its stream. */
export interface RecordedEvent extends HashedEvent {
  readonly streamKind: StreamKind
  readonly data: JsonValue
  readonly previousHash: Buffer
  readonly hash: Buffer
}

interface Page {
  readonly limit: number
  /** Only events before this place of the stream. */
  readonly before?: bigint
}

/** 办理经过 — the events of a stream that the actor may see, newest first. */
export async function listEvents(tx: Tx, stream: Stream, page: Page): Promise<RecordedEvent[]> {
  const all = tx.k.selectFrom('event').selectAll().where('stream_id', '=', stream.id)
  const asked = page.before === undefined ? all : all.where('seq', '<', page.before)
  const rows = await asked.orderBy('seq', 'desc').limit(page.limit).execute()
  return rows.map(recordedEvent)
}

export function recordedEvent(row: Selectable<Event>): RecordedEvent {
  return {
    streamKind: row.stream_kind,
    streamId: row.stream_id,
    seq: row.seq,
    type: row.type,
    version: row.version,
    actorId: row.actor_id,
    requestId: row.request_id,
    at: row.at,
    areaCode: row.area_code,
    generalContractorId: row.general_contractor_id,
    personId: row.person_id,
    data: row.data,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
