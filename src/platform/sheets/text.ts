import { isUtf8 } from 'node:buffer'

import { Refusal } from '../../contract/errors.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const CHUNK_BYTES = 256 * 1024
const HEAD_BYTES = 64 * 1024

/**
 * 文字编码 — a byte order mark decides; otherwise what is valid UTF-8 is UTF-8, what is valid GB18030 (which
 * contains GBK and GB 2312, as Chinese Excel saves csv) is that, and anything else is refused: a guess
 * would damage names.
 * Errors: `file.encoding`.
 */
export function textEncoding(bytes: Uint8Array): TextEncoding {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) {
    return marked
  }
  if (isUtf8(bytes)) {
    return 'utf-8'
  }
  for (const _ of decodeChunks(bytes, 'gb18030')) {
    // Decoding is strict: a byte sequence that GB18030 does not have throws.
  }
  return 'gb18030'
}

function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le'
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be'
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/**
 * 分块解码 — the text, a chunk at a time, without its byte order mark, with the share of bytes decoded so far.
 */
export function* decodeChunks(
  bytes: Uint8Array,
  encoding: TextEncoding,
): Generator<{ text: string; share: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let at = 0
  do {
    const end = Math.min(at + CHUNK_BYTES, bytes.length)
    const text = decodeStrictly(decoder, bytes.subarray(at, end), end < bytes.length)
    yield { text, share: end === bytes.length ? 1 : end / bytes.length }
    at = end
  } while (at < bytes.length)
}

/** 开头文字 — the first few thousand characters, for telling what a text is without decoding all of it. */
export function decodeHead(bytes: Uint8Array): string {
  const encodings = [markedEncoding(bytes) ?? 'utf-8', 'gb18030'] as const
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, HEAD_BYTES), {
        stream: true,
      })
    } catch {
      // Not this encoding.
    }
  }
  throw new Refusal('file.encoding')
}

function decodeStrictly(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  stream: boolean,
): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new Refusal('file.encoding')
  }
}
