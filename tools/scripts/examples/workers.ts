import { type Day, day } from '../../../src/law/day.ts'
import { type Fen, fenOfYuan } from '../../../src/law/money.ts'
import type { InventedCompany, InventedPerson, Inventor } from '../../../src/simulate/invent/index.ts'
import type { Site, SiteKey } from './sites.ts'

/** 示例工人 — an invented person at one of the sites. */
export interface Worker {
  readonly site: Site
  readonly person: InventedPerson
  /** Counts from 1 within the site. */
  readonly number: number
  readonly unit: InventedCompany
  readonly crew: string
  readonly workType: string
  /** 考勤号 on the gates of the site. */
  readonly pin: string
  readonly rate: { readonly kind: 'day' | 'month'; readonly fen: Fen }
  readonly enteredOn: Day
  readonly signedOn: Day
  readonly worksAtNight: boolean
}

interface Crew {
  readonly name: string
  readonly workType: string
  readonly count: number
  /** Which of the subcontractors; the contractor itself where there is none. */
  readonly unit: number
  readonly yuan: readonly [from: number, to: number]
  readonly atNight?: boolean
}

/** Wages by the day for works, by the month for the factory. */
const crews: Readonly<Record<SiteKey, readonly Crew[]>> = {
  healthy: [
    { name: '木工班', workType: '木工', count: 10, unit: 0, yuan: [360, 430] },
    { name: '钢筋班', workType: '钢筋工', count: 8, unit: 0, yuan: [350, 410] },
    { name: '水电班', workType: '电工', count: 6, unit: 1, yuan: [340, 400] },
    { name: '夜班混凝土班', workType: '混凝土工', count: 4, unit: 1, yuan: [330, 390], atNight: true },
    { name: '普工班', workType: '普工', count: 2, unit: 1, yuan: [260, 290] },
  ],
  unpaid: [
    { name: '砌筑班', workType: '砌筑工', count: 9, unit: 0, yuan: [340, 400] },
    { name: '架子班', workType: '架子工', count: 7, unit: 0, yuan: [360, 420] },
    { name: '抹灰班', workType: '抹灰工', count: 8, unit: 1, yuan: [330, 380] },
    { name: '防水班', workType: '防水工', count: 4, unit: 1, yuan: [340, 390] },
  ],
  unlisted: [
    { name: '路基班', workType: '普工', count: 12, unit: 0, yuan: [280, 330] },
    { name: '桥梁钢筋班', workType: '钢筋工', count: 11, unit: 0, yuan: [350, 410] },
    { name: '沥青夜班', workType: '摊铺工', count: 5, unit: 0, yuan: [360, 420], atNight: true },
    { name: '机械班', workType: '挖掘机司机', count: 4, unit: 0, yuan: [420, 480] },
  ],
  factory: [
    { name: '裁剪组', workType: '裁剪工', count: 8, unit: 0, yuan: [4200, 5200] },
    { name: '缝制一组', workType: '缝纫工', count: 14, unit: 0, yuan: [3800, 5000] },
    { name: '缝制二组', workType: '缝纫工', count: 12, unit: 0, yuan: [3800, 5000] },
    { name: '后道组', workType: '整烫工', count: 6, unit: 0, yuan: [3400, 4000] },
  ],
  'no-account': [
    { name: '护岸班', workType: '砌石工', count: 12, unit: 0, yuan: [300, 350] },
    { name: '清淤班', workType: '普工', count: 9, unit: 0, yuan: [260, 310] },
    { name: '机械班', workType: '挖掘机司机', count: 3, unit: 0, yuan: [400, 450] },
  ],
  'no-deposit': [
    { name: '土方班', workType: '普工', count: 8, unit: 0, yuan: [270, 320] },
    { name: '桩基班', workType: '桩机操作工', count: 8, unit: 0, yuan: [380, 440] },
    { name: '钢筋班', workType: '钢筋工', count: 10, unit: 0, yuan: [350, 410] },
  ],
}

/** The one of the healthy site who began in April, before anybody had put him on a roster. */
export const latecomer: { readonly site: SiteKey; readonly number: number; readonly enteredOn: Day } = {
  site: 'healthy',
  number: 30,
  enteredOn: day('2026-04-20'),
}

/** Three of the factory whose monthly rate is below the minimum wage of 2660 yuan. */
const lowRates: ReadonlyMap<number, Fen> = new Map([
  [12, 238_000n],
  [27, 240_000n],
  [38, 245_550n],
])

/** 低于最低工资者 — whether somebody's monthly rate is below the minimum wage. */
export function isLowPaid({ site, number }: Pick<Worker, 'site' | 'number'>): boolean {
  return site.works === null && lowRates.has(number)
}

/** 示例工人 — the people of a site, crew by crew. */
export function inventWorkers(inventor: Inventor, site: Site): readonly Worker[] {
  const workers: Worker[] = []
  for (const crew of crews[site.key]) {
    for (let each = 0; each < crew.count; each += 1) {
      workers.push(inventWorker(inventor, { site, crew, number: workers.length + 1 }))
    }
  }
  return site.key === 'unpaid' ? withNamesakes(workers) : workers
}

interface Place {
  readonly site: Site
  readonly crew: Crew
  readonly number: number
}

function inventWorker(inventor: Inventor, { site, crew, number }: Place): Worker {
  const isFactory = site.works === null
  const person = inventor.person(isFactory && inventor.chance(0.7) ? { sex: 'female' } : {})
  const [from, to] = crew.yuan
  const step = isFactory ? 50 : 5
  const yuan = from + inventor.int(0, (to - from) / step) * step
  const opened = site.works?.startsOn ?? day('2024-03-01')
  const last = opened > '2026-02-25' ? opened : day('2026-02-25')
  const isLate = site.key === latecomer.site && number === latecomer.number
  const enteredOn = isLate ? latecomer.enteredOn : inventor.dayBetween(opened, last)
  return {
    site,
    person,
    number,
    unit: site.subcontractors[crew.unit] ?? site.contractor,
    crew: crew.name,
    workType: crew.workType,
    pin: String(100 + number),
    rate: {
      kind: isFactory ? 'month' : 'day',
      fen: (isFactory ? lowRates.get(number) : undefined) ?? fenOfYuan(yuan),
    },
    enteredOn,
    signedOn: enteredOn,
    worksAtNight: crew.atNight === true,
  }
}

/** Two people of one name, in two crews: cards and ID numbers must tell them apart. */
function withNamesakes(workers: readonly Worker[]): readonly Worker[] {
  const [third, last] = [workers[2], workers.at(-1)]
  return workers.map((worker) =>
    worker === last && third !== undefined
      ? { ...worker, person: { ...worker.person, name: third.person.name } }
      : worker,
  )
}
