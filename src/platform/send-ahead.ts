import { setImmediate as nextTurn } from 'node:timers/promises'

/** 分片 — lists of at most so many items, small enough to be the parameters of one statement. */
export function* slices<T>(items: Iterable<T>, size = 10_000): Generator<readonly T[]> {
  let slice: T[] = []
  for (const item of items) {
    slice.push(item)
    if (slice.length === size) {
      yield slice
      slice = []
    }
  }
  if (slice.length > 0) {
    yield slice
  }
}

/**
 * 边备边发 — sends items one after another, and makes the next one while the database is busy with the one
 * before. What `send` throws is thrown here, and nothing is sent after it.
 */
export async function sendAhead<T>(items: Iterable<T>, send: (item: T) => Promise<unknown>): Promise<void> {
  let sent: Promise<unknown> = Promise.resolve()
  try {
    for (const item of items) {
      await sent
      sent = send(item)
      sent.catch(() => undefined)
      await nextTurn()
    }
  } finally {
    await sent
  }
}
