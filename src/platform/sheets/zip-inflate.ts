import { crc32, createInflateRaw } from 'node:zlib'

import { Refusal } from '../../contract/errors.ts'
import type { ZipEntry } from './zip-check.ts'

const CHUNK_BYTES = 256 * 1024

/**
 * 解压条目 — the bytes of one part, a chunk at a time. Unpacking stops at the size the directory states, so a
 * size that lies costs nothing; the checksum is compared at the end.
 * Errors: `file.zip-bomb` (more than stated), `file.zip-damaged` (fewer, or other bytes).
 */
export async function* inflateEntry(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  let inflatedBytes = 0
  let crc = 0
  for await (const chunk of unpacked(bytes.subarray(entry.from, entry.until), entry)) {
    inflatedBytes += chunk.length
    if (inflatedBytes > entry.inflatedBytes) {
      throw new Refusal('file.zip-bomb', { reason: 'lying-size' })
    }
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (inflatedBytes !== entry.inflatedBytes || crc !== entry.crc) {
    throw new Refusal('file.zip-damaged', { reason: 'checksum' })
  }
}

/** 条目文字 — a small part as text. */
export async function inflateText(bytes: Uint8Array, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder('utf-8')
  let text = ''
  for await (const chunk of inflateEntry(bytes, entry)) {
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

async function* unpacked(packed: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method === 'stored') {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
      const part = packed.subarray(at, at + CHUNK_BYTES)
      yield Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    }
    return
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES })
  inflate.end(packed)
  try {
    for await (const chunk of inflate) {
      yield chunk
    }
  } catch {
    throw new Refusal('file.zip-damaged', { reason: 'inflate' })
  } finally {
    inflate.destroy()
  }
}
