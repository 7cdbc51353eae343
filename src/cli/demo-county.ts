import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { countyNoteName } from '../county-note.ts'
import { importingTogether } from '../importing.ts'
import { firstDay, monthOf, shiftMonth } from '../law/day.ts'
import { fixedClock } from '../platform/clock.ts'
import { writeFileDurably } from '../platform/files.ts'
import { type OpenedPlatform, openPlatform } from '../platform/platform.ts'
import { localOperator, read } from '../platform/transact.ts'
import { type County, simulateCounty, truthOf } from '../simulate/index.ts'
import { scoreStored } from '../simulate/score/index.ts'
import type { CountyChoice } from './county-options.ts'
import { runCounty } from './county-run.ts'
import { printSummary, summarize, writeSummary } from './demo-summary.ts'
import { progressLine } from './progress-line.ts'
import { tellNotices } from './run.ts'
import { describeScore } from './score-print.ts'
import type { BareContext, VerbContext } from './verb.ts'

/** The rules run on each day of the last months; before that there is too little to judge by. */
const watchedMonths = 2

/**
 * 演示县 — lets the county happen in the folder of the settings, day by day, and prints its summary and score.
 * A folder that holds the whole county already is left as it is; one that was cut short goes on. Refuses
 * `demo.other-county` where the folder holds anything else.
 */
export async function showCounty(
  context: BareContext,
  asked: CountyChoice,
  json: string | undefined,
): Promise<void> {
  const { settings, say, stdout } = context
  const file = join(settings.dataFolder, countyNoteName)
  const isWhole = readNote(context, file, asked)
  const county = simulateCounty(asked)
  const clock = fixedClock(`${county.frame.from}T00:00:00Z`)
  const opened = await openPlatform(settings, { role: 'verb', clock })
  try {
    tellNotices(opened.notices, context)
    if (isWhole) {
      stdout(`${say('demo.again', { folder: settings.dataFolder })}\n`)
    } else {
      writeFileDurably(file, noteOf(asked, false))
      await happen(context, { opened, county, setClock: clock.set })
      writeFileDurably(file, noteOf(asked, true))
    }
    const within: VerbContext = { ...context, platform: opened.platform, ownedDb: opened.ownedDb }
    const score = await read(opened.platform, localOperator, (tx) => scoreStored(tx, truthOf(county)))
    const summary = await summarize(within, county.frame.until)
    printSummary(within, summary)
    for (const line of describeScore(score, say)) {
      stdout(`${line}\n`)
    }
    writeSummary(within, json, { ...summary, score })
  } finally {
    await opened.close()
  }
}

interface Happening {
  readonly opened: OpenedPlatform
  readonly county: County
  readonly setClock: (instant: string) => void
}

async function happen(context: BareContext, { opened, county, setClock }: Happening): Promise<void> {
  const { say, stdout, settings } = context
  const { sites, frame } = county
  const { from, until } = frame
  stdout(`${say('demo.county', { folder: settings.dataFolder, worksites: sites.length, from, until })}\n`)
  const progress = progressLine(context)
  const watchFrom = firstDay(shiftMonth(monthOf(frame.until), 1 - watchedMonths))
  let [files, unfinished, month] = [0, 0, '']
  await importingTogether((ports) =>
    runCounty({
      platform: opened.platform,
      ports,
      county,
      watchFrom,
      setClock,
      onDay(day) {
        files += day.files
        unfinished += day.unfinished
        if (monthOf(day.day) !== month) {
          month = monthOf(day.day)
          progress.clear()
          stdout(`${say('demo.county-month', { month, files })}\n`)
        }
        progress.show(day.watched ? 'demo.county-watched' : 'demo.county-day', { day: day.day, files })
      },
    }),
  )
  progress.clear()
  stdout(`${say('demo.county-done', { files, unfinished })}\n`)
}

/** Whether the folder holds the whole county. */
function readNote({ settings }: BareContext, file: string, asked: CountyChoice): boolean {
  if (!existsSync(file)) {
    if (existsSync(join(settings.dataFolder, 'keys'))) {
      throw new Refusal('demo.other-county', { folder: settings.dataFolder }, 'conflict')
    }
    return false
  }
  const note = readFileSync(file, 'utf8')
  if (note !== String(noteOf(asked, true)) && note !== String(noteOf(asked, false))) {
    throw new Refusal('demo.other-county', { folder: settings.dataFolder }, 'conflict')
  }
  return note === String(noteOf(asked, true))
}

function noteOf({ seed, months, worksites, until }: CountyChoice, isWhole: boolean): Buffer {
  return Buffer.from(`${JSON.stringify({ seed, months, worksites, until, isWhole })}\n`)
}
