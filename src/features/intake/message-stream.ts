import type { ReaderMessage } from './importer.ts'

/** 消息流 — the messages of a reader with a look at the next one; closing it ends the child process. */
export interface MessageStream {
  /** The next message without taking it; undefined at the end. */
  peek(): Promise<ReaderMessage | undefined>
  take(): Promise<ReaderMessage | undefined>
  close(): Promise<void>
}

/** 打开消息流 */
export function openMessageStream(messages: AsyncIterable<ReaderMessage>): MessageStream {
  const iterator = messages[Symbol.asyncIterator]()
  let ahead: Promise<ReaderMessage | undefined> | undefined

  async function next(): Promise<ReaderMessage | undefined> {
    const { value, done } = await iterator.next()
    return done === true ? undefined : value
  }

  return {
    peek() {
      ahead ??= next()
      return ahead
    },
    take() {
      const taken = ahead ?? next()
      ahead = undefined
      return taken
    },
    async close() {
      await iterator.return?.()
    },
  }
}
