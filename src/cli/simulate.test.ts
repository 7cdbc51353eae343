import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { temporaryFolder } from '../../testkit/data-folder.ts'
import { runHere } from './run.ts'
import { simulateVerb } from './simulate.ts'

const folder = temporaryFolder()

async function run(locale: 'zh-CN' | 'en', ...argv: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await runHere(argv, {
    settings: folder.settings(),
    verbs: [simulateVerb],
    io: {
      locale,
      colors: false,
      cwd: folder.path,
      stdout: (text) => {
        said.out += text
      },
      stderr: (text) => {
        said.err += text
      },
    },
  })
  return { code, ...said }
}

const small = ['--months', '2', '--worksites', '3', '--workers', '30', '--seed', '9']

describe('anxin simulate', () => {
  it('writes a folder for each day of arrival, and the truth apart', async () => {
    const { code, out, err } = await run('en', 'simulate', '--out', 'county', ...small)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const names = readdirSync(join(folder.path, 'county'))
    expect(names.filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).length).toBeGreaterThan(10)
    expect(names).toEqual(expect.arrayContaining(['truth.json', 'pauses.json']))
    expect(out).not.toBe('')
  })

  it('refuses a folder in which something lies, and touches nothing there', async () => {
    writeFileSync(join(folder.path, 'mine.txt'), 'mine')
    const { code } = await run('en', 'simulate', '--out', '.', ...small)
    expect(code).toBe(2)
    expect(existsSync(join(folder.path, 'truth.json'))).toBe(false)
  })

  it.each([
    ['no folder', []],
    ['months that are no number', ['--out', 'x', '--months', 'six']],
    ['no worksite', ['--out', 'x', '--worksites', '0']],
    ['a day that is none', ['--out', 'x', '--until', '2026-02-30']],
    ['a year without holiday notices', ['--out', 'x', '--until', '2031-01-31']],
  ])('refuses %s', async (_, argv) => {
    const { code, err } = await run('en', 'simulate', ...argv)
    expect(code).toBe(2)
    expect(err).not.toBe('')
    expect(existsSync(join(folder.path, 'x'))).toBe(false)
  })

  it.each(['zh-CN', 'en'] as const)('explains its options in %s', async (locale) => {
    const { code, out } = await run(locale, 'simulate', '--help')
    expect(code).toBe(0)
    for (const option of ['--out', '--seed', '--months', '--worksites', '--workers', '--until']) {
      expect(out).toContain(option)
    }
  })
})
