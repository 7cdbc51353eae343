import { TextDecoder } from 'node:util'

let known: ReadonlyMap<string, number> | undefined

/**
 * 国标编码 — a text as Excel for Windows saves a csv in China; null where a character needs four bytes, as rare
 * ones in names do. Node decodes GB18030 and encodes nothing but UTF-8, so the pairs of bytes are found by
 * decoding them all.
 */
export function encodeGb18030(text: string): Buffer | null {
  known ??= pairs()
  const bytes = Buffer.alloc(text.length * 2)
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = code < 0x80 ? code : known.get(character)
    if (pair === undefined) {
      return null
    }
    if (pair > 0xff) {
      bytes[at] = pair >> 8
      at += 1
    }
    bytes[at] = pair & 0xff
    at += 1
  }
  return bytes.subarray(0, at)
}

function pairs(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, number>()
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if (second !== 0x7f && [...character].length === 1 && !found.has(character)) {
        found.set(character, first * 256 + second)
      }
    }
  }
  return found
}
