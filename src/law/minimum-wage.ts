import { minimumWageNotices } from './data/minimum-wages.ts'
import { type Day, day } from './day.ts'
import { type Fen, fenOfYuan } from './money.ts'
import type { Confirmation } from './text.ts'

/** 最低工资档次 — a month's figure for full-time and an hour's for part-time work, in fen; null where not read. */
export interface MinimumWageTier {
  readonly monthlyFen: Fen
  readonly hourlyFen: Fen | null
}

/** 最低工资标准 — the figures of an area from a day until another, which is excluded. */
export interface MinimumWageSpan {
  /** The area code or its trimmed prefix; the longest prefix of a place decides. */
  readonly area: string
  readonly from: Day
  readonly until: Day
  /** The first tier first; the lower ones only where they are known. */
  readonly tiers: readonly [MinimumWageTier, ...MinimumWageTier[]]
  /** One figure for the whole area; else the place may lie in a lower tier than the first. */
  readonly single: boolean
  /** Taken out of the pay before comparing, beyond the national list. */
  readonly alsoExcluded: readonly string[]
  readonly source: string
  readonly status: Confirmation
}

/** 最低工资查询结果 — the figure, or why there is none; never a guess. */
export type MinimumWage =
  | {
      readonly known: true
      readonly monthlyFen: Fen
      readonly hourlyFen: Fen | null
      /** 'first' where lower tiers exist in the area: the figure of this place may be lower. */
      readonly tier: 'only' | 'first'
      readonly span: MinimumWageSpan
    }
  | { readonly known: false; readonly reason: 'area-not-covered' | 'day-not-covered' }

/** 内置最低工资表 — the figures with a day that could be read; an authority adds its own through a rule pack. */
export const minimumWageTable: readonly MinimumWageSpan[] = minimumWageNotices.map((notice) => {
  const [first, ...lower] = notice.tiers.map(([monthYuan, hourFen]) => ({
    monthlyFen: fenOfYuan(monthYuan),
    hourlyFen: hourFen === null ? null : BigInt(hourFen),
  }))
  if (first === undefined) {
    throw new RangeError(`the minimum wage of ${notice.area} from ${notice.from} has no figure`)
  }
  return {
    area: notice.area,
    from: day(notice.from),
    until: day(notice.until),
    tiers: [first, ...lower],
    single: notice.single,
    alsoExcluded: notice.alsoExcluded ?? [],
    source: notice.source,
    status: notice.status,
  }
})

/**
 * 当地最低工资 — the minimum wage of an area code on a day, from the longest prefix that the table holds; sums
 * in fen. Where that prefix has no figure for the day the wider area is not asked: its figure would not
 * apply. 《劳动法》第四十八条, 《最低工资规定》第七条.
 */
export function minimumWageAt(
  areaCode: string,
  on: Day,
  table: readonly MinimumWageSpan[] = minimumWageTable,
): MinimumWage {
  const ofPlace = table.filter((span) => areaCode.startsWith(span.area))
  const longest = Math.max(...ofPlace.map((span) => span.area.length))
  const candidates = ofPlace.filter((span) => span.area.length === longest)
  const span = candidates.find((each) => each.from <= on && on < each.until)
  if (span === undefined) {
    return { known: false, reason: candidates.length === 0 ? 'area-not-covered' : 'day-not-covered' }
  }
  const [{ monthlyFen, hourlyFen }] = span.tiers
  return { known: true, monthlyFen, hourlyFen, tier: span.single ? 'only' : 'first', span }
}
