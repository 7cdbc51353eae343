import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'

import type { IntakeItem } from '../src/contract/endpoints/intake.ts'
import { createInventor } from '../src/simulate/invent/index.ts'
import {
  copyPlace,
  everyRow,
  journeySeed,
  openStory,
  type Place,
  putFiles,
  useJourney,
} from '../testkit/journey.ts'
import { gateLogFile, statementFiles } from '../testkit/journey-bank.ts'
import { gridFile, inventOffice, payrollFile, registerFile, rosterFile } from '../testkit/journey-office.ts'

/*
 * Somebody pulls the plug while a folder is imported: again and again, at moments that nobody chose. What had
 * a receipt is there afterwards, nothing is there twice, and sending the folder again finishes the rest.
 * `JOURNEY_KILLS` and `JOURNEY_HANDS` make it longer.
 */

const wantedKills = Number(process.env['JOURNEY_KILLS'] ?? 4)
const hands = Number(process.env['JOURNEY_HANDS'] ?? 30)
const seed = journeySeed('kill', 'plug')
const random = createInventor(`kill ${seed}`)
const journey = useJourney()

type Rows = ReadonlyMap<string, readonly string[]>

let base: Place
let reference: Known
/** Milliseconds until an undisturbed run tells its first receipt, and until it ends. */
const undisturbedRun = { first: 0, whole: 0 }

interface Known {
  readonly rows: Rows
  readonly intakes: readonly IntakeItem[]
}

beforeAll(async () => {
  const office = inventOffice(seed, hands)
  const files = [
    await registerFile(office),
    rosterFile(office),
    await gridFile(office),
    await payrollFile(office, { month: '2026-03', number: 'GZ-03' }, '3月工资表.xlsx'),
    gateLogFile(office),
    ...statementFiles(office).slice(0, 1),
  ]
  putFiles(join(journey.folder, '报送'), new Map(files.map(({ name, bytes }) => [name, bytes])))
  base = await journey.place('base')
  // The first opening makes the keys; all copies have the same, and so the same blind indexes.
  await (await openStory(journey, base)).close()
  const undisturbed = await copyPlace(journey, base, 'undisturbed')
  const { code, firstAt, endedAt } = await importUntil(undisturbed, null)
  Object.assign(undisturbedRun, { first: firstAt, whole: endedAt })
  expect(code).toBe(3)
  reference = await lookAt(undisturbed)
}, 300_000)

interface Run {
  readonly out: string
  /** Null where it was killed. */
  readonly code: number | null
  readonly firstAt: number
  readonly endedAt: number
}

/** Sends the folder by a process of its own, which is killed after so many milliseconds. */
async function importUntil({ environment }: Place, killAfter: number | null): Promise<Run> {
  const words = [...journey.command, 'import', '报送', '--received-on', '2026-05-06']
  const child = spawn(process.execPath, words, {
    cwd: journey.folder,
    env: { ...process.env, ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const started = performance.now()
  let [out, firstAt] = ['', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    firstAt ||= performance.now() - started
  })
  const closed = once(child, 'close')
  const stopped = new AbortController()
  const killing = killAfter === null ? null : killLater(child, killAfter, stopped.signal)
  const [code] = await closed
  stopped.abort()
  await killing
  return { out, code, firstAt, endedAt: performance.now() - started }
}

async function killLater(child: ChildProcess, after: number, signal: AbortSignal): Promise<void> {
  await wait(after, undefined, { signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  )
}

/** Opens what a dead process left behind, which its lock must not prevent. */
async function lookAt(place: Place): Promise<Known> {
  const story = await openStory(journey, place)
  try {
    expect((await story.anxin('audit', 'verify', '--files')).code).toBe(0)
    const { out } = await story.anxin('intakes', '--json')
    return { rows: await everyRow(journey, story.opened), intakes: JSON.parse(out).items }
  } finally {
    await story.close()
  }
}

/** How many rows of which tables came with each file; what is noted of the file itself is not counted. */
function rowsByFile({ rows, intakes }: Known): Map<string, Record<string, number>> {
  const names = new Map(intakes.map(({ intakeId, fileName }) => [intakeId, fileName]))
  const counted = new Map<string, Record<string, number>>(intakes.map(({ fileName }) => [fileName, {}]))
  for (const [table, lines] of rows) {
    for (const line of table === 'intake' || table === 'event' ? [] : lines) {
      const { intake_id, created_intake_id }: Record<string, unknown> = JSON.parse(line)
      const counts = counted.get(names.get(String(intake_id ?? created_intake_id)) ?? '')
      if (counts !== undefined) {
        counts[table] = (counts[table] ?? 0) + 1
      }
    }
  }
  return counted
}

/** Rows without what differs from run to run: numbers that we give, moments, sealed bytes, and hashes over these. */
function comparable(rows: Rows): Map<string, string[]> {
  const plain = (table: string, line: string) =>
    line
      .replace(/"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"#"')
      .replace(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"@"')
      .replace(table === 'event' ? /"\\\\x[0-9a-f]*"/g : /(?<=_sealed": )"\\\\x[0-9a-f]*"/g, '"*"')
  return new Map([...rows].map(([name, lines]) => [name, lines.map((line) => plain(name, line)).sort()]))
}

function expectWholeFiles(found: Known, receipts: readonly string[]): void {
  const names = found.intakes.map(({ fileName }) => fileName)
  expect(new Set(names).size).toBe(names.length)
  expect(found.intakes.map(({ hash }) => hash)).toEqual(expect.arrayContaining([...receipts]))
  const [whole, here] = [rowsByFile(reference), rowsByFile(found)]
  for (const { fileName, state } of found.intakes) {
    expect(['received', 'done']).toContain(state)
    const due = state === 'done' ? whole.get(fileName) : {}
    expect({ fileName, ...here.get(fileName) }).toEqual({ fileName, ...due })
  }
}

/**
 * Moments over the whole run, the late ones first: what is done by then makes the next runs shorter. Now and
 * then one while the program still starts.
 */
function anyMoment(kills: number): number {
  const { first, whole } = undisturbedRun
  const from = random.chance(0.9) ? 0.9 * first : 0
  const part = (3 - (kills % 4) + random.int(0, 1000) / 1000) / 4
  return from + part * (0.85 * whole - from)
}

const receiptsIn = (out: string) => [...out.matchAll(/回执 ([0-9a-f]{16})/g)].map(([, hash = '']) => hash)

describe('a process killed -9 while it imports a folder', () => {
  it('loses nothing that had a receipt, doubles nothing, and the rest is finished when sent again', async () => {
    let kills = 0
    for (let round = 1; kills < wantedKills; round += 1) {
      const place = await copyPlace(journey, base, `round-${round}`)
      const receipts: string[] = []
      for (let ended = false; !ended; ) {
        const { out, code, endedAt } = await importUntil(place, kills < wantedKills ? anyMoment(kills) : null)
        receipts.push(...receiptsIn(out))
        ended = code !== null
        kills += ended ? 0 : 1
        const found = await lookAt(place)
        expectWholeFiles(found, receipts)
        const done = found.intakes.filter(({ state }) => state === 'done').length
        process.stdout.write(
          `round ${round}, ${ended ? 'ended' : 'killed'} at ${Math.round(endedAt)} ms: ` +
            `${receiptsIn(out).length} receipts told, ${found.intakes.length} files there, ${done} done\n`,
        )
        if (ended) {
          expect(code).toBe(3)
          expect(comparable(found.rows)).toEqual(comparable(reference.rows))
        }
      }
    }
  }, 3_600_000)
})
