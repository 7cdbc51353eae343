import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testImporting, useTestPlatform } from '../../testkit/intake.ts'
import { say } from '../contract/messages/index.ts'
import { group, type Line, rows, script } from '../features/intake/testing/script.ts'
import { runImport } from './import.ts'
import { findFiles } from './import-files.ts'
import { checkImportOptions } from './import-options.ts'
import type { VerbContext } from './verb.ts'

const platform = useTestPlatform()
let cwd = ''
let printed: string[] = []

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'anxin-import-'))
  printed = []
})

afterEach(() => rmSync(cwd, { recursive: true }))

function context(colors = false): VerbContext {
  return {
    platform,
    ownedDb: platform.database.db,
    settings: platform.settings,
    locale: 'zh-CN',
    colors,
    cwd,
    stdout: (text) => printed.push(text),
    stderr: (text) => printed.push(text),
    say: (code, data) => say('zh-CN', code, data),
  }
}

function put(name: string, ...lines: readonly Line[]): void {
  mkdirSync(join(cwd, name, '..'), { recursive: true })
  writeFileSync(join(cwd, name), script(...lines))
}

function run(args: readonly string[], options: Record<string, unknown> = {}, ports = testImporting()) {
  return runImport(context(), ports, { args, options })
}

describe('findFiles', () => {
  it('finds files and folders with their subfolders by name, without hidden ones, locks and links', () => {
    for (const name of ['乙.csv', '甲/2.csv', '甲/10.csv', '.hidden', '.git/a.csv', '~$乙.csv', '单.csv']) {
      put(name)
    }
    symlinkSync(join(cwd, '单.csv'), join(cwd, 'link.csv'))
    expect(findFiles(cwd, ['单.csv', '.']).map((file) => file.shown)).toEqual([
      '单.csv',
      '乙.csv',
      '单.csv',
      '甲/10.csv',
      '甲/2.csv',
    ])
  })

  it('refuses what is not there, and a folder with nothing in it', () => {
    mkdirSync(join(cwd, 'empty'))
    expect(() => findFiles(cwd, ['nowhere'])).toThrow(
      expect.objectContaining({ code: 'import.no-such-path' }),
    )
    expect(() => findFiles(cwd, ['empty'])).toThrow(expect.objectContaining({ code: 'import.nothing-there' }))
  })
})

describe('checkImportOptions', () => {
  it('takes a title with an equals sign, and the last word about a column', () => {
    const { said } = checkImportOptions({ map: ['应领=due', 'a=b=name', '应领=ignore'], month: '2026-03' })
    expect(said).toEqual({ month: '2026-03', mapping: { 应领: 'ignore', 'a=b': 'name' } })
  })

  it.each([
    [{ map: ['应领'] }, 'import.bad-map'],
    [{ map: ['=due'] }, 'import.bad-map'],
    [{ month: '2026-13' }, 'import.bad-month'],
    [{ receivedOn: '2026-02-30' }, 'cli.not-a-day'],
  ])('refuses %j', (options, code) => {
    expect(() => checkImportOptions(options)).toThrow(expect.objectContaining({ code, kind: 'invalid' }))
  })
})

describe('anxin import', () => {
  it('prints each receipt before anything is read, then what became of each file, then the sum', async () => {
    put('1.xlsx', group('一'), rows(2, '甲', ''))
    put('2.xlsx', group('二'), rows(2, '乙'))
    expect(await run(['.'])).toBe(3)
    const text = printed.join('')
    const places = [
      '已接收 1.xlsx',
      '已接收 2.xlsx',
      '1.xlsx：花名册，导入 1 行',
      '2.xlsx：花名册，导入 1 行',
      '共 2 个文件',
    ]
    const found = places.map((place) => text.indexOf(place))
    expect(found.every((at) => at !== -1)).toBe(true)
    expect(found).toEqual([...found].sort((one, two) => one - two))
    expect(text).toContain('[未导入] 一 第 3 行“姓名”')
    expect(text).toMatch(/anxin reasons [0-9a-f]{16}/)
  })

  it('ends with 0 when every row was taken, now and when it is run again', async () => {
    put('a.xlsx', group('零'), rows(2, '丙'))
    expect(await run(['a.xlsx'])).toBe(0)
    expect(await run(['a.xlsx'])).toBe(0)
    expect(printed.join('')).toContain('此前已接收 a.xlsx')
  })

  it('ends with 3 when a file waits for an answer, and with 0 when the answer is given', async () => {
    put('a.xlsx', group('问', { ask: true }), rows(2, '丁'))
    expect(await run(['a.xlsx'])).toBe(3)
    expect(printed.join('')).toContain('待答复')
    expect(await run(['a.xlsx'], { worksite: 'XM-1' })).toBe(0)
  })

  it('ends with 1 when a file is refused, is too large or fails, and takes the others in', async () => {
    put('1.xlsx', { type: 'refuse', code: 'file.pdf' })
    put('2.xlsx', group('错'), { type: 'crash' })
    writeFileSync(join(cwd, '3.xlsx'), Buffer.alloc(1024 * 1024 + 1))
    put('4.xlsx', group('好'), rows(2, '戊'))
    expect(await run(['.'])).toBe(1)
    const text = printed.join('')
    expect(text).toContain('1.xlsx：未导入。')
    expect(text).toContain('2.xlsx：未导入。出现意外错误')
    expect(text).toContain('3.xlsx：未导入。')
    expect(text).toContain('4.xlsx：花名册，导入 1 行')
    expect(text).toContain('失败 3 个')
  })

  it('reads those first on which others rest', async () => {
    put('1.xlsx', group('后'), rows(2, '己'))
    put('2.xlsx', group('前'), rows(2, '庚'))
    const order: string[] = []
    const ports = testImporting()
    const read = ports.read
    const watched = {
      ...ports,
      recognize: async () => ['payroll', 'worksite-register'] as const,
      read: (reading: Parameters<typeof read>[0]) => {
        order.push(reading.fileName)
        return read(reading)
      },
    }
    await runImport(context(), watched, { args: ['.'], options: {} })
    expect(order).toEqual(['2.xlsx', '1.xlsx'])
  })

  it('writes the files with reasons where it is told to', async () => {
    put('a.xlsx', group('因'), rows(2, '', '辛'))
    await run(['a.xlsx'], { reasons: '原因' })
    expect(readdirSync(join(cwd, '原因'))).toEqual(['a-原因.xlsx'])
    expect(printed.join('')).toContain(join(cwd, '原因', 'a-原因.xlsx'))
  })

  it('prints JSON, and nothing else, with the day of receipt and every issue', async () => {
    put('a.xlsx', group('机'), rows(2, '壬', ''))
    expect(await run(['a.xlsx'], { json: true, receivedOn: '2026-03-08' })).toBe(3)
    const { files } = JSON.parse(printed.join(''))
    expect(files).toMatchObject([
      {
        file: 'a.xlsx',
        receipt: { state: 'done', receivedOn: '2026-03-08', rowsTaken: 1, rowsFailed: 1 },
        detail: { issues: [{ sheet: '机', row: 3 }] },
        failure: null,
        reasons: null,
      },
    ])
  })

  it('shows progress on a terminal and takes it away again', async () => {
    put('a.xlsx', group('进'), rows(2, '癸'), { type: 'progress', share: 0.5 })
    await runImport(context(true), testImporting(), { args: ['a.xlsx'], options: {} })
    const text = printed.join('')
    expect(text).toContain('正在读取 a.xlsx：50%')
    expect(text.lastIndexOf('\r\u001b[K')).toBeGreaterThan(text.indexOf('50%'))
  })
})
