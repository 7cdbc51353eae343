import { describe, expect, it } from 'vitest'
import { glossary, termById, termOf } from './glossary.ts'

function repeated(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place)
}

describe('glossary', () => {
  it('gives every identifier and every Chinese term once', () => {
    expect(repeated(glossary.map((term) => term.id))).toEqual([])
    expect(repeated(glossary.map((term) => term.zh))).toEqual([])
  })

  it('writes identifiers in camelCase and American spelling', () => {
    const wrong = glossary.filter(
      ({ id }) => !/^[a-z]+(?:[A-Z][a-z]+)*$/.test(id) || /labour|offence/i.test(id),
    )
    expect(wrong).toEqual([])
  })

  it('has Chinese in zh and English in en', () => {
    const wrong = glossary.filter(
      ({ zh, en }) => !/^[\p{Script=Han}、]+$/u.test(zh) || /\p{Script=Han}/u.test(en),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the reserved words from standing alone', () => {
    const reserved = ['employer', 'contractor', 'account', 'guarantee', 'list', 'report']
    expect(glossary.filter(({ id }) => reserved.includes(id))).toEqual([])
  })

  it('finds a term from either side', () => {
    expect(termOf('包工头')?.id).toBe('laborBroker')
    expect(termById('worksite')?.zh).toBe('用工点')
    expect(termOf('雇主')).toBeUndefined()
    expect(termById('toString')).toBeUndefined()
  })

  it('has the three kinds of worksite', () => {
    expect(['project', 'establishment', 'laborPlatform'].map((id) => termById(id)?.zh)).toEqual([
      '工程建设项目',
      '工厂、门店',
      '新就业形态',
    ])
  })
})
