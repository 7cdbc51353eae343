import { readFileSync, rmSync, unlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

import { Refusal } from '../../contract/errors.ts'
import { isSystemError, makeFolder, writeFileDurably, writeNewFile } from '../files.ts'
import { newId } from '../ids.ts'
import { processStart, thisMachine } from './machine.ts'

/** 占用者 — who holds a folder, as it stands in the lock file. */
export interface Holder {
  readonly pid: number
  /** When that process began, so that another one with its number is not taken for it. */
  readonly started: string
  readonly host: string
  readonly boot: string
  readonly processView: string
  /** The socket on which the holder has been listening since before it took the lock. */
  readonly socket: string
  /** `server` answers verbs by its socket; `verb` only holds the folder until it is done. */
  readonly role: 'server' | 'verb'
  readonly id: string
}

export interface Lock {
  readonly holder: Holder
  /** Gives the folder back. Does nothing the second time, and nothing to a lock that is not ours. */
  release(): void
}

export function lockFile(dataFolder: string): string {
  return join(dataFolder, 'lock')
}

/**
 * 锁定数据文件夹 — one process at a time. PGlite has no lock of its own, and two openers silently lose rows. Refuses
 * `folder.in-use` at once, naming the holder; takes over what a killed process left behind.
 */
export async function lockFolder(
  dataFolder: string,
  our: { readonly socket: string; readonly role: Holder['role'] },
): Promise<Lock> {
  makeFolder(dataFolder)
  const holder: Holder = {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    ...thisMachine(),
    ...our,
    id: newId(),
  }
  await take(lockFile(dataFolder), holder)
  return { holder, release: () => releaseFile(lockFile(dataFolder), holder) }
}

/** 查占用者 — the living holder of a folder, if there is one. One of which we can't tell counts as living. */
export async function findHolder(dataFolder: string): Promise<Holder | undefined> {
  const holder = readHolder(lockFile(dataFolder))
  return holder === undefined || (await isDead(holder)) ? undefined : holder
}

/**
 * Two processes may find the same dead holder at the same time. Who takes over must first hold a second
 * lock that is named after that very holder, and look again: so a lock that was just taken over is never
 * taken for the dead one.
 */
async function take(file: string, holder: Holder): Promise<void> {
  const content = Buffer.from(`${JSON.stringify(holder)}\n`)
  try {
    writeNewFile(file, content)
    return
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) {
      throw error
    }
  }
  const other = readHolder(file)
  if (other === undefined) {
    return await take(file, holder)
  }
  if (!(await isDead(other))) {
    throw new Refusal('folder.in-use', { pid: other.pid, host: other.host, file }, 'conflict')
  }
  const takeover = `${file}.${other.id}`
  await take(takeover, holder)
  try {
    if (readHolder(file)?.id === other.id) {
      writeFileDurably(file, content)
      rmSync(other.socket, { force: true })
      return
    }
  } finally {
    releaseFile(takeover, holder)
  }
  await take(file, holder)
}

function releaseFile(file: string, holder: Holder): void {
  if (readHolder(file)?.id === holder.id) {
    unlinkSync(file)
  }
}

function readHolder(file: string): Holder | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) {
      return undefined
    }
    throw error
  }
  const content = parseObject(text)
  if (content === undefined || typeof content['pid'] !== 'number' || typeof content['id'] !== 'string') {
    throw new Refusal('folder.lock-damaged', { file })
  }
  return {
    pid: content['pid'],
    id: content['id'],
    started: String(content['started']),
    host: String(content['host']),
    boot: String(content['boot']),
    processView: String(content['processView']),
    socket: String(content['socket']),
    role: content['role'] === 'server' ? 'server' : 'verb',
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null ? { ...content } : undefined
  } catch {
    return undefined
  }
}

/**
 * 占用者是否已死 — on the same running machine its socket tells, across containers too: the system refuses the
 * connection when nobody listens any more. Where the socket file is gone the process number and its start
 * tell. Of a holder on another machine we can't tell, and don't touch its folder.
 */
async function isDead(holder: Holder): Promise<boolean> {
  const here = thisMachine()
  if (holder.boot !== here.boot) {
    return holder.host === here.host
  }
  const answer = await knock(holder.socket)
  if (answer !== 'no-socket') {
    return answer === 'refused'
  }
  return holder.processView === here.processView && processStart(holder.pid) !== holder.started
}

function knock(socket: string): Promise<'listening' | 'refused' | 'no-socket'> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => {
      connection.destroy()
      resolve('listening')
    })
    connection.once('error', (error) => {
      const gone = isSystemError(error, 'ENOENT', 'ENOTDIR')
      resolve(gone ? 'no-socket' : isSystemError(error, 'ECONNREFUSED') ? 'refused' : 'listening')
    })
  })
}
