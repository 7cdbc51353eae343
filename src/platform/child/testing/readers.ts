import { readFileSync } from 'node:fs'

import { Refusal } from '../../../contract/errors.ts'
import { readSheets, type SheetKind } from '../../sheets/read.ts'
import type { Progress, ReaderInput } from '../protocol.ts'

/** Readers for the tests of `runReader`: well-behaved ones and every way to go wrong. */

export async function* echoReader(input: ReaderInput): AsyncGenerator<unknown> {
  yield { name: input.name, options: input.options, text: Buffer.from(input.bytes).toString('utf8') }
}

export async function* environmentReader(): AsyncGenerator<unknown> {
  yield Object.keys(process.env)
}

export async function* progressReader(): AsyncGenerator<unknown> {
  yield { type: 'progress', share: 0.5 } satisfies Progress
  yield 'half'
  yield { type: 'progress', share: 1 } satisfies Progress
}

export async function* refusingReader(): AsyncGenerator<unknown> {
  yield 'first'
  throw new Refusal('file.csv-quote', { row: 7 }, 'invalid')
}

export async function* failingReader(): AsyncGenerator<unknown> {
  yield 'first'
  throw new TypeError('张三 110105199003071234')
}

export async function* exitingReader(): AsyncGenerator<unknown> {
  yield 'first'
  process.exit(0)
}

export async function* endlessReader(): AsyncGenerator<unknown> {
  yield 'first'
  for (;;) {
    // A reader caught in a loop answers nothing and hears nothing.
  }
}

export async function* processReader(): AsyncGenerator<unknown> {
  yield process.pid
  yield* endlessReader()
}

export async function* pidReader({ options }: ReaderInput): AsyncGenerator<unknown> {
  yield process.pid
  if (options === 'refuse') {
    throw new Refusal('file.csv-quote', { row: 7 }, 'invalid')
  }
  if (options === 'crash') {
    throw new TypeError('broken')
  }
}

/** Memory inside the heap. */
export async function* objectReader(): AsyncGenerator<unknown> {
  yield 'first'
  const held: unknown[] = []
  for (let at = 0; ; at += 1) {
    held.push({ at, text: `row ${at}` })
  }
}

/** Memory outside the heap, of which the heap's limit knows nothing. */
export async function* bufferReader(): AsyncGenerator<unknown> {
  yield 'first'
  const held: Buffer[] = []
  for (;;) {
    held.push(Buffer.alloc(8 * 1024 * 1024, held.length + 1))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export async function* printingReader(): AsyncGenerator<unknown> {
  process.stdout.write('a library prints\n')
  process.stderr.write('and complains\n'.repeat(100_000))
  yield 'done'
}

export async function* twoStepReader(): AsyncGenerator<unknown> {
  yield 'first'
  yield 'second'
}

/** Messages of a megabyte each: more than the child or the parent may hold at once. */
export async function* wideReader(): AsyncGenerator<unknown> {
  for (let at = 0; at < 300; at += 1) {
    yield Buffer.alloc(1024 * 1024, at)
  }
  yield peakMegabytes()
}

export interface SheetReport {
  readonly rows: number
  readonly peakMegabytes: number
}

/** Reads all sheets, sends every row, and reports the peak of its own memory at the end. */
export async function* sheetReader(input: ReaderInput): AsyncGenerator<unknown> {
  let rows = 0
  const kind = input.options as SheetKind
  for await (const event of readSheets(input.bytes, kind, input.limits)) {
    if (event.type === 'rows') {
      rows += event.rows.length
      yield event.rows
      yield { type: 'progress', share: event.share } satisfies Progress
    }
  }
  yield { rows, peakMegabytes: peakMegabytes() } satisfies SheetReport
}

/**
 * The kernel's own mark; that of `resourceUsage` also counts the parent from which the process was forked.
 */
function peakMegabytes(): number {
  if (process.platform !== 'linux') {
    return process.memoryUsage().rss / 1024 / 1024
  }
  const status = readFileSync('/proc/self/status', 'ascii')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
