import { Refusal } from '../../contract/errors.ts'
import type { Day } from '../../law/day.ts'
import { createInventor, type InventedPerson, type Inventor } from '../invent/index.ts'
import { openFrame } from './frame.ts'
import type { County, Site } from './model.ts'
import { planSites } from './plan.ts'
import { type CountySetting, simulateSite } from './site.ts'
import { inventWeather } from './site-days.ts'
import { inventBanks } from './site-facts.ts'

/** 模拟要求 */
export interface CountyOptions {
  /** The same seed and the same other options give the same county. */
  readonly seed: number | string
  /** Months of work; the last one ends on `until`. */
  readonly months: number
  readonly worksites: number
  /** People of all worksites together, about; 50 a worksite where it is not said. */
  readonly workers?: number
  readonly until: Day
  /** Called after each worksite with its place among all. */
  readonly onSite?: (done: number, all: number) => void
}

const limits = { months: 36, worksites: 2_000, workers: 200_000 } as const
const workersAsRule = 50
const prefecture = '3301'

/**
 * 模拟县 — an invented county of three kinds of worksite through some months, as a pure function of its
 * options. Refuses `simulate.out-of-range` and `simulate.year-not-covered`.
 */
export function simulateCounty(options: CountyOptions): County {
  const { seed, months, worksites, workers = worksites * workersAsRule, until } = options
  checkRange('months', months, limits.months)
  checkRange('worksites', worksites, limits.worksites)
  checkRange('workers', workers, limits.workers)
  const inventor = createInventor(`county ${seed}`)
  const frame = openFrame(until, months)
  const areaCode = inventor.fork('area').project(prefecture, frame.from).areaCode
  const setting: CountySetting = {
    frame,
    areaCode,
    banks: inventBanks(inventor.fork('banks'), areaCode),
    names: new Set(),
    weather: inventWeather(inventor.fork('weather'), frame),
    leavers: [],
    ghostsFor: ghostSource(),
  }
  const plans = planSites(inventor.fork('plan'), frame, { worksites, workers })
  const sites: Site[] = []
  for (const plan of plans) {
    sites.push(simulateSite(inventor.fork(`site ${plan.index + 1}`), plan, setting))
    options.onSite?.(sites.length, plans.length)
  }
  return { seed: String(seed), frame, areaCode, banks: setting.banks, sites }
}

function checkRange(what: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new Refusal('simulate.out-of-range', { what, value, most }, 'invalid')
  }
}

const ghostsOfSite = 9
const sharedGhosts = 4

/** Each worksite that lists ghosts has its own, and some that stand on the paper of the worksite before. */
function ghostSource(): CountySetting['ghostsFor'] {
  let before: readonly InventedPerson[] = []
  return (inventor: Inventor) => {
    const shared = before.slice(0, sharedGhosts)
    const own = Array.from({ length: ghostsOfSite - shared.length }, () => inventor.person())
    before = own
    return [...shared, ...own]
  }
}
