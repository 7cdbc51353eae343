import type { Day } from './day.ts'
import { everydayNumeral } from './numeral.ts'
import type { Confirmation, Language, Text } from './text.ts'

/** 法律依据 — the instruments that are cited, by short name and decree number or year. */
export const instrumentKeys = [
  'regulation-724',
  'wage-deposit-65',
  'wage-account-53',
  'dishonesty-list-45',
  'labor-inspection-423',
  'inspection-rules-25',
  'refusal-to-pay-2013-3',
  'criminal-law',
  'criminal-referral-310',
  'referral-notice-2014-100',
  'labor-law',
  'labor-contract-law',
  'wage-payment-1994',
  'minimum-wage-2004',
  'wage-conversion-2025-2',
  'holidays-795',
  'working-time-174',
  'child-labor-364',
  'over-age-workers-56',
  'retirement-age-2024',
  'mediation-arbitration-law',
  'arbitration-rules-33',
  'negotiation-mediation-17',
  'wage-protection-2019-80',
  'labor-disputes-2020-26',
  'labor-disputes-2025-12',
  'civil-procedure-law',
  'administrative-penalty-law',
  'administrative-compulsion-law',
  'administrative-reconsideration-law',
  'administrative-litigation-law',
  'real-name-2019-18',
  'price-settlement-2022-183',
  'public-exposure-29',
  'integrity-grade-2016',
  'appraisal-2023-33',
  'credit-repair-2026-36',
  'personal-information-law',
  'face-recognition-2025',
] as const
export type InstrumentKey = (typeof instrumentKeys)[number]

/** 条号 — an article's number; inserted articles (第二百七十六条之一) as '276-1'. */
export type ArticleNumber = number | `${number}-${number}`

/** 引用 — an instrument, an article of it unless the whole is meant, and a paragraph (款) of that. */
export interface Cite {
  readonly instrument: InstrumentKey
  readonly article?: ArticleNumber
  readonly paragraph?: number
}

/** 引用条文 — cites an article, or a paragraph of it. */
export function art(instrument: InstrumentKey, article: ArticleNumber, paragraph?: number): Cite {
  return paragraph === undefined ? { instrument, article } : { instrument, article, paragraph }
}

/** 引用全文 — cites an instrument whose article number is not settled or not needed. */
export function whole(instrument: InstrumentKey): Cite {
  return { instrument }
}

/** 条款写法 — 第十四条第二款, or "art. 14(2)"; a notice that is divided into sections says 第一部分, "section 1". */
export function articleLabel(cite: Cite, division: 'article' | 'section', language: Language): string {
  if (cite.article === undefined) {
    return ''
  }
  const [main = 0, inserted] = String(cite.article).split('-').map(Number)
  if (language === 'en') {
    const paragraph = cite.paragraph === undefined ? '' : `(${cite.paragraph})`
    return `${division === 'article' ? 'art.' : 'section'} ${cite.article}${paragraph}`
  }
  const insertion = inserted === undefined ? '' : `之${everydayNumeral(inserted)}`
  const paragraph = cite.paragraph === undefined ? '' : `第${everydayNumeral(cite.paragraph)}款`
  return `第${everydayNumeral(main)}${division === 'article' ? '条' : '部分'}${insertion}${paragraph}`
}

/**
 * 法律文件 — an instrument with the day from which it is applied here, and our own gist of each article we cite.
 */
export interface Instrument {
  readonly key: InstrumentKey
  readonly title: Text
  /** The number of the decree or notice, in Chinese as published. */
  readonly number: string
  /**
   * The first day on which what stands here is known to apply: the day in force, or that of the text that was
   * read.
   */
  readonly coveredFrom: Day
  readonly status: Confirmation
  readonly division?: 'section'
  /** What the instrument is about, for cites of the whole. */
  readonly about: Text
  readonly articles: Readonly<Partial<Record<ArticleNumber, Article>>>
}

/** 条文要旨 — what an article says, in our words, and whether it was read. */
export interface Article extends Text {
  readonly status: Confirmation
}

/** 要旨 — the gist of an article in both languages. */
export function gist(zh: string, en: string, status: Confirmation = 'confirmed'): Article {
  return { zh, en, status }
}
