import { type Day, day, type Month } from '../../../../src/law/day.ts'
import { capitalYuan, type Fen, formatYuan, sumFen } from '../../../../src/law/index.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import { months } from '../attendance.ts'
import { type Sheet, type Written, writeBook } from '../book.ts'
import { fullWidth, monthText, roundedId, spacedName, writtenCard, writtenId } from '../looks.ts'
import type { WageLine } from '../wages.ts'
import type { SiteStory } from '../world.ts'
import { type MadeFile, madeFile, type RefusedRow } from './made-file.ts'
import { type Column, planTable } from './sheet-plan.ts'

const receivedIn: Readonly<Record<string, Day>> = {
  '2026-03': day('2026-04-10'),
  '2026-04': day('2026-05-11'),
}
const sentAgainOn = day('2026-05-12')
/** Of the healthy site's April sheet one row is refused and comes again the day after. */
const damaged = { month: '2026-04', number: 3 }

type Line = Column<WageLine>

const order: Line = { title: '序号', cell: (_, index) => index + 1, width: 6 }
const nameOf = ({ worker }: WageLine) => worker.person.name
const daysOf = ({ daysHundredths }: WageLine) => daysHundredths / 100
const rateOf = ({ worker }: WageLine) => Number(worker.rate.fen) / 100
const signed: Line = { title: '领款人签字', cell: nameOf, width: 12 }
const bank: Line = { title: '开户行', cell: ({ worker }) => worker.person.bankName, width: 18 }
const crew: Line = { title: '班组', cell: ({ worker }) => worker.crew, width: 14 }
const signatures = [[], ['制表：', null, null, null, '审核：', null, null, null, '项目经理（签字）：']]

function idOf(inventor: Inventor, title = '身份证号码'): Line {
  return { title, cell: ({ worker }) => writtenId(inventor, worker), width: 22 }
}

function cardOf(inventor: Inventor, title: string): Line {
  return { title, cell: ({ worker }) => writtenCard(inventor, worker), width: 24 }
}

function received(of: string): Day {
  return receivedIn[of] ?? sentAgainOn
}

/** A row of totals: texts and sums at the columns of their titles. */
function totalRow(columns: readonly Line[], totals: Readonly<Record<string, Written>>): Written[] {
  return columns.map(({ title }) => totals[title.replaceAll('\n', '')] ?? null)
}

function sums(lines: readonly WageLine[]): { days: number; due: Fen; net: Fen } {
  return {
    days: lines.reduce((sum, { daysHundredths }) => sum + daysHundredths, 0) / 100,
    due: sumFen(lines.map(({ dueFen }) => dueFen)),
    net: sumFen(lines.map(({ netFen }) => netFen)),
  }
}

interface Making {
  readonly inventor: Inventor
  readonly story: SiteStory
  readonly of: Month
  readonly lines: readonly WageLine[]
}

/** 工资支付表 — the payrolls of a site, month by month, in the manner of its office. */
export async function payrollFiles(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const of of months) {
    const lines = story.listed.filter(({ month }) => month === of)
    files.push(...(await offices[story.site.key]({ inventor, story, of, lines })))
  }
  return files
}

const offices: Readonly<Record<SiteStory['site']['key'], (making: Making) => Promise<MadeFile[]>>> = {
  healthy: healthyPayrolls,
  unpaid: unpaidPayrolls,
  unlisted: async (making) => [await oneSheet(making, unlistedSheet(making))],
  factory: async (making) => [await oneSheet(making, factorySheet(making))],
  'no-account': async (making) => [await oneSheet(making, noAccountSheet(making))],
  'no-deposit': async (making) => [await oneSheet(making, noDepositSheet(making))],
}

async function oneSheet({ story, of }: Making, sheet: Sheet): Promise<MadeFile> {
  const name = `${story.site.short}${Number(of.slice(5))}月工资表.xlsx`
  const bytes = await writeBook([sheet], received(of))
  return madeFile({ kind: 'payroll', receivedOn: received(of), name, bytes })
}

/** One book, a sheet for each subcontractor; deductions under a heading of their own. */
async function healthyPayrolls(making: Making): Promise<MadeFile[]> {
  const { story, of, lines } = making
  const { site } = story
  const spoiled = lines.find(({ worker }) => of === damaged.month && worker.number === damaged.number)
  const plans = site.subcontractors.map((unit, at) =>
    healthySheet(making, { lines: lines.filter(({ worker }) => worker.unit === unit), spoiled, suffix: `-${at + 1}` }),
  )
  const refused: RefusedRow[] = plans.flatMap(({ sheet, places, of: own }) => {
    const at = spoiled === undefined ? -1 : own.indexOf(spoiled)
    const code = 'cell.id-number-damaged'
    return at < 0 ? [] : [{ sheet: sheet.name, row: places[at] ?? 0, code }]
  })
  const name = `${site.short}农民工工资支付表${of.replace('-', '')}.xlsx`
  const bytes = await writeBook(
    plans.map(({ sheet }) => sheet),
    received(of),
  )
  const file = madeFile({ kind: 'payroll', receivedOn: received(of), name, bytes, refused })
  return spoiled === undefined ? [file] : [file, await sentAgain(making, spoiled)]
}

async function sentAgain(making: Making, line: WageLine): Promise<MadeFile> {
  const { sheet } = healthySheet(making, { lines: [line], spoiled: undefined, suffix: '-1补' })
  const bytes = await writeBook([sheet], sentAgainOn)
  const name = `${making.story.site.short}工资支付表${making.of.replace('-', '')}（补报1人）.xlsx`
  return madeFile({ kind: 'payroll', receivedOn: sentAgainOn, name, bytes })
}

interface Part {
  readonly lines: readonly WageLine[]
  readonly spoiled: WageLine | undefined
  readonly suffix: string
}

function healthySheet({ inventor, story, of }: Making, { lines, spoiled, suffix }: Part) {
  const { site } = story
  const unit = lines[0]?.worker.unit.name ?? ''
  const id = idOf(inventor, '身份证\n号码')
  const columns: readonly Line[] = [
    order,
    { title: '姓名', cell: ({ worker }) => spacedName(worker) },
    { ...id, cell: (line, index) => (line === spoiled ? roundedId(line.worker) : id.cell(line, index)) },
    crew,
    { title: '出勤\n天数', cell: daysOf },
    { title: '工资标准\n（元/天）', cell: rateOf },
    { title: '应发工资', cell: ({ dueFen }) => ({ fen: dueFen }), width: 12 },
    { title: '借支', group: '扣款', cell: () => 0 },
    { title: '其他', group: '扣款', cell: () => null },
    { title: '实发工资', cell: ({ netFen }) => ({ fen: netFen }), width: 12 },
    cardOf(inventor, '工资卡号'),
    bank,
    signed,
  ]
  const all = sums(lines)
  const totals = { 姓名: '合  计', 出勤天数: all.days, 应发工资: { fen: all.due }, 实发工资: { fen: all.net } }
  const plan = planTable<WageLine>({
    name: unit.replace(/^杭州|有限公司$/g, ''),
    title: '农民工工资支付表',
    above: [
      [`项目名称：${site.name}`, `所属月份：${monthText(of)}`, `编号：${site.prefix}-${of.replace('-', '')}${suffix}`],
      [`编制单位：${unit}`, '单位：元'],
    ],
    columns,
    items: lines,
    below: [totalRow(columns, totals), [`合计金额（大写）：${capitalYuan(all.net)}`], ...signatures],
  })
  return { ...plan, of: lines }
}

/** A book for each subcontractor; sums as texts with thousands separators. */
async function unpaidPayrolls({ inventor, story, of, lines }: Making): Promise<MadeFile[]> {
  const { site } = story
  const files: MadeFile[] = []
  for (const [at, unit] of site.subcontractors.entries()) {
    const own = lines.filter(({ worker }) => worker.unit === unit)
    const columns: readonly Line[] = [
      order,
      { title: '工种', cell: ({ worker }) => worker.workType },
      { title: '农民工姓名', cell: nameOf },
      idOf(inventor),
      { title: '考勤天数', cell: (line) => `${daysOf(line)}天` },
      { title: '日单价', cell: (line) => `${rateOf(line)}元` },
      { title: '应领工资（元）', cell: ({ dueFen }) => formatYuan(dueFen), width: 14 },
      { title: '应扣减金额', cell: () => '—' },
      { title: '实发金额（元）', cell: ({ netFen }) => formatYuan(netFen), width: 14 },
      cardOf(inventor, '银行卡号'),
      { ...signed, title: '农民工签字\n（手印）' },
    ]
    const all = sums(own)
    const totals = { 农民工姓名: '总计', '应领工资（元）': formatYuan(all.due), '实发金额（元）': formatYuan(all.net) }
    const { sheet } = planTable<WageLine>({
      name: '工资表',
      title: `${site.name}${monthText(of)}农民工工资表`,
      above: [
        [`项目编码：${site.code}`, `劳务单位：${unit.name}`],
        [`工资月份：${of.replace('-', '年')}月`, `工资表编号：${site.prefix}${of}-${at + 1}`],
      ],
      columns,
      items: own,
      below: [totalRow(columns, totals), ...signatures],
    })
    const bytes = await writeBook([sheet], received(of))
    const name = `${site.short}${Number(of.slice(5))}月工资表（${unit.name.slice(2, 5)}）.xlsx`
    files.push(madeFile({ kind: 'payroll', receivedOn: received(of), name, bytes }))
  }
  return files
}

/** Crews in merged cells with a blank line between them; no cards: the bank has them from the roster. */
function unlistedSheet({ inventor, story, of, lines }: Making): Sheet {
  const { site } = story
  const columns: readonly Line[] = [
    { ...crew, merged: true },
    { title: '姓名', cell: nameOf },
    idOf(inventor, '居民身份证号码'),
    { title: '工种', cell: ({ worker }) => worker.workType },
    { title: '出勤工日', cell: daysOf },
    { title: '单价（元/工日）', cell: rateOf },
    { title: `${Number(of.slice(5))}月应发工资`, cell: ({ dueFen }) => Number(dueFen) / 100, width: 14 },
    { title: '扣款', cell: () => 0 },
    { title: '实发工资', cell: ({ netFen }) => Number(netFen) / 100, width: 12 },
    { title: '发放日期', cell: () => null },
    { ...signed, title: '签名' },
    { title: '备注', cell: () => null },
  ]
  const starts = (index: number) => index > 0 && lines[index]?.worker.crew !== lines[index - 1]?.worker.crew
  const all = sums(lines)
  return planTable<WageLine>({
    name: of,
    title: `民工工资发放表`,
    above: [
      [`工程名称：${site.name}`, `所属期间：${monthText(of)}`],
      [`劳务公司名称：${lines[0]?.worker.unit.name ?? ''}`, `编号：${site.prefix}-${of}`],
    ],
    columns,
    items: lines,
    before: (index) => (starts(index) ? [[]] : []),
    below: [totalRow(columns, { 姓名: '合计', 出勤工日: all.days, 实发工资: Number(all.net) / 100 }), ...signatures],
  }).sheet
}

function factorySheet({ inventor, story, of, lines }: Making): Sheet {
  const { site } = story
  const deduction = (title: string, at: number): Line => ({
    title,
    group: '代扣款项',
    cell: ({ deductions }) => ({ fen: deductions[at] ?? 0n }),
  })
  const columns: readonly Line[] = [
    order,
    { title: '工号', cell: ({ worker }) => `HL${String(worker.number).padStart(3, '0')}` },
    { title: '姓名', cell: nameOf },
    idOf(inventor, '身份证号'),
    { title: '所属班组', cell: ({ worker }) => worker.crew, merged: true },
    { title: '出勤天数', cell: daysOf },
    { title: '月工资标准', cell: rateOf },
    { title: '加班小时', cell: ({ overtimeHours }) => overtimeHours },
    { title: '加班工资', cell: ({ overtimeFen }) => ({ fen: overtimeFen }) },
    { title: '应发工资', cell: ({ dueFen }) => ({ fen: dueFen }), width: 12 },
    deduction('养老保险', 0),
    deduction('医疗保险', 1),
    deduction('失业保险', 2),
    { title: '实发工资', cell: ({ netFen }) => ({ fen: netFen }), width: 12 },
    cardOf(inventor, '银行账号'),
    { ...signed, title: '本人签名' },
  ]
  const all = sums(lines)
  const totals = { 姓名: '合计', 应发工资: { fen: all.due }, 实发工资: { fen: all.net } }
  return planTable<WageLine>({
    name: `${Number(of.slice(5))}月工资`,
    title: `${monthText(of)}工资表`,
    above: [[`用工点名称：${site.name}`, `用人单位：${site.contractor.name}`, `批次号：HL${of.replace('-', '')}`]],
    columns,
    items: lines,
    below: [totalRow(columns, totals)],
  }).sheet
}

/** Subtotals of crews between the rows, numbers of days now and then in full-width digits. */
function noAccountSheet({ inventor, story, of, lines }: Making): Sheet {
  const { site } = story
  const days = (line: WageLine) => (inventor.chance(0.1) ? fullWidth(String(daysOf(line))) : daysOf(line))
  const columns: readonly Line[] = [
    order,
    { title: '姓名', cell: ({ worker }) => spacedName(worker) },
    idOf(inventor),
    crew,
    { title: '出工天数', cell: days },
    { title: '日工资', cell: (line) => `${rateOf(line)}元/天` },
    { title: '应发工资', cell: ({ dueFen }) => ({ fen: dueFen }), width: 12 },
    { title: '实发工资', cell: ({ netFen }) => ({ fen: netFen }), width: 12 },
    cardOf(inventor, '工资卡账号'),
    bank,
    { ...signed, title: '签字（手印）' },
  ]
  const subtotal = (until: number) => {
    const crewName = lines[until - 1]?.worker.crew
    const own = sums(lines.slice(0, until).filter(({ worker }) => worker.crew === crewName))
    return totalRow(columns, { 姓名: '小计', 应发工资: { fen: own.due }, 实发工资: { fen: own.net } })
  }
  const starts = (index: number) => index > 0 && lines[index]?.worker.crew !== lines[index - 1]?.worker.crew
  const all = sums(lines)
  const totals = { 姓名: '合计', 应发工资: { fen: all.due }, 实发工资: { fen: all.net } }
  return planTable<WageLine>({
    name: '工资支付表',
    title: '农民工工资支付表',
    above: [
      [`项目名称：${site.name}`, `编制单位：${lines[0]?.worker.unit.name ?? ''}`],
      [`所属月份：${of}`, `编号：${site.prefix}-${of}`, '金额单位：元'],
    ],
    columns,
    items: lines,
    before: (index) => (starts(index) ? [subtotal(index)] : []),
    below: [subtotal(lines.length), totalRow(columns, totals), ...signatures],
  }).sheet
}

/** Project and month stand in the title only. */
function noDepositSheet({ inventor, story, of, lines }: Making): Sheet {
  const { site } = story
  const columns: readonly Line[] = [
    order,
    { title: '工人姓名', cell: nameOf },
    idOf(inventor, '工人身份证号'),
    { title: '用工单位', cell: ({ worker }) => worker.unit.name, merged: true, width: 26 },
    { ...crew, title: '施工班组' },
    { title: '工日（天）', cell: daysOf },
    { title: '日薪（元）', cell: rateOf },
    { title: '本月应发工资', cell: ({ dueFen }) => ({ fen: dueFen }), width: 12 },
    { title: '实发（元）', cell: ({ netFen }) => ({ fen: netFen }), width: 12 },
    cardOf(inventor, '账号'),
    { ...bank, title: '账户银行' },
    { ...signed, title: '个人确认签字' },
  ]
  const all = sums(lines)
  return planTable<WageLine>({
    name: 'Sheet1',
    title: `${site.name}${monthText(of)}工资支付表`,
    above: [[`编号：${site.prefix}-${of.replace('-', '')}`]],
    columns,
    items: lines,
    below: [totalRow(columns, { 工人姓名: '合计', '工日（天）': all.days, '实发（元）': { fen: all.net } }), ...signatures],
  }).sheet
}
