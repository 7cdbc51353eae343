import { capitalYuan } from '../../../../src/law/index.ts'
import { formatYuan } from '../../../../src/law/money.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import { months } from '../attendance.ts'
import { type Sheet, writeBook } from '../book.ts'
import { monthText, roundedId, spacedName } from '../looks.ts'
import type { WageLine } from '../wages.ts'
import type { SiteStory } from '../world.ts'
import { type MadeFile, madeFile, type RefusedRow } from './made-file.ts'
import {
  bank,
  cardOf,
  crew,
  daysOf,
  idOf,
  type Line,
  type Making,
  nameOf,
  order,
  rateOf,
  received,
  sentAgainOn,
  signatures,
  signed,
  sums,
  totalRow,
} from './payroll-columns.ts'
import { factorySheet, noAccountSheet, noDepositSheet, unlistedSheet } from './payroll-sheets.ts'
import { planTable } from './sheet-plan.ts'

/** Of the healthy site's April sheet one row is refused and comes again the day after. */
const damaged = { month: '2026-04', number: 3 }

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
    healthySheet(making, {
      lines: lines.filter(({ worker }) => worker.unit === unit),
      spoiled,
      suffix: `-${at + 1}`,
    }),
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
  const totals = {
    姓名: '合  计',
    出勤天数: all.days,
    应发工资: { fen: all.due },
    实发工资: { fen: all.net },
  }
  const plan = planTable<WageLine>({
    name: unit.replace(/^杭州|有限公司$/g, ''),
    title: '农民工工资支付表',
    above: [
      [
        `项目名称：${site.name}`,
        `所属月份：${monthText(of)}`,
        `编号：${site.prefix}-${of.replace('-', '')}${suffix}`,
      ],
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
    const totals = {
      农民工姓名: '总计',
      '应领工资（元）': formatYuan(all.due),
      '实发金额（元）': formatYuan(all.net),
    }
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
    const name = `${site.short}${Number(of.slice(5))}月工资表（${unit.name.replace(/^杭州|(?:建筑)?劳务.*$/g, '')}）.xlsx`
    files.push(madeFile({ kind: 'payroll', receivedOn: received(of), name, bytes }))
  }
  return files
}
