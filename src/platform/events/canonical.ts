import { createHash } from 'node:crypto'

/**
 * 规范 JSON — one text for one value: keys sorted, nothing undefined, bigint as a string of digits. What JSON
 * cannot hold (a Date, NaN, a function) is refused with a TypeError, for it would not read back as it was
 * written.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'bigint') {
    return `"${value}"`
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`
  }
  if (isPlainObject(value)) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    const sorted = fields.sort(([left], [right]) => (left < right ? -1 : 1))
    return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`
  }
  throw new TypeError(`JSON cannot hold a value of type ${Object.prototype.toString.call(value)}`)
}

function isPlainObject(value: unknown): value is object {
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined
  return prototype === Object.prototype || prototype === null
}

/** 留痕字段 — all that the hash of an event covers beside the hash before it. */
export interface HashedEvent {
  readonly streamKind: string
  readonly streamId: string
  readonly seq: bigint
  readonly type: string
  readonly version: number
  readonly actorId: string
  readonly requestId: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly areaCode: string
  readonly generalContractorId: string | null
  readonly personId: string | null
  readonly data: unknown
}

/** 链首 — what stands for the hash before the first event of a stream. */
export const chainStart: Buffer = Buffer.alloc(32)

/** 链式摘要 — SHA-256 over the hash of the event before it in the stream and every field of this one. */
export function eventHash(previous: Buffer, event: HashedEvent): Buffer {
  const fields = canonicalJson({ ...event, previous: previous.toString('hex') })
  return createHash('sha256').update(fields).digest()
}
