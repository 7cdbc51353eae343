import { createHash } from 'node:crypto'
import type { CompiledQuery, QueryResult, RawBuilder, Transaction } from 'kysely'

import type { Tables } from '../../../schema/tables.ts'

const kept = new WeakSet<CompiledQuery>()

/**
 * 留计划执行 — runs a statement that comes again and again with other values: the connection keeps its plan, by its
 * text, for to plan it may take longer than to run it. Not for statements whose text changes with what they
 * are given, since nothing is ever forgotten.
 */
export async function executeKept<R>(
  rows: Transaction<Tables>,
  statement: RawBuilder<R>,
): Promise<QueryResult<R>> {
  const compiled = statement.compile(rows)
  kept.add(compiled)
  return await rows.executeQuery(compiled)
}

/** 计划名 — the name under which the plan of a statement is kept; undefined where it is not to be kept. */
export function planName(query: CompiledQuery): string | undefined {
  return kept.has(query) ? createHash('sha256').update(query.sql).digest('hex').slice(0, 32) : undefined
}
