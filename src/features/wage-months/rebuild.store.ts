import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import { foldTouched } from './fold.ts'
import { touchAllOf } from './touch.store.ts'

const worksitesPerSlice = 50

/**
 * 重建 — folds every month of every worksite in the actor's scope again, by the same statements; gives the
 * changed rows.
 */
export async function rebuildAll(tx: Tx): Promise<number> {
  const { rows } = await sql<{ worksite_id: string }>`
    select worksite_id from worksite order by worksite_id`.execute(tx.k)
  let changed = 0
  for (let start = 0; start < rows.length; start += worksitesPerSlice) {
    await touchAllOf(
      tx,
      rows.slice(start, start + worksitesPerSlice).map((row) => row.worksite_id),
    )
    changed += await foldTouched(tx)
  }
  return changed
}
