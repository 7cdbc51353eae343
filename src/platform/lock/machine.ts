import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** 本机标识 — which machine, since which start of it, and in which view of its processes we run. */
export interface Machine {
  readonly host: string
  /**
   * Changes when the machine starts again; shared by its containers. Empty where the system does not tell.
   */
  readonly boot: string
  /** The view in which a process number means something; containers have one each. */
  readonly processView: string
}

export function thisMachine(): Machine {
  return {
    host: hostname(),
    boot: readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    processView: readOr(() => readlinkSync('/proc/self/ns/pid')),
  }
}

/**
 * 进程启动时刻 — a token that differs between two processes which were given the same number one after the other.
 * Undefined when no such process runs; empty where the system does not tell.
 */
export function processStart(pid: number): string | undefined {
  try {
    // Field 22 of the line; the second, the program's name, may hold spaces and brackets, so count from
    // its end.
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return isAlive(pid) ? '' : undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readOr(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
