import { type Habits, lineOf, type MonthAt, monthFault, payOutOf } from '../habits.ts'
import type { Wage, Worker } from '../model.ts'

/** 虚列人员 — ghosts stand on the sheet and are paid; the account that nobody filled for them runs dry. */
export function ghostsPaid(month: MonthAt, healthy: Habits): Habits {
  const ghosts = month.wages.filter(({ worker }) => worker.isGhost)
  const fault = monthFault(month, 'ghost-workers', {
    people: ghosts.length,
    fromOn: ghosts[0]?.worker.enteredOn ?? month.dueOn,
    makesUpAfter: null,
  })
  const signs = (wage: Wage) => wage.worker.isGhost || healthy.signs(wage)
  return { ...healthy, signs, faults: ghosts.length === 0 ? [] : [fault] }
}

/**
 * 扣卡 — the wages of a crew go to one card, that of its leader or of a broker who is on no roster, and what
 * he hands over comes late and is less.
 */
export function cardsHeld(month: MonthAt, healthy: Habits): Habits {
  const crew = heldCrew(month.workers)
  const [leader, ...others] = crew
  if (leader === undefined || others.length === 0) {
    return healthy
  }
  const drawn = month.ofSite.fork('holder')
  const holder = drawn.chance(0.4) ? month.facts.laborBroker : leader.person
  const part = drawn.int(70, 90)
  const handover = { percent: part, afterDays: month.inventor.int(6, 20) }
  const isHeld = (wage: Wage) => others.includes(wage.worker)
  const held = month.wages.filter(isHeld)
  return {
    ...healthy,
    claim: (wage) => ({ ...lineOf(wage), ...(isHeld(wage) ? { card: holder.bankCard } : {}) }),
    pay: (line, wage) =>
      isHeld(wage) ? { ...payOutOf(line), payeeName: holder.name, handover } : payOutOf(line),
    faults:
      held.length === 0
        ? []
        : [
            monthFault(month, 'shared-card', {
              people: held.length,
              fromOn: healthy.sheetOn ?? healthy.payOn,
              makesUpAfter: null,
            }),
          ],
  }
}

/** The crew whose cards are held: that of the site's first worker, twelve at most. */
function heldCrew(workers: readonly Worker[]): readonly Worker[] {
  return workers.filter(({ crew }) => crew === workers[0]?.crew).slice(0, 12)
}
