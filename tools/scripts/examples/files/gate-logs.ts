import { addDays, type Day, day } from '../../../../src/law/day.ts'
import type { Punch } from '../attendance.ts'
import type { Site } from '../sites.ts'
import type { SiteStory } from '../world.ts'
import { type MadeFile, madeFile, type RefusedRow } from './made-file.ts'

interface ReadOut {
  readonly receivedOn: Day
  /** First and last day of the punches in the gate's memory; night shifts reach into the morning after. */
  readonly from: Day
  readonly until: Day
}

const march: ReadOut = { receivedOn: day('2026-04-02'), from: day('2026-03-01'), until: day('2026-03-31') }
const april: ReadOut = { receivedOn: day('2026-05-06'), from: day('2026-04-01'), until: day('2026-04-30') }
const may: ReadOut = { receivedOn: day('2026-05-20'), from: day('2026-05-01'), until: day('2026-05-19') }
/** The gate of the healthy site is read out in full again, from the middle of March on. */
const overlapping: ReadOut = { ...april, from: day('2026-03-16') }

/** How gates number the directions; the one of the second site asks nobody to press a key. */
const states = { in: '0', out: '1', unknown: '255' }
const faceCode = '15'
/** By read-out: a line that the memory of a gate has spoiled, and a day that there is not. */
const spoiled = new Map([
  [march, { line: 40, text: '115\t2026-03-1' }],
  [april, { line: 90, text: '103\t2026-04-31 06:58:10\t0\t15\t0' }],
])

/** 考勤机记录 — what the gates of a site hold, read out three times. */
export function gateLogs(story: SiteStory): MadeFile[] {
  const { site } = story
  const later = site.key === 'healthy' ? overlapping : april
  return site.gates.flatMap((_, gate) => [march, later, may].map((each) => logFile(story, gate, each)))
}

function logFile({ site, punches }: SiteStory, gate: number, readOut: ReadOut): MadeFile {
  const [since, before] = [`${readOut.from} 07`, `${addDays(readOut.until, 1)} 07`]
  const isFirst = readOut === march
  const own = punches
    .filter((punch) => punch.gate === gate && (isFirst || punch.at >= since) && punch.at < before)
    .sort((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : one.worker.number - other.worker.number,
    )
  const lines = own.map((punch) => lineOf(site, punch))
  const serial = site.gates[gate] ?? ''
  const name = `${serial}_attlog.dat`
  const refused: RefusedRow[] = []
  const bad = site.key === 'unlisted' && gate === 0 ? spoiled.get(readOut) : undefined
  if (bad !== undefined) {
    lines.splice(bad.line - 1, 0, bad.text)
    refused.push({ sheet: name, row: bad.line, code: 'gate-log.not-a-punch' })
  }
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`)
  return madeFile({ kind: 'gate-log', receivedOn: readOut.receivedOn, name, bytes, refused })
}

function lineOf(site: Site, { worker, at, way }: Punch): string {
  const state = states[site.key === 'unpaid' ? 'unknown' : way]
  return [worker.pin, at, state, faceCode, '0'].join('\t')
}
