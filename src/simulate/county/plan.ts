import { daysBetween, monthOf } from '../../law/day.ts'
import type { Inventor } from '../invent/index.ts'
import type { CauseId } from './cause-ids.ts'
import type { Frame, SitePlan, WorksiteKind } from './model.ts'

/** 县的规模 */
interface CountySize {
  readonly worksites: number
  /** People of all worksites together, about. */
  readonly workers: number
}

const kindShares: readonly (readonly [WorksiteKind, number])[] = [
  ['project', 70],
  ['establishment', 15],
  ['labor-platform', 15],
]

type Shares = readonly (readonly [CauseId, number])[]

/** 成因占比 — how often each cause works at each kind of worksite, in percent. */
const causeShares: Readonly<Record<WorksiteKind, Shares>> = {
  project: [
    ['healthy', 34],
    ['owner-late', 12],
    ['subcontractor-withholds', 11],
    ['late-upload', 7],
    ['missing-institutions', 7],
    ['living-allowance', 6],
    ['two-ledgers', 5],
    ['device-off', 5],
    ['cards-held', 5],
    ['ghost-workers', 4],
    ['winter-stop', 4],
  ],
  establishment: [
    ['healthy', 45],
    ['unit-short', 18],
    ['two-ledgers', 12],
    ['late-upload', 10],
    ['device-off', 7],
    ['cards-held', 4],
    ['ghost-workers', 4],
  ],
  'labor-platform': [
    ['healthy', 52],
    ['unit-short', 20],
    ['two-ledgers', 16],
    ['late-upload', 12],
  ],
}

/** How the sizes of worksites of a kind differ from the average, in percent. */
const sizeRanges: Readonly<Record<WorksiteKind, readonly [from: number, to: number]>> = {
  project: [40, 190],
  establishment: [50, 130],
  'labor-platform': [30, 80],
}

const fewestPeople = 8
/** One project in so many begins within the simulated span. */
const newProjectOdds = 0.12

/** 用工点计划 — kinds and causes by their shares, in an order that the seed decides. */
export function planSites(inventor: Inventor, frame: Frame, size: CountySize): readonly SitePlan[] {
  const kinds = inventor.shuffle(deal(inventor, kindShares, size.worksites))
  const queues = new Map<WorksiteKind, CauseId[]>()
  for (const [kind] of kindShares) {
    const count = kinds.filter((each) => each === kind).length
    queues.set(kind, inventor.shuffle(deal(inventor, causeShares[kind], count)))
  }
  const weights = kinds.map((kind) => inventor.int(...sizeRanges[kind]))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return kinds.map((kind, index) => {
    const drawn = queues.get(kind)?.pop() ?? 'healthy'
    const cause = drawn === 'winter-stop' && frame.festival === null ? 'healthy' : drawn
    const weight = weights[index] ?? 0
    return {
      index,
      kind,
      cause,
      causeFrom: causeMonth(inventor, frame, cause),
      size: Math.max(fewestPeople, Math.round((size.workers * weight) / whole)),
      opensAt: openingDay(inventor, frame, { kind, cause }),
    }
  })
}

/** So many of each as its share says; what is left by rounding is drawn. */
function deal<T>(inventor: Inventor, shares: readonly (readonly [T, number])[], count: number): T[] {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0)
  const dealt = shares.flatMap(([item, share]) => Array<T>(Math.floor((count * share) / whole)).fill(item))
  while (dealt.length < count) {
    dealt.push(drawOne(inventor, shares, whole))
  }
  return dealt
}

function drawOne<T>(inventor: Inventor, shares: readonly (readonly [T, number])[], whole: number): T {
  let left = inventor.int(0, whole - 1)
  for (const [item, share] of shares) {
    if (left < share) {
      return item
    }
    left -= share
  }
  throw new RangeError('there are no shares to draw from')
}

/** Late enough to have been well before, early enough for its pay day to come within the span. */
function causeMonth(inventor: Inventor, frame: Frame, cause: CauseId): number {
  if (cause === 'winter-stop' && frame.festival !== null) {
    const { festival, months } = frame
    return Math.max(0, months.indexOf(monthOf(festival.from)) - 1)
  }
  const latest = frame.months.length - (cause === 'living-allowance' || cause === 'ghost-workers' ? 4 : 2)
  return inventor.int(0, Math.max(0, latest))
}

function openingDay(
  inventor: Inventor,
  frame: Frame,
  { kind, cause }: Pick<SitePlan, 'kind' | 'cause'>,
): number | null {
  const isNew = inventor.chance(newProjectOdds)
  if (kind !== 'project' || cause !== 'healthy' || !isNew || frame.months.length < 3) {
    return null
  }
  const latest = frame.monthStarts[frame.months.length - 2] ?? 0
  const { festival } = frame
  const at = inventor.int(25, Math.max(25, latest))
  const isNearFestival =
    festival !== null &&
    at >= daysBetween(frame.from, festival.from) - 30 &&
    at <= daysBetween(frame.from, festival.to) + 15
  return isNearFestival ? daysBetween(frame.from, festival.to) + 20 : at
}
