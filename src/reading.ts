import { Refusal } from './contract/errors.ts'
import type { IntakeKind } from './contract/intake.ts'
import type { ReaderMessage, ReadingOptions } from './features/intake/importer.ts'
import type { ReaderInput } from './platform/child/protocol.ts'
import { type FileKind, recognizeFile } from './platform/sheets/kind.ts'

/*
 * What reads messages in the child process. The readers of every feature are listed here by hand, as their
 * loaders are in importing.ts; each is loaded when it is needed, since the process starts anew for every
 * message.
 */

const ofFormat: Readonly<Record<Exclude<FileKind, 'xlsx' | 'xls' | 'csv'>, IntakeKind>> = {
  attlog: 'gate-log',
  'camt.053': 'bank-statement',
  'camt.054': 'bank-statement',
}

type MessageInput = Omit<ReaderInput, 'options'> & { options: ReadingOptions }

/** 消息读取器 — recognizes what a message is by its content and reads it. */
export async function* messageReader(input: MessageInput): AsyncGenerator<ReaderMessage> {
  const kind = recognizeFile(input.bytes, input.limits)
  if (kind === 'xlsx' || kind === 'xls' || kind === 'csv') {
    const { readTables } = await import('./features/intake/reader.ts')
    yield* readTables(input, kind)
    return
  }
  const said = input.options.options.kind
  if (said !== undefined && said !== ofFormat[kind]) {
    throw new Refusal('intake.kind-differs')
  }
  if (kind === 'attlog') {
    const { readGateLog } = await import('./features/attendance/gate-log.reader.ts')
    yield* readGateLog(input)
  } else {
    const { readCamt } = await import('./features/bank/camt.reader.ts')
    yield* readCamt(input)
  }
}

/** 认类型请求 — several messages at once, their bytes one after another. */
export interface KindsOptions {
  readonly messages: readonly (ReadingOptions & { readonly name: string; readonly byteCount: number })[]
}

/** 类型读取器 — the kind of the first table of each message, null where there is none; in the order given. */
export async function* kindsReader(
  input: Omit<ReaderInput, 'options'> & { options: KindsOptions },
): AsyncGenerator<IntakeKind | null> {
  let start = 0
  for (const { name, byteCount, ...options } of input.options.messages) {
    const bytes = input.bytes.subarray(start, start + byteCount)
    start += byteCount
    yield await firstKind({ bytes, name, options, limits: input.limits })
  }
}

/** Why a message cannot be read is told when it is processed. */
async function firstKind(input: MessageInput): Promise<IntakeKind | null> {
  try {
    for await (const message of messageReader(input)) {
      if (message.type === 'group') {
        return message.group.kind
      }
    }
    return null
  } catch (error) {
    if (error instanceof Refusal) {
      return null
    }
    throw error
  }
}
