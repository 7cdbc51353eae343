import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { locales, messageCodes, say } from './index.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))

/** Codes as they stand in the program: of refusals, of notices, of rows kept out, and of texts asked for. */
const usesOfCodes = [
  /new Refusal\(\s*'([^']+)'/g,
  /\bcode: '([a-z-]+\.[a-z.-]+)'/g,
  /\b(?:reject|warn)\([^'()]*'([a-z-]+\.[a-z.-]+)'/g,
  /\bsay\(\s*(?:locale, )?'([^']+)'/g,
]

function usedCodes(): { code: string; file: string }[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('console'))
    .flatMap((file) => {
      const text = readFileSync(join(source, file), 'utf8')
      return usesOfCodes.flatMap((use) => [...text.matchAll(use)].map(([, code = '']) => ({ code, file })))
    })
}

describe('messages', () => {
  it('has a text for every code that the program uses', () => {
    const known = new Set(messageCodes())
    const used = usedCodes()
    expect(used.length).toBeGreaterThan(50)
    const without = used.filter(({ code }) => !known.has(code)).map(({ code, file }) => `${code} in ${file}`)
    expect([...new Set(without)]).toEqual([])
  })

  it('defines each code once', () => {
    const codes = messageCodes()
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
  })

  it('uses the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()
    const different = messageCodes().filter((code) => {
      const [source, ...others] = locales.map((locale) => placeholders(say(locale, code)).join())
      return others.some((other) => other !== source)
    })
    expect(different).toEqual([])
  })

  it('writes Chinese in Chinese, and none of it in English', () => {
    const hanzi = /\p{Script=Han}/u
    const bare = (code: string, locale: 'zh-CN' | 'en') =>
      say(locale, code).replace(/\{\w+\}|AnXin 安薪/g, '')
    const foreign = (text: string) => /\p{L}/u.test(text) && !hanzi.test(text)
    expect(messageCodes().filter((code) => foreign(bare(code, 'zh-CN')))).toEqual([])
    expect(messageCodes().filter((code) => hanzi.test(bare(code, 'en')))).toEqual([])
  })
})

describe('say', () => {
  it('fills placeholders from the data', () => {
    expect(say('en', 'folder.in-use', { pid: 12, host: 'county', file: 'lock' })).toContain('(12 on county)')
    expect(say('zh-CN', 'cli.unknown-verb', { what: 'pay' })).toBe(
      '没有命令 pay；用 anxin --help 查看全部命令。',
    )
  })

  it('joins lists in the manner of the language, and shows what is not there as a dash', () => {
    expect(say('zh-CN', 'migrate.done', { applied: ['甲', '乙'] })).toBe('已完成迁移：甲、乙')
    expect(say('en', 'migrate.done', { applied: ['a', 'b'] })).toBe('Migrations done: a, b')
    expect(say('en', 'migrate.done', { applied: undefined })).toBe('Migrations done: —')
  })

  it('leaves a placeholder without data standing, and names of Object alone', () => {
    expect(say('en', 'migrate.done', {})).toBe('Migrations done: {applied}')
    expect(say('en', 'toString')).toBe('toString')
  })

  it('falls back to the code and its data where there is no text', () => {
    expect(say('en', 'nothing.here')).toBe('nothing.here')
    expect(say('zh-CN', 'nothing.here', { fen: 12n })).toBe('nothing.here {"fen":"12"}')
  })
})
