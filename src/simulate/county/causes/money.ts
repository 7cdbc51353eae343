import { addDays, type Day, laterOf } from '../../../law/day.ts'
import type { Fault } from '../fault.ts'
import { type Habits, type MonthAt, monthFault } from '../habits.ts'

/**
 * 资金迟到 — the owner pays the labor cost weeks late, in part, or not at all this month; of an establishment it
 * is its own money that is short. Everything else goes as it should: the sheet comes, and the wages are paid
 * when there is money.
 */
export function moneyLate(month: MonthAt, healthy: Habits): Habits {
  const { inventor, fundOn, plan } = month
  const draw = inventor.int(1, 100)
  const late = addDays(fundOn, plan.kind === 'project' ? inventor.int(28, 48) : inventor.int(14, 40))
  const part = inventor.int(35, 60)
  const isPart = draw > 50 && draw <= 80
  const parts = isPart
    ? [
        { on: fundOn, percent: part },
        { on: late, percent: 100 - part },
      ]
    : [{ on: late, percent: 100 }]
  const isMissing = draw > 80 && plan.kind === 'project'
  const funds = isMissing ? [] : parts
  return {
    ...healthy,
    funds,
    faults: plan.kind === 'project' ? [lateFault(month, isMissing ? null : late)] : [],
  }
}

function lateFault(month: MonthAt, paidOn: Day | null): Fault {
  const { frame, fundOn } = month
  const untilOn = paidOn === null || paidOn > frame.until ? null : laterOf(frame.from, paidOn)
  const fault = monthFault(month, 'labor-cost-late', {
    people: 0,
    fromOn: addDays(fundOn, 1),
    makesUpAfter: null,
  })
  return { ...fault, untilOn }
}
