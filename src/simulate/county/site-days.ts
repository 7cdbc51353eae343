import { dayKind, nationalCalendar } from '../../law/calendar.ts'
import { addDays, type Day, weekday } from '../../law/day.ts'
import type { Inventor } from '../invent/index.ts'
import { placeOf } from './frame.ts'
import type { Frame, Pause, SiteCalendar, SitePlan } from './model.ts'

/** 县里的天气 — the days of heavy rain, and the one spell of it that stopped works for days. */
export interface Weather {
  readonly rainyDays: ReadonlySet<Day>
  readonly spell: { readonly from: Day; readonly to: Day } | null
}

const rainOdds = 0.04
/** Works go on in light rain, indoors, and where the site says so. */
const stopsForRain = 0.7

export function inventWeather(inventor: Inventor, frame: Frame): Weather {
  const rainyDays = new Set(frame.days.filter(() => inventor.chance(rainOdds)))
  const at = inventor.int(0, frame.days.length - 1)
  const from = frame.days[at]
  const to = frame.days[at + inventor.int(2, 4)]
  const nearFestival =
    from !== undefined &&
    frame.festival !== null &&
    from >= addDays(frame.festival.from, -25) &&
    from <= addDays(frame.festival.to, 25)
  return { rainyDays, spell: from === undefined || to === undefined || nearFestival ? null : { from, to } }
}

/**
 * 开工日历 — the days on which a worksite is worked: its own rest days, weather, holidays, the stop at Spring
 * Festival.
 */
export function inventSiteDays(
  inventor: Inventor,
  plan: SitePlan,
  { frame, weather }: { frame: Frame; weather: Weather },
): SiteCalendar {
  const pauses = inventPauses(inventor, plan, { frame, weather })
  const isOpen = Uint8Array.from(frame.days, (day) => (isOpenOn(inventor, plan, { day, weather }) ? 1 : 0))
  for (const { from, to } of pauses) {
    isOpen.fill(0, Math.max(0, placeOf(frame, from)), placeOf(frame, to) + 1)
  }
  isOpen.fill(0, 0, plan.opensAt ?? 0)
  return { isOpen, pauses }
}

function isOpenOn(
  inventor: Inventor,
  { kind }: SitePlan,
  { day, weather }: { day: Day; weather: Weather },
): boolean {
  const [rests, rains] = [inventor.chance(0.06), inventor.chance(stopsForRain)]
  switch (kind) {
    case 'project':
      return !rests && !(rains && weather.rainyDays.has(day))
    case 'establishment':
      return weekday(day) !== 7 && dayKind(nationalCalendar, day) !== 'statutory-holiday'
    case 'labor-platform':
      return true
    default:
      return kind satisfies never
  }
}

interface Setting {
  readonly frame: Frame
  readonly weather: Weather
}

function inventPauses(inventor: Inventor, plan: SitePlan, { frame, weather }: Setting): readonly Pause[] {
  const { festival } = frame
  const pauses: Pause[] = []
  if (festival !== null && plan.kind !== 'labor-platform') {
    const isWinterStop = plan.cause === 'winter-stop'
    const isLong = plan.kind === 'project'
    const before = isWinterStop ? inventor.int(14, 20) : isLong ? inventor.int(5, 11) : inventor.int(0, 2)
    const after = isWinterStop ? inventor.int(12, 25) : isLong ? inventor.int(4, 12) : 0
    pauses.push({
      from: addDays(festival.from, -before),
      to: addDays(festival.to, after),
      reason: isWinterStop ? 'winter' : 'spring-festival',
      // Of the sites that stop early, those that hide something tell nobody.
      isConfirmed: !isWinterStop || isHarmless(plan),
    })
  }
  const { spell } = weather
  const isOutside = plan.kind === 'project' && inventor.chance(0.8)
  if (spell !== null && isOutside && plan.opensAt === null) {
    pauses.push({ ...spell, reason: 'weather', isConfirmed: true })
  }
  return pauses
}

/** 无害停工 — every second winter stop settles all wages and is confirmed; only it looks like trouble. */
export function isHarmless({ cause, index }: Pick<SitePlan, 'cause' | 'index'>): boolean {
  return cause === 'winter-stop' && index % 2 === 0
}
