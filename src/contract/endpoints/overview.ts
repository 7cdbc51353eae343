import { type Static, Type } from 'typebox'

import { LevelCounts } from './levels.ts'
import { orNull } from './or-null.ts'
import { WorksiteItem } from './worksites.ts'

/** 总览 — the present state of everything in the reader's scope; sums are fen as text. */
export const Overview = Type.Object({
  /** 监测日 — the day of the last run of the rules; null where none ran yet. */
  watchedOn: orNull(Type.String()),
  worksites: Type.Integer(),
  /** 在场人员 — people who have not left, each counted once however many worksites know them. */
  people: Type.Integer(),
  open: LevelCounts,
  /** 查明欠薪 — what the open findings of unpaid wages come to. */
  owed: Type.Object({ fen: Type.String(), people: Type.Integer(), worksites: Type.Integer() }),
  /** 突出用工点 — those with open findings, the gravest first. */
  worst: Type.Array(WorksiteItem),
})
export type Overview = Static<typeof Overview>

/** 走势查询 — days, both included; the last 90 watched days where absent. */
export const HistoryQuery = Type.Object({
  from: Type.Optional(Type.String({ format: 'date' })),
  until: Type.Optional(Type.String({ format: 'date' })),
})
export type HistoryQuery = Static<typeof HistoryQuery>

/** 走势日 — how all findings stood at the end of a day. */
export const HistoryDay = Type.Object({ day: Type.String(), open: LevelCounts, owedFen: Type.String() })
export type HistoryDay = Static<typeof HistoryDay>

/** 走势 — one entry a day from the first watched day on. */
export const History = Type.Object({ days: Type.Array(HistoryDay) })
export type History = Static<typeof History>
