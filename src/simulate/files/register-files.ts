import { addDays, type Day, isDay } from '../../law/day.ts'
import { areaFullName } from '../../law/identifiers/index.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import type { SiteFacts } from '../county/facts.ts'
import type { County, Site } from '../county/model.ts'
import { createRandom } from '../invent/random.ts'
import { type CountyFile, countyFile } from './county-file.ts'
import { dayStyles, writtenDay, yuan } from './looks.ts'
import { type Column, layTable, type OfficeFormat, writeTables } from './office-table.ts'

/** 已知情况 — a worksite as far as the authority knows it on a day. */
interface KnownSite {
  readonly site: Site
  readonly asOf: Day
}

type Cells = (known: KnownSite) => Cell

const kindTexts = { project: '工程项目', establishment: '企业', 'labor-platform': '平台站点' } as const
const depositTexts = {
  'bank-guarantee': '银行保函',
  'surety-insurance': '工程保证保险',
  cash: '现金存储',
} as const

/**
 * 项目登记表 — the worksites that are known when the county begins, projects and other units apart; then, on the
 * day after each, what became known since: a new project, its account, its permit, its deposit, its gates.
 */
export async function* registerFiles(county: County): AsyncGenerator<CountyFile> {
  const { from, until } = county.frame
  const known = county.sites.filter(({ facts }) => facts.registeredOn <= from)
  const projects = known.filter(({ plan }) => plan.kind === 'project')
  const others = known.filter(({ plan }) => plan.kind !== 'project')
  if (projects.length > 0) {
    yield await registerFile(county, projects, { on: from, name: '在建项目登记表', format: 'xlsx' })
  }
  if (others.length > 0) {
    yield await registerFile(county, others, { on: from, name: '用人单位登记表', format: 'csv-gb18030' })
  }
  const news = new Map<Day, Site[]>()
  for (const site of county.sites.filter(({ facts }) => facts.works !== null)) {
    for (const day of newsDays(site.facts).filter((each) => each > from && each <= until)) {
      news.set(day, [...(news.get(day) ?? []), site])
    }
  }
  for (const [on, sites] of [...news].sort(([one], [other]) => (one < other ? -1 : 1))) {
    yield await registerFile(county, sites, { on, name: '项目登记变更表', format: 'csv' })
  }
}

/** The days on which something new is told of a project. */
function newsDays({ works, account, registeredOn }: SiteFacts): readonly Day[] {
  const told = [
    account?.openedOn,
    account?.agreementOn,
    works?.permitOn,
    works?.deposit?.storedOn,
    works?.startsOn,
  ]
  const later = told.flatMap((day) => (day === undefined || day === null ? [] : [addDays(day, 1)]))
  return [...new Set([registeredOn, ...later.filter((day) => day > registeredOn)])]
}

interface Writing {
  readonly on: Day
  readonly name: string
  readonly format: OfficeFormat
}

async function registerFile(
  { seed, areaCode }: County,
  sites: readonly Site[],
  { on, name, format }: Writing,
): Promise<CountyFile> {
  const random = createRandom(`${seed}/register/${on}/${name}`)
  const style = random.pick(dayStyles)
  const isProjects = sites.some(({ plan }) => plan.kind === 'project')
  const area = random.chance(0.5) ? areaCode : (areaFullName(areaCode) ?? areaCode)
  const cells = isProjects ? projectColumns(area) : unitColumns(area)
  const columns: Column<KnownSite>[] = cells.map(([title, cell]) => ({
    title,
    cell: (known) => dated(cell(known), style),
    isText: /代码|编码|账号|电话|许可证号|序列号/.test(title),
  }))
  const table = layTable({
    name: '登记表',
    title: `${areaFullName(areaCode) ?? ''}${name}`,
    above: [`填报日期：${on}`],
    columns: [{ title: '序号', cell: (_, index) => index + 1 }, ...columns],
    items: sites.map((site) => ({ site, asOf: on })),
  })
  const bytes = await writeTables([table], format)
  const ending = format === 'xlsx' ? 'xlsx' : 'csv'
  return countyFile(`${name}.${ending}`, { receivedOn: on, kind: 'worksite-register', bytes })
}

function dated(cell: Cell, style: (typeof dayStyles)[number]): Cell {
  return typeof cell === 'string' && isDay(cell) ? writtenDay(cell, style) : cell
}

/** Nothing is known of what happens later. */
function since(day: Day | null | undefined, { asOf }: KnownSite): Day | null {
  return day === null || day === undefined || day > asOf ? null : day
}

function lines(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n')
}

function projectColumns(area: string): readonly (readonly [string, Cells])[] {
  return [
    ['项目编码', ({ site }) => site.facts.code],
    ['项目名称', ({ site }) => site.facts.name],
    ['类型', ({ site }) => kindTexts[site.plan.kind]],
    ['行业', ({ site }) => site.facts.sector],
    ['行政区划', () => area],
    ['建设单位', ({ site }) => site.facts.works?.owner.name ?? null],
    ['建设单位统一社会信用代码', ({ site }) => site.facts.works?.owner.creditCode ?? null],
    ['施工总承包单位', ({ site }) => site.facts.contractor.name],
    ['施工总承包单位统一社会信用代码', ({ site }) => site.facts.contractor.creditCode],
    ['分包单位', ({ site }) => lines(site.facts.subcontractors.map((unit) => unit.name))],
    [
      '分包单位统一社会信用代码',
      ({ site }) => lines(site.facts.subcontractors.map((unit) => unit.creditCode)),
    ],
    ['合同价（万元）', ({ site }) => Number(site.facts.works?.contractFen ?? 0n) / 1_000_000],
    ['合同签订日期', (known) => since(known.site.facts.works?.signedOn, known)],
    ['施工许可证号', (known) => permitOf(known)],
    ['施工许可日期', (known) => since(known.site.facts.works?.permitOn, known)],
    ['开工日期', (known) => known.site.facts.works?.startsOn ?? null],
    ['竣工日期', ({ site }) => site.facts.works?.endsOn ?? null],
    ...fundColumns,
    ...accountColumns,
    ...guaranteeColumns,
    ...officeColumns,
  ]
}

function permitOf(known: KnownSite): Cell {
  const { works } = known.site.facts
  return since(works?.permitOn, known) === null ? null : (works?.permitNumber ?? null)
}

const fundColumns: readonly (readonly [string, Cells])[] = [
  ['人工费用拨付周期', () => '每月'],
  ['人工费用拨付日', ({ site }) => `每月${site.facts.works?.laborCostDay}日`],
  ['人工费用金额（元）', ({ site }) => (site.laborCostFen === 0n ? null : yuan(site.laborCostFen))],
  ['人工费用拨付比例', ({ site }) => (site.laborCostFen === 0n ? `${18 + (site.plan.index % 8)}%` : null)],
  ['工资发放日', payDayText],
]

function payDayText({ site }: KnownSite): Cell {
  return `${site.plan.index % 3 === 0 ? '每月' : '次月'}${site.facts.payDate}日`
}

const accountColumns: readonly (readonly [string, Cells])[] = [
  ['工资专户账号', (known) => accountOf(known)?.number ?? null],
  ['专户户名', (known) => accountOf(known)?.holder ?? null],
  ['专户开户行', (known) => accountOf(known)?.bank.name ?? null],
  ['专户开立日期', (known) => accountOf(known)?.openedOn ?? null],
  ['三方协议日期', (known) => since(accountOf(known)?.agreementOn, known)],
]

function accountOf(known: KnownSite) {
  const { account } = known.site.facts
  return account !== null && account.openedOn <= known.asOf ? account : null
}

const guaranteeColumns: readonly (readonly [string, Cells])[] = [
  ['工资保证金形式', (known) => deposit(known, ({ form }) => depositTexts[form])],
  ['保证金金额（元）', (known) => deposit(known, ({ amountFen }) => yuan(amountFen))],
  ['保证金存储日期', (known) => deposit(known, ({ storedOn }) => storedOn)],
  ['保证金到期日', (known) => deposit(known, ({ expiresOn }) => expiresOn)],
  ['工程款支付担保', ({ site }) => guarantee(site, ({ fen }) => yuan(fen), '无')],
  ['支付担保日期', ({ site }) => guarantee(site, ({ givenOn }) => givenOn, null)],
  ['支付担保到期日', ({ site }) => guarantee(site, ({ expiresOn }) => expiresOn, null)],
]

type Deposit = NonNullable<NonNullable<SiteFacts['works']>['deposit']>
type Guarantee = NonNullable<NonNullable<SiteFacts['works']>['guarantee']>

function deposit(known: KnownSite, cell: (deposit: Deposit) => Cell): Cell {
  const own = known.site.facts.works?.deposit ?? null
  return own === null || own.storedOn > known.asOf ? null : cell(own)
}

function guarantee({ facts }: Site, cell: (guarantee: Guarantee) => Cell, without: Cell): Cell {
  const own = facts.works?.guarantee ?? null
  return own === null ? without : cell(own)
}

const officeColumns: readonly (readonly [string, Cells])[] = [
  ['劳资专管员', ({ site }) => site.facts.officer?.name ?? null],
  ['劳资专管员电话', ({ site }) => site.facts.officer?.phone ?? null],
  ['维权信息告示牌日期', (known) => since(known.site.facts.works?.noticeOn, known)],
  ['考勤设备序列号', ({ site }) => lines(site.facts.gates)],
]

function unitColumns(area: string): readonly (readonly [string, Cells])[] {
  return [
    ['用工点编码', ({ site }) => site.facts.code],
    ['用工点名称', ({ site }) => site.facts.name],
    ['用工点类型', ({ site }) => kindTexts[site.plan.kind]],
    ['行业', ({ site }) => site.facts.sector],
    ['所在区县', () => area],
    ['用人单位', ({ site }) => site.facts.contractor.name],
    ['用人单位统一社会信用代码', ({ site }) => site.facts.contractor.creditCode],
    ['工资发放日', payDayText],
    ...accountColumns.slice(0, 4),
    ...officeColumns.filter(([title]) => !title.startsWith('维权')),
  ]
}
