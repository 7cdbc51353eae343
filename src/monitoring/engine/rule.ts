import type { RawBuilder } from 'kysely'

import { invariant } from '../../contract/errors.ts'
import type { Cite, Day, WorkCalendar } from '../../law/index.ts'

/** 预警等级 — 蓝、黄、橙、红, from least to most grave. */
export const levels = ['notice', 'yellow', 'orange', 'red'] as const
export type Level = (typeof levels)[number]

/** 用工点类型 — the kinds of worksite that a rule may apply to. */
export type WorksiteKind = 'project' | 'establishment' | 'labor-platform'

/** 数据来源 — the feeds whose silence makes a rule unable to tell. */
export type Feed = 'register' | 'roster' | 'gate' | 'attendance-sheet' | 'payroll' | 'bank'

/** 档位 — from this value of this measure on, a finding has at least this level. */
export interface Band {
  readonly measure: string
  readonly from: number
  readonly level: Level
}

/** 一次测量 — what a rule's SQL may use: the day it is asked about, and which worksites. Never the clock. */
export interface Asking {
  readonly asOf: Day
  readonly calendar: WorkCalendar
  /** Whether only some worksites are asked about. */
  readonly isOfSome: boolean
  /** A condition that holds the statement to the worksites of this run. */
  only(worksiteColumn: string): RawBuilder<unknown>
}

/**
 * 监测规则 — one question to the wage data, answered for all subjects by one statement.
 *
 * `measure` selects: worksite_id uuid, subject_key text, month date, employing_unit_id uuid, person_id uuid,
 * measures numeric[] (in the order of `measures`), people int, amount_fen bigint, since_on date, evidence
 * jsonb, known boolean (false: this subject cannot be judged now). `members` selects: worksite_id,
 * subject_key, person_id, employing_unit_id, amount_fen bigint, measure numeric, evidence jsonb — the
 * people behind a finding; no value in it may change with the day alone. Where both read the same rows,
 * `facts` selects them once, and they find them under the name `facts`.
 */
export interface Rule {
  readonly id: string
  /**
   * Ids of the published rule lists: R… of the statutes, and the letter-number of the platform comparison.
   */
  readonly codes: readonly string[]
  readonly version: number
  readonly subject: 'worksite' | 'worksite-month' | 'person'
  readonly worksiteKinds: readonly WorksiteKind[]
  /** From where on a hit is a breach of duty by the statute; null for a rule that only tells of a risk. */
  readonly breach: { readonly measure: string; readonly from: number } | null
  basis(asOf: Day): readonly Cite[]
  /** Feeds that must have spoken within so many days; a longer silence makes the worksite unknown. */
  readonly needs: Partial<Record<Feed, number>>
  readonly measures: readonly string[]
  readonly bands: readonly Band[]
  facts?(asking: Asking): RawBuilder<unknown>
  measure(asking: Asking): RawBuilder<unknown>
  members?(asking: Asking): RawBuilder<unknown>
}

/**
 * 定义规则 — checks a rule when it is loaded: bands name its measures, climb with the level, and none is empty.
 */
export function defineRule(rule: Rule): Rule {
  invariant(/^[a-z][a-z-]+$/.test(rule.id), `rule id ${rule.id} is kebab-case`)
  invariant(rule.bands.length > 0, `rule ${rule.id} has bands`)
  for (const measure of rule.measures) {
    const bands = rule.bands.filter((band) => band.measure === measure)
    invariant(
      bands.length > 0 || rule.breach?.measure === measure,
      `rule ${rule.id}: nothing reads the measure ${measure}`,
    )
    for (const [index, band] of bands.entries()) {
      const below = bands[index - 1]
      if (below !== undefined) {
        invariant(below.from < band.from, `rule ${rule.id}: bands of ${measure} climb`)
        invariant(
          levels.indexOf(below.level) < levels.indexOf(band.level),
          `rule ${rule.id}: levels climb too`,
        )
      }
    }
  }
  invariant(
    rule.breach === null || rule.measures.includes(rule.breach.measure),
    `rule ${rule.id}: its breach is told by a measure that it has`,
  )
  const unread = rule.bands.filter((band) => !rule.measures.includes(band.measure))
  invariant(unread.length === 0, `rule ${rule.id}: every band names a measure that it has`)
  return rule
}
