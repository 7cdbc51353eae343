import { addDays, type Day, weekday } from '../../law/day.ts'
import { doubledEntry, noonPassages } from '../county/attendance.ts'
import { placeOf } from '../county/frame.ts'
import type { Attendance, County, Frame, Site, Worker } from '../county/model.ts'
import { createRandom } from '../invent/random.ts'
import { type CountyFile, countyFile } from './county-file.ts'

const daySeconds = 86_400
/** When logs are read out: late enough for the day's people to have gone home. */
const readAt = 22 * 3600
/** A log is read out on one day a week, and tells the last days of the week before once more. */
const overlapDays = 2

interface Passage {
  readonly seconds: number
  readonly line: string
}

interface Reading {
  /** Places of days; the first is read from its evening on, the last until its evening. */
  readonly from: number
  readonly until: number
}

/**
 * 考勤机记录 — what each gate of a worksite remembers, read out once a week in the evening. The last days of the
 * reading before are told again; a site that turned its gates off is not heard of any more; one whose files
 * come late is heard of later.
 */
export function* gateLogFiles({ seed, frame }: County, site: Site): Generator<CountyFile> {
  const { facts, plan, lateDays } = site
  if (facts.gates.length === 0) {
    return
  }
  const days = passagesByDay(site, frame, createRandom(`${seed}/gates/${facts.code}`))
  const readings = readOuts(frame, site)
  const late = frame.monthStarts[plan.causeFrom] ?? 0
  for (const [at, until] of readings.entries()) {
    const from = readings[at - 1] ?? -1
    const receivedOn = addDays(frame.days[until] ?? frame.until, until >= late ? lateDays : 0)
    for (const [gate, serial] of facts.gates.entries()) {
      const fresh = textOf(days[gate] ?? [], { from, until })
      const again = at === 0 ? '' : textOf(days[gate] ?? [], { from: from - overlapDays, until: from })
      if (fresh !== '' && receivedOn <= frame.until) {
        const bytes = Buffer.from(`${again}${fresh}`, 'latin1')
        yield countyFile(`${serial}_attlog.dat`, { receivedOn, kind: 'gate-log', bytes })
      }
    }
  }
}

/** The places of the days on which the gates are read out. */
function readOuts(frame: Frame, { plan, silentFrom }: Site): readonly number[] {
  const readingDay = 1 + (plan.index % 6)
  const isHeard = (day: Day) => silentFrom === null || day <= silentFrom
  return frame.days.flatMap((day, at) => {
    const isLast = at === frame.days.length - 1
    return isHeard(day) && (weekday(day) === readingDay || isLast) ? [at] : []
  })
}

function textOf(days: readonly (readonly Passage[])[], { from, until }: Reading): string {
  const found: string[] = []
  for (let at = Math.max(0, from); at <= until; at += 1) {
    for (const { seconds, line } of days[at] ?? []) {
      if ((at > from || seconds >= readAt) && (at < until || seconds < readAt)) {
        found.push(line)
      }
    }
  }
  return found.join('')
}

/** By gate and day, in the order of time. One gate lets in and out; of two, people use the nearer one. */
function passagesByDay(
  site: Site,
  frame: Frame,
  random: ReturnType<typeof createRandom>,
): readonly (readonly (readonly Passage[])[])[] {
  const { gates } = site.facts
  // An old gate reads faces without asking whether they come or go.
  const tellsWay = random.chance(0.85)
  const count = frame.days.length
  const byGate = gates.map(() => Array.from({ length: count }, (): Passage[] => []))
  const end = site.silentFrom === null ? count : placeOf(frame, site.silentFrom)
  for (const [worker, attendance] of site.attendance) {
    for (let at = 0; at < Math.min(count, end); at += 1) {
      for (const { seconds, way } of passages(attendance, worker, at)) {
        const gate = gates.length > 1 && (Number(worker.pin) + (way === 'out' ? 1 : 0)) % 3 === 0 ? 1 : 0
        const place = seconds >= daySeconds ? at + 1 : at
        const status = tellsWay ? (way === 'in' ? 0 : 1) : 255
        const day = frame.days[place]
        if (day !== undefined) {
          const line = `${worker.pin}\t${day} ${clock(seconds % daySeconds)}\t${status}\t15\t0\r\n`
          byGate[gate]?.[place]?.push({ seconds: seconds % daySeconds, line })
        }
      }
    }
  }
  return byGate.map((days) => days.map((each) => each.sort((one, other) => one.seconds - other.seconds)))
}

interface Passing {
  readonly seconds: number
  readonly way: 'in' | 'out'
}

/** 一天的通行 — in and out of a worker, as the gate saw them; seconds beyond a day are of the next. */
export function passages({ came, went, extras }: Attendance, worker: Worker, at: number): readonly Passing[] {
  const [first, last, more] = [came[at] ?? -1, went[at] ?? -1, extras[at] ?? 0]
  const found: Passing[] = []
  if (first >= 0) {
    found.push({ seconds: first, way: 'in' })
    if ((more & doubledEntry) !== 0) {
      found.push({ seconds: first + 5 + (at % 30), way: 'in' })
    }
  }
  if ((more & noonPassages) !== 0) {
    const out = 11 * 3600 + 1800 + ((Number(worker.pin) * 61 + at * 7) % 600)
    found.push({ seconds: out, way: 'out' }, { seconds: out + 3600 + ((at * 13) % 120), way: 'in' })
  }
  if (last >= 0) {
    found.push({ seconds: last, way: 'out' })
  }
  return found
}

/** HH:mm:ss */
export function clock(seconds: number): string {
  const two = (part: number) => (part < 10 ? `0${part}` : String(part))
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
