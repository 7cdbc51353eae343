import { addDays, type Day, laterOf } from '../../law/day.ts'
import { fenOfYuan } from '../../law/money.ts'
import type { InventedPerson, Inventor } from '../invent/index.ts'
import { type CrewForm, crewsOf, hoursOf } from './crews.ts'
import type { SiteFacts } from './facts.ts'
import type { Frame, SiteCalendar, SitePlan, Worker } from './model.ts'

/** 离开别处的人 — people who left another worksite of the county and may turn up here. */
export interface Leaver {
  readonly person: InventedPerson
  readonly leftOn: Day
}

interface PeopleSetting {
  readonly frame: Frame
  readonly plan: SitePlan
  readonly facts: SiteFacts
  readonly calendar: SiteCalendar
  /** Whoever begins here is taken out of it. */
  readonly leavers: Leaver[]
  /** People who are on paper only; none where the worksite has no such. */
  readonly ghosts: readonly InventedPerson[]
}

interface Hiring extends PeopleSetting {
  readonly inventor: Inventor
  readonly crews: readonly CrewForm[]
  /** Workers so far; pins count on from them. */
  readonly hired: Draft[]
}

type Draft = { -readonly [K in keyof Worker]: Worker[K] }

interface Arrival {
  readonly enteredOn: Day
  /** Who it is, where that is not left to chance. */
  readonly person?: InventedPerson
}

interface Place {
  readonly form: CrewForm
  readonly unitAt: number
}

const leaveOdds = { project: 0.3, establishment: 0.2, 'labor-platform': 0.25 } as const
const entryOdds = { project: 0.4, establishment: 0.2, 'labor-platform': 0.3 } as const
const comesFromElsewhere = 0.25
const underAgeOdds = 0.03
const youngOdds = 0.06

/** 造工人 — who works at a worksite, in which crew and at what rate, who comes later and who leaves. */
export function inventPeople(inventor: Inventor, setting: PeopleSetting): readonly Worker[] {
  const { frame, plan } = setting
  const hiring: Hiring = { ...setting, inventor, crews: crewsOf(setting.facts, plan.size), hired: [] }
  const opening = plan.opensAt === null ? null : (frame.days[plan.opensAt] ?? frame.from)
  const places = seats(hiring, plan.size)
  for (const place of places) {
    const began = addDays(frame.from, -inventor.int(3, 200))
    const enteredOn = opening ?? laterOf(began, setting.facts.works?.startsOn ?? began)
    hire(hiring, place, { enteredOn })
  }
  addYoung(hiring)
  for (let at = 1; at < frame.months.length; at += 1) {
    turnOver(hiring, at)
  }
  stopForFestival(hiring)
  addGhosts(hiring)
  return hiring.hired
}

/** So many places in the crews, by their weights, the first of each crew for its leader. */
function seats({ crews, facts }: Hiring, size: number): readonly Place[] {
  const whole = crews.reduce((sum, { weight }) => sum + weight, 0)
  const units = Math.max(1, facts.subcontractors.length)
  return crews.flatMap((form, at) => {
    const before = crews.slice(0, at).reduce((sum, { weight }) => sum + weight, 0)
    const count = Math.round((size * (before + form.weight)) / whole) - Math.round((size * before) / whole)
    return Array<Place>(count).fill({ form, unitAt: at % units })
  })
}

function hire(hiring: Hiring, { form, unitAt }: Place, { enteredOn, person }: Arrival): Draft {
  const { inventor, facts, plan, hired } = hiring
  const [from, to, step] = form.yuan
  const yuan = from + step * inventor.int(0, Math.floor((to - from) / step))
  const { comes, goes } = hoursOf(plan.kind, form.atNight === true)
  const habit = inventor.int(-900, 900)
  const [signsLate, daysBefore] = [inventor.chance(0.01), inventor.int(0, 2)]
  const lacksContract = facts.lacks.has('contracts') && inventor.chance(0.3)
  const worker: Draft = {
    person: person ?? hiredPerson(hiring, enteredOn),
    pin: String(101 + hired.length),
    unit: facts.subcontractors[unitAt] ?? facts.contractor,
    crew: form.name,
    workType: form.workType,
    rate: { kind: form.rate, fen: form.rate === 'piece' ? fenOfYuan(yuan) / 10n : fenOfYuan(yuan) },
    enteredOn,
    leftOn: null,
    contractOn: lacksContract ? null : addDays(enteredOn, signsLate ? 2 : -daysBefore),
    worksAtNight: form.atNight === true,
    isGhost: false,
    comesAt: comes + habit,
    goesAt: goes + habit,
  }
  // A piece at a station is an order, at a site a square metre of 30 to 38 yuan.
  if (form.rate === 'piece' && plan.kind === 'project') {
    worker.rate = { kind: 'piece', fen: fenOfYuan(yuan) }
  }
  hired.push(worker)
  return worker
}

function hiredPerson({ inventor, leavers }: Hiring, enteredOn: Day): InventedPerson {
  const at = leavers.findIndex(({ leftOn }) => addDays(leftOn, 2) <= enteredOn)
  if (at >= 0 && inventor.chance(comesFromElsewhere)) {
    const [leaver] = leavers.splice(at, 1)
    if (leaver !== undefined) {
      return leaver.person
    }
  }
  return inventor.person()
}

/** Who is too young to work at all, and who is young but may. */
function addYoung(hiring: Hiring): void {
  const { inventor, frame, plan } = hiring
  const [hasChild, hasYoung] = [inventor.chance(underAgeOdds), inventor.chance(youngOdds)]
  const form = hiring.crews.find(({ rate }) => rate !== 'piece')
  if (form === undefined || plan.opensAt !== null) {
    return
  }
  const place = { form, unitAt: 0 }
  for (const [isSo, years] of [
    [hasChild, 15],
    [hasYoung, 17],
  ] as const) {
    if (isSo) {
      const birthOn = addDays(frame.from, -365 * years - inventor.int(5, 60))
      const enteredOn = addDays(frame.from, -inventor.int(5, 30))
      hire(hiring, place, { enteredOn, person: inventor.person({ birthOn }) })
    }
  }
}

/** At the turn of a month some leave together, a crew that is done, and others begin. */
function turnOver(hiring: Hiring, at: number): void {
  const { inventor, frame, plan, calendar } = hiring
  const [leaves, begins] = [inventor.chance(leaveOdds[plan.kind]), inventor.chance(entryOdds[plan.kind])]
  const [leaving, beginning] = [inventor.int(4, 12), inventor.int(4, 12)]
  const first = frame.monthStarts[at] ?? 0
  const lastPlace = first - inventor.int(3, 6)
  const isRunning = calendar.isOpen[lastPlace] === 1 && (plan.opensAt ?? 0) < lastPlace - 20
  if (leaves && isRunning) {
    const count = Math.max(1, Math.round((plan.size * leaving) / 100))
    leave(hiring, frame.days[lastPlace] ?? frame.until, count)
  }
  const firstOpen = calendar.isOpen.indexOf(1, first)
  if (begins && firstOpen >= 0 && firstOpen < first + 6 && (plan.opensAt ?? 0) < first) {
    begin(
      hiring,
      frame.days[firstOpen] ?? frame.until,
      Math.max(1, Math.round((plan.size * beginning) / 100)),
    )
  }
}

function leave({ hired, inventor, plan }: Hiring, leftOn: Day, count: number): void {
  const active = hired.filter((each) => each.leftOn === null && addDays(each.enteredOn, 20) < leftOn)
  // A site of which few are left takes leave of nobody.
  const going = active.length - count < plan.size / 2 ? [] : inventor.shuffle(active).slice(0, count)
  for (const worker of going) {
    worker.leftOn = leftOn
  }
}

function begin(hiring: Hiring, enteredOn: Day, count: number): void {
  for (let added = 0; added < count; added += 1) {
    const form = hiring.inventor.pickSkewed(hiring.crews)
    const unitAt = hiring.crews.indexOf(form) % Math.max(1, hiring.facts.subcontractors.length)
    hire(hiring, { form, unitAt }, { enteredOn })
  }
}

/** Before the stop at Spring Festival some go home for good, and others come when works begin again. */
function stopForFestival(hiring: Hiring): void {
  const { inventor, frame, plan, calendar } = hiring
  const stop = calendar.pauses.find(({ reason }) => reason !== 'weather')
  if (stop === undefined || plan.kind !== 'project') {
    return
  }
  const percent = plan.cause === 'winter-stop' ? inventor.int(25, 40) : inventor.int(6, 15)
  const lastOpen = calendar.isOpen.lastIndexOf(1, frame.days.indexOf(stop.from))
  const firstOpen = calendar.isOpen.indexOf(1, frame.days.indexOf(stop.to))
  const leftOn = frame.days[lastOpen]
  const beginsOn = frame.days[firstOpen]
  const count = Math.max(1, Math.round((plan.size * percent) / 100))
  if (leftOn !== undefined && lastOpen > 20) {
    leave(hiring, leftOn, count)
  }
  if (beginsOn !== undefined && firstOpen >= 0) {
    begin(hiring, beginsOn, count)
  }
}

function addGhosts(hiring: Hiring): void {
  const { frame, plan, ghosts, calendar } = hiring
  const place = calendar.isOpen.indexOf(1, frame.monthStarts[plan.causeFrom] ?? 0)
  const enteredOn = frame.days[place] ?? frame.until
  const form = hiring.crews.find(({ rate }) => rate !== 'piece')
  const leader = hiring.hired.find((each) => each.crew === form?.name)
  if (form === undefined || leader === undefined) {
    return
  }
  const [comesAt, goesAt] = [leader.comesAt, leader.goesAt]
  const isWritten = hiring.inventor.chance(0.7)
  for (const [at, person] of ghosts.entries()) {
    const ghost = hire(hiring, { form, unitAt: 0 }, { enteredOn, person })
    ghost.isGhost = true
    ghost.contractOn = enteredOn
    // They come together: at one instant where somebody writes into the gate's memory, a few seconds apart
    // where one holds up their photographs.
    const behind = isWritten ? 0 : 3 * at
    ghost.comesAt = comesAt + behind
    ghost.goesAt = goesAt + behind
    ghost.rate = { kind: form.rate, fen: fenOfYuan(form.yuan[1]) }
  }
}
