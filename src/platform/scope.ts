import { type RawBuilder, sql } from 'kysely'

import type { Scope } from './db/session.ts'
import type { Tx } from './transact.ts'

/** Columns by which a row belongs to somebody, as far as a table has them. */
export type ScopeColumn =
  | 'area_code'
  | 'sector'
  | 'general_contractor_id'
  | 'employing_unit_id'
  | 'project_owner_id'
  | 'account_bank_id'
  | 'sender_organization_id'
  | 'person_id'

type Condition = RawBuilder<boolean>

const worksiteColumns: readonly ScopeColumn[] = ['area_code', 'sector', 'general_contractor_id']

/**
 * 范围条件 — the first lock: what a row of `alias` must meet to be in the actor's scope, as plain conditions that
 * an index can serve. `columns` are those of the scope columns that the table has; a scope that opens nothing
 * gives `false`.
 */
export function scopeOf(tx: Tx, alias: string, columns: readonly ScopeColumn[] = worksiteColumns): Condition {
  return within(tx.actor.scope, alias, columns)
}

/** 范围内 — the same for a scope at hand. */
export function within(scope: Scope, alias: string, columns: readonly ScopeColumn[]): Condition {
  const column = (name: ScopeColumn) => sql.ref(`${alias}.${name}`)
  const ways: Condition[] = []
  if (columns.includes('area_code') && scope.areas.length > 0 && scope.sectors.length > 0) {
    ways.push(areaCondition(scope, alias, columns.includes('sector')))
  }
  if (scope.organizations.length > 0) {
    const named = columns.filter((name) => name.endsWith('_id') && name !== 'person_id')
    ways.push(...named.map((name): Condition => sql`${column(name)} = any(${scope.organizations}::uuid[])`))
  }
  if (scope.person !== null && columns.includes('person_id')) {
    ways.push(sql`${column('person_id')} = ${scope.person}::uuid`)
  }
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`
}

function areaCondition(scope: Scope, alias: string, hasSector: boolean): Condition {
  const code = sql.ref(`${alias}.area_code`)
  const both: Condition[] = []
  if (scope.areas !== '*') {
    // A range and not `like`, for a range is served by the index whatever the collation of the database.
    const ranges = scope.areas.map((prefix) => sql`(${code} >= ${prefix} and ${code} < ${next(prefix)})`)
    both.push(sql`(${sql.join(ranges, sql` or `)})`)
  }
  if (scope.sectors !== '*' && hasSector) {
    both.push(sql`${sql.ref(`${alias}.sector`)} = any(${scope.sectors}::text[])`)
  }
  return both.length === 0 ? sql`true` : sql`(${sql.join(both, sql` and `)})`
}

/** The first code of the same length that is outside the prefix; none begins with 9, so the length stays. */
function next(prefix: string): string {
  return String(Number(prefix) + 1)
}
