/** Every character of two bytes, by what it decodes to: Node decodes GB18030 and encodes UTF-8 only. */
function pairs(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly [number, number]>()
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if (second !== 0x7f && [...character].length === 1 && !found.has(character)) {
        found.set(character, [first, second])
      }
    }
  }
  return found
}

/** 国标编码 — a text as Excel for Windows saves a csv in China; throws where a character needs four bytes. */
export function encodeGb18030(text: string): Buffer {
  const known = pairs()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = known.get(character)
    if (code >= 0x80 && pair === undefined) {
      throw new RangeError(`"${character}" has no two bytes in GB18030`)
    }
    bytes.push(...(code < 0x80 ? [code] : (pair ?? [])))
  }
  return Buffer.from(bytes)
}
