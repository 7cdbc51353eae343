import { recognizeFile } from '../../../platform/sheets/kind.ts'
import { defaultLimits } from '../../../platform/sheets/limits.ts'
import { isSheetKind } from '../../../platform/sheets/read.ts'
import type { Importing } from '../ports.ts'
import { readTables } from '../reader.ts'
import { reasonsFileReader } from '../reasons.reader.ts'
import { sourceReader } from '../source.reader.ts'

const limits = defaultLimits

async function first<T>(messages: AsyncIterable<T>): Promise<T> {
  for await (const message of messages) {
    return message
  }
  throw new Error('a reader sends a message')
}

/** 本进程读取 — spreadsheets as `inChildren` reads them, without the second that starting a process takes. */
export const inProcess: Pick<Importing, 'read' | 'readSource' | 'writeReasons'> = {
  async *read({ bytes, fileName: name, options, remembered }) {
    const kind = recognizeFile(bytes, limits)
    if (isSheetKind(kind)) {
      yield* readTables({ bytes, name, options: { options, remembered }, limits }, kind)
    }
  },
  readSource: ({ bytes, fileName: name, ...options }) =>
    first(sourceReader({ bytes, name, options, limits })),
  writeReasons: async ({ bytes, fileName: name, ...options }) =>
    Buffer.from(await first(reasonsFileReader({ bytes, name, options, limits }))),
}
