import type { Tx } from '../../platform/transact.ts'
import { allocatePayouts } from './allocation.store.ts'
import { findWorkCalendar } from './calendar.store.ts'
import {
  accrueWages,
  addMonthsOnlyPaid,
  analyze,
  type FoldSize,
  findTouched,
  gatherClaims,
} from './claims.store.ts'
import { gatherDues, listPayTerms } from './dues.store.ts'
import { paySlots } from './pay-slots.ts'
import { addMonthsOfPayouts, findPayouts, findStored, settleHomes } from './payouts.store.ts'
import { writeFold } from './rows.store.ts'
import { beginFold, endFold } from './touch.store.ts'

/**
 * 归集 — brings `wage_month`, `wage_due` and `payout_allocation` up to date with the claims of every month that
 * `touchMonths` noted in this transaction; gives the number of rows that changed. The result depends on the
 * claims alone, not on the order in which they came. The actor must see the whole worksite: a fold over
 * half of it would be wrong.
 */
export async function foldTouched(tx: Tx): Promise<number> {
  await beginFold(tx)
  const size = await findTouched(tx)
  if (size.anyPayouts) {
    await analyze(tx, size, 'fold_key')
    await findPayouts(tx)
    await findStored(tx)
    await analyze(tx, size, 'fold_payout', 'fold_stored')
    await addMonthsOfPayouts(tx)
  }
  await gatherClaims(tx)
  if (size.anyPayouts) {
    await addMonthsOnlyPaid(tx)
  }
  await accrueWages(tx)
  await findDues(tx, size)
  if (size.anyPayouts) {
    await analyze(tx, size, 'fold_row', 'fold_due')
    await settleHomes(tx)
    await allocatePayouts(tx, size)
  }
  const changed = await writeFold(tx, size)
  await endFold(tx)
  return changed
}

async function findDues(tx: Tx, size: FoldSize): Promise<void> {
  const calendar = await findWorkCalendar(tx)
  const terms = await listPayTerms(tx)
  const slots = terms.flatMap((each) => paySlots(each, calendar).map((slot) => ({ ...each, ...slot })))
  await gatherDues(tx, slots, size)
}
