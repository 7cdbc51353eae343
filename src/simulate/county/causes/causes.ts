import type { CauseId } from '../cause-ids.ts'
import type { Habits, MonthAt } from '../habits.ts'
import { cardsHeld, ghostsPaid } from './cards.ts'
import { livingAllowance, twoLedgers } from './ledgers.ts'
import { moneyLate } from './money.ts'
import { deviceOff, lateUpload } from './silence.ts'
import { leaversUnpaid, subcontractorWithholds } from './subcontractor.ts'

type Cause = (month: MonthAt, healthy: Habits) => Habits

const asUsual: Cause = (_, healthy) => healthy

/** 成因 — what each cause changes in the dealings of a month. */
export const causes: Readonly<Record<CauseId, Cause>> = {
  healthy: asUsual,
  'late-upload': lateUpload,
  'missing-institutions': asUsual,
  'owner-late': moneyLate,
  'unit-short': moneyLate,
  'subcontractor-withholds': subcontractorWithholds,
  'ghost-workers': ghostsPaid,
  'cards-held': cardsHeld,
  'living-allowance': livingAllowance,
  'two-ledgers': twoLedgers,
  'device-off': deviceOff,
  'winter-stop': leaversUnpaid,
}
