import { fenOfYuan, multiplyFen, percent } from '../../../law/money.ts'
import { type Habits, lineOf, type MonthAt, monthFault, payOutOf } from '../habits.ts'
import type { SheetLine, Wage } from '../model.ts'
import { shrunk } from './subcontractor.ts'

/**
 * 只发生活费 — everybody gets the same round sum and is told that the rest comes at the end of the year; the
 * sheet says so, or it says the whole wage.
 */
export function livingAllowance(month: MonthAt, healthy: Habits): Habits {
  const drawn = month.ofSite.fork('allowance')
  const flatFen = fenOfYuan(drawn.pick([1000, 1200, 1500, 1500, 2000]))
  const saysSo = drawn.chance(0.6)
  const makesUpAfter = drawn.chance(0.5) ? 75 + drawn.int(0, 20) : null
  const isHit = ({ netFen, worker }: Wage) => netFen > flatFen && worker.rate.kind !== 'month'
  const fault = monthFault(month, 'living-allowance', {
    people: month.wages.filter(isHit).length,
    fromOn: healthy.sheetOn ?? healthy.payOn,
    makesUpAfter,
  })
  const flat = (wage: Wage): SheetLine => {
    const sums = { dueFen: flatFen, overtimeFen: 0n, deductionFen: 0n, advanceFen: 0n, netFen: flatFen }
    return { ...lineOf(wage), ...sums }
  }
  return {
    ...healthy,
    claim: (wage) => (saysSo && isHit(wage) ? flat(wage) : lineOf(wage)),
    pay: (line, wage) => (isHit(wage) ? { ...payOutOf(line), amountFen: flatFen } : payOutOf(line)),
    settlesLeavers: false,
    makesUpAfter,
    faults: [fault],
  }
}

/**
 * 阴阳账 — two ledgers: a sheet for the office, signed by all. Either it says fewer days than the gate saw, and
 * that is paid; or it says everything, and the bank pays less.
 */
export function twoLedgers(month: MonthAt, healthy: Habits): Habits {
  const drawn = month.ofSite.fork('ledger')
  const share = drawn.int(55, 80)
  const hidesDays = drawn.chance(0.5) && month.facts.attendance !== 'grid'
  const makesUpAfter = month.inventor.chance(0.3) ? month.inventor.int(25, 50) : null
  const isHit = ({ worker }: Wage) => Number(worker.pin) % 5 < 3
  const fault = monthFault(month, 'two-ledgers', {
    people: month.wages.filter(isHit).length,
    fromOn: healthy.sheetOn ?? healthy.payOn,
    makesUpAfter,
  })
  const paid = (line: SheetLine) => multiplyFen(line.netFen, percent(share), 'down')
  return {
    ...healthy,
    signs: () => true,
    claim: (wage) => (hidesDays && isHit(wage) ? shrunk(wage, share) : lineOf(wage)),
    pay: (line, wage) =>
      !hidesDays && isHit(wage) ? { ...payOutOf(line), amountFen: paid(line) } : payOutOf(line),
    hasSignatures: true,
    makesUpAfter,
    faults: [fault],
  }
}
