import type { Month } from '../../law/day.ts'
import type { Tx } from '../../platform/transact.ts'
import { allocatePayouts } from './allocation.store.ts'
import { findWorkCalendar } from './calendar.store.ts'
import {
  accrueWages,
  addMonthsOnlyPaid,
  findTouched,
  gatherClaims,
  listTouchedMonths,
  type PaidDays,
} from './claims.store.ts'
import { gatherDues, listPayTerms, weighParts } from './dues.store.ts'
import { paidDaysIn } from './paid-days.ts'
import { paySlots } from './pay-slots.ts'
import { addMonthsOfPayouts, findPayouts, findStored, hasPayouts, settleHomes } from './payouts.store.ts'
import { writeFold } from './rows.store.ts'
import { beginFold, endFold } from './touch.store.ts'

/**
 * 归集 — brings `wage_month`, `wage_due` and `payout_allocation` up to date with the claims of every month that
 * `touchMonths` noted in this transaction; gives the number of rows that changed. The result depends on the claims alone,
 * not on the order in which they came. The actor must see the whole worksite: a fold over half of it would be wrong.
 */
export async function foldTouched(tx: Tx): Promise<number> {
  await beginFold(tx)
  await findTouched(tx)
  const anyPayouts = await hasPayouts(tx)
  if (anyPayouts) {
    await findPayouts(tx)
    await findStored(tx)
    await addMonthsOfPayouts(tx)
  }
  await gatherClaims(tx)
  if (anyPayouts) {
    await addMonthsOnlyPaid(tx)
  }
  await accrueWages(tx, paidDays(await listTouchedMonths(tx)))
  await findDues(tx, anyPayouts)
  if (anyPayouts) {
    await settleHomes(tx)
    await allocatePayouts(tx)
  }
  const changed = await writeFold(tx, anyPayouts)
  await endFold(tx)
  return changed
}

async function findDues(tx: Tx, withOthers: boolean): Promise<void> {
  const calendar = await findWorkCalendar(tx)
  const terms = await listPayTerms(tx)
  const slots = terms.flatMap((each) => paySlots(each, calendar).map((slot) => ({ ...each, ...slot })))
  await weighParts(tx, slots)
  await gatherDues(tx, slots, withOthers)
}

function paidDays(months: readonly Month[]): readonly PaidDays[] {
  return months.map((month) => ({ month, hundredths: paidDaysIn(month) }))
}
