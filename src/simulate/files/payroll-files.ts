import { type Fen, sumFen } from '../../law/money.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import type { County, Sheet, SheetLine, Site } from '../county/model.ts'
import { createRandom, type Random } from '../invent/random.ts'
import { type CountyFile, countyFile } from './county-file.ts'
import { monthText, spacedName, writtenCard, writtenId, yuan } from './looks.ts'
import {
  type Column,
  drawFormat,
  extension,
  layTable,
  type OfficeFormat,
  writeTables,
} from './office-table.ts'

/** 办公习惯 — how the office of a worksite lays out its payrolls. */
interface Habits {
  readonly format: OfficeFormat
  readonly titles: { readonly id: string; readonly days: string; readonly due: string; readonly net: string }
  readonly signature: { readonly title: string; readonly mark: 'name' | 'tick' | 'word' }
}

const rateKindTexts = { day: '计日', hour: '计时', month: '月薪', piece: '计件' } as const
const partTexts: readonly (readonly [RegExp, string])[] = [
  [/-T\d+$/, '退场结算工资表'],
  [/-B\d+$/, '补发工资表'],
]

/** 工资支付表 — every sheet of a worksite, the corrected ones after those that they replace. */
export async function* payrollFiles({ seed }: County, site: Site): AsyncGenerator<CountyFile> {
  const habits = drawHabits(createRandom(`${seed}/payroll habits/${site.facts.code}`))
  const sent = new Set<string>()
  for (const sheet of site.sheets) {
    const random = createRandom(`${seed}/payroll/${sheet.number}/${sheet.receivedOn}`)
    const bytes = await payrollFile(random, { site, habits, sheet })
    const part = partTexts.find(([ending]) => ending.test(sheet.number))?.[1] ?? '工资表'
    const isAgain = sent.has(sheet.number)
    sent.add(sheet.number)
    const name = `${site.facts.short}${monthText(sheet.month)}${part}${isAgain ? '（更正）' : ''}`
    yield countyFile(`${name}.${extension(habits.format)}`, {
      receivedOn: sheet.receivedOn,
      kind: 'payroll',
      bytes,
    })
  }
}

function drawHabits(random: Random): Habits {
  return {
    format: drawFormat(random),
    titles: {
      id: random.pick(['身份证号码', '身份证号', '公民身份号码']),
      days: random.pick(['出勤天数', '出勤\n天数', '工日（天）', '出工天数']),
      due: random.pick(['应发工资', '应发工资（元）', '应发金额', '应领工资']),
      net: random.pick(['实发工资', '实发工资（元）', '实发金额', '实领工资']),
    },
    signature: {
      title: random.pick(['领款人签字', '本人签字', '农民工签字', '签名']),
      mark: random.pick(['name', 'tick', 'word'] as const),
    },
  }
}

interface Writing {
  readonly site: Site
  readonly habits: Habits
  readonly sheet: Sheet
}

async function payrollFile(random: Random, { site, habits, sheet }: Writing): Promise<Buffer> {
  const { facts, plan } = site
  const what = plan.kind === 'project' ? '项目' : '用工点'
  const table = layTable({
    name: monthText(sheet.month),
    title: `${monthText(sheet.month)}${plan.kind === 'project' ? '农民工' : '员工'}工资支付表`,
    above: [
      `${what}名称：${facts.name}`,
      `${what}编码：${facts.code}`,
      `工资表编号：${sheet.number}`,
      `编制单位：${facts.contractor.name}`,
    ],
    columns: columnsOf(random, { site, habits, sheet }),
    items: sheet.lines,
    hasTotal: true,
    below: [[], ['制表：', null, null, null, '劳资专管员：', null, null, '项目负责人：', null, '审核：']],
  })
  return await writeTables([table], habits.format)
}

type Columns = readonly Column<SheetLine>[]

function columnsOf(random: Random, { site, habits, sheet }: Writing): Columns {
  const { titles } = habits
  const { lines } = sheet
  const has = (kind: string) => lines.some(({ worker }) => worker.rate.kind === kind)
  const money = (title: string, of: (line: SheetLine) => Fen, isNeeded = true): Columns =>
    isNeeded ? [{ title, cell: (line) => yuan(of(line)), total: (all) => yuan(sumFen(all.map(of))) }] : []
  const days = (line: SheetLine): Cell => (line.halves === 0 ? null : line.halves / 2)
  const days2 = (all: readonly SheetLine[]) => all.reduce((sum, line) => sum + line.halves, 0) / 2
  return [
    { title: '序号', cell: (_, index) => index + 1 },
    {
      title: '姓名',
      cell: ({ worker }) => (random.chance(0.3) ? spacedName(worker.person) : worker.person.name),
    },
    { title: titles.id, cell: ({ worker }) => writtenId(random, worker.person), isText: true },
    { title: '用人单位', cell: ({ worker }) => worker.unit.name },
    { title: '班组', cell: ({ worker }) => worker.crew },
    { title: '工种', cell: ({ worker }) => worker.workType },
    { title: titles.days, cell: days, ...(lines.every(({ halves }) => halves > 0) ? { total: days2 } : {}) },
    ...(has('hour') ? [{ title: '工时', cell: hours }] : []),
    ...(has('piece') ? [{ title: '工程量', cell: pieces }] : []),
    { title: '计薪方式', cell: ({ worker }) => rateKindTexts[worker.rate.kind] },
    { title: '工资标准', cell: ({ worker }) => yuan(worker.rate.fen) },
    ...money('加班工资', (line) => line.overtimeFen, site.plan.kind === 'establishment'),
    ...money(titles.due, (line) => line.dueFen),
    ...money('代扣社保', (line) => line.deductionFen, site.plan.kind === 'establishment'),
    ...money('借支', (line) => line.advanceFen, site.plan.kind === 'project'),
    ...money(titles.net, (line) => line.netFen),
    { title: '银行卡号', cell: ({ card }) => writtenCard(random, card), isText: true },
    { title: '开户行', cell: ({ worker }) => worker.person.bankName },
    ...signatureColumn(habits, sheet),
    { title: '备注', cell: () => null },
  ]
}

function hours({ worker, minutes }: SheetLine): Cell {
  return worker.rate.kind === 'hour' && minutes > 0 ? minutes / 60 : null
}

function pieces({ worker, quantity }: SheetLine): Cell {
  return worker.rate.kind === 'piece' && quantity > 0 ? quantity : null
}

function signatureColumn({ signature }: Habits, { hasSignatures }: Sheet): Columns {
  const marks = { name: null, tick: '√', word: '已签' } as const
  const cell = ({ isSigned, worker }: SheetLine): Cell =>
    isSigned ? (marks[signature.mark] ?? worker.person.name) : null
  return hasSignatures ? [{ title: signature.title, cell }] : []
}
