import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { shareText } from '../../src/cli/score-print.ts'
import { day } from '../../src/law/day.ts'
import type { Score } from '../../src/simulate/score/index.ts'
import { scorePage } from './seeds/score-page.ts'
import { scoreSeed } from './seeds/score-seed.ts'

/*
 * npm run seeds -- FROM COUNT [--worksites K] [--months M] [--watched W] [--until DAY] [--page FILE]: lets
 * the counties of so many seeds happen day by day, watches their last W months, scores each, and writes the
 * tables of all together to docs/score.md. Each county's score is kept in .cache/seeds.
 */

const root = join(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worksites: { type: 'string', default: '60' },
    months: { type: 'string', default: '6' },
    watched: { type: 'string', default: '2' },
    until: { type: 'string', default: '2026-06-30' },
    page: { type: 'string', default: join(root, 'docs/score.md') },
  },
})
const [from, count] = positionals.map(Number)
if (from === undefined || count === undefined || ![from, count].every(Number.isInteger) || count < 1) {
  console.error('usage: npm run seeds -- FROM COUNT [--worksites K] [--months M] [--watched W] [--until DAY]')
  process.exit(2)
}
const [worksites, months, watchedMonths] = [values.worksites, values.months, values.watched].map(Number)
const size = { worksites: worksites ?? 0, months: months ?? 0, watchedMonths: watchedMonths ?? 0 }
const kept = join(root, '.cache/seeds')
mkdirSync(kept, { recursive: true })

const scores: Score[] = []
for (let seed = from; seed < from + count; seed += 1) {
  const started = performance.now()
  const onDay = (on: string) => process.stderr.isTTY && process.stderr.write(`\rseed ${seed} ${on}`)
  const score = await scoreSeed({ seed, ...size, until: day(values.until), onDay })
  scores.push(score)
  writeFileSync(join(kept, `${seed}.json`), `${JSON.stringify(score, null, 2)}\n`)
  const { recall, precision } = score.total
  console.log(
    `\rseed ${seed}: recall ${shareText(recall.orange.found, recall.orange.of)}, ` +
      `precision ${shareText(precision.orange.correct, precision.orange.of)}, ` +
      `median lead ${score.traced.lead.orange.median ?? '-'} days, ` +
      `${Math.round((performance.now() - started) / 1000)} s`,
  )
}
const { worksites: sites, months: span, watched, until } = values
const options = `--worksites ${sites} --months ${span} --watched ${watched} --until ${until}`
const command = `npm run seeds -- ${from} ${count} ${options}`
writeFileSync(values.page, scorePage({ command, ...size, scores }))
console.log(values.page)
