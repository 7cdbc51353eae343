import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

/**
 * 嵌入式连接 — a connection of `pg` to an embedded database: what the client writes is answered by PGlite instead of
 * a server. The messages of a statement are written together, and so are handed over in one call: one call a message
 * takes more than twice as long.
 */
export function embeddedStream(embedded: PGlite): Duplex {
  let begun = false
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => answer(chunk, done),
    writev: (chunks, done) => answer(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)), done),
    final: (done) => {
      stream.push(null)
      done()
    },
  })
  const answer = (messages: Buffer, done: (error: Error | null) => void) => {
    if (!begun) {
      begun = true
      stream.push(welcome)
      done(null)
      return
    }
    if (messages[0] === terminate) {
      done(null)
      return
    }
    // The bytes are those of the database's own memory, which the next answer overwrites.
    const onRawData = (bytes: Uint8Array) => stream.push(Buffer.from(bytes))
    embedded.execProtocolRawStream(messages, { onRawData }).then(
      () => done(null),
      (error: Error) => done(error),
    )
  }
  const connect = () => {
    embedded.waitReady.then(
      () => stream.emit('connect'),
      (error: Error) => stream.destroy(error),
    )
  }
  return Object.assign(stream, { connect, setNoDelay: () => stream, ref: () => stream, unref: () => stream })
}

/** The session is the one that PGlite has: AuthenticationOk and ReadyForQuery answer the start-up message. */
const welcome = Buffer.from('520000000800000000' + '5a0000000549', 'hex')
const terminate = 'X'.charCodeAt(0)
