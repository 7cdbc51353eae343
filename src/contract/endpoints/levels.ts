import { type Static, Type } from 'typebox'

/** 预警等级 — 蓝、黄、橙、红, by their wire names. */
export const Level = Type.Union([
  Type.Literal('notice'),
  Type.Literal('yellow'),
  Type.Literal('orange'),
  Type.Literal('red'),
])
export type Level = Static<typeof Level>

/** 各等级数 — findings at each level. */
export const LevelCounts = Type.Object({
  red: Type.Integer(),
  orange: Type.Integer(),
  yellow: Type.Integer(),
  notice: Type.Integer(),
})
export type LevelCounts = Static<typeof LevelCounts>
