import { type Static, Type } from 'typebox'

import { Level } from './levels.ts'
import { orNull } from './or-null.ts'

/** 命中查询 — filters of the list; a day asks what was open on that day, and at which level. */
export const FindingQuery = Type.Object({
  asOf: Type.Optional(Type.String({ format: 'date' })),
  worksite: Type.Optional(Type.String({ maxLength: 100 })),
  worksiteId: Type.Optional(Type.String({ format: 'uuid' })),
  rule: Type.Optional(Type.String({ maxLength: 60 })),
  level: Type.Optional(Level),
  state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('cleared'), Type.Literal('all')])),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type FindingQuery = Static<typeof FindingQuery>

/** 来源 — the row of a message that a figure came from. */
export const EvidenceSource = Type.Object({
  intakeId: Type.String(),
  file: Type.String(),
  sheet: Type.String(),
  row: Type.Integer(),
  what: Type.String(),
})
export type EvidenceSource = Static<typeof EvidenceSource>

/** 条文卡 — an article with our gist of it. */
export const ArticleCard = Type.Object({
  label: Type.String(),
  instrument: Type.String(),
  gist: Type.String(),
  status: Type.String(),
})
export type ArticleCard = Static<typeof ArticleCard>

/** 命中 — one finding as lists show it; sums are fen as text. */
export const FindingItem = Type.Object({
  findingId: Type.String(),
  ruleId: Type.String(),
  ruleName: Type.String(),
  codes: Type.Array(Type.String()),
  question: Type.String(),
  level: Level,
  breach: Type.Boolean(),
  worksiteId: Type.String(),
  worksiteCode: Type.String(),
  worksiteName: Type.String(),
  areaCode: Type.String(),
  month: orNull(Type.String()),
  /** 测量值 — what the rule measured, by the names that its bands use; null where it does not apply. */
  measures: Type.Array(Type.Object({ name: Type.String(), value: orNull(Type.Number()) })),
  measure: Type.String(),
  people: Type.Integer(),
  amountFen: Type.String(),
  evidence: Type.Record(Type.String(), Type.Unknown()),
  sources: Type.Array(EvidenceSource),
  articles: Type.Array(ArticleCard),
  openedOn: Type.String(),
  sinceOn: Type.String(),
  clearedOn: orNull(Type.String()),
})
export type FindingItem = Static<typeof FindingItem>

export const FindingList = Type.Object({ total: Type.Integer(), items: Type.Array(FindingItem) })
export type FindingList = Static<typeof FindingList>

/** 命中人员 — one of the people behind a finding, masked. */
export const FindingMember = Type.Object({
  personId: Type.String(),
  name: Type.String(),
  idTail: Type.String(),
  unitName: Type.String(),
  amountFen: Type.String(),
  evidence: Type.Record(Type.String(), Type.Unknown()),
  sources: Type.Array(EvidenceSource),
})
export type FindingMember = Static<typeof FindingMember>

/** 命中详情 — a finding explained: figures, people, articles, what would clear it. */
export const FindingDetail = Type.Object({
  finding: FindingItem,
  clears: Type.String(),
  memberTotal: Type.Integer(),
  members: Type.Array(FindingMember),
})
export type FindingDetail = Static<typeof FindingDetail>
