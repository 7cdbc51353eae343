import type { Confirmation } from '../text.ts'

/**
 * One figure of one place, in yuan as published. The first tier comes first; lower tiers follow where they
 * are known.
 */
export interface MinimumWageNotice {
  /** Trimmed GB/T 2260 prefix. */
  readonly area: string
  readonly from: string
  /**
   * The day from which the figure is not known to hold: the next one, or the end of what the source can
   * vouch for.
   */
  readonly until: string
  readonly tiers: readonly (readonly [monthYuan: number, hourFen: number | null])[]
  /** True where the place has one figure for all of it. */
  readonly single: boolean
  /** Taken out of the pay before comparing, beyond the national list. */
  readonly alsoExcluded?: readonly ('ownSocialInsurance' | 'ownHousingFund')[]
  readonly source: string
  readonly status: Confirmation
}

/** The list shows the state on one day and vouches for that year: any change within 2026 has to be added. */
const list2026 = {
  from: '2026-01-01',
  until: '2027-01-01',
  source: '人力资源社会保障部全国各地区最低工资标准情况（截至2026年1月1日），据报道',
  status: 'secondary',
} as const

/** Notices with a day of effect hold until the next, and for two years at most (最低工资规定 art. 10). */
export const minimumWageNotices: readonly MinimumWageNotice[] = [
  { area: '11', from: '2021-08-01', until: '2023-09-01', tiers: [[2320, null]], single: true,
    source: '北京市历年最低工资标准汇编数据', status: 'confirmed' },
  { area: '11', from: '2023-09-01', until: '2025-09-01', tiers: [[2420, 2640]], single: true,
    source: '北京市历年最低工资标准汇编数据', status: 'confirmed' },
  { area: '11', from: '2025-09-01', until: '2027-09-01', tiers: [[2540, 2770]], single: true,
    alsoExcluded: ['ownSocialInsurance', 'ownHousingFund'], source: '京人社劳发〔2025〕7号', status: 'confirmed' },
  { area: '23', tiers: [[2270, null]], single: false, ...list2026 },
  { area: '31', tiers: [[2740, null]], single: true, ...list2026 },
  { area: '32', tiers: [[2660, null]], single: false, ...list2026 },
  { area: '33', tiers: [[2660, null]], single: false, ...list2026 },
  { area: '35', from: '2025-04-01', until: '2027-04-01',
    tiers: [[2265, 2350], [2195, 2300], [2045, 2150], [1895, 2000]], single: false,
    source: '福建省最低工资标准，据报道', status: 'secondary' },
  { area: '41', tiers: [[2350, 2300]], single: false, ...list2026 },
  { area: '44', tiers: [[2500, null]], single: false, ...list2026 },
  { area: '4403', from: '2025-03-01', until: '2027-03-01', tiers: [[2520, 2370]], single: true,
    source: '深圳市最低工资标准，据报道', status: 'secondary' },
  { area: '52', from: '2025-02-01', until: '2027-02-01', tiers: [[2130, 2240], [1980, 2080], [1890, 1980]],
    single: false, source: '贵州省最低工资标准，据报道', status: 'secondary' },
  { area: '54', tiers: [[2360, null]], single: false, ...list2026 },
]
