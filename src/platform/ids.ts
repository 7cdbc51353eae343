import { randomFillSync } from 'node:crypto'

import { systemMilliseconds } from './clock.ts'

const pool = Buffer.alloc(4096)
let poolAt = pool.length
let lastMilliseconds = 0
let sequence = 0

/**
 * 编号 — a UUIDv7 (RFC 9562), strictly increasing within this process. The 32 bits after the time start at
 * random in each millisecond and count up from there, so that rows made together stand together in an
 * index.
 */
export function newId(): string {
  const random = takeRandom()
  const now = systemMilliseconds()
  if (now > lastMilliseconds) {
    lastMilliseconds = now
    sequence = random.readUInt32BE(0) >>> 1
  } else {
    sequence += 1
    if (sequence > 0xffff_ffff) {
      sequence = 0
      lastMilliseconds += 1
    }
  }
  const bytes = random
  bytes.writeUIntBE(lastMilliseconds, 0, 6)
  bytes[6] = 0x70 | (sequence >>> 28)
  bytes[7] = (sequence >>> 20) & 0xff
  bytes[8] = 0x80 | ((sequence >>> 14) & 0x3f)
  bytes[9] = (sequence >>> 6) & 0xff
  bytes[10] = ((sequence & 0x3f) << 2) | ((bytes[10] ?? 0) & 0x03)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function takeRandom(): Buffer {
  if (poolAt + 16 > pool.length) {
    randomFillSync(pool)
    poolAt = 0
  }
  const bytes = pool.subarray(poolAt, poolAt + 16)
  poolAt += 16
  return bytes
}
