import { createHash } from 'node:crypto'
import { sql } from 'kysely'

import { invariant } from '../../contract/errors.ts'
import type { Rows } from '../db/transaction.ts'
import { canonicalJson, chainStart, eventHash } from './canonical.ts'

export const streamKinds = ['worksite', 'area', 'person', 'intake', 'system'] as const

export type StreamKind = (typeof streamKinds)[number]

/**
 * 留痕流 — the events of one thing, in order. `id` is its UUID; areas and the system have theirs by
 * `namedStream`.
 */
export interface Stream {
  readonly kind: StreamKind
  readonly id: string
}

/**
 * 留痕 — what happened, in the past tense (`noun.verb-ed`). Data hold ids, sums and names of fields, nothing
 * personal.
 */
export interface NewEvent {
  readonly stream: Stream
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly areaCode: string
  readonly generalContractorId?: string | null | undefined
  readonly personId?: string | null | undefined
  readonly version?: number | undefined
}

interface Occasion {
  readonly actorId: string
  readonly requestId: string
  readonly at: string
}

/** A statement takes 65,535 parameters at most, and an event has fourteen. */
const rowsPerStatement = 1000

const typeShape = /^[a-z-]+\.[a-z-]+$/

/**
 * 具名留痕流 — the stream of an area (by its code) or of the system (by a word), whose id is made from that name.
 */
export function namedStream(kind: 'area' | 'system', name: string): Stream {
  const hex = createHash('sha256').update(`${kind}:${name}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return { kind, id: parts.join('-') }
}

/** Throws where the event could not be written, at the line that recorded it. */
export function checkEvent(event: NewEvent): void {
  invariant(typeShape.test(event.type), 'the type of an event reads noun.verb-ed')
  canonicalJson(event.data)
}

/**
 * 锁定留痕流 — holds the streams until the transaction ends, so that whoever else would add to one of them waits.
 * Taken in one order by everybody, since two who wait for each other would both fail.
 */
export async function lockStreams(k: Rows, ids: readonly string[]): Promise<void> {
  const sorted = [...new Set(ids)].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 0))
              from unnest(${sorted}::text[]) as stream(id)`.execute(k)
}

/** 追加留痕 — writes the events at the end of their streams, each with the hash of the one before it. */
export async function appendEvents(k: Rows, events: readonly NewEvent[], occasion: Occasion): Promise<void> {
  const ids = events.map((event) => event.stream.id)
  await lockStreams(k, ids)
  const heads = await readHeads(k, ids)
  const rows = events.map((event) => {
    const head = heads.get(event.stream.id) ?? { seq: 0n, hash: chainStart }
    const hashed = { ...occasion, ...hashedFields(event), seq: head.seq + 1n }
    const hash = eventHash(head.hash, hashed)
    heads.set(event.stream.id, { seq: hashed.seq, hash })
    return {
      stream_id: hashed.streamId,
      seq: hashed.seq,
      stream_kind: hashed.streamKind,
      type: hashed.type,
      version: hashed.version,
      actor_id: hashed.actorId,
      request_id: hashed.requestId,
      at: hashed.at,
      area_code: hashed.areaCode,
      general_contractor_id: hashed.generalContractorId,
      person_id: hashed.personId,
      data: canonicalJson(event.data),
      previous_hash: head.hash,
      hash,
    }
  })
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await k
      .insertInto('event')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
  }
}

function hashedFields(event: NewEvent) {
  return {
    streamKind: event.stream.kind,
    streamId: event.stream.id,
    type: event.type,
    version: event.version ?? 1,
    areaCode: event.areaCode,
    generalContractorId: event.generalContractorId ?? null,
    personId: event.personId ?? null,
    data: event.data,
  }
}

async function readHeads(
  k: Rows,
  ids: readonly string[],
): Promise<Map<string, { readonly seq: bigint; readonly hash: Buffer }>> {
  const heads = await sql<{ id: string; seq: bigint; hash: Buffer }>`
    select stream.id, last.seq, last.hash
      from (select distinct id from unnest(${ids}::uuid[]) as each(id)) stream
     cross join lateral (select seq, hash from event where event.stream_id = stream.id
                          order by seq desc limit 1) last`.execute(k)
  return new Map(heads.rows.map(({ id, seq, hash }) => [id, { seq, hash }]))
}
