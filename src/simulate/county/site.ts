import { addDays, type Day, earlierOf, laterOf } from '../../law/day.ts'
import type { InventedPerson, Inventor } from '../invent/index.ts'
import { inventAttendance } from './attendance.ts'
import { causes } from './causes/causes.ts'
import { silentDay } from './causes/silence.ts'
import { type Conduct, conduct } from './conduct.ts'
import type { Fault } from './fault.ts'
import { lackFaults, lateUploadFault, peopleFaults } from './faults.ts'
import { dueDayOf, workdayBefore } from './frame.ts'
import { inflowsOf, planFunds } from './funds.ts'
import { healthyHabits, type MonthAt } from './habits.ts'
import { runAccount } from './ledger.ts'
import type { Attendance, Site, SitePlan, Wage, Worker } from './model.ts'
import { inventPeople, type Leaver } from './people.ts'
import { inventSiteDays, type Weather } from './site-days.ts'
import { inventFacts, type SiteSetting } from './site-facts.ts'
import { earnedWage } from './wages.ts'

/** 县里共有的 — what a worksite finds of the county and leaves to it. */
export interface CountySetting extends SiteSetting {
  readonly weather: Weather
  readonly leavers: Leaver[]
  /** The people on paper of a worksite that has such; some of them stand at another one, too. */
  ghostsFor(inventor: Inventor): readonly InventedPerson[]
}

/** 模拟用工点 — a worksite through all its months: people, attendance, wages, sheets, money. */
export function simulateSite(inventor: Inventor, plan: SitePlan, setting: CountySetting): Site {
  const { frame } = setting
  const facts = inventFacts(inventor.fork('facts'), plan, setting)
  const calendar = inventSiteDays(inventor.fork('days'), plan, setting)
  const ghosts = plan.cause === 'ghost-workers' ? setting.ghostsFor(inventor.fork('ghosts')) : []
  const { leavers } = setting
  const workers = inventPeople(inventor.fork('people'), { frame, plan, facts, calendar, leavers, ghosts })
  leavers.push(...workers.flatMap(({ person, leftOn }) => (leftOn === null ? [] : [{ person, leftOn }])))
  const coming = inventor.fork('attendance')
  const attendance = new Map(
    workers.map((worker) => [worker, inventAttendance(coming, worker, { frame, plan, calendar })]),
  )
  const dueDays = frame.months.map((month) => dueDayOf(month, facts.payDate))
  const people = { workers, attendance, dueDays }
  const wages = frame.months.map((_, at) => wagesOf(inventor, { ...people, at, plan, facts, frame }))
  const months = frame.months.map(
    (month, at): MonthAt => ({
      ...{ frame, plan, facts, calendar, workers, attendance, at, month },
      dueOn: dueDays[at] ?? frame.until,
      fundOn: fundDay({ plan, facts, frame }, at, dueDays[at] ?? frame.until),
      wages: wages[at] ?? [],
      inventor: inventor.fork(`month ${month}`),
      ofSite: inventor.fork('dealings'),
    }),
  )
  return settle(inventor, { plan, facts, calendar, workers, attendance, wages, dueDays, months, setting })
}

interface Worked {
  readonly workers: readonly Worker[]
  readonly attendance: ReadonlyMap<Worker, Attendance>
  readonly at: number
  readonly plan: SitePlan
  readonly facts: Site['facts']
  readonly frame: SiteSetting['frame']
}

function wagesOf(inventor: Inventor, { workers, attendance, at, ...setting }: Worked): readonly Wage[] {
  const earning = inventor.fork(`wages ${at}`)
  return workers.flatMap((worker) => {
    const days = attendance.get(worker)
    return days === undefined ? [] : (earnedWage(earning, worker, { at, attendance: days, setting }) ?? [])
  })
}

/**
 * Labor cost is due on a date of the month worked; an establishment puts its wages aside days before they
 * are due.
 */
function fundDay({ facts, frame }: Pick<Worked, 'plan' | 'facts' | 'frame'>, at: number, dueOn: Day): Day {
  const month = frame.months[at]
  if (facts.works === null || month === undefined) {
    return workdayBefore(workdayBefore(dueOn, 4), 6)
  }
  return laterOf(
    frame.from,
    workdayBefore(addDays(frame.days[frame.monthStarts[at] ?? 0] ?? dueOn, facts.works.laborCostDay - 1), 0),
  )
}

interface Settling
  extends Pick<Site, 'plan' | 'facts' | 'calendar' | 'workers' | 'attendance' | 'wages' | 'dueDays'> {
  readonly months: readonly MonthAt[]
  readonly setting: CountySetting
}

function settle(inventor: Inventor, { months, setting, ...site }: Settling): Site {
  const { plan, facts } = site
  const { frame } = setting
  const healthy = months.map((month) => healthyHabits(month))
  const asAgreed = months.map((month, at) => {
    const wages = month.wages.filter(({ worker }) => !worker.isGhost)
    return conductOf({ ...month, wages }, healthy[at] ?? healthyHabits(month))
  })
  const funds = planFunds(facts, site.wages, asAgreed)
  const lived = months.map((month, at) => {
    const habits = healthy[at] ?? healthyHabits(month)
    return at < plan.causeFrom
      ? (asAgreed[at] ?? conductOf(month, habits))
      : conductOf(month, causes[plan.cause](month, habits))
  })
  const account = runAccount({
    ...{ frame, facts, openingFen: funds.openingFen },
    inflows: inflowsOf(lived, funds.perMonth),
    orders: lived.flatMap((each) => each.orders),
    diversions: lived.flatMap((each) => each.diversions),
  })
  const causeDue = site.dueDays[plan.causeFrom] ?? frame.until
  const isLate = plan.cause === 'late-upload'
  return {
    ...site,
    ...account,
    sheets: lived.flatMap((each) => each.sheets).filter(({ receivedOn }) => receivedOn <= frame.until),
    openingFen: funds.openingFen,
    laborCostFen: funds.agreedFen,
    silentFrom: plan.cause === 'device-off' ? silentDay(inventor.fork('dealings'), causeDue) : null,
    lateDays: isLate ? inventor.fork('late').int(5, 8) : 0,
    faults: visibleFaults(
      [
        ...lackFaults(facts, frame),
        ...peopleFaults(facts, site.workers, frame),
        ...(isLate ? [lateUploadFault(plan, frame)] : []),
        ...lived.flatMap((each) => each.faults),
      ],
      frame.until,
    ),
  }
}

/**
 * The draws of a month's conduct are its own, so that what would have been and what was do not differ by
 * chance.
 */
function conductOf(month: MonthAt, habits: ReturnType<typeof healthyHabits>): Conduct {
  return conduct({ ...month, inventor: month.inventor.fork('conduct') }, habits)
}

function visibleFaults(faults: readonly Fault[], until: Day): readonly Fault[] {
  return faults
    .filter(({ fromOn }) => fromOn <= until)
    .map((fault) => ({ ...fault, untilOn: fault.untilOn === null ? null : earlierOf(fault.untilOn, until) }))
}
