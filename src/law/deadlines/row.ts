import type { Actor } from '../actors.ts'
import type { Cite } from '../cite.ts'
import type { Period } from '../deadline.ts'
import type { Confirmation, Text } from '../text.ts'

/** 期限编号 — D01 to D67 of the table of statutory deadlines; a, b, c where one row holds several clocks. */
export type DeadlineId = `D${number}` | `D${number}${'a' | 'b' | 'c'}`

/** 周期 — what a duty recurs by. */
export const recurrences = ['month', 'quarter', 'half-year', 'year'] as const
export type Recurrence = (typeof recurrences)[number]

/**
 * 期限形式 — what a number of days means: within: act by its last day, which rolls forward; before: act at least
 * so long before, rolling back; wait: one may act only after its last day; keep: keep at least so long; term:
 * a state lasts so long; valid: be valid at least so long and as long as something else; cycle: an agreed
 * cycle is at most so long; recurring: so many times in each period; extension: adds to another deadline;
 * hours: act within so many hours; pay-day: act by the agreed day, which moves back before a day off.
 */
export type DeadlineForm =
  | { readonly form: 'within'; readonly period: Period; readonly extension?: Period }
  | { readonly form: 'before'; readonly period: Period }
  | { readonly form: 'wait'; readonly period: Period }
  | { readonly form: 'keep'; readonly period: Period }
  | { readonly form: 'term'; readonly period: Period }
  | { readonly form: 'valid'; readonly period: Period; readonly atLeastAlso: Text }
  | { readonly form: 'cycle'; readonly period: Period }
  | { readonly form: 'recurring'; readonly times: number; readonly per: Recurrence }
  | { readonly form: 'extension'; readonly of: DeadlineId; readonly period: Period }
  | { readonly form: 'hours'; readonly hours: number }
  | { readonly form: 'pay-day' }

/** 法定期限 — one row of the table of deadlines. */
export interface StatutoryDeadline {
  readonly id: DeadlineId
  readonly actor: Actor
  readonly trigger: Text
  readonly term: DeadlineForm
  readonly action: Text
  readonly onMiss: Text
  readonly basis: readonly [Cite, ...Cite[]]
  readonly status: Confirmation
  /**
   * True where the text does not say whether its days are working days; we count calendar days, the stricter.
   */
  readonly dayTypeAssumed?: true
}

/** 常见逾期后果 — consequences that several rows share. */
export const misses = {
  overdue: { zh: '办理超期', en: 'overdue' },
  rightLost: { zh: '逾期丧失权利', en: 'the right is lost' },
  blocked: { zh: '期满前不得办理', en: 'blocked until then' },
  final: { zh: '决定生效', en: 'the decision becomes final' },
  maySue: { zh: '当事人可以起诉', en: 'the party may sue' },
  sanction: { zh: '责任人员受处分', en: 'sanction on those responsible' },
  none: { zh: '法律未规定后果', en: 'no consequence stated' },
} as const satisfies Record<string, Text>

export function within(n: number, unit: Period['unit'], extension?: Period): DeadlineForm {
  const period = { n, unit }
  return extension === undefined ? { form: 'within', period } : { form: 'within', period, extension }
}

export function wait(n: number, unit: Period['unit']): DeadlineForm {
  return { form: 'wait', period: { n, unit } }
}
