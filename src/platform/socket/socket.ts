import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { Refusal } from '../../contract/errors.ts'
import { makeFolder } from '../files.ts'
import { newId } from '../ids.ts'
import { isReply, readFrames, readRequest, type VerbReply, type VerbRequest, writeFrame } from './frames.ts'

/** 命令处理 — runs a verb for someone outside, hands on what it prints, and gives its exit code. */
export type VerbHandler = (request: VerbRequest, print: (reply: VerbReply) => void) => Promise<number>

export interface VerbSocket {
  readonly path: string
  /** From now on verbs are run by this handler; until then the socket only shows that its process lives. */
  answer(handler: VerbHandler): void
  /** Stops listening, lets running verbs finish, and removes the socket. */
  close(): Promise<void>
}

/**
 * The system's limit for the path of a socket is 108 bytes on Linux and 104 on macOS, the closing NUL
 * included.
 */
const LONGEST_PATH = 103

/**
 * 打开命令套接字 — in the data folder, for its owner only. A path that the system finds too long gets a private
 * folder of the system's temporary one instead; callers learn the path from the lock file.
 */
export async function openSocket(dataFolder: string): Promise<VerbSocket> {
  makeFolder(dataFolder)
  const place = socketPlace(dataFolder)
  const running = new Set<Promise<void>>()
  const waiting = new Set<Socket>()
  let handler: VerbHandler | undefined
  const server = createServer((connection) => {
    connection.on('error', () => connection.destroy())
    waiting.add(connection)
    const answered = answerOne(connection, (request, print) => {
      waiting.delete(connection)
      return handler === undefined ? undefined : handler(request, print)
    }).finally(() => {
      waiting.delete(connection)
      running.delete(answered)
    })
    running.add(answered)
  })
  await listen(server, place.path)
  await chmod(place.path, 0o600)
  // A process that is otherwise done must not be kept alive by the socket that only shows it lives.
  server.unref()
  return {
    path: place.path,
    answer(given) {
      handler = given
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const connection of waiting) {
        connection.destroy()
      }
      await Promise.all(running)
      await closed
      rmSync(place.remove, { recursive: true, force: true })
    },
  }
}

/**
 * 经套接字执行 — has a verb run by the process that listens at `path`; prints what it prints, gives its exit
 * code.
 */
export async function callSocket(
  path: string,
  request: VerbRequest,
  print: (reply: VerbReply) => void,
): Promise<number> {
  const connection = await dial(path)
  let exit: number | undefined
  const take = (frame: unknown): void => {
    if (isReply(frame)) {
      if (frame.type === 'exit') {
        exit = frame.code
      } else {
        print(frame)
      }
    }
  }
  writeFrame(connection, request)
  await readFrames(connection, take).catch(() => undefined)
  if (exit === undefined) {
    throw new Refusal('socket.broken-off', { socket: path })
  }
  return exit
}

async function answerOne(
  connection: Socket,
  handle: (...given: Parameters<VerbHandler>) => ReturnType<VerbHandler> | undefined,
): Promise<void> {
  try {
    const request = await readRequest(connection)
    const code =
      request === undefined ? undefined : await handle(request, (reply) => writeFrame(connection, reply))
    if (code !== undefined) {
      writeFrame(connection, { type: 'exit', code })
    }
  } catch {
    // Whatever was sent was no request of ours; the caller sees the connection end without an exit code.
  } finally {
    connection.end()
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
}

function dial(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const connection = connect(path, () => resolve(connection))
    connection.once('error', () => reject(new Refusal('socket.broken-off', { socket: path })))
  })
}

function socketPlace(dataFolder: string): { path: string; remove: string } {
  const name = `${newId().slice(-8)}.sock`
  const path = join(dataFolder, name)
  if (Buffer.byteLength(path) <= LONGEST_PATH) {
    return { path, remove: path }
  }
  const elsewhere = join(mkdtempSync(join(tmpdir(), 'anxin-')), name)
  return { path: elsewhere, remove: dirname(elsewhere) }
}
