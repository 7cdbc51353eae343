import type { Instrument } from '../../cite.ts'
import { day } from '../../day.ts'
import { generalArticles } from './articles-general.ts'
import { oversightArticles } from './articles-oversight.ts'
import { worksArticles } from './articles-works.ts'

export * from './duties.ts'
export * from './facts.ts'

/** 保障农民工工资支付条例 — the regulation that this platform serves; its art. 38 asks for the platform. */
export const regulation724: Instrument = {
  key: 'regulation-724',
  title: { zh: '保障农民工工资支付条例', en: 'Regulation on Wage Payment to Migrant Workers' },
  number: '国务院令第724号',
  coveredFrom: day('2020-05-01'),
  status: 'confirmed',
  about: {
    zh: '规定农民工工资怎么付、谁来付、谁监管、违反了怎么办。',
    en: 'How wages of migrant workers are paid, by whom, under whose eyes, and what breach brings.',
  },
  articles: { ...generalArticles, ...worksArticles, ...oversightArticles },
}
