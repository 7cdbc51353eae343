import type { Command } from 'commander'

import { Refusal } from '../contract/errors.ts'
import { type Day, day, isDay } from '../law/day.ts'
import type { Say } from './verb.ts'

type Options = Readonly<Record<string, unknown>>

const defaults = { seed: '1', months: 6, worksites: 60, until: day('2026-06-30') } as const

/** 模拟县选项 — which county is simulated. */
export interface CountyChoice {
  readonly seed: string
  readonly months: number
  readonly worksites: number
  readonly until: Day
}

export function declareCountyOptions(command: Command, say: Say): void {
  command
    .option('--seed <seed>', say('simulate.option.seed'))
    .option('--months <months>', say('simulate.option.months'))
    .option('--worksites <count>', say('simulate.option.worksites'))
    .option('--until <day>', say('simulate.option.until', { day: defaults.until }))
}

export function countyOptions(options: Options): CountyChoice {
  return {
    seed: typeof options['seed'] === 'string' ? options['seed'] : defaults.seed,
    months: wholeNumber(options, 'months', defaults.months),
    worksites: wholeNumber(options, 'worksites', defaults.worksites),
    until: untilOf(options['until']),
  }
}

/** 整数选项 — refuses `simulate.not-a-number`. */
export function wholeNumber(options: Options, name: string, absent: number): number {
  const value = options[name]
  if (value === undefined) {
    return absent
  }
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) {
    const data = { option: `--${name}`, value: String(value), example: absent === 0 ? 3000 : absent }
    throw new Refusal('simulate.not-a-number', data, 'invalid')
  }
  return Number(value)
}

function untilOf(value: unknown): Day {
  if (value === undefined) {
    return defaults.until
  }
  if (typeof value !== 'string' || !isDay(value)) {
    throw new Refusal('cli.not-a-day', { value: String(value) }, 'invalid')
  }
  return value
}
