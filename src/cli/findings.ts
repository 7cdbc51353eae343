import type { Command } from 'commander'
import type { FindingItem } from '../contract/endpoints/findings.ts'
import { Refusal } from '../contract/errors.ts'
import { monitor, queryFindings } from '../features/findings/index.ts'
import { chinaDay, type Day, formatYuan, isDay } from '../law/index.ts'
import { localOperator, read } from '../platform/transact.ts'
import { exitCode, type Verb, type VerbContext } from './verb.ts'

function dayOption(context: VerbContext, value: unknown): Day {
  if (value === undefined) {
    return chinaDay(context.platform.clock.now())
  }
  if (typeof value !== 'string' || !isDay(value)) {
    throw new Refusal('cli.not-a-day', { value: String(value) }, 'invalid')
  }
  return value
}

/** 监测命令 — `anxin monitor --as-of DAY`: runs the rules and prints what changed. */
export const monitorVerb: Verb = {
  name: 'monitor',
  register(command: Command, say) {
    command.option('--as-of <day>', say('option.as-of')).option('--json', say('option.json'))
  },
  async run(context, _, options) {
    const asOf = dayOption(context, options['asOf'])
    const runs = await monitor(context.platform, asOf)
    if (options['json'] === true) {
      context.stdout(`${JSON.stringify({ asOf, runs })}\n`)
      return exitCode.done
    }
    for (const run of runs) {
      const name = context.say(`rule.${run.ruleId}.name`)
      context.stdout(`${context.say('monitor.line', { ...run, name })}\n`)
    }
    return exitCode.done
  },
}

/** 命中命令 — `anxin findings`: the open findings, or those open on a day; exit code 3 where there are some. */
export const findingsVerb: Verb = {
  name: 'findings',
  register(command: Command, say) {
    command
      .option('--as-of <day>', say('option.as-of'))
      .option('--worksite <code>', say('option.worksite'))
      .option('--json', say('option.json'))
  },
  async run(context, _, options) {
    const items = await allFindings(context, options)
    if (options['json'] === true) {
      context.stdout(`${JSON.stringify(items, null, 2)}\n`)
    } else {
      for (const item of items) {
        context.stdout(`${describeFinding(item, context.say)}\n`)
      }
    }
    return items.length > 0 ? exitCode.found : exitCode.done
  },
}

async function allFindings(context: VerbContext, options: Record<string, unknown>): Promise<FindingItem[]> {
  const asOf = options['asOf'] === undefined ? {} : { asOf: dayOption(context, options['asOf']) }
  const worksite = typeof options['worksite'] === 'string' ? { worksite: options['worksite'] } : {}
  const pageSize = 200
  const items: FindingItem[] = []
  for (let page = 1; ; page++) {
    const list = await read(context.platform, localOperator, (tx) =>
      queryFindings(tx, { ...asOf, ...worksite, page, pageSize }, context.locale),
    )
    items.push(...list.items)
    if (list.items.length < pageSize) {
      return items
    }
  }
}

/** 命中说明 — a finding in a few lines: level, place, figures, articles, source rows. */
export function describeFinding(item: FindingItem, say: VerbContext['say']): string {
  const lines = [
    say('finding.head', {
      level: say(`level.${item.level}`),
      breach: item.breach ? say('finding.breach') : '',
      rule: item.ruleName,
      codes: item.codes.join('/'),
      worksite: item.worksiteName,
      code: item.worksiteCode,
      month: item.month ?? '',
    }),
    say('finding.figures', {
      measures: item.measures
        .flatMap(({ name, value }) =>
          value === null ? [] : [`${say(`figure.${name}`)} ${Math.round(value * 100) / 100}`],
        )
        .join(say('finding.and')),
      people: item.people,
      amount: formatYuan(BigInt(item.amountFen)),
      since: item.sinceOn,
    }),
    ...item.articles.map((article) => say('finding.article', { ...article })),
    ...item.sources.map((source) =>
      say('finding.source', {
        row: source.row,
        place: source.sheet === source.file ? source.file : `${source.file} ${source.sheet}`,
        what: say(`source.${source.what}`),
      }),
    ),
  ]
  return lines.join('\n  ')
}
