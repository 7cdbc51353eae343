import { shareText } from '../../../src/cli/score-print.ts'
import { say } from '../../../src/contract/messages/index.ts'
import { formatYuan } from '../../../src/law/money.ts'
import { type Level, levels } from '../../../src/monitoring/engine/rule.ts'
import { groupBy } from '../../../src/platform/group-by.ts'
import {
  addFigures,
  alarmLevels,
  type Figures,
  type Lead,
  type Score,
} from '../../../src/simulate/score/index.ts'

export interface ScoredSeeds {
  /** The command line that made it. */
  readonly command: string
  readonly worksites: number
  readonly months: number
  readonly watchedMonths: number
  readonly scores: readonly Score[]
}

const none = '–'

/** 评分页 — what docs/score.md says of several counties together; the bad figures stand beside the good. */
export function scorePage(seeds: ScoredSeeds): string {
  const { scores } = seeds
  const traced = addFigures(scores.map((score) => score.traced))
  const total = addFigures(scores.map((score) => score.total))
  return [
    '# Score',
    ...introduction(seeds),
    '## All together',
    ...targets(total, traced),
    ...table('', [
      { name: 'all rules', figures: total },
      { name: 'wage rules only', figures: addFigures(scores.map((score) => score.wageRules)) },
      { name: 'causes that show before the pay day', figures: traced },
    ]),
    '## By seed',
    ...table(
      'seed',
      scores.map(({ seed, total: figures }) => ({ name: seed, figures })),
    ),
    '## By cause',
    ...table('cause', byCause(scores)),
    '## By rule',
    'A rule is held against all months that came to owe wages, whatever their cause. Rules about duties that ' +
      'stand apart from a pay day have no month to find.',
    ...table('rule', byRule(scores)),
    '## What was missed',
    ...missed(scores),
    '## What was false',
    ...falseAlarms(scores),
  ]
    .join('\n\n')
    .concat('\n')
}

function introduction({ command, worksites, months, watchedMonths, scores }: ScoredSeeds): readonly string[] {
  const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0)
  const { due, judged, owed } = {
    due: sum((score) => score.months.due),
    judged: sum((score) => score.months.judged),
    owed: sum((score) => score.months.owed),
  }
  return [
    `Made by \`${command}\`: simulated counties (${scores.length}) of ${worksites} worksites and ${months} ` +
      `months, the last ${watchedMonths} of which were watched day by day.`,
    `${due} worksite-months fell due. Pay day and the three days after it were watched for ${judged}; of ` +
      `these ${owed} came to owe wages.`,
    'A month is *found* at a level when a finding of a wage rule about it stood at that level or above on ' +
      'some day not later than three days after the pay day; a finding about the whole worksite counts while ' +
      'it stands on the pay day. A finding is *true* when the month came to owe wages, or when something is ' +
      'really wrong at the worksite that explains the rule. *Lead* is counted in days from the first day of ' +
      'warning to the pay day, over the months found; nine of ten had at least p10. Data quality, and findings ' +
      'that stayed blue, are no alarms.',
  ]
}

function targets(total: Figures, traced: Figures): readonly string[] {
  const { recall, precision } = total
  const { median } = traced.lead.orange
  const reached = (isSo: boolean) => (isSo ? 'reached' : '**not reached**')
  return [
    markdown([
      ['aim', 'figure', ''],
      [
        'recall at orange or above at least 95 %',
        shareText(recall.orange.found, recall.orange.of),
        reached((recall.orange.share ?? 0) >= 0.95),
      ],
      [
        'precision at orange or above at least 90 %',
        shareText(precision.orange.correct, precision.orange.of),
        reached((precision.orange.share ?? 0) >= 0.9),
      ],
      [
        'median lead at orange at least 7 days, causes that show before',
        `${median ?? none} (${traced.lead.orange.count} months)`,
        reached((median ?? 0) >= 7),
      ],
    ]),
  ]
}

interface Row {
  readonly name: string
  readonly figures: Figures
}

function table(title: string, rows: readonly Row[]): readonly string[] {
  const level = (each: Level) => say('en', `level.${each}`).toLowerCase()
  const header = [
    title,
    ...levels.map((each) => `recall ${level(each)}`),
    ...alarmLevels.map((each) => `precision ${level(each)}`),
    'lead orange: median, p10 (months)',
    'lead yellow: median, p10 (months)',
    'found at orange, yuan',
    'missed, yuan',
    'blue only',
  ]
  return [markdown([header, ...rows.map(({ name, figures }) => [name, ...cells(figures)])])]
}

function cells({ recall, precision, lead, notices }: Figures): readonly string[] {
  const { of, foundFen, missedFen } = recall.orange
  const yuan = (fen: string) => (of === 0 ? none : formatYuan(BigInt(fen)))
  return [
    ...levels.map((level) => shareCell(recall[level].found, recall[level].of)),
    ...alarmLevels.map((level) => shareCell(precision[level].correct, precision[level].of)),
    leadCell(lead.orange),
    leadCell(lead.yellow),
    yuan(foundFen),
    yuan(missedFen),
    String(notices),
  ]
}

function shareCell(part: number, whole: number): string {
  return whole === 0 ? none : shareText(part, whole)
}

function leadCell({ median, p10, count }: Lead): string {
  return count === 0 ? none : `${median}, ${p10} (${count})`
}

function byCause(scores: readonly Score[]): readonly Row[] {
  const groups = groupBy(
    scores.flatMap((score) => score.byCause),
    ({ cause }) => cause,
  )
  return [...groups].map(([cause, own]) => ({
    name: say('en', `cause.${cause}`),
    figures: addFigures(own.map(({ figures }) => figures)),
  }))
}

function byRule(scores: readonly Score[]): readonly Row[] {
  const groups = groupBy(
    scores.flatMap((score) => score.byRule),
    ({ ruleId }) => ruleId,
  )
  return [...groups].map(([ruleId, own]) => ({
    name: say('en', `rule.${ruleId}.name`),
    figures: addFigures(own.map(({ figures }) => figures)),
  }))
}

function missed(scores: readonly Score[]): readonly string[] {
  const all = scores.flatMap((score) => score.missed.map((each) => ({ ...each, seed: score.seed })))
  if (all.length === 0) {
    return ['No month that came to owe wages.']
  }
  const rows = all.map((each) => [
    each.seed,
    say('en', `cause.${each.cause}`),
    each.worksiteCode,
    each.month,
    each.dueOn,
    String(each.people),
    formatYuan(BigInt(each.owedFen)),
    each.highest === null ? 'nothing' : say('en', `level.${each.highest}`).toLowerCase(),
  ])
  return [
    'Months that came to owe wages without a warning at orange or above in time.',
    markdown([
      ['seed', 'cause', 'worksite', 'month', 'pay day', 'people', 'owed, yuan', 'warned at'],
      ...rows,
    ]),
  ]
}

function falseAlarms(scores: readonly Score[]): readonly string[] {
  const all = scores.flatMap((score) => score.falseAlarms.map((each) => ({ ...each, seed: score.seed })))
  if (all.length === 0) {
    return ['No finding at orange or above.']
  }
  const groups = groupBy(all, ({ ruleId, cause }) => `${ruleId} ${cause}`)
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [
          [
            say('en', `rule.${first.ruleId}.name`),
            say('en', `cause.${first.cause}`),
            String(group.length),
            `seed ${first.seed}, ${first.worksiteCode} ${first.month ?? ''}, from ${first.openedOn}`,
          ],
        ]
  })
  return [
    'Findings at orange or above that nothing in the truth explains, by rule and cause.',
    markdown([['rule', 'cause', 'findings', 'for example'], ...rows], '---'),
  ]
}

function markdown(rows: readonly (readonly string[])[], align = '--:'): string {
  const [header = [], ...body] = rows
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  return [line(header), line(header.map((_, at) => (at === 0 ? '---' : align))), ...body.map(line)].join('\n')
}
