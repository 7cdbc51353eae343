import { TextDecoder } from 'node:util'

import { Refusal } from '../../contract/errors.ts'
import type { ReaderInput } from '../../platform/child/protocol.ts'
import type { ReaderMessage, RowIssue, SourceRow } from '../intake/importer.ts'

/**
 * 打卡记录 — one line of a gate log: the device user, the instant in China time, the direction if the gate tells
 * it.
 */
export interface PunchRecord {
  readonly pin: string
  /** ISO 8601 with +08:00. */
  readonly at: string
  readonly direction: 'in' | 'out' | 'unknown'
}

const batchSize = 5_000
const lineShape = /^\s*(\S{1,24})\t(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)\t(\d{0,3})(?:\t|$)/
const fileNameShape = /^([A-Za-z0-9-]{6,24})_attlog\.dat$/i

/** 状态码 — 0, 3 and 4 let in, 1, 2 and 5 let out; anything else (255: no key pressed) tells nothing. */
const directions: Readonly<Record<string, PunchRecord['direction']>> = {
  '0': 'in',
  '1': 'out',
  '2': 'out',
  '3': 'in',
  '4': 'in',
  '5': 'out',
}

/**
 * 读取考勤机记录 — reads ZKTeco ATTLOG text: `Pin ⇥ yyyy-MM-dd HH:mm:ss ⇥ Status ⇥ …`, further columns ignored.
 * The device is the one in the file's name (`<SN>_attlog.dat`); the sender's option is looked at by the
 * loader first. A line that is none is an issue with its number; a day or hour that does not exist
 * likewise.
 */
export async function* readGateLog(input: ReaderInput): AsyncGenerator<ReaderMessage> {
  const serial = fileNameShape.exec(input.name)?.[1]
  yield {
    type: 'group',
    group: { kind: 'gate-log', sheet: input.name, head: serial === undefined ? {} : { serial } },
  }
  const text = decode(input.bytes)
  let rows: SourceRow[] = []
  let issues: RowIssue[] = []
  let line = 0
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    const content = text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop)
    start = stop + 1
    line += 1
    if (content.trim() === '') {
      continue
    }
    const record = readLine(content)
    if (record === null) {
      issues.push({
        sheet: input.name,
        row: line,
        column: '',
        severity: 'error',
        code: 'gate-log.not-a-punch',
        data: { row: line },
      })
    } else {
      rows.push({ row: line, record: { ...record } })
    }
    if (rows.length >= batchSize) {
      yield { type: 'rows', rows }
      rows = []
      yield { type: 'progress', share: Math.min(1, start / text.length) }
    }
    if (issues.length >= batchSize) {
      yield { type: 'issues', issues }
      issues = []
    }
  }
  yield { type: 'rows', rows }
  yield { type: 'issues', issues }
}

/** Device logs are ASCII but for names; strict UTF-8 first, then the GB18030 of Chinese firmware. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** 读一行 — the punch of a line, or null where the line is none. */
export function readLine(content: string): PunchRecord | null {
  const [, pin, year, month, date, hour, minute, second, status] = lineShape.exec(content) ?? []
  if (pin === undefined || year === undefined || month === undefined || date === undefined) {
    return null
  }
  const instant = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`)
  const exists =
    !Number.isNaN(instant) &&
    Number(hour) < 24 &&
    new Date(instant).getUTCDate() === Number(date) &&
    Number(year) >= 2000
  if (!exists) {
    return null
  }
  return {
    pin,
    at: `${year}-${month}-${date}T${hour}:${minute}:${second}+08:00`,
    direction: directions[status ?? ''] ?? 'unknown',
  }
}

/** 是否考勤机记录 — whether the beginning of a text is that of a gate log. */
export function looksLikeGateLog(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const first = lines.slice(0, 20)
  return first.length > 0 && first.filter((line) => readLine(line) !== null).length * 2 >= first.length
}

/** 拒绝空日志 — a log in which no line is a punch is refused as a whole. */
export function refuseEmptyLog(taken: number, name: string): void {
  if (taken === 0) {
    throw new Refusal('gate-log.empty', { name })
  }
}
