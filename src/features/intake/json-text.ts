const unstorable = /[\0\ud800-\udfff]/gu

/**
 * 可存文字 — the text without what the database cannot hold: NUL and halves of characters, which uploads may
 * bring.
 */
export function storable(text: string): string {
  return text.replace(unstorable, '\ufffd')
}

/** 可存 JSON — a value as JSON text for a jsonb column; sums (bigint) as digits. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') {
      return part.toString()
    }
    return typeof part === 'string' ? storable(part) : part
  })
}
