import { monitor } from '../features/findings/index.ts'
import {
  type BatchLimits,
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
 * 逐日演进 — lets a simulated county happen: each day's files are stored as they arrive, pauses are confirmed, and
 * from `watchFrom` on they are taken in and every rule runs at the end of the day; before, several days' files are
 * taken in together. What was done before is not done again, so
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
  const stored = new Map<string, Day>()
  for (const [at, day] of county.frame.days.entries()) {
    setClock(`${day}T10:00:00Z`)
    const today = byDay.get(day) ?? []
    for (const file of today) {
      stored.set(await store(platform, file), day)
    }
    const watched = day >= watchFrom
    const next = county.frame.days[at + 1]
    let unfinished = 0
    const isAwaited = watched || next === undefined || next >= watchFrom || pauses.has(day)
    if (isAwaited || stored.size >= enoughFiles) {
      unfinished = await takeIn(run, stored)
      stored.clear()
    }
    for (const pause of pauses.get(day) ?? []) {
      await confirmPause(platform, pause)
    }
    if (watched) {
      await monitor(platform, day)
    }
    onDay({ day, files: today.length, unfinished, watched })
  }
}

/** While nobody watches yet, so many files are taken in together, for a fold costs as much for one as for all. */
const enoughFiles = 100
const alone: BatchLimits = { messages: 2 * enoughFiles, bytes: 32 * 1024 * 1024 }

async function store(platform: Platform, { path, bytes, receivedOn }: CountyFile): Promise<string> {
  const fileName = path.slice(path.indexOf('/') + 1)
  const message = { bytes, fileName, channel: 'cli', options: {}, receivedOn } as const
  return (await receive(platform, localOperator, message)).intakeId
}

/** Files are taken day by day, those of a day in the order in which they rest on one another. */
async function takeIn({ platform, ports }: CountyRun, stored: ReadonlyMap<string, Day>): Promise<number> {
  const actor = localOperator
  const ordered = await inOrderOfKind(platform, ports, { intakeIds: [...stored.keys()], actor })
  const intakeIds = [...groupBy(ordered, (id) => stored.get(id) ?? '')]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, ofDay]) => ofDay)
  let unfinished = 0
  for (const batch of await inBatches(platform, { intakeIds, actor }, alone)) {
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
