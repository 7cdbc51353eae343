import type { Cite } from './cite.ts'
import type { Day } from './day.ts'
import { LawNotCovered } from './errors.ts'
import type { Confirmation, Text } from './text.ts'

/** 法定数值单位 — what a fact's number counts; money is fen, basis points are hundredths of a percent. */
export const factUnits = [
  'fen',
  'percent',
  'basis-point',
  'person',
  'day',
  'working-day',
  'hour',
  'week',
  'month',
  'quarter',
  'year',
  'event',
  'times',
  'rank',
  'point',
  'item',
  'ratio',
  'text',
] as const
export type FactUnit = (typeof factUnits)[number]

/** 法定数值的一段 — a value with its article from a day on. */
export interface FactSpan<Value> {
  readonly from: Day
  readonly value: Value
  readonly cite: Cite
  readonly status: Confirmation
}

/** 法定数值 — a number of the law that has a history and refuses days that its history does not cover. */
export interface Fact<Value> {
  readonly name: Text
  readonly unit: FactUnit
  readonly spans: readonly FactSpan<Value>[]
  /** The day from which the law no longer has this value; absent while it does. */
  readonly until?: Day
  /** The span in force on a day; LawNotCovered before the first and from `until` on. */
  at(on: Day): FactSpan<Value>
}

export interface FactDefinition<Value> {
  readonly name: Text
  readonly unit: FactUnit
  readonly spans: readonly FactSpan<Value>[]
  readonly until?: Day
}

/**
 * 法定数值定义 — a dated fact. Each span runs until the next begins, so that spans meet by themselves; a RangeError
 * where they are not in order or there is none.
 */
export function fact<Value>(definition: FactDefinition<Value>): Fact<Value> {
  const { name, spans, until } = definition
  const starts = spans.map((span) => span.from)
  const ends = until === undefined ? starts : [...starts, until]
  if (starts.length === 0 || ends.some((end, index) => index > 0 && end <= (ends[index - 1] ?? end))) {
    throw new RangeError(`the spans of "${name.en}" are not in the order of their days`)
  }
  return {
    ...definition,
    at(on) {
      const span = spans.findLast((each) => each.from <= on)
      if (span === undefined || (until !== undefined && on >= until)) {
        throw new LawNotCovered(name, on)
      }
      return span
    },
  }
}

/** 是否法定数值 — tells a fact from the other exports of an instrument. */
export function isFact(value: unknown): value is Fact<unknown> {
  return typeof value === 'object' && value !== null && 'spans' in value && 'at' in value
}

/** 幅度 — from the smaller to the larger sum, in fen, both included. */
export interface FenRange {
  readonly minFen: bigint
  readonly maxFen: bigint
}
