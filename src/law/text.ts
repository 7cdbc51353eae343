/** 双语文本 — the same words in Chinese, which is the source, and in English. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

/**
 * 核实程度 — how well a statement of law was checked: its article was read (confirmed), another text reports it
 * (secondary), or it was written down from memory and must be read before it drives an enforcement act
 * (memory).
 */
export const confirmations = ['confirmed', 'secondary', 'memory'] as const
export type Confirmation = (typeof confirmations)[number]

/** Writes a bilingual text in one line. */
export function text(zh: string, en: string): Text {
  return { zh, en }
}
