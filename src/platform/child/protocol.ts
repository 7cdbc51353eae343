import type { FileLimits } from '../sheets/limits.ts'

/** 读取器输入 — all that a reader is given; it reads no file, no clock and no environment. */
export interface ReaderInput {
  readonly bytes: Uint8Array
  /** The file's name as sent; a hint (`<SN>_attlog.dat`), never a proof. */
  readonly name: string
  readonly options: unknown
  readonly limits: FileLimits
}

/**
 * 读取器 — bytes in, messages out; runs in a child process. It refuses by throwing a `Refusal`. A message of
 * the form of `Progress` goes to `onProgress` instead of the caller.
 */
export type Reader = (input: ReaderInput) => AsyncGenerator<unknown>

export interface Progress {
  readonly type: 'progress'
  /** 0 to 1. */
  readonly share: number
}

/** What the parent sends first; `byteLength` bytes of the file follow. */
export interface ReaderRequest {
  readonly module: string
  readonly exportName: string
  readonly name: string
  readonly options: unknown
  readonly limits: FileLimits
  readonly byteLength: number
}

/** What the child sends back; `end` and the two failures are last. */
export type ReaderAnswer =
  | { readonly type: 'message'; readonly message: unknown }
  | { readonly type: 'end' }
  | {
      readonly type: 'refusal'
      readonly code: string
      readonly data: Record<string, unknown>
      readonly kind: string
    }
  | { readonly type: 'crash'; readonly name: string; readonly stack: string; readonly outOfMemory: boolean }

/** The pipe on which the child answers; stdout is left to whatever a library may print. */
export const ANSWER_FD = 3

/** 是否进度 — tells progress from the messages meant for the caller. */
export function isProgress(message: unknown): message is Progress {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'progress' &&
    'share' in message &&
    typeof message.share === 'number'
  )
}
