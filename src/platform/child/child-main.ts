import { once } from 'node:events'
import { Socket } from 'node:net'
import { deserialize } from 'node:v8'

import { invariant, Refusal } from '../../contract/errors.ts'
import { writeFrame } from './frames.ts'
import { ANSWER_FD, type Reader, type ReaderAnswer, type ReaderRequest } from './protocol.ts'

/*
 * The whole program of a reader's process: take a request and its bytes from stdin, run the reader, answer
 * on the pipe, and take the next, until stdin ends or a reader has crashed. It waits whenever the pipe is
 * full, so that a slow caller never makes it hold the whole file as messages.
 */

const answers = new Socket({ fd: ANSWER_FD, readable: false, writable: true })
// The parent is gone or wants no more: nobody is left to tell.
answers.on('error', () => process.exit(0))

async function answer(value: ReaderAnswer): Promise<void> {
  if (!writeFrame(answers, value)) {
    await once(answers, 'drain')
  }
}

/** One file after another, each whole before it is read; a caller with one file closes stdin behind it. */
async function* requests(): AsyncGenerator<{ request: ReaderRequest; bytes: Buffer }> {
  let head = Buffer.alloc(0)
  let request: ReaderRequest | undefined
  let bytes = Buffer.alloc(0)
  let held = 0
  for await (const chunk of process.stdin) {
    invariant(chunk instanceof Buffer, 'stdin has no encoding')
    let rest = chunk
    if (request === undefined) {
      head = Buffer.concat([head, chunk])
      if (head.length < 4 || head.length < 4 + head.readUInt32BE(0)) {
        continue
      }
      const end = 4 + head.readUInt32BE(0)
      request = deserialize(head.subarray(4, end)) as ReaderRequest
      bytes = Buffer.allocUnsafeSlow(request.byteLength)
      rest = head.subarray(end)
      head = Buffer.alloc(0)
    }
    held += rest.copy(bytes, held)
    if (held === request.byteLength) {
      yield { request, bytes }
      request = undefined
      held = 0
    }
  }
  invariant(request === undefined && head.length === 0, 'the parent sends whole files')
}

async function findReader(request: ReaderRequest): Promise<Reader> {
  const loaded: Record<string, unknown> = await import(request.module)
  const reader = loaded[request.exportName]
  invariant(typeof reader === 'function', `${request.exportName} is a reader`)
  return reader as Reader
}

async function read(request: ReaderRequest, bytes: Buffer): Promise<void> {
  const reader = await findReader(request).catch((error: unknown) => {
    // No cell has been read yet, so the message can quote none.
    throw new NotLoaded(error instanceof Error ? error.message : 'thrown value')
  })
  const { name, options, limits } = request
  for await (const message of reader({ bytes, name, options, limits })) {
    await answer({ type: 'message', message })
  }
  await answer({ type: 'end' })
}

class NotLoaded extends Error {
  override name = 'NotLoaded'
}

/**
 * The message of an unexpected error may quote a cell, so only its kind and where it happened leave the
 * process.
 */
function failure(error: unknown): ReaderAnswer {
  if (error instanceof Refusal) {
    return { type: 'refusal', code: error.code, data: { ...error.data }, kind: error.kind }
  }
  const { name, stack = '', message } = error instanceof Error ? error : new Error('thrown value')
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const outOfMemory = name === 'RangeError' && /allocation failed|Invalid string length|memory/i.test(message)
  const trace = error instanceof NotLoaded ? [message, ...frames] : frames
  return { type: 'crash', name, stack: trace.join('\n'), outOfMemory }
}

for await (const { request, bytes } of requests()) {
  try {
    await read(request, bytes)
  } catch (error) {
    const said = failure(error)
    await answer(said)
    if (said.type === 'crash') {
      break
    }
  }
}
answers.end()
process.stdin.destroy()
