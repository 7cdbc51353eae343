import type { IntakeKind } from '../../contract/intake.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Vault } from '../../platform/vault/vault.ts'

export type { IntakeKind } from '../../contract/intake.ts'

/**
 * 一组记录 — a sheet, statement or log inside a file: everything in it shares one head (month, project,
 * account…).
 */
export interface Group {
  kind: IntakeKind
  /** Sheet name; for files without sheets the file's own name. */
  sheet: string
  /** First and last row of the header, as Excel counts; absent where the source has none. */
  headerRows?: readonly [first: number, last: number]
  /** Fields that a record leaves out where it has nothing to say; they are null when the loader gets it. */
  fields?: readonly string[]
  /** What stands above the table, by kind; each loader states and checks the shape that it expects. */
  head: Readonly<Record<string, unknown>>
}

/** 源行 — one row as read: its place in the source and its typed record. */
export interface SourceRow<R = Readonly<Record<string, unknown>>> {
  row: number
  record: R
}

/** 行问题 — why a row was refused (error) or doubted (warning). Data hold no personal values. */
export interface RowIssue {
  sheet: string
  row: number
  column: string
  severity: 'error' | 'warning'
  code: string
  data: Readonly<Record<string, unknown>>
}

/**
 * 读取消息 — what a reader in the child process sends, in this order: group, its rows and issues, next group,
 * …
 */
export type ReaderMessage =
  | { type: 'group'; group: Group }
  | { type: 'rows'; rows: SourceRow[] }
  | { type: 'issues'; issues: RowIssue[] }
  | { type: 'ask'; code: string; data: Readonly<Record<string, unknown>> }
  /** How much of the file has been read, 0 to 1. */
  | { type: 'progress'; share: number }

/** 导入选项 — what the sender said beside the file. */
export interface IntakeOptions {
  kind?: IntakeKind
  /** 项目编码 of the worksite that the file is about, when the file does not say. */
  worksite?: string
  /** 设备序列号 of the gate that wrote the log. */
  device?: string
  /** 工资表编号, when the sheet has none. */
  number?: string
  /** 所属月份 YYYY-MM, when the sheet has none. */
  month?: string
  /** Normalized column title → field name, or 'ignore'. */
  mapping?: Readonly<Record<string, string>>
}

/** 列映射 — what a sender's own column titles mean, by kind of table. */
export type RememberedColumns = Readonly<Partial<Record<IntakeKind, Readonly<Record<string, string>>>>>

/** 读取选项 — what a reader is told beside the bytes. */
export interface ReadingOptions {
  readonly options: IntakeOptions
  readonly remembered: RememberedColumns
}

/** 待导入的一组 — what a loader works on. It runs inside the one transaction of the file. */
export interface Load {
  tx: Tx
  vault: Vault
  intake: { id: string; senderId: string; fileName: string; receivedOn: string; options: IntakeOptions }
  group: Group
  /** Batches of rows, in file order; must be read to the end. */
  rows: AsyncIterable<readonly SourceRow[]>
  /** Keeps a row out, with the reason; the rest of the file goes on. */
  reject(row: number, code: string, data?: Readonly<Record<string, unknown>>, column?: string): void
  /** Takes a row, with a doubt that the sender should see. */
  warn(row: number, code: string, data?: Readonly<Record<string, unknown>>, column?: string): void
}

/** 数据来源 — what the orchestrator notes in feed_receipt for each worksite that a message spoke of. */
export type Feed = 'register' | 'roster' | 'gate' | 'attendance-sheet' | 'payroll' | 'bank'

/** 装载结果 — how many rows went in, which worksites they were about, and until which day they speak. */
export interface Loaded {
  taken: number
  worksiteIds: readonly string[]
  /** YYYY-MM-DD: a statement's end, a log's last punch, a sheet's last day; absent: the day of receipt. */
  coversUntil?: string
}

/**
 * 装载器 — puts the rows of one kind into the database, set by set, and says which wage-months they touch
 * (`touchMonths` of the wage-months feature). A Refusal whose code begins with `ask.` makes the whole
 * message wait for the sender's answer; any other Refusal refuses the message; both leave nothing behind.
 */
export interface Loader {
  kind: IntakeKind
  feed: Feed
  load(load: Load): Promise<Loaded>
}

/**
 * 撤回器 — what a feature does when a message no longer counts: turns off the sheets and register rows that
 * came with it, brings back those that they had replaced, folds its own days again and touches the
 * wage-months (`touchMonths`). The rows of `claim_withdrawal` stand already. Runs again harmlessly.
 */
export interface Withdrawer {
  withdraw(tx: Tx, intakeId: string): Promise<void>
}
