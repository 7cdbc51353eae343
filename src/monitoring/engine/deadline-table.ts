import { type RawBuilder, sql } from 'kysely'

import { addDays, type Day, type DeadlineId, reckonDeadline } from '../../law/index.ts'
import type { Asking } from './rule.ts'

/** How far back triggers are laid out, in days. A deadline that began earlier is overdue by more than any band asks. */
const lookBackDays = 500

/** 期限表 — SQL and the first trigger day that it covers; an earlier trigger is looked up as that day. */
export interface DeadlineTable {
  readonly rows: RawBuilder<unknown>
  readonly earliest: Day
}

/**
 * 期限届满日表 — for each day up to the one asked about on which a statutory deadline may have begun, its last day by
 * the deadline engine of the law package: a relation (trigger_on date, last_on date) for a rule to join.
 */
export function deadlineTable({ asOf, calendar }: Asking, id: DeadlineId): DeadlineTable {
  const earliest = addDays(asOf, -lookBackDays)
  const triggers: string[] = []
  const lasts: string[] = []
  for (let trigger = earliest; trigger <= asOf; trigger = addDays(trigger, 1)) {
    const reckoned = reckonDeadline(calendar, id, { trigger })
    if (reckoned.state === 'running') {
      triggers.push(trigger)
      lasts.push(reckoned.dueOn)
    }
  }
  return { earliest, rows: sql`unnest(${triggers}::date[], ${lasts}::date[])` }
}
