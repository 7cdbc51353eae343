import type { SiteFacts } from './facts.ts'
import type { Rate, WorksiteKind } from './model.ts'

/** 班组样式 — a crew as it is found at worksites of a trade. */
export interface CrewForm {
  readonly name: string
  readonly workType: string
  /** How many of ten people belong to it, about. */
  readonly weight: number
  readonly rate: Rate['kind']
  /** Yuan, or a tenth of it where pieces are paid. */
  readonly yuan: readonly [from: number, to: number, step: number]
  readonly atNight?: boolean
  /** Pieces of a day's work. */
  readonly pieces?: readonly [from: number, to: number]
}

const building: readonly CrewForm[] = [
  { name: '木工班', workType: '木工', weight: 3, rate: 'day', yuan: [350, 430, 5] },
  { name: '钢筋班', workType: '钢筋工', weight: 3, rate: 'day', yuan: [340, 410, 5] },
  { name: '混凝土班', workType: '混凝土工', weight: 1, rate: 'day', yuan: [330, 390, 5], atNight: true },
  { name: '砌筑班', workType: '砌筑工', weight: 2, rate: 'day', yuan: [330, 400, 5] },
  { name: '水电班', workType: '电工', weight: 2, rate: 'day', yuan: [330, 400, 5] },
  { name: '贴砖班', workType: '镶贴工', weight: 1, rate: 'piece', yuan: [30, 38, 1], pieces: [9, 14] },
  { name: '普工班', workType: '普工', weight: 2, rate: 'day', yuan: [250, 300, 5] },
  { name: '机械班', workType: '塔吊司机', weight: 1, rate: 'month', yuan: [7000, 9000, 100] },
]

const roads: readonly CrewForm[] = [
  { name: '路基班', workType: '普工', weight: 3, rate: 'day', yuan: [260, 320, 5] },
  { name: '桥梁钢筋班', workType: '钢筋工', weight: 3, rate: 'day', yuan: [350, 410, 5] },
  { name: '模板班', workType: '木工', weight: 2, rate: 'day', yuan: [350, 420, 5] },
  { name: '沥青夜班', workType: '摊铺工', weight: 1, rate: 'day', yuan: [340, 400, 5], atNight: true },
  { name: '机械班', workType: '挖掘机司机', weight: 1, rate: 'month', yuan: [8000, 10_000, 100] },
]

const waters: readonly CrewForm[] = [
  { name: '护岸班', workType: '砌石工', weight: 4, rate: 'day', yuan: [300, 360, 5] },
  { name: '清淤班', workType: '普工', weight: 3, rate: 'day', yuan: [260, 310, 5] },
  { name: '模板班', workType: '木工', weight: 2, rate: 'day', yuan: [340, 410, 5] },
  { name: '机械班', workType: '挖掘机司机', weight: 1, rate: 'month', yuan: [8000, 10_000, 100] },
]

const factory: readonly CrewForm[] = [
  { name: '一车间', workType: '操作工', weight: 4, rate: 'month', yuan: [3600, 5200, 50] },
  { name: '二车间', workType: '操作工', weight: 3, rate: 'month', yuan: [3600, 5000, 50] },
  { name: '包装组', workType: '包装工', weight: 2, rate: 'hour', yuan: [20, 26, 1] },
  { name: '后道组', workType: '质检员', weight: 1, rate: 'month', yuan: [3400, 4200, 50] },
]

const kitchen: readonly CrewForm[] = [
  { name: '后厨组', workType: '厨师', weight: 3, rate: 'month', yuan: [4800, 7000, 100] },
  { name: '前厅组', workType: '服务员', weight: 5, rate: 'month', yuan: [3600, 4600, 50] },
  { name: '保洁组', workType: '保洁员', weight: 2, rate: 'hour', yuan: [19, 23, 1] },
]

const riders: readonly CrewForm[] = [
  { name: '骑手一组', workType: '配送员', weight: 5, rate: 'piece', yuan: [50, 68, 2], pieces: [24, 42] },
  { name: '骑手二组', workType: '配送员', weight: 4, rate: 'piece', yuan: [50, 68, 2], pieces: [24, 42] },
  { name: '调度组', workType: '调度员', weight: 1, rate: 'month', yuan: [5200, 6800, 100] },
]

const drivers: readonly CrewForm[] = [
  { name: '司机一组', workType: '驾驶员', weight: 5, rate: 'piece', yuan: [140, 190, 5], pieces: [14, 22] },
  { name: '司机二组', workType: '驾驶员', weight: 4, rate: 'piece', yuan: [140, 190, 5], pieces: [14, 22] },
  { name: '站务组', workType: '站务员', weight: 1, rate: 'month', yuan: [4800, 6200, 100] },
]

const bySector: readonly (readonly [string, readonly CrewForm[]])[] = [
  ['房屋建筑', building],
  ['交通', roads],
  ['水利', waters],
  ['餐饮服务业', kitchen],
  ['外卖配送', riders],
  ['网约车', drivers],
]

/** 班组 — the crews of a worksite by its sector: as many as its people fill. */
export function crewsOf({ sector }: Pick<SiteFacts, 'sector'>, size: number): readonly CrewForm[] {
  const all = bySector.find(([known]) => known === sector)?.[1] ?? factory
  return all.slice(0, Math.max(3, Math.ceil(size / 8)))
}

/** 作息 — when the people of a kind of worksite come and go, in seconds of the day. */
export function hoursOf(kind: WorksiteKind, atNight: boolean): { comes: number; goes: number } {
  const hour = 3600
  if (atNight) {
    return { comes: 18.8 * hour, goes: 30 * hour }
  }
  switch (kind) {
    case 'project':
      return { comes: 6.7 * hour, goes: 17.6 * hour }
    case 'establishment':
      return { comes: 7.8 * hour, goes: 17.2 * hour }
    case 'labor-platform':
      return { comes: 9.6 * hour, goes: 20.6 * hour }
    default:
      return kind satisfies never
  }
}
