import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runCounty } from '../../../src/cli/county-run.ts'
import { importingTogether } from '../../../src/importing.ts'
import { type Day, firstDay, monthOf, shiftMonth } from '../../../src/law/day.ts'
import { fixedClock } from '../../../src/platform/clock.ts'
import { openPlatform } from '../../../src/platform/platform.ts'
import { readSettings } from '../../../src/platform/settings.ts'
import { localOperator, read } from '../../../src/platform/transact.ts'
import { simulateCounty, truthOf } from '../../../src/simulate/index.ts'
import { type Score, scoreStored } from '../../../src/simulate/score/index.ts'

export interface SeedRun {
  readonly seed: number
  readonly worksites: number
  readonly months: number
  readonly watchedMonths: number
  readonly until: Day
  readonly onDay: (day: Day) => void
}

/** 跑一个种子 — lets a county happen in a database of its own, which is thrown away, and scores what was found. */
export async function scoreSeed({
  seed,
  worksites,
  months,
  watchedMonths,
  until,
  onDay,
}: SeedRun): Promise<Score> {
  const county = simulateCounty({ seed, months, worksites, until })
  const folder = mkdtempSync(join(tmpdir(), 'anxin-seed-'))
  const clock = fixedClock(`${county.frame.from}T00:00:00Z`)
  const settings = { ...readSettings({ LOG_LEVEL: 'silent' }, folder), port: 0 }
  try {
    const opened = await openPlatform(settings, { role: 'verb', clock })
    try {
      const { platform } = opened
      await importingTogether((ports) =>
        runCounty({
          platform,
          ports,
          county,
          watchFrom: firstDay(shiftMonth(monthOf(until), 1 - watchedMonths)),
          setClock: clock.set,
          onDay: ({ day }) => onDay(day),
        }),
      )
      return await read(platform, localOperator, (tx) => scoreStored(tx, truthOf(county)))
    } finally {
      await opened.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
