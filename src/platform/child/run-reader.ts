import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { Readable, type Writable } from 'node:stream'
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
  const readers = openReaders()
  try {
    yield* readers.run<Message>(run)
  } finally {
    readers.close()
  }
}

/** 连续读取 — reads the files of one sender one after another without a new process for each. */
export interface Readers {
  /** As `runReader`. */
  run<Message>(run: RunReader): AsyncGenerator<Message>
  /** Ends the process that waits for the next file. */
  close(): void
}

/** A process that read so many files makes room for a new one. */
const mostFiles = 200
/** A process that still holds this part of its memory after a file makes room for a new one. */
const mostHeld = 0.5

interface Running {
  readonly child: ChildProcess
  readonly watch: Watch
  readonly answers: AsyncGenerator<unknown>
  readonly stdin: Writable
  files: number
}

/**
 * 打开连续读取 — the process is used again after a file that ended well or was refused, and after nothing else: what
 * was slow, large, broken or left in the middle takes its process with it.
 */
export function openReaders(): Readers {
  let idle: Running | undefined
  let closed = false

  async function giveBack(running: Running, { memoryMegabytes }: FileLimits): Promise<void> {
    const isLight = (await running.watch.residentMegabytes()) < memoryMegabytes * mostHeld
    if (!closed && idle === undefined && running.files < mostFiles && isLight) {
      idle = running
    } else {
      end(running)
    }
  }

  async function* run<Message>(asked: RunReader): AsyncGenerator<Message> {
    asked.signal?.throwIfAborted()
    const running = idle ?? startRunning(asked.limits)
    idle = undefined
    running.files += 1
    running.watch.begin()
    const abort = () => running.watch.kill('aborted')
    asked.signal?.addEventListener('abort', abort)
    let isSound = false
    try {
      sendRequest(running, asked)
      yield* receive<Message>(running, asked)
      isSound = true
    } catch (error) {
      isSound = error instanceof ReaderRefusal
      throw error instanceof ReaderRefusal ? error.refusal : error
    } finally {
      asked.signal?.removeEventListener('abort', abort)
      await (isSound ? giveBack(running, asked.limits) : end(running))
    }
  }

  return {
    run,
    close() {
      closed = true
      if (idle !== undefined) {
        end(idle)
      }
      idle = undefined
    },
  }
}

/** The reader itself refused the file; its process is as it was. */
class ReaderRefusal extends Error {
  override name = 'ReaderRefusal'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

function startRunning(limits: FileLimits): Running {
  const child = startChild(limits)
  const pipe = child.stdio[ANSWER_FD]
  invariant(pipe instanceof Readable && child.stdin !== null, 'the child is started with its pipes')
  // A child that has died is noticed at its other pipe; the write error says nothing more.
  child.stdin.on('error', () => undefined)
  return { child, watch: watchChild(child, limits), answers: readFrames(pipe), stdin: child.stdin, files: 0 }
}

function end({ child, watch }: Running): void {
  watch.stop()
  child.kill('SIGKILL')
}

async function* receive<Message>({ answers, watch }: Running, run: RunReader): AsyncGenerator<Message> {
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

function sendRequest({ stdin }: Running, run: RunReader): void {
  const request: ReaderRequest = {
    module: isSource ? run.readerModule.href : run.readerModule.href.replace(/\.ts$/, '.js'),
    exportName: run.exportName,
    name: run.name,
    options: run.options,
    limits: run.limits,
    byteLength: run.bytes.length,
  }
  writeFrame(stdin, request)
  stdin.write(run.bytes)
}

function failed(answer: Failure, run: RunReader): Refusal | ReaderRefusal {
  if (answer.type === 'crash') {
    return answer.outOfMemory ? outOfMemory(run) : crashed(`${answer.name}\n${answer.stack}`)
  }
  const kind: ErrorKind = errorKinds.find((known) => known === answer.kind) ?? 'refused'
  return new ReaderRefusal(new Refusal(answer.code, answer.data, kind))
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
