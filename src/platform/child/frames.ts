import type { Writable } from 'node:stream'
import { deserialize, serialize } from 'node:v8'

const HEADER_BYTES = 4
/** A frame is a batch of rows or one finished file; a longer one means that the stream is out of step. */
const MAX_FRAME_BYTES = 512 * 1024 * 1024

/** 写帧 — writes a value: its length, then what `v8.serialize` makes of it. False when the stream is full. */
export function writeFrame(stream: Writable, value: unknown): boolean {
  const body = serialize(value)
  const header = Buffer.allocUnsafe(HEADER_BYTES)
  header.writeUInt32BE(body.length)
  stream.write(header)
  return stream.write(body)
}

/** 读帧 — the values of a stream of frames, one at a time; a cut-off last frame is dropped. */
export async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let chunks: Buffer[] = []
  let held = 0
  let needed = HEADER_BYTES
  for await (const chunk of stream) {
    chunks.push(chunk)
    held += chunk.length
    while (held >= needed) {
      const joined = chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks)
      const frameBytes = HEADER_BYTES + joined.readUInt32BE(0)
      if (frameBytes > MAX_FRAME_BYTES) {
        throw new Error('frame out of step')
      }
      needed = frameBytes
      chunks = [joined]
      if (held >= frameBytes) {
        yield deserialize(joined.subarray(HEADER_BYTES, frameBytes))
        chunks = [joined.subarray(frameBytes)]
        held -= frameBytes
        needed = HEADER_BYTES
      }
    }
  }
}
