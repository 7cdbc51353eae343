import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

import { findFunctions } from './functions.ts'
import { isSource, isTest, readTree, root, type SourceFile } from './tree.ts'

/*
 * The test that reads the repository. Each check lists what it found, so that a failure reads as a list of
 * places.
 */

const tree = readTree()
const sources = tree.filter((file) => isSource(file.path))
const product = sources.filter((file) => file.path.startsWith('src/') && !isTest(file.path))

function places(
  files: SourceFile[],
  pattern: RegExp,
  allowed: (path: string) => boolean = () => false,
): string[] {
  return files
    .filter((file) => !allowed(file.path))
    .flatMap((file) =>
      file.lines.flatMap((line, index) =>
        pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : [],
      ),
    )
}

describe('the repository', () => {
  it('is read', () => {
    expect(tree.length).toBeGreaterThan(50)
    expect(product.length).toBeGreaterThan(30)
  })

  it('keeps source files under 300 lines and tests under 500', () => {
    const long = sources.flatMap((file) => {
      const limit = isTest(file.path) || file.path.startsWith('tools/tidy/') ? 500 : 300
      return file.lines.length - 1 > limit ? [`${file.path} ${file.lines.length - 1}`] : []
    })
    expect(long).toEqual([])
  })

  it('keeps lines within 120 columns', () => {
    const texts = (path: string) => path.startsWith('src/contract/messages/')
    const wide = [
      ...sources.filter((file) => !texts(file.path)),
      ...tree.filter((file) => file.path.startsWith('migrations/')),
    ].flatMap((file) =>
      file.lines.flatMap((line, index) =>
        line.length > 120 ? [`${file.path}:${index + 1} ${line.length}`] : [],
      ),
    )
    expect(wide).toEqual([])
  })

  it('keeps functions under 70 lines and three positional parameters', () => {
    const found = product.flatMap((file) =>
      findFunctions(file.text, file.path.endsWith('x')).flatMap((each) => [
        ...(each.length > 70 ? [`${file.path}:${each.line} ${each.name} has ${each.length} lines`] : []),
        ...(each.positional > 4 ? [`${file.path}:${each.line} ${each.name} takes ${each.positional}`] : []),
      ]),
    )
    expect(found).toEqual([])
  })

  it('reads no clock and no chance in logic', () => {
    const allowed = (path: string) => /^src\/platform\/(clock|ids)\.ts$|^src\/console\//.test(path)
    expect(places(product, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, allowed)).toEqual([])
  })

  it('keeps the clock out of SQL', () => {
    const sql = [...product, ...tree.filter((file) => file.path.startsWith('migrations/'))]
    expect(
      places(sql, /(?<!\.)\bnow\(\)|\bcurrent_date\b|\bcurrent_timestamp\b/i, (path) =>
        path.endsWith('clock.ts'),
      ),
    ).toEqual([])
  })

  it('has no loose ends', () => {
    const mark = new RegExp(
      `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b|\\b(?:it|test|describe)\\.(?:skip|only|todo)\\(`,
    )
    expect(places(sources, mark)).toEqual([])
  })

  it('names tests in the present tense', () => {
    expect(
      places(
        sources.filter((file) => isTest(file.path)),
        /\bit\(\s*['"`][^'"`]*\bshould\b/,
      ),
    ).toEqual([])
  })

  it('names no path of a machine', () => {
    const elsewhere = new RegExp(`/(${['wo' + 'rk', 'ho' + 'me', 'ro' + 'ot'].join('|')})/[a-z]`)
    expect(places(tree, elsewhere, (path) => path.startsWith('tools/tidy/'))).toEqual([])
  })

  it('keeps SQL in stores, loaders, folds, rules and the platform', () => {
    const writesSql = /\bsql(<[^>]*>)?`/
    const home = /\.(store|loader|fold|rule|shared)\.ts$|^src\/platform\/|^src\/monitoring\/|^src\/simulate\//
    expect(places(product, writesSql, (path) => home.test(path))).toEqual([])
  })

  it('has no dead link in its pages', () => {
    const dead = tree
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) =>
        [...file.text.matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g)].flatMap(([, target]) => {
          if (target === undefined || /^[a-z]+:/.test(target)) {
            return []
          }
          const path = join(root, normalize(join(dirname(file.path), target)))
          return existsSync(path) ? [] : [`${file.path} → ${target}`]
        }),
      )
    expect(dead).toEqual([])
  })

  it('gives every migration a number of its own, without gaps', () => {
    const numbers = tree
      .filter((file) => /^migrations\/\d{4}_[a-z_]+\.sql$/.test(file.path))
      .map((file) => Number(file.path.slice(11, 15)))
      .sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(0)
  })
})
