import { type Static, Type } from 'typebox'

import { intakeChannels, intakeKinds, intakeStates, templateKinds } from '../intake.ts'
import { orNull } from './or-null.ts'

const Kind = Type.Enum([...intakeKinds])
const State = Type.Enum([...intakeStates])
const Day = Type.String({ format: 'date' })
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const Word = Type.String({ minLength: 1, maxLength: 100 })

export const IntakeId = Type.Object({ intakeId: Type.String({ format: 'uuid' }) })
export type IntakeId = Static<typeof IntakeId>

export const TemplateKindName = Type.Object({ kind: Type.Enum([...templateKinds]) })

const answer = {
  kind: Type.Optional(Kind),
  worksite: Type.Optional(Word),
  device: Type.Optional(Word),
  number: Type.Optional(Word),
  month: Type.Optional(Month),
  /** Column title → field, or `ignore`. */
  mapping: Type.Optional(Type.Record(Type.String({ minLength: 1, maxLength: 200 }), Word)),
}

/** 答复 — what the sender says when a message asks. */
export const IntakeAnswer = Type.Object(answer, { additionalProperties: false })
export type IntakeAnswer = Static<typeof IntakeAnswer>

/**
 * 上传附言 — the text field `options` of an upload: an answer ahead, and the day on which it counts as
 * received.
 */
export const UploadOptions = Type.Object(
  { ...answer, receivedOn: Type.Optional(Day) },
  { additionalProperties: false },
)
export type UploadOptions = Static<typeof UploadOptions>

/** 回执 — that a message is stored, and where its reading stands. */
export const Receipt = Type.Object({
  intakeId: Type.String(),
  /** 摘要 — the first 16 hex digits of the keyed hash of the bytes. */
  hash: Type.String(),
  state: State,
  kind: orNull(Kind),
  fileName: Type.String(),
  byteCount: Type.Integer(),
  channel: Type.Enum([...intakeChannels]),
  receivedAt: Type.String(),
  receivedOn: Type.String(),
  rowsTaken: Type.Integer(),
  rowsFailed: Type.Integer(),
  /** The same content came before; this is the receipt of that time. */
  sentBefore: Type.Boolean(),
})
export type Receipt = Static<typeof Receipt>

/**
 * 问题 — what is asked or why it is refused, in the caller's language, with the data that an answer form
 * needs.
 */
const Problem = Type.Object({
  code: Type.String(),
  message: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
})
export type IntakeProblem = Static<typeof Problem>

export const IntakeItem = Type.Object({
  ...Receipt.properties,
  finishedAt: orNull(Type.String()),
  problem: orNull(Problem),
})
export type IntakeItem = Static<typeof IntakeItem>

export const IntakeQuery = Type.Object({
  state: Type.Optional(State),
  kind: Type.Optional(Kind),
  /** Part of the file name, or the beginning of the receipt's number or hash. */
  text: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type IntakeQuery = Static<typeof IntakeQuery>

export const IntakeList = Type.Object({ total: Type.Integer(), items: Type.Array(IntakeItem) })
export type IntakeList = Static<typeof IntakeList>

/** 导入问题 — a row that was refused or doubted, and why; row 0 is the sheet as a whole. */
export const IntakeIssue = Type.Object({
  sheet: Type.String(),
  row: Type.Integer(),
  column: Type.String(),
  severity: Type.Enum(['error', 'warning']),
  code: Type.String(),
  message: Type.String(),
})
export type IntakeIssue = Static<typeof IntakeIssue>

const Group = Type.Object({
  kind: Kind,
  sheet: Type.String(),
  taken: Type.Integer(),
  failed: Type.Integer(),
})

/** 进度 — of a message that waits or is being read: the share of it that has been read, 0 to 1. */
export const IntakeProgress = Type.Object({
  phase: Type.Enum(['waiting', 'reading', 'failed']),
  share: Type.Number(),
})
export type IntakeProgress = Static<typeof IntakeProgress>

export const IntakeDetailQuery = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type IntakeDetailQuery = Static<typeof IntakeDetailQuery>

export const IntakeDetail = Type.Object({
  intake: IntakeItem,
  groups: Type.Array(Group),
  progress: orNull(IntakeProgress),
  issueTotal: Type.Integer(),
  issues: Type.Array(IntakeIssue),
})
export type IntakeDetail = Static<typeof IntakeDetail>

export const SourceQuery = Type.Object({
  sheet: Type.Optional(Type.String({ maxLength: 200 })),
  row: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
})
export type SourceQuery = Static<typeof SourceQuery>

/** 来源行 — a row of a message as it was sent, long numbers masked; a line of text or XML is one cell. */
export const SourceRow = Type.Object({
  intakeId: Type.String(),
  fileName: Type.String(),
  sheet: Type.String(),
  row: Type.Integer(),
  cells: Type.Array(Type.Object({ title: Type.String(), text: Type.String() })),
})
export type SourceRow = Static<typeof SourceRow>
