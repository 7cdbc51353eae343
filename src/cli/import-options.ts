import { type Command, Option } from 'commander'

import { Refusal } from '../contract/errors.ts'
import { intakeKinds } from '../contract/intake.ts'
import type { IntakeOptions } from '../features/intake/index.ts'
import { type Day, isDay, isMonth } from '../law/day.ts'
import type { Say } from './verb.ts'

/** 导入命令的选项 — as a command line gives them, checked. */
export interface ImportOptions {
  readonly said: IntakeOptions
  readonly receivedOn: Day | undefined
  /** Folder for the files with reasons; undefined: none is written. */
  readonly reasons: string | undefined
  readonly json: boolean
}

export function declareImportOptions(command: Command, say: Say): void {
  command
    .argument('<paths...>', say('import.argument.paths'))
    .addOption(new Option('--kind <kind>', say('import.option.kind')).choices(intakeKinds))
    .option('--worksite <code>', say('import.option.worksite'))
    .option('--device <serial>', say('import.option.device'))
    .option('--number <number>', say('import.option.number'))
    .option('--month <month>', say('import.option.month'))
    .option(
      '--map <title=field>',
      say('import.option.map'),
      (given: string, all: string[]) => [...all, given],
      [],
    )
    .option('--received-on <day>', say('import.option.received-on'))
    .option('--reasons <folder>', say('import.option.reasons'))
    .option('--json', say('import.option.json'))
}

/** 检查选项 — refuses `cli.not-a-day`, `import.bad-month`, `import.bad-map`. */
export function checkImportOptions(options: Readonly<Record<string, unknown>>): ImportOptions {
  const kind = intakeKinds.find((known) => known === options['kind'])
  const mapping = mappingOf(options['map'])
  const month = monthOf(textOf(options['month']))
  const said: IntakeOptions = {
    ...(kind === undefined ? {} : { kind }),
    ...named('worksite', textOf(options['worksite'])),
    ...named('device', textOf(options['device'])),
    ...named('number', textOf(options['number'])),
    ...named('month', month),
    ...(Object.keys(mapping).length === 0 ? {} : { mapping }),
  }
  return {
    said,
    receivedOn: dayOf(textOf(options['receivedOn'])),
    reasons: textOf(options['reasons']),
    json: options['json'] === true,
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function named(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value }
}

function dayOf(value: string | undefined): Day | undefined {
  if (value !== undefined && !isDay(value)) {
    throw new Refusal('cli.not-a-day', { value }, 'invalid')
  }
  return value
}

function monthOf(value: string | undefined): string | undefined {
  if (value !== undefined && !isMonth(value)) {
    throw new Refusal('import.bad-month', { value }, 'invalid')
  }
  return value
}

function mappingOf(given: unknown): Record<string, string> {
  const all: unknown[] = Array.isArray(given) ? given : []
  const entries = all.map((each) => {
    const text = String(each)
    const at = text.lastIndexOf('=')
    if (at < 1 || at === text.length - 1) {
      throw new Refusal('import.bad-map', { given: text }, 'invalid')
    }
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
  })
  return Object.fromEntries(entries)
}
