import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { type ErrorKind, errorKinds, invariant, Refusal } from '../../contract/errors.ts'
import type { FileLimits } from '../sheets/limits.ts'
import { readFrames, writeFrame } from './frames.ts'
import { ANSWER_FD, isProgress, type ReaderAnswer, type ReaderRequest } from './protocol.ts'
import { type Watch, watchChild } from './watch.ts'

export interface RunReader {
  /**
   * The module that exports the reader: `new URL('./payroll.reader.ts', import.meta.url)`, also in the
   * compiled program.
   */
  readonly readerModule: URL
  readonly exportName: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly options?: unknown
  readonly limits: FileLimits
  /** Called with the share read, 0 to 1, whenever the reader reports it. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

type Failure = Extract<ReaderAnswer, { type: 'refusal' | 'crash' }>

/**
 * The heap may take this part of the memory; buffers and WebAssembly, which stand outside of it, get the
 * rest.
 */
const HEAP_SHARE = 0.5
const isSource = import.meta.url.endsWith('.ts')

/**
 * 运行读取器 — runs a reader in its own process and yields its messages as they come; the child waits while the
 * caller works. The bytes go through a pipe, never through a file; the environment is empty but for the
 * time zone and language; the child is killed when it takes too long or too much, when the signal is
 * aborted and when the caller stops listening.
 * Errors: the reader's own refusals; `file.too-slow`, `file.too-large-in-memory`, `file.reader-crashed`;
 * the abort reason.
 */
export async function* runReader<Message>(run: RunReader): AsyncGenerator<Message> {
  run.signal?.throwIfAborted()
  const child = startChild(run.limits)
  const watch = watchChild(child, run.limits)
  const abort = () => watch.kill('aborted')
  run.signal?.addEventListener('abort', abort)
  try {
    sendRequest(child, run)
    yield* receive<Message>(child, watch, run)
  } finally {
    run.signal?.removeEventListener('abort', abort)
    watch.stop()
    child.kill('SIGKILL')
  }
}

async function* receive<Message>(child: ChildProcess, watch: Watch, run: RunReader): AsyncGenerator<Message> {
  const pipe = child.stdio[ANSWER_FD]
  invariant(pipe instanceof Readable, 'the answer pipe is readable')
  const answers = readFrames(pipe)
  for (;;) {
    const next = await watch.whileWaiting(() => answers.next())
    if (next.done === true) {
      throw await lostChild(watch, run)
    }
    // Both ends of the pipe are this program, so the value has the shape that the other end gave it.
    const answer = next.value as ReaderAnswer
    if (answer.type === 'end') {
      return
    }
    if (answer.type !== 'message') {
      throw failed(answer, run)
    }
    if (isProgress(answer.message)) {
      run.onProgress?.(answer.message.share)
    } else {
      yield answer.message as Message
    }
  }
}

function startChild(limits: FileLimits): ChildProcess {
  const main = new URL(isSource ? './child-main.ts' : './child-main.js', import.meta.url)
  const heapMegabytes = Math.floor(limits.memoryMegabytes * HEAP_SHARE)
  const flags = [
    `--max-old-space-size=${heapMegabytes}`,
    '--max-semi-space-size=8',
    ...(isSource ? loaderFlags() : []),
  ]
  return spawn(process.execPath, [...flags, fileURLToPath(main)], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: childEnvironment(),
    windowsHide: true,
  })
}

/** Named by its file, since a bare name would be looked up from the folder in which the command was given. */
function loaderFlags(): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

/** No address, key or password of the server reaches the process that reads hostile files. */
function childEnvironment(): Record<string, string> {
  const passed = ['TZ', 'LANG', 'SystemRoot', 'TEMP', 'TMPDIR']
  return Object.fromEntries(
    passed.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

function sendRequest(child: ChildProcess, run: RunReader): void {
  const request: ReaderRequest = {
    module: isSource ? run.readerModule.href : run.readerModule.href.replace(/\.ts$/, '.js'),
    exportName: run.exportName,
    name: run.name,
    options: run.options,
    limits: run.limits,
    byteLength: run.bytes.length,
  }
  // A child that has died is noticed at its other pipe; the write error says nothing more.
  const { stdin } = child
  invariant(stdin !== null, 'the child is started with a pipe for stdin')
  stdin.on('error', () => undefined)
  writeFrame(stdin, request)
  stdin.end(run.bytes)
}

function failed(answer: Failure, run: RunReader): Refusal {
  if (answer.type === 'crash') {
    return answer.outOfMemory ? outOfMemory(run) : crashed(`${answer.name}\n${answer.stack}`)
  }
  const kind: ErrorKind = errorKinds.find((known) => known === answer.kind) ?? 'refused'
  return new Refusal(answer.code, answer.data, kind)
}

/**
 * The pipe closed without a last word: the child was killed, by us or by the system, or ran out of its
 * heap.
 */
async function lostChild(watch: Watch, run: RunReader): Promise<unknown> {
  const { reason, heapFull, stderr } = await watch.ended()
  if (reason === 'aborted') {
    return run.signal?.reason
  }
  if (reason === 'slow') {
    return new Refusal('file.too-slow', { seconds: run.limits.seconds })
  }
  if (reason === 'memory' || heapFull) {
    return outOfMemory(run)
  }
  return crashed(stderr)
}

function outOfMemory(run: RunReader): Refusal {
  return new Refusal('file.too-large-in-memory', { megabytes: run.limits.memoryMegabytes })
}

function crashed(trace: string): Refusal {
  const refusal = new Refusal('file.reader-crashed', {}, 'bug')
  refusal.cause = trace
  return refusal
}
