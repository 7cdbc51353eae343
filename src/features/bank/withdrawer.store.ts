import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import type { Withdrawer } from '../intake/importer.ts'
import { touchIntake } from '../wage-months/index.ts'

/**
 * 银行撤回 — the payouts and returns of a message no longer count: the months that they were for are folded
 * again.
 */
export const bankWithdrawer: Withdrawer = { withdraw }

async function withdraw(tx: Tx, intakeId: string): Promise<void> {
  const { rows } = await sql<{ worksite_id: string }>`
    select worksite_id from payout where intake_id = ${intakeId}::uuid
    union
    select worksite_id from payout_return where intake_id = ${intakeId}::uuid`.execute(tx.k)
  for (const { worksite_id } of rows) {
    await touchIntake(tx, worksite_id, intakeId)
  }
}
