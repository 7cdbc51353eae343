import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'

import type { FileLimits } from '../sheets/limits.ts'

export type KillReason = 'slow' | 'memory' | 'aborted'

export interface Watch {
  /** Begins to count the time of a file. */
  begin(): void
  residentMegabytes(): Promise<number>
  kill(reason: KillReason): void
  /**
   * Runs `work` while the time of the child is counted; the rest of the time the caller is at work, not the
   * child.
   */
  whileWaiting<T>(work: () => Promise<T>): Promise<T>
  /** Why the child is gone, once it is. */
  ended(): Promise<{ reason: KillReason | undefined; heapFull: boolean; stderr: string }>
  stop(): void
}

const TICK_MILLISECONDS = 50
const STDERR_CHARACTERS = 8_192

/**
 * 看守子进程 — ends a child that works longer or holds more memory than the limits allow. The heap has a limit
 * of its own inside the child; resident memory is read from outside, since buffers and WebAssembly are not
 * in the heap and a busy child cannot watch itself. Where the system has no `/proc` the limit of the heap
 * must do.
 */
export function watchChild(child: ChildProcess, limits: FileLimits): Watch {
  let reason: KillReason | undefined
  let stderr = ''
  let waiting = false
  let ticks = 0
  const exited = once(child, 'exit').catch(() => [null, null])

  function kill(why: KillReason): void {
    reason ??= why
    child.kill('SIGKILL')
  }

  async function tick(): Promise<void> {
    ticks += waiting ? 1 : 0
    if (ticks * TICK_MILLISECONDS > limits.seconds * 1000) {
      kill('slow')
    } else if ((await residentMegabytes(child.pid)) > limits.memoryMegabytes) {
      kill('memory')
    }
  }

  // A process that could not be started or killed; what it means is told by the closed pipe.
  child.on('error', () => undefined)
  const timer = setInterval(() => void tick(), TICK_MILLISECONDS)
  if (child.stderr instanceof Readable) {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_CHARACTERS)
    })
  }

  return {
    begin() {
      ticks = 0
    },
    residentMegabytes: () => residentMegabytes(child.pid),
    kill,
    async whileWaiting(work) {
      waiting = true
      try {
        return await work()
      } finally {
        waiting = false
      }
    },
    async ended() {
      const [, signal] = await exited
      const heapFull = /heap out of memory|allocation failed/i.test(stderr) || signal === 'SIGKILL'
      return { reason, heapFull, stderr }
    },
    stop: () => clearInterval(timer),
  }
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') {
    return 0
  }
  try {
    const status = await readFile(`/proc/${pid}/status`, 'ascii')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
