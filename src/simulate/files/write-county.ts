import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { IntakeKind } from '../../contract/intake.ts'
import type { Day } from '../../law/day.ts'
import type { County, Pause } from '../county/model.ts'
import { truthOf } from '../truth/truth.ts'
import { formatTruth } from '../truth/truth-file.ts'
import type { CountyFile } from './county-file.ts'
import { gateLogFiles } from './gate-log-files.ts'
import { gridFiles } from './grid-files.ts'
import { payoutFiles } from './payout-files.ts'
import { payrollFiles } from './payroll-files.ts'
import { punchSheetFiles } from './punch-sheet-files.ts'
import { registerFiles } from './register-files.ts'
import { rosterFiles } from './roster-files.ts'
import { statementFiles } from './statement-files.ts'

/** 写出情况 — how many files and bytes of each kind were written, and on how many days they arrive. */
export interface Written {
  readonly byKind: ReadonlyMap<IntakeKind, { readonly files: number; readonly bytes: number }>
  readonly files: number
  readonly bytes: number
  readonly days: number
}

interface WriteOptions {
  /** Called after each file. */
  readonly onFile?: (files: number) => void
}

/** 停工确认 — a pause that the authority confirmed, by the code of its worksite. */
export interface ConfirmedPause extends Pick<Pause, 'from' | 'to' | 'reason'> {
  readonly worksiteCode: string
  /** The day on which it was confirmed. */
  readonly confirmedOn: Day
}

export const truthName = 'truth.json'
export const pausesName = 'pauses.json'

/**
 * 报送的全部文件 — what the county sends, kind by kind; by day and name it is put in order by whoever takes it in.
 */
export async function* countyFiles(county: County): AsyncGenerator<CountyFile> {
  yield* registerFiles(county)
  for (const site of county.sites) {
    yield* rosterFiles(county, site)
    yield* gateLogFiles(county, site)
    yield* gridFiles(county, site)
    yield* payrollFiles(county, site)
    yield* payoutFiles(county, site)
  }
  yield* punchSheetFiles(county)
  yield* statementFiles(county)
}

/** 已确认的停工 — what an inspector enters by hand, for no file tells of it. */
export function confirmedPauses({ sites, frame }: County): readonly ConfirmedPause[] {
  return sites.flatMap(({ facts, calendar }) =>
    calendar.pauses
      .filter(({ isConfirmed, from }) => isConfirmed && from <= frame.until)
      .map(({ from, to, reason }) => ({
        worksiteCode: facts.code,
        from,
        to,
        reason,
        confirmedOn: from < frame.from ? frame.from : from,
      })),
  )
}

/**
 * 写出模拟县 — the files in a folder a day of arrival (`2026-03-10/…`), the confirmed pauses in `pauses.json`,
 * and the truth, apart from all that, in `truth.json`.
 */
export async function writeCounty(
  county: County,
  outFolder: string,
  { onFile = () => undefined }: WriteOptions = {},
): Promise<Written> {
  const byKind = new Map<IntakeKind, { files: number; bytes: number }>()
  const folders = new Set<string>()
  let [files, bytes] = [0, 0]
  for await (const file of countyFiles(county)) {
    const path = join(outFolder, file.path)
    if (!folders.has(dirname(path))) {
      mkdirSync(dirname(path), { recursive: true })
      folders.add(dirname(path))
    }
    writeFileSync(path, file.bytes, { flag: 'wx' })
    const counted = byKind.get(file.kind) ?? { files: 0, bytes: 0 }
    byKind.set(file.kind, { files: counted.files + 1, bytes: counted.bytes + file.bytes.length })
    files += 1
    bytes += file.bytes.length
    onFile(files)
  }
  mkdirSync(outFolder, { recursive: true })
  writeFileSync(join(outFolder, pausesName), `${JSON.stringify(confirmedPauses(county), null, 1)}\n`)
  writeFileSync(join(outFolder, truthName), formatTruth(truthOf(county)))
  return { byKind, files, bytes, days: folders.size }
}
