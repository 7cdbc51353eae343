import { formatYuan } from '../law/index.ts'
import { levels } from '../monitoring/engine/rule.ts'
import { alarmLevels, type Figures, type Lead, type Score } from '../simulate/score/index.ts'
import { textTable } from './text-table.ts'
import type { Say } from './verb.ts'

const none = '-'

interface Row {
  readonly name: string
  readonly figures: Figures
}

/** 评分说明 — the lines of a score: what was judged, then two tables each for all, by cause and by rule. */
export function describeScore(score: Score, say: Say): readonly string[] {
  const total = [
    { name: say('score.all-rules'), figures: score.total },
    { name: say('score.wage-rules'), figures: score.wageRules },
    { name: say('score.traced'), figures: score.traced },
  ]
  const causes = score.byCause.map(({ cause, figures }) => ({ name: say(`cause.${cause}`), figures }))
  const rules = score.byRule.map(({ ruleId, figures }) => ({ name: say(`rule.${ruleId}.name`), figures }))
  return [
    ...head(score, say),
    ...tables('score.total', total, say),
    ...tables('score.by-cause', causes, say),
    ...tables('score.by-rule', rules, say),
    '',
    ...foot(score, say),
  ]
}

function head({ seed, simulated, watched, worksites, months }: Score, say: Say): readonly string[] {
  return [
    say('score.truth', { seed, ...simulated, worksites: worksites.simulated, known: worksites.known }),
    say('score.watched', { ...(watched ?? { from: null, to: null, days: 0 }) }),
    say('score.judged', months),
    say('score.legend'),
  ]
}

function tables(title: string, rows: readonly Row[], say: Say): readonly string[] {
  const level = (each: string) => say(`level.${each}`)
  const shares = [
    say(title),
    ...levels.map((each) => say('score.column.recall', { level: level(each) })),
    ...alarmLevels.map((each) => say('score.column.precision', { level: level(each) })),
  ]
  const sums = [
    say(title),
    ...(['orange', 'yellow'] as const).flatMap((each) => [
      say('score.column.median', { level: level(each) }),
      say('score.column.p10', { level: level(each) }),
      say('score.column.months'),
    ]),
    say('score.column.found', { level: level('orange') }),
    say('score.column.missed'),
    say('score.column.notices'),
    say('score.column.open'),
  ]
  return [
    '',
    ...textTable([shares, ...rows.map(({ name, figures }) => [name, ...shareCells(figures)])]),
    '',
    ...textTable([sums, ...rows.map(({ name, figures }) => [name, ...sumCells(figures)])]),
  ]
}

function shareCells({ recall, precision }: Figures): readonly string[] {
  return [
    ...levels.map((level) => shareText(recall[level].found, recall[level].of)),
    ...alarmLevels.map((level) => shareText(precision[level].correct, precision[level].of)),
  ]
}

function sumCells({ recall, precision, lead, notices }: Figures): readonly string[] {
  const { of, foundFen, missedFen } = recall.orange
  const yuan = (fen: string) => (of === 0 ? none : formatYuan(BigInt(fen)))
  return [
    ...leadCells(lead.orange),
    ...leadCells(lead.yellow),
    yuan(foundFen),
    yuan(missedFen),
    String(notices),
    String(precision.yellow.open),
  ]
}

function leadCells({ median, p10, count }: Lead): readonly string[] {
  return [String(median ?? none), String(p10 ?? none), String(count)]
}

/** 占比 — in percent, cut off and not rounded up, with the counts: 93.3% 14/15. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? none : `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}% ${part}/${whole}`
}

function foot({ missed, falseAlarms, apart }: Score, say: Say): readonly string[] {
  return [
    say('score.lists', { missed: missed.length, falseAlarms: falseAlarms.length }),
    ...apart.map(({ ruleId, findings }) =>
      say('score.apart', { rule: say(`rule.${ruleId}.name`), ...findings }),
    ),
  ]
}
