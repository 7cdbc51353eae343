import { monitor } from '../features/findings/index.ts'
import {
  type Importing,
  inBatches,
  inOrderOfKind,
  processIntake,
  receive,
  takeTogether,
} from '../features/intake/index.ts'
import { addPause, findWorksite } from '../features/worksites/index.ts'
import type { Day } from '../law/day.ts'
import { groupBy } from '../platform/group-by.ts'
import type { Platform } from '../platform/platform.ts'
import { localOperator, transact } from '../platform/transact.ts'
import {
  type ConfirmedPause,
  type County,
  type CountyFile,
  confirmedPauses,
  countyFiles,
} from '../simulate/index.ts'

/** 逐日运行 — what is told of each day once it is over. */
export interface CountyDay {
  readonly day: Day
  readonly files: number
  /** Files that wait for an answer or were refused. */
  readonly unfinished: number
  readonly watched: boolean
}

export interface CountyRun {
  readonly platform: Platform
  readonly ports: Importing
  readonly county: County
  /** The first day on which the rules run. */
  readonly watchFrom: Day
  /** Turns the clock of the platform, so that what is done carries the day on which it was done. */
  readonly setClock: (instant: string) => void
  readonly onDay?: (day: CountyDay) => void
}

/**
 * 逐日演进 — lets a simulated county happen: each day's files are taken in as they arrive, pauses are confirmed,
 * and from `watchFrom` on every rule runs at the end of the day. What was done before is not done again, so
 * that a run that was cut short is begun anew.
 */
export async function runCounty(run: CountyRun): Promise<void> {
  const { county, platform, setClock, watchFrom, onDay = () => undefined } = run
  const files: CountyFile[] = []
  for await (const file of countyFiles(county)) {
    files.push(file)
  }
  const byDay = groupBy(files, (file) => file.receivedOn)
  const pauses = groupBy(confirmedPauses(county), (pause) => pause.confirmedOn)
  for (const day of county.frame.days) {
    setClock(`${day}T10:00:00Z`)
    const today = byDay.get(day) ?? []
    const unfinished = await takeDay(run, today)
    for (const pause of pauses.get(day) ?? []) {
      await confirmPause(platform, pause)
    }
    const watched = day >= watchFrom
    if (watched) {
      await monitor(platform, day)
    }
    onDay({ day, files: today.length, unfinished, watched })
  }
}

async function takeDay({ platform, ports }: CountyRun, files: readonly CountyFile[]): Promise<number> {
  const actor = localOperator
  const intakeIds: string[] = []
  for (const { path, bytes, receivedOn } of files) {
    const fileName = path.slice(path.indexOf('/') + 1)
    const message = { bytes, fileName, channel: 'cli', options: {}, receivedOn } as const
    intakeIds.push((await receive(platform, actor, message)).intakeId)
  }
  let unfinished = 0
  const ordered = await inOrderOfKind(platform, ports, { intakeIds, actor })
  for (const batch of await inBatches(platform, { intakeIds: ordered, actor })) {
    await takeTogether(platform, ports, { intakeIds: batch, actor })
    for (const intakeId of batch) {
      const { state } = await processIntake(platform, ports, { intakeId, actor })
      unfinished += state === 'done' ? 0 : 1
    }
  }
  return unfinished
}

async function confirmPause(platform: Platform, pause: ConfirmedPause): Promise<void> {
  const { worksiteCode: code, from: fromOn, to: untilOn, reason } = pause
  await transact(platform, localOperator, async (tx) => {
    const { worksiteId } = await findWorksite(tx, { code, options: {} })
    await addPause(tx, { worksiteId, fromOn, untilOn, reason, confirmedBy: localOperator.id })
  })
}
