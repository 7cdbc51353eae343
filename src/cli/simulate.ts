import { readdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { intakeKinds } from '../contract/intake.ts'
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
import { countyOptions, declareCountyOptions, wholeNumber } from './county-options.ts'
import { progressLine } from './progress-line.ts'
import { type BareContext, type BareVerb, exitCode } from './verb.ts'

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
      .option('--workers <count>', say('simulate.option.workers'))
    declareCountyOptions(command, say)
  },
  async run(context, _, options) {
    const folder = resolve(context.cwd, String(options['out']))
    checkEmpty(folder)
    const workers = options['workers'] === undefined ? {} : { workers: wholeNumber(options, 'workers', 0) }
    const progress = progressLine(context)
    const county = simulateCounty({
      ...countyOptions(options),
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
