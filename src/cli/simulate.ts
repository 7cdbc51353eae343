import { readdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { intakeKinds } from '../contract/intake.ts'
import { type Day, day, isDay } from '../law/day.ts'
import { areaFullName } from '../law/identifiers/index.ts'
import { isSystemError } from '../platform/files.ts'
import {
  type CauseId,
  type County,
  causeIds,
  pausesName,
  simulateCounty,
  type Truth,
  truthName,
  truthOf,
  type Written,
  writeCounty,
} from '../simulate/index.ts'
import { type BareContext, type BareVerb, exitCode } from './verb.ts'

const defaults = { seed: '1', months: 6, worksites: 60, until: day('2026-06-30') } as const
const mebibyte = 1024 * 1024
/** A line that changes with every file would be slower than the files. */
const filesAStep = 25

/**
 * 模拟命令 — `anxin simulate --seed N --months M --worksites K --out DIR`: the files of a county that is not
 * real.
 */
export const simulateVerb: BareVerb = {
  name: 'simulate',
  needs: 'nothing',
  register(command, say) {
    command
      .requiredOption('--out <folder>', say('simulate.option.out'))
      .option('--seed <seed>', say('simulate.option.seed'))
      .option('--months <months>', say('simulate.option.months'))
      .option('--worksites <count>', say('simulate.option.worksites'))
      .option('--workers <count>', say('simulate.option.workers'))
      .option('--until <day>', say('simulate.option.until', { day: defaults.until }))
  },
  async run(context, _, options) {
    const folder = resolve(context.cwd, String(options['out']))
    checkEmpty(folder)
    const workers = options['workers'] === undefined ? {} : { workers: wholeNumber(options, 'workers', 0) }
    const progress = progressLine(context)
    const county = simulateCounty({
      seed: typeof options['seed'] === 'string' ? options['seed'] : defaults.seed,
      months: wholeNumber(options, 'months', defaults.months),
      worksites: wholeNumber(options, 'worksites', defaults.worksites),
      until: untilOf(options['until']),
      ...workers,
      onSite: (done, all) => progress.show('simulate.making', { done, all }),
    })
    const written = await writeCounty(county, folder, {
      onFile: (files) =>
        files % filesAStep === 0 ? progress.show('simulate.writing', { files }) : undefined,
    })
    progress.clear()
    for (const line of summary(context, { county, written, folder })) {
      context.stdout(`${line}\n`)
    }
    return exitCode.done
  },
}

function checkEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length > 0) {
      throw new Refusal('simulate.folder-not-empty', { folder }, 'invalid')
    }
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) {
      throw error
    }
  }
}

function wholeNumber(options: Readonly<Record<string, unknown>>, name: string, absent: number): number {
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

interface Result {
  readonly county: County
  readonly written: Written
  readonly folder: string
}

function summary({ say, cwd }: BareContext, { county, written, folder }: Result): string[] {
  const { frame, sites, areaCode } = county
  const shown = relative(cwd, folder) || folder
  const people = new Set(sites.flatMap(({ workers }) => workers.map(({ person }) => person.idNumber))).size
  const done = {
    area: areaFullName(areaCode) ?? areaCode,
    worksites: sites.length,
    people,
    from: frame.from,
    until: frame.until,
    files: written.files,
    megabytes: megabytes(written.bytes),
    days: written.days,
    folder: shown,
  }
  const kinds = intakeKinds.flatMap((kind) => {
    const counted = written.byKind.get(kind)
    return counted === undefined
      ? []
      : [
          say('simulate.kind-line', {
            kind: say(`intake.kind.${kind}`),
            files: counted.files,
            megabytes: megabytes(counted.bytes),
          }),
        ]
  })
  const apart = say('simulate.apart', { truth: `${shown}/${truthName}`, pauses: `${shown}/${pausesName}` })
  return [say('simulate.done', done), ...kinds, ...causeLines(say, truthOf(county)), apart]
}

function causeLines(say: BareContext['say'], { worksites }: Truth): string[] {
  const ofCause = (cause: CauseId) => worksites.filter((worksite) => worksite.cause === cause)
  return causeIds.flatMap((id) => {
    const found = ofCause(id)
    const owing = found.reduce((sum, { months }) => sum + months.filter((each) => each.cameToOwe).length, 0)
    return found.length === 0
      ? []
      : [say('simulate.cause-line', { cause: say(`cause.${id}`), worksites: found.length, owing })]
  })
}

function megabytes(bytes: number): string {
  return (bytes / mebibyte).toFixed(1)
}

/** One line on a terminal that is overwritten; nothing anywhere else. */
function progressLine({ colors, stderr, say }: BareContext) {
  let shown = ''
  return {
    show(code: string, data: Readonly<Record<string, unknown>>): void {
      const text = say(code, data)
      if (colors && text !== shown) {
        shown = text
        stderr(`\r\u001b[K${text}`)
      }
    },
    clear(): void {
      if (shown !== '') {
        stderr('\r\u001b[K')
      }
    },
  }
}
