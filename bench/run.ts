import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { processIntake, receive } from '../src/features/intake/index.ts'
import { importing } from '../src/importing.ts'
import { localOperator } from '../src/platform/transact.ts'
import { copyBaseline } from './baseline.ts'
import { attlog, payrollCsv, payrollXlsx, registerCsv, rosterCsv, worksite } from './files.ts'
import { openPlace, type Place, stopBenchServer } from './place.ts'

/*
 * npm run bench [-- SHARE]: benches with their baselines in the same run; prints a table and writes
 * bench/out/bench.json. SHARE scales the sizes (0.1 = a tenth).
 */

const share = Number(process.argv[2] ?? '1')
const lines = Math.round(100_000 * share)
const punchPeople = Math.round(5_000 * share)
const punchDays = 100

interface Result {
  readonly name: string
  readonly rows: number
  readonly seconds: number
  /** Our rate against that of COPY in the same run; null where there is none. */
  readonly ratio: number | null
  readonly goal: string
  readonly note: string
}

const results: Result[] = []

async function take(place: Place, fileName: string, bytes: Uint8Array): Promise<number> {
  const { platform } = place.opened
  const started = performance.now()
  const options = { worksite: worksite.code }
  const receipt = await receive(platform, localOperator, { bytes, fileName, channel: 'cli', options })
  const done = await processIntake(platform, importing, { intakeId: receipt.intakeId, actor: localOperator })
  const milliseconds = performance.now() - started
  if (done.state !== 'done' || done.rowsFailed > 0) {
    throw new Error(`${fileName}: ${done.state}, ${done.rowsFailed} rows failed`)
  }
  return milliseconds
}

async function register(place: Place): Promise<void> {
  const { platform } = place.opened
  const file = { bytes: registerCsv(), fileName: '登记表.csv', channel: 'cli', options: {} } as const
  const { intakeId } = await receive(platform, localOperator, file)
  await processIntake(platform, importing, { intakeId, actor: localOperator })
}

interface Bench {
  readonly name: string
  readonly rows: number
  readonly goal: string
  readonly engine: 'postgres' | 'pglite'
  before?(place: Place): Promise<unknown>
  file(): Promise<[name: string, bytes: Buffer]>
}

async function run(bench: Bench): Promise<void> {
  const place = await openPlace(bench.engine)
  try {
    await register(place)
    await bench.before?.(place)
    const [name, bytes] = await bench.file()
    const milliseconds = await take(place, name, bytes)
    const baseline = place.adminUrl === null ? null : await copyBaseline(place.adminUrl)
    results.push({
      name: `${bench.name} (${bench.engine})`,
      rows: bench.rows,
      seconds: milliseconds / 1000,
      ratio: baseline === null ? null : baseline.milliseconds / milliseconds,
      goal: bench.goal,
      note:
        baseline === null ? '' : `COPY ${(baseline.milliseconds / 1000).toFixed(2)} s: ${baseline.tables}`,
    })
    console.log(`${bench.name} (${bench.engine}) ${(milliseconds / 1000).toFixed(2)} s`)
  } finally {
    await place.close()
  }
}

const csv: Omit<Bench, 'engine' | 'goal'> = {
  name: `payroll csv, ${lines} lines`,
  rows: lines,
  file: async () => ['工资表.csv', payrollCsv(lines)],
}

await run({ ...csv, engine: 'postgres', goal: '>= 1/4 of COPY' })
await run({
  name: `payroll xlsx, ${lines} lines`,
  rows: lines,
  engine: 'postgres',
  goal: '>= 1/8 of COPY',
  file: async () => ['工资表.xlsx', await payrollXlsx(lines)],
})
await run({
  name: `punches, ${punchPeople * punchDays * 2}`,
  rows: punchPeople * punchDays * 2,
  engine: 'postgres',
  goal: '>= 1/4 of COPY',
  before: (place) => take(place, '花名册.csv', rosterCsv(punchPeople)),
  file: async () => [`${worksite.serial}_attlog.dat`, attlog(punchPeople, punchDays)],
})
await run({ ...csv, engine: 'pglite', goal: 'shown' })
await stopBenchServer()

console.log(
  '\n| bench | rows | seconds | rows/s | of COPY | goal |\n| --- | ---: | ---: | ---: | ---: | --- |',
)
for (const { name, rows, seconds, ratio, goal } of results) {
  const of = ratio === null ? '—' : ratio.toFixed(2)
  console.log(
    `| ${name} | ${rows} | ${seconds.toFixed(2)} | ${Math.round(rows / seconds)} | ${of} | ${goal} |`,
  )
}
for (const { name, note } of results.filter((each) => each.note !== '')) {
  console.log(`${name}: ${note}`)
}
mkdirSync(join(import.meta.dirname, 'out'), { recursive: true })
writeFileSync(join(import.meta.dirname, 'out/bench.json'), JSON.stringify(results, null, 2))
