import { readFileSync } from 'node:fs'
import { sql } from 'kysely'

import { firstDay, minimumWageAt, month } from '../src/law/index.ts'
import type { Platform } from '../src/platform/platform.ts'
import { read, systemMonitoring } from '../src/platform/transact.ts'
import { jsonRulesEngine, type Row, type RowEngine, rowConditions, zenEngine } from './rule-engines.ts'
import { seenOn } from './wage-county.ts'

/** Other engines are asked about this many worksites: their time grows with the rows and with nothing else. */
const sampleWorksites = 100

/** 对照 — how fast another engine judges the same rows by the same conditions. */
export interface Compared {
  readonly engine: string
  readonly rowsPerSecond: number
  /** How many times as long as our unchanged run it takes for a row. */
  readonly ratio: number
  readonly hits: number
  readonly note: string
}

/**
 * 引擎对照 — json-rules-engine and zen-engine over wage months that our rules have judged. Throws where they do not name
 * the same people. `ours` is what our unchanged run takes for a row, in ms, over all rows and one rule more.
 */
export async function compareEngines(platform: Platform, ours: number): Promise<Compared[]> {
  const worksiteIds = await sample(platform)
  const rows = await rowsOf(platform, worksiteIds)
  const expected = await membersOf(platform, worksiteIds)
  const results: Compared[] = []
  for (const open of [jsonRulesEngine, zenEngine]) {
    const engine = await open().catch(() => null)
    if (engine === null) {
      results.push(absent(open === zenEngine ? '@gorules/zen-engine' : 'json-rules-engine'))
      continue
    }
    results.push(await judgeAll(engine, { rows, expected, ours }))
  }
  return results
}

function absent(engine: string): Compared {
  return { engine, rowsPerSecond: 0, ratio: 0, hits: 0, note: 'is not installed, and was not compared' }
}

interface Task {
  readonly rows: readonly Row[]
  readonly expected: ReadonlySet<string>
  readonly ours: number
}

async function judgeAll(engine: RowEngine, { rows, expected, ours }: Task): Promise<Compared> {
  const hits = new Set<string>()
  const started = performance.now()
  for (const row of rows) {
    for (const ruleId of await engine.judge(row)) {
      hits.add(memberKey(ruleId, row))
    }
  }
  const milliseconds = performance.now() - started
  const differing = [...hits]
    .filter((hit) => !expected.has(hit))
    .concat([...expected].filter((hit) => !hits.has(hit)))
  if (differing.length > 0) {
    throw new Error(`${engine.name} names others than our rules, ${differing.length} times: ${differing[0]}`)
  }
  const rowsPerSecond = (rows.length / milliseconds) * 1000
  const ratio = milliseconds / rows.length / ours
  const speed = `${rows.length} rows at ${Math.round(rowsPerSecond)} rows/s, the same ${hits.size} hits`
  const note = `${speed}; ${ratio.toFixed(0)} times as long for a row as our rules, which also write findings`
  return { engine: engine.name, rowsPerSecond, ratio, hits: hits.size, note }
}

/** Some findings are of a worksite, or of the month in which somebody left: there the month does not count. */
const monthless = new Set(['arrears-length', 'leaver-unsettled'])

function memberKey(ruleId: string, row: Row): string {
  const at = monthless.has(ruleId) ? '' : row['month']
  return `${ruleId} ${row['worksiteId']} ${at} ${row['personId']}`
}

async function sample(platform: Platform): Promise<string[]> {
  return await read(platform, systemMonitoring, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select worksite_id as id from worksite order by worksite_id limit ${sampleWorksites}`.execute(tx.k)
    return rows.map(({ id }) => id)
  })
}

async function membersOf(platform: Platform, worksiteIds: readonly string[]): Promise<Set<string>> {
  return await read(platform, systemMonitoring, async (tx) => {
    const { rows } = await sql<Row & { ruleId: string }>`
      select f.rule_id as "ruleId", m.worksite_id as "worksiteId", f.subject_key as month, m.person_id as "personId"
        from finding f
        join finding_member m on m.worksite_id = f.worksite_id and m.finding_id = f.finding_id
       where f.cleared_on is null and f.worksite_id = any(${[...worksiteIds]}::uuid[])
         and f.rule_id = any(${Object.keys(rowConditions)}::text[])`.execute(tx.k)
    return new Set(rows.map((row) => memberKey(row.ruleId, row)))
  })
}

async function rowsOf(platform: Platform, worksiteIds: readonly string[]): Promise<Row[]> {
  const text = readFileSync(new URL('rule-rows.sql', import.meta.url), 'utf8')
  const [before = '', ...after] = text.split(/\$[12]/)
  const values = [...text.matchAll(/\$([12])/g)].map(([, place]) =>
    place === '1' ? seenOn : [...worksiteIds],
  )
  const query = after.reduce(
    (built, part, index) => sql<Row>`${built}${values[index]}${sql.raw(part)}`,
    sql<Row>`${sql.raw(before)}`,
  )
  return await read(platform, systemMonitoring, async (tx) => {
    const { rows } = await query.execute(tx.k)
    return rows.map(withProducts)
  })
}

/** Products of figures, and the minimum wage of the place: an engine compares, it does not reckon. */
function withProducts(row: Row): Row {
  const number = (name: string) => Number(row[name] ?? 0)
  const given = row['givenFen'] === null ? number('earnedFen') : number('givenFen')
  const minimum = minimumWageAt(String(row['areaCode']), firstDay(month(String(row['month']))))
  const leastFen = minimum.known ? Number(minimum.monthlyFen) : 0
  return {
    ...row,
    leastHundredfold: leastFen * Math.min(number('payrollDaysHundredths'), 2175),
    givenTenfold: given * 10,
    earnedNinefold: number('earnedFen') * 9,
    shortHundredfold: (number('earnedFen') - given) * number('daysHundredths'),
    twoDaysHundredfold: number('earnedFen') * 200,
  }
}
