import type { Sheet } from '../book.ts'
import { fullWidth, monthText, spacedName } from '../looks.ts'
import type { WageLine } from '../wages.ts'
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
  signatures,
  signed,
  sums,
  totalRow,
} from './payroll-columns.ts'
import { planTable } from './sheet-plan.ts'

/** Crews in merged cells with a blank line between them; no cards: the bank has them from the roster. */
export function unlistedSheet({ inventor, story, of, lines }: Making): Sheet {
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
    below: [
      totalRow(columns, { 姓名: '合计', 出勤工日: all.days, 实发工资: Number(all.net) / 100 }),
      ...signatures,
    ],
  }).sheet
}

export function factorySheet({ inventor, story, of, lines }: Making): Sheet {
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
    { title: '计件工资', cell: ({ pieceworkFen }) => (pieceworkFen === 0n ? null : { fen: pieceworkFen }) },
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
    above: [
      [`用工点名称：${site.name}`, `用人单位：${site.contractor.name}`, `批次号：HL${of.replace('-', '')}`],
    ],
    columns,
    items: lines,
    below: [totalRow(columns, totals)],
  }).sheet
}

/** Subtotals of crews between the rows, numbers of days now and then in full-width digits. */
export function noAccountSheet({ inventor, story, of, lines }: Making): Sheet {
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
export function noDepositSheet({ inventor, story, of, lines }: Making): Sheet {
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
    below: [
      totalRow(columns, { 工人姓名: '合计', '工日（天）': all.days, '实发（元）': { fen: all.net } }),
      ...signatures,
    ],
  }).sheet
}
