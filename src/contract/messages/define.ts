export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

/** 文案 — the texts of one area in both languages; a code missing from one of them does not compile. */
export interface AreaMessages {
  readonly 'zh-CN': Readonly<Record<string, string>>
  readonly en: Readonly<Record<string, string>>
}

/** 定义文案 — Chinese is the source; English must have the same keys, no more and no fewer. */
export function messages<const Codes extends Record<string, string>>(area: {
  'zh-CN': Codes
  en: Record<NoInfer<keyof Codes>, string>
}): AreaMessages {
  return area
}
