import { describe, expect, it } from 'vitest'
import { art, whole } from './cite.ts'
import { citeText, gistOf } from './instruments/index.ts'
import { everydayNumeral } from './numeral.ts'

describe('citeText', () => {
  it.each([
    [art('regulation-724', 14), '《保障农民工工资支付条例》第十四条'],
    [art('regulation-724', 24, 2), '《保障农民工工资支付条例》第二十四条第二款'],
    [art('regulation-724', 10), '《保障农民工工资支付条例》第十条'],
    [art('civil-procedure-law', 250), '《民事诉讼法》第二百五十条'],
    [art('criminal-law', '276-1'), '《刑法》第二百七十六条之一'],
    [art('price-settlement-2022-183', 1), '《关于完善建设工程价款结算有关办法的通知》第一部分'],
    [whole('public-exposure-29'), '《重大劳动保障违法行为社会公布办法》'],
  ])('writes %j in Chinese', (cite, written) => {
    expect(citeText(cite, 'zh')).toBe(written)
  })

  it('writes English', () => {
    expect(citeText(art('regulation-724', 24, 2), 'en')).toBe(
      'Regulation on Wage Payment to Migrant Workers, art. 24(2)',
    )
    expect(citeText(art('criminal-law', '276-1'), 'en')).toBe('Criminal Law, art. 276-1')
    expect(citeText(whole('integrity-grade-2016'), 'en')).toBe('Measures on Integrity Grades')
  })
})

describe('everydayNumeral', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [276, '二百七十六'],
    [1005, '一千零五'],
  ])('writes %i as %s', (value, written) => {
    expect(everydayNumeral(value)).toBe(written)
  })
})

describe('gistOf', () => {
  it('gives the gist of an article, that of the whole, or none', () => {
    expect(gistOf(art('regulation-724', 33))?.status).toBe('confirmed')
    expect(gistOf(whole('wage-protection-2019-80'))?.zh).toContain('30日')
    expect(gistOf(art('regulation-724', 65))).toBeUndefined()
  })
})
