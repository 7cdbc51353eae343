import { sql } from 'kysely'

import type { Day } from '../../law/index.ts'
import type { Tx } from '../../platform/transact.ts'

/**
 * 监测日 — the day as of which the rules ran last, which is the day that open findings speak of; undefined where
 * none ran yet. Ids of runs climb with time, so the last one is found by the key.
 */
export async function findWatchedOn(tx: Tx): Promise<Day | undefined> {
  const { rows } = await sql<{ as_of: Day }>`
    select r.as_of from rule_run r where r.mode = 'live' order by r.run_id desc limit 1`.execute(tx.k)
  return rows[0]?.as_of
}
