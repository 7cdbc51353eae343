import {
  addDays,
  type Day,
  day,
  eachDay,
  earlierOf,
  firstDay,
  lastDay,
  type Month,
  month,
  weekday,
} from '../../../src/law/day.ts'
import type { Inventor } from '../../../src/simulate/invent/index.ts'
import type { Site } from './sites.ts'
import type { Worker } from './workers.ts'

/** The months of whose wages the examples tell. */
export const months: readonly Month[] = [month('2026-03'), month('2026-04')]
/** The gates tell of some days more, until the eve of the day as of which the examples are watched. */
export const gateMonths: readonly Month[] = [...months, month('2026-05')]
const lastSeen = day('2026-05-19')

/** 出勤 — a day that somebody worked. */
export interface WorkedDay {
  readonly worker: Worker
  readonly day: Day
  readonly hundredths: 100 | 50
  readonly overtimeHours: number
  /** Of the factory: a Saturday, paid as overtime of a rest day. */
  readonly isRestDay: boolean
}

/** 打卡 — a passage of a gate, China time. */
export interface Punch {
  readonly worker: Worker
  /** YYYY-MM-DD HH:mm:ss */
  readonly at: string
  readonly way: 'in' | 'out'
  /** Which of the gates of the site. */
  readonly gate: number
}

/** Days of rest that a whole site keeps; the works stop from 1 to 5 May. */
const closedDays: readonly Day[] = [
  ...['2026-03-08', '2026-03-22', '2026-04-04', '2026-04-05', '2026-04-19', '2026-05-17'].map(day),
  ...eachDay({ from: day('2026-05-01'), to: day('2026-05-05') }),
]
const factorySaturdays: readonly Day[] = ['2026-03-07', '2026-03-21', '2026-04-11', '2026-04-25'].map(day)
const factoryHoliday = day('2026-04-06')

/** 出勤计划 — the days that a worker worked in a month: the site's days less his own. */
export function workedDays(inventor: Inventor, worker: Worker, of: Month): readonly WorkedDay[] {
  const { site } = worker
  const isMonthly = worker.rate.kind === 'month'
  const open = eachDay({ from: firstDay(of), to: earlierOf(lastDay(of), lastSeen) }).filter((each) =>
    isOpen(site, each),
  )
  return open.flatMap((each) => {
    const [isAway, isHalf, isLong] = [inventor.chance(0.06), inventor.chance(0.03), inventor.chance(0.12)]
    if (each < worker.enteredOn || (isAway && !isMonthly)) {
      return []
    }
    return {
      worker,
      day: each,
      hundredths: isHalf && site.key === 'no-account' ? 50 : 100,
      overtimeHours: isLong && isMonthly && weekday(each) !== 6 ? 2 : 0,
      isRestDay: isMonthly && weekday(each) === 6,
    }
  })
}

/** A site of works rests a few days a month, the factory on Sundays, most Saturdays and on holidays. */
function isOpen(site: Site, each: Day): boolean {
  if (site.works === null) {
    return each !== factoryHoliday && (weekday(each) < 6 || factorySaturdays.includes(each))
  }
  return each >= site.works.startsOn && !closedDays.includes(each)
}

const forgetsOut = 0.01
const forgetsIn = 0.005
const punchesTwice = 0.03
const goesOutAtNoon = 0.08

/** 打卡记录 — a day at the gate: across midnight at night, now and then a passage missing or doubled. */
export function punchesOf(inventor: Inventor, { worker, day: on }: WorkedDay): readonly Punch[] {
  const { worksAtNight, site } = worker
  const gate = () => (site.gates.length > 1 && inventor.chance(0.25) ? 1 : 0)
  const clock = (from: number, until: number) =>
    clockText(inventor.int(from * 60, until * 60 - 1), inventor.int(0, 59))
  const at = (when: Day, time: string, way: Punch['way']): Punch => ({
    worker,
    at: `${when} ${time}`,
    way,
    gate: gate(),
  })
  const [arrival, noon, departure] = worksAtNight
    ? [clock(18.5, 19.2), null, clock(5.5, 6.4)]
    : [clock(6.4, 7.3), inventor.chance(goesOutAtNoon) ? clock(11.4, 11.7) : null, clock(17.1, 18.7)]
  const back = clock(12.7, 13.1)
  const forgets = { out: inventor.chance(forgetsOut), in: inventor.chance(forgetsIn) }
  const isDoubled = inventor.chance(punchesTwice)
  const seconds = inventor.int(4, 40)
  if (noon !== null) {
    const late = [at(on, noon, 'out'), at(on, back, 'in'), at(on, departure, 'out')]
    return [at(on, arrival, 'in'), ...late]
  }
  const first = at(on, arrival, 'in')
  const last = at(worksAtNight ? addDays(on, 1) : on, departure, 'out')
  if (forgets.out) {
    return [first]
  }
  // Without its entry a night shift's exit alone would count for the day on which it ends.
  if (forgets.in && !worksAtNight) {
    return [last]
  }
  return isDoubled ? [first, { ...first, at: later(first.at, seconds) }, last] : [first, last]
}

function clockText(minutes: number, seconds: number): string {
  return [Math.floor(minutes / 60), minutes % 60, seconds]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

function later(at: string, seconds: number): string {
  const [date = '', clock = ''] = at.split(' ')
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number)
  const total = hour * 3600 + minute * 60 + second + seconds
  return `${date} ${clockText(Math.floor(total / 60), total % 60)}`
}
