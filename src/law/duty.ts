import type { Actor } from './actors.ts'
import { type ArticleNumber, art, type Cite, type InstrumentKey } from './cite.ts'
import type { DeadlineId } from './deadlines/row.ts'
import type { Confirmation, Text } from './text.ts'

/**
 * 法定义务 — who must do, or must not do, what; by which deadline; under which article; and what breach brings.
 */
export interface Duty {
  /** Stable: links and screens use it. */
  readonly id: string
  readonly actor: Actor
  readonly act: Text
  readonly deadline?: DeadlineId
  readonly basis: Cite
  readonly penalty?: Cite
  readonly status: Confirmation
}

/** A duty as an instrument's file writes it: articles by number, confirmed unless it says otherwise. */
export interface DutyLine {
  readonly id: string
  readonly actor: Actor
  readonly article: ArticleNumber
  readonly zh: string
  readonly en: string
  readonly deadline?: DeadlineId
  /** An article of the regulation on wage payment (Decree 724) that punishes the breach. */
  readonly penalty?: ArticleNumber
  readonly status?: Confirmation
}

/** 义务清单 — the duties of an instrument, with their cites spelt out. */
export function dutiesOf(instrument: InstrumentKey, lines: readonly DutyLine[]): readonly Duty[] {
  return lines.map(({ id, actor, article, zh, en, deadline, penalty, status }) => ({
    id,
    actor,
    act: { zh, en },
    ...(deadline === undefined ? {} : { deadline }),
    basis: art(instrument, article),
    ...(penalty === undefined ? {} : { penalty: art('regulation-724', penalty) }),
    status: status ?? 'confirmed',
  }))
}
