import type { Day } from '../../law/day.ts'
import { areaFullName, areaName, areaParents, findArea } from '../../law/identifiers/index.ts'
import { inventCounty } from './numbers.ts'
import type { Random } from './random.ts'

export type CompanyKind =
  | 'project-owner'
  | 'general-contractor'
  | 'subcontractor'
  | 'establishment'
  | 'labor-platform'
  | 'insurer'

export interface InventedCompany {
  readonly kind: CompanyKind
  readonly name: string
  readonly creditCode: string
  readonly areaCode: string
}

export interface InventedBank {
  readonly name: string
  readonly cardPrefix: string
}

export interface InventedProject {
  readonly name: string
  readonly code: string
  readonly areaCode: string
  readonly sector: 'housing' | 'transport' | 'water'
  readonly address: string
}

const brandFirst = [...'禾穗垚岳衡澜桓屹钧砺泓晟瀚筑拓嵘沐朔峤铭']
const brandSecond = [...'垒川岱基坤程峰业达原固泽安远诚途工梁疆恒']
const trades: Record<CompanyKind, readonly string[]> = {
  'project-owner': ['置业有限公司', '城市建设投资有限公司', '房地产开发有限公司', '交通投资发展有限公司'],
  'general-contractor': ['建设集团有限公司', '建筑工程有限公司', '市政工程有限公司', '路桥工程有限公司'],
  subcontractor: ['建筑劳务有限公司', '劳务分包有限公司', '装饰工程有限公司', '消防安装工程有限公司'],
  establishment: ['服装有限公司', '电子科技有限公司', '家具制造有限公司', '餐饮管理有限公司'],
  'labor-platform': ['即时配送服务有限公司', '出行科技有限公司', '供应链管理有限公司'],
  insurer: ['财产保险股份有限公司', '工程担保有限公司'],
}

/** No bank bears these names; the six digits before each card begin with UnionPay's 62. */
const banks: readonly InventedBank[] = [
  { name: '禾垒银行', cardPrefix: '629901' },
  { name: '长澜银行', cardPrefix: '629902' },
  { name: '岱川农村商业银行', cardPrefix: '629903' },
  { name: '安垒银行', cardPrefix: '629904' },
  { name: '瀚江银行', cardPrefix: '629905' },
]

const roads = [
  '文澜路',
  '学院路',
  '滨河路',
  '迎宾大道',
  '工业二路',
  '望湖街',
  '科创路',
  '站前大道',
  '松涛路',
  '长兴街',
]
const works = {
  housing: ['安置房工程', '保障性住房工程', '商住楼工程', '小学迁建工程', '医院扩建工程', '产业园厂房工程'],
  transport: ['道路改造工程', '跨河大桥工程', '快速路延伸工程', '公交枢纽工程'],
  water: ['河道治理工程', '水库除险加固工程', '排涝泵站工程', '引水工程'],
}
const numerals = [...'一二三四五六七八九']

/** 杭州市 is 杭州 in a company's name; longer names of areas stay whole. */
function shortName(areaCode: string): string {
  const [province, prefecture] = areaParents(areaCode)
  const name = (prefecture ?? findArea(areaCode.slice(0, 4)) ?? province)?.name ?? areaName(areaCode) ?? ''
  return name.endsWith('直辖县级行政区划') ? (areaName(areaCode) ?? '') : name.replace(/(?<=..)市$/u, '')
}

/** 杭州西湖区 in a project's name; 仙桃市 where the county has no prefecture of another name. */
function placeName(areaCode: string): string {
  const own = areaName(areaCode) ?? ''
  const short = shortName(areaCode)
  return own.startsWith(short) ? own : `${short}${own}`
}

/** 虚构企业 — a company in a county of the area, with a name of characters rarely paired; its code is apart. */
export function inventCompany(
  random: Random,
  kind: CompanyKind,
  area: string,
): Omit<InventedCompany, 'creditCode'> {
  const areaCode = inventCounty(random, area)
  const middle = random.chance(0.3) ? random.pick(brandFirst) : ''
  const brand = `${random.pick(brandFirst)}${middle}${random.pick(brandSecond)}`
  const name = `${shortName(areaCode)}${brand}${random.pick(trades[kind])}`
  return { kind, name, areaCode }
}

/** 虚构银行 — a bank that does not exist, with the first digits of its cards. */
export function inventBank(random: Random): InventedBank {
  return random.pickSkewed(banks)
}

/** 虚构工程项目 — a project in a county of the area; its code carries the day it was registered. */
export function inventProject(random: Random, project: { area: string; registeredOn: Day }): InventedProject {
  const areaCode = inventCounty(random, project.area)
  const sector = random.pickSkewed(['housing', 'transport', 'water'] as const)
  const road = random.pick(roads)
  const lot = random.chance(0.5) ? `${random.pickSkewed(numerals)}标段` : ''
  const place = areaFullName(areaCode) ?? ''
  return {
    name: `${placeName(areaCode)}${road}${random.pick(works[sector])}${lot}`,
    code: `${areaCode}${project.registeredOn.replaceAll('-', '')}${random.digits(3)}`,
    areaCode,
    sector,
    address: `${place}${road}${random.int(1, 899)}号`,
  }
}
