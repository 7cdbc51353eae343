import { describe, expect, it } from 'vitest'
import { actors } from '../actors.ts'
import { type Cite, instrumentKeys } from '../cite.ts'
import { addDays, day } from '../day.ts'
import { statutoryDeadline, statutoryDeadlines } from '../deadlines.ts'
import { LawNotCovered } from '../errors.ts'
import { confirmations } from '../text.ts'
import { citeText, duties, facts, gistOf, instruments } from './index.ts'

const citesWithOwner: readonly (readonly [owner: string, cite: Cite])[] = [
  ...statutoryDeadlines.flatMap((row) => row.basis.map((cite) => [row.id, cite] as const)),
  ...duties.map((duty) => [duty.id, duty.basis] as const),
  ...duties.flatMap((duty) => (duty.penalty === undefined ? [] : [[duty.id, duty.penalty] as const])),
  ...[...facts].flatMap(([name, fact]) => fact.spans.map((span) => [name, span.cite] as const)),
]

describe('every cite', () => {
  it('resolves to an article with our gist in both languages', () => {
    expect(citesWithOwner.length).toBeGreaterThan(200)
    const missing = citesWithOwner.filter(([, cite]) => !gistOf(cite)?.zh || !gistOf(cite)?.en)
    expect(missing).toEqual([])
  })

  it('is at least as sure as what rests on it, or what rests on it says so', () => {
    const rank = (status: (typeof confirmations)[number]) => confirmations.indexOf(status)
    const bolder = [
      ...statutoryDeadlines.map((row) => ({ id: row.id, status: row.status, cite: row.basis[0] })),
      ...duties.map((duty) => ({ id: duty.id, status: duty.status, cite: duty.basis })),
      ...[...facts].flatMap(([id, fact]) => fact.spans.map(({ status, cite }) => ({ id, status, cite }))),
    ].filter(({ status, cite }) => rank(status) < rank(gistOf(cite)?.status ?? 'memory'))
    expect(bolder).toEqual([])
  })

  it('reads in both languages', () => {
    for (const [, cite] of citesWithOwner) {
      expect(citeText(cite, 'zh')).toMatch(/^《[^《》]+》(第.+)?$/)
      expect(citeText(cite, 'en')).toMatch(/^[A-Z][A-Za-z ,.()\d-]+$/)
    }
  })
})

describe('instruments', () => {
  it('stand under their own key', () => {
    expect(Object.keys(instruments).sort()).toEqual([...instrumentKeys].sort())
    for (const [key, instrument] of Object.entries(instruments)) {
      expect(instrument.key).toBe(key)
      expect(confirmations).toContain(instrument.status)
    }
  })

  it('hold every article of the regulation on wage payment', () => {
    const articles = Object.keys(instruments['regulation-724'].articles).map(Number)
    expect(articles).toEqual(Array.from({ length: 64 }, (_, index) => index + 1))
  })

  it('state gists of our own: short, and in two languages', () => {
    for (const { articles } of Object.values(instruments)) {
      for (const article of Object.values(articles)) {
        expect(article?.zh.length).toBeLessThan(90)
        expect(article?.zh).toMatch(/[\u4e00-\u9fff].*。$/)
        expect(article?.en).toMatch(/^[A-Z0-9“].*\.$/)
      }
    }
  })
})

describe('facts', () => {
  it('are found by the name under which they are exported', () => {
    expect(facts.size).toBeGreaterThan(40)
    expect(facts.get('laborCostCycleMax')?.at(day('2026-03-31')).value).toBe(1)
  })

  it('hold on their first day, and refuse the day before', () => {
    for (const [name, fact] of facts) {
      const from = fact.spans[0]?.from ?? day('1990-01-01')
      expect(fact.at(from).value, name).toBe(fact.spans[0]?.value)
      expect(() => fact.at(addDays(from, -1)), name).toThrow(LawNotCovered)
    }
  })

  it('begin no earlier than the instrument they cite is covered', () => {
    const early = [...facts].flatMap(([name, fact]) =>
      fact.spans.filter((span) => span.from < instruments[span.cite.instrument].coveredFrom).map(() => name),
    )
    expect(early).toEqual([])
  })

  it('say how well each was checked', () => {
    const unsure = [...facts].filter(([, fact]) => fact.spans.some((span) => span.status !== 'confirmed'))
    expect(unsure.map(([name, fact]) => `${name} ${fact.spans[0]?.status}`).sort()).toEqual([
      'announcementDelivery memory',
      'appraisalIncidents memory',
      'depositExemptionYears secondary',
      'depositListedSurcharge secondary',
      'depositRelief secondary',
      'depositReliefCut memory',
      'depositSurcharge secondary',
      'depositSurchargeLookBack secondary',
      'gradeCBreaches secondary',
      'uploadedDataSets memory',
      'wageAccountClosingBlocks memory',
    ])
  })
})

describe('duties', () => {
  it('have ids of their own, a known actor and a deadline that exists', () => {
    expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length)
    for (const duty of duties) {
      expect(Object.hasOwn(actors, duty.actor)).toBe(true)
      if (duty.deadline !== undefined) {
        expect(statutoryDeadline(duty.deadline).id).toBe(duty.deadline)
      }
    }
  })

  it('cite as a penalty only articles that punish', () => {
    for (const { penalty } of duties) {
      expect(penalty === undefined || (Number(penalty.article) >= 53 && Number(penalty.article) <= 61)).toBe(
        true,
      )
    }
  })
})
