import { createHash } from 'node:crypto'
import { sql } from 'kysely'

import type { Tx } from '../transact.ts'
import type { Stream } from './append.ts'
import { chainStart, eventHash } from './canonical.ts'
import { type RecordedEvent, recordedEvent } from './history.ts'

/**
 * Why a chain is broken: an event is missing, does not follow the one before it, or is not what was hashed.
 */
export type BreakReason = 'gap' | 'previous-hash' | 'hash'

export interface ChainBreak {
  readonly streamId: string
  readonly seq: bigint
  readonly reason: BreakReason
}

export interface ChainReport {
  readonly streams: number
  readonly events: number
  /**
   * One hash over the last hash of every stream. Written down elsewhere, it proves later that no stream has
   * been cut off at its end, which a chain alone cannot show.
   */
  readonly fingerprint: string
  /** The first broken place, by stream and place in it; null when all is whole. */
  readonly broken: ChainBreak | null
}

const eventsPerPage = 2000
const beforeAll = { streamId: '00000000-0000-0000-0000-000000000000', seq: 0n }

/** 核验留痕 — checks the hash chain of one stream or of all that the actor may see, from the first event on. */
export async function verifyChain(tx: Tx, only?: Stream): Promise<ChainReport> {
  const fingerprint = createHash('sha256')
  let last: { streamId: string; seq: bigint; hash: Buffer } = { ...beforeAll, hash: chainStart }
  let streams = 0
  let events = 0
  for (;;) {
    const page = await readPage(tx, last, only)
    for (const event of page) {
      if (event.streamId !== last.streamId) {
        fingerprint.update(last.hash)
        streams += 1
        last = { streamId: event.streamId, seq: 0n, hash: chainStart }
      }
      const reason = breakOf(event, last)
      if (reason !== null) {
        const broken = { streamId: event.streamId, seq: event.seq, reason }
        return { streams, events, fingerprint: '', broken }
      }
      events += 1
      last = { streamId: event.streamId, seq: event.seq, hash: event.hash }
    }
    if (page.length < eventsPerPage) {
      return { streams, events, fingerprint: fingerprint.update(last.hash).digest('hex'), broken: null }
    }
  }
}

function breakOf(event: RecordedEvent, last: { seq: bigint; hash: Buffer }): BreakReason | null {
  if (event.seq !== last.seq + 1n) {
    return 'gap'
  }
  if (!event.previousHash.equals(last.hash)) {
    return 'previous-hash'
  }
  const { previousHash, hash, ...hashed } = event
  return hash.equals(eventHash(previousHash, hashed)) ? null : 'hash'
}

async function readPage(
  tx: Tx,
  after: { streamId: string; seq: bigint },
  only: Stream | undefined,
): Promise<RecordedEvent[]> {
  const all = tx.k
    .selectFrom('event')
    .selectAll()
    .where(sql<boolean>`(stream_id, seq) > (${after.streamId}::uuid, ${after.seq}::bigint)`)
  const asked = only === undefined ? all : all.where('stream_id', '=', only.id)
  const rows = await asked.orderBy('stream_id').orderBy('seq').limit(eventsPerPage).execute()
  return rows.map(recordedEvent)
}
