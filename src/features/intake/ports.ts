import type { Tx } from '../../platform/transact.ts'
import type { IntakeKind, Loader, ReaderMessage, ReadingOptions, Withdrawer } from './importer.ts'

/** 待读消息 — what a reader is given; it runs in a child process. */
export interface Reading extends ReadingOptions {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly onProgress?: ((share: number) => void) | undefined
}

/** 表头行 — first and last row of a header, as Excel counts; zeros where there is none. */
export type HeaderRows = readonly [first: number, last: number]

/** 来源请求 — which row of a message is to be shown. */
export interface SourceRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly sheet: string
  readonly row: number
  readonly headerRows: HeaderRows
  /** Above a line of text, which has no title of its own. */
  readonly lineTitle: string
}

export interface SourceCell {
  readonly title: string
  readonly text: string
}

/** 原因列请求 — which rows of a message failed, and why, in the reader's language. */
export interface ReasonsRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly titles: { readonly line: string; readonly content: string; readonly reason: string }
  readonly failed: readonly {
    readonly sheet: string
    readonly headerRows: HeaderRows
    readonly reasons: ReadonlyMap<number, string>
    /** The whole table is copied, because sending only some of its rows would replace the others. */
    readonly whole: boolean
  }[]
}

/**
 * 接收环境 — what the app gives to the intake: every other feature's part in it, and the reading in child
 * processes.
 */
export interface Importing {
  readonly loaders: readonly Loader[]
  readonly withdrawers: readonly Withdrawer[]
  read(reading: Reading): AsyncIterable<ReaderMessage>
  /** The kind of the first table in each message, null where none is recognized without an answer. */
  recognize(readings: readonly Reading[]): Promise<readonly (IntakeKind | null)[]>
  readSource(request: SourceRequest): Promise<readonly SourceCell[] | null>
  writeReasons(request: ReasonsRequest): Promise<Buffer>
  /** 归集 — brings wage-months and dues up to date with the claims of this transaction. */
  foldTouched(tx: Tx): Promise<unknown>
}
