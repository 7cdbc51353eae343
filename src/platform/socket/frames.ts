import type { Socket } from 'node:net'

import { invariant } from '../../contract/errors.ts'

/** 请求 — what a verb called from outside brings along to the process that runs it. */
export interface VerbRequest {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly locale: string
  readonly colors: boolean
}

/** 应答 — pieces of output in the order they were written, and at the end the exit code. */
export type VerbReply =
  | { readonly type: 'stdout'; readonly text: string }
  | { readonly type: 'stderr'; readonly text: string }
  | { readonly type: 'exit'; readonly code: number }

/** A request is a command line; anything longer is no request of ours. Replies may be as long as they are. */
const LONGEST_REQUEST = 1024 * 1024

/** A frame is one line of JSON, which never holds a line break of its own. */
export function writeFrame(socket: Socket, frame: VerbRequest | VerbReply): void {
  if (socket.writable) {
    socket.write(`${JSON.stringify(frame)}\n`)
  }
}

/**
 * 读帧 — hands on each frame of a connection as it comes, until the other side ends. Rejects when the
 * connection breaks, and on a frame that is not JSON or longer than `longest`.
 */
export function readFrames(
  socket: Socket,
  take: (frame: unknown) => void,
  longest = Number.POSITIVE_INFINITY,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const pending: string[] = []
    let length = 0
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      try {
        const [first = '', ...lines] = chunk.split('\n')
        pending.push(first)
        length += first.length
        for (const line of lines) {
          take(JSON.parse(pending.splice(0).join('')))
          pending.push(line)
          length = line.length
        }
        invariant(length <= longest, 'a frame on the socket is not longer than it may be')
      } catch (error) {
        reject(error)
      }
    })
    socket.once('error', reject)
    socket.once('close', () => resolve())
  })
}

/** 读请求 — the one request of a connection; undefined when the other side only knocked. */
export function readRequest(socket: Socket): Promise<VerbRequest | undefined> {
  return new Promise((resolve, reject) => {
    const take = (frame: unknown): void => {
      invariant(isRequest(frame), 'the first frame on the socket is a request')
      resolve(frame)
    }
    readFrames(socket, take, LONGEST_REQUEST).then(() => resolve(undefined), reject)
  })
}

export function isReply(frame: unknown): frame is VerbReply {
  if (typeof frame !== 'object' || frame === null || !('type' in frame)) {
    return false
  }
  return frame.type === 'exit'
    ? 'code' in frame && typeof frame.code === 'number'
    : (frame.type === 'stdout' || frame.type === 'stderr') &&
        'text' in frame &&
        typeof frame.text === 'string'
}

function isRequest(frame: unknown): frame is VerbRequest {
  if (typeof frame !== 'object' || frame === null) {
    return false
  }
  const { argv, cwd, locale, colors } = frame as Record<keyof VerbRequest, unknown>
  return (
    Array.isArray(argv) &&
    argv.every((word) => typeof word === 'string') &&
    typeof cwd === 'string' &&
    typeof locale === 'string' &&
    typeof colors === 'boolean'
  )
}
