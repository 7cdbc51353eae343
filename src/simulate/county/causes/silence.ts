import { addDays, type Day } from '../../../law/day.ts'
import type { Inventor } from '../../invent/index.ts'
import { type Habits, type MonthAt, monthFault } from '../habits.ts'

/** 考勤机断开 — the day on which a site that is about to stop paying turns its gates off. */
export function silentDay(ofSite: Inventor, dueOn: Day): Day {
  return addDays(dueOn, -ofSite.fork('silence').int(15, 24))
}

/** 关机停发 — the gates are off, no sheet comes, no money comes, and the wages are paid weeks later or never. */
export function deviceOff(month: MonthAt, healthy: Habits): Habits {
  const drawn = month.ofSite.fork('makes up')
  const makesUpAfter = drawn.chance(0.5) ? drawn.int(25, 45) : null
  const isFirst = month.at === month.plan.causeFrom
  const fromOn = silentDay(month.ofSite, month.dueOn)
  const silent = monthFault(month, 'gate-silent', { people: month.wages.length, fromOn, makesUpAfter: null })
  const late = monthFault(month, 'labor-cost-late', {
    people: 0,
    fromOn: addDays(month.fundOn, 1),
    makesUpAfter,
  })
  return {
    ...healthy,
    sheetOn: null,
    pay: () => null,
    funds: makesUpAfter === null ? [] : [{ on: addDays(month.dueOn, makesUpAfter - 4), percent: 100 }],
    settlesLeavers: false,
    makesUpAfter,
    faults: [...(isFirst ? [silent] : []), ...(month.plan.kind === 'project' ? [late] : [])],
  }
}

/** 迟报 — the wages are paid in time; only the sheet comes days after. */
export function lateUpload(month: MonthAt, healthy: Habits): Habits {
  return { ...healthy, sheetOn: addDays(healthy.payOn, month.inventor.int(4, 9)) }
}
