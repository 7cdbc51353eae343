import { Refusal } from '../../contract/errors.ts'
import type { IntakeKind } from '../../contract/intake.ts'
import { type Readers, type RunReader, runReader as runInOwnChild } from '../../platform/child/run-reader.ts'
import { defaultLimits } from '../../platform/sheets/limits.ts'
import type { ReaderMessage } from './importer.ts'
import type { Importing, Reading, SourceCell } from './ports.ts'

const limits = defaultLimits

type Run = Readers['run']

/**
 * 子进程读取 — everything that opens an upload, each time in a child process of its own, or by `runReader` in one
 * that several files of the same sender share. `readerModule` exports `messageReader` and `kindsReader`.
 */
export function inChildren(
  readerModule: URL,
  runReader: Run = runInOwnChild,
): Pick<Importing, 'read' | 'recognize' | 'readSource' | 'writeReasons'> {
  return {
    read({ bytes, fileName: name, options, remembered, onProgress }) {
      return runReader<ReaderMessage>({
        readerModule,
        exportName: 'messageReader',
        name,
        bytes,
        options: { options, remembered },
        limits,
        ...(onProgress === undefined ? {} : { onProgress }),
      })
    },
    recognize: (readings) => recognizeAll({ readerModule, runReader }, readings),
    async readSource({ bytes, fileName: name, ...options }) {
      const module = new URL('./source.reader.ts', import.meta.url)
      return await onlyAnswer<readonly SourceCell[] | null>(runReader, {
        readerModule: module,
        exportName: 'sourceReader',
        name,
        bytes,
        options,
        limits,
      })
    },
    async writeReasons({ bytes, fileName: name, ...options }) {
      const module = new URL('./reasons.reader.ts', import.meta.url)
      const asked = { readerModule: module, exportName: 'reasonsFileReader', name, bytes, options, limits }
      return Buffer.from(await onlyAnswer<Uint8Array>(runReader, asked))
    },
  }
}

async function onlyAnswer<T>(runReader: Run, run: RunReader): Promise<T> {
  for await (const answer of runReader<T>(run)) {
    return answer
  }
  throw new Error(`${run.exportName} sends one message`)
}

interface InChild {
  readonly readerModule: URL
  readonly runReader: Run
}

/** A message on which the process ends is left unrecognized, and another process goes on behind it. */
async function recognizeAll(child: InChild, readings: readonly Reading[]): Promise<(IntakeKind | null)[]> {
  const kinds: (IntakeKind | null)[] = []
  while (kinds.length < readings.length) {
    const before = kinds.length
    try {
      for await (const kind of kindsOf(child, readings.slice(before))) {
        kinds.push(kind)
      }
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      kinds.push(null)
    }
    if (kinds.length === before) {
      throw new Error('kindsReader answers for every message')
    }
  }
  return kinds
}

function kindsOf(
  { readerModule, runReader }: InChild,
  together: readonly Reading[],
): AsyncGenerator<IntakeKind | null> {
  const messages = together.map(({ fileName: name, bytes, options, remembered }) => ({
    name,
    byteCount: bytes.length,
    options,
    remembered,
  }))
  const bytes = Buffer.concat(together.map((each) => each.bytes))
  return runReader({
    readerModule,
    exportName: 'kindsReader',
    name: '',
    bytes,
    options: { messages },
    limits,
  })
}
