import { day } from '../../../../src/law/day.ts'
import { formatYuan } from '../../../../src/law/money.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import { writeBook } from '../book.ts'
import { encodeGb18030 } from '../gb18030.ts'
import { fullWidth, roundedId, spacedName, writtenCard, writtenDay, writtenId } from '../looks.ts'
import { latecomer, type Worker } from '../workers.ts'
import type { SiteStory } from '../world.ts'
import { type MadeFile, madeFile } from './made-file.ts'
import { type Column, planTable } from './sheet-plan.ts'

const receivedOn = day('2026-03-12')
const lateOn = day('2026-05-08')

type Columns = readonly Column<Worker>[]

const yuanOf = ({ rate }: Worker) => Number(rate.fen) / 100
const sexOf = ({ person }: Worker) => (person.sex === 'male' ? '男' : '女')
const signatures = [
  [],
  ['劳资专管员：', null, null, null, '项目经理：', null, null, null, '日期：     年   月   日'],
]

const order: Column<Worker> = { title: '序号', cell: (_, index) => index + 1, width: 6 }
const name: Column<Worker> = { title: '姓 名', cell: spacedName }
const sex: Column<Worker> = { title: '性别', cell: sexOf, width: 6 }
const nation: Column<Worker> = { title: '民族', cell: ({ person }) => person.ethnicity, width: 8 }
const crew: Column<Worker> = { title: '班组', cell: (worker) => worker.crew, merged: true, width: 14 }
const workType: Column<Worker> = { title: '工种', cell: (worker) => worker.workType, width: 12 }
const pin: Column<Worker> = { title: '考勤号', cell: (worker) => Number(worker.pin), width: 8 }
const bank: Column<Worker> = { title: '开户行', cell: ({ person }) => person.bankName, width: 20 }
const address: Column<Worker> = { title: '家庭住址', cell: ({ person }) => person.address, width: 34 }
const phone: Column<Worker> = {
  title: '联系电话',
  cell: ({ person }) => ({ text: person.phone }),
  width: 14,
}

function idOf(inventor: Inventor, title: string): Column<Worker> {
  return { title, cell: (worker) => writtenId(inventor, worker), width: 22 }
}

function cardOf(inventor: Inventor, title: string): Column<Worker> {
  return { title, cell: (worker) => writtenCard(inventor, worker), width: 24 }
}

function entryOf(inventor: Inventor, title: string): Column<Worker> {
  return { title, cell: ({ enteredOn }) => writtenDay(inventor, enteredOn), width: 13 }
}

function contractOf(inventor: Inventor, title: string): Column<Worker> {
  return { title, cell: ({ signedOn }) => writtenDay(inventor, signedOn), width: 13 }
}

/** A sheet for each of the two subcontractors; the one who began late comes in a second file, in May. */
export async function healthyRosters(inventor: Inventor, { site, workers }: SiteStory): Promise<MadeFile[]> {
  const columns: Columns = [
    order,
    name,
    sex,
    idOf(inventor, '身份证\n号码'),
    phone,
    address,
    crew,
    workType,
    pin,
    entryOf(inventor, '进场\n时间'),
    contractOf(inventor, '合同签订时间'),
    { title: '日薪（元）', cell: yuanOf },
    cardOf(inventor, '工资卡号'),
    bank,
    { title: '备注', cell: () => null },
  ]
  const sheetOf = (people: readonly Worker[], title: string) => {
    const unit = people[0]?.unit.name ?? ''
    const above = [[`项目名称：${site.name}`, `编制单位：${unit}`, '单位：元']]
    const sheetName = unit.replace(/^杭州|有限公司$/g, '').slice(0, 12)
    return planTable({ name: sheetName, title, above, columns, items: people, below: signatures }).sheet
  }
  const known = workers.filter(({ number }) => number !== latecomer.number)
  const late = workers.filter(({ number }) => number === latecomer.number)
  const [first, second] = site.subcontractors.map((unit) => known.filter((each) => each.unit === unit))
  const books = [sheetOf(first ?? [], '农民工花名册'), sheetOf(second ?? [], '农民工花名册')]
  const file = { kind: 'roster', receivedOn } as const
  return [
    madeFile({ ...file, name: `${site.short}花名册.xlsx`, bytes: await writeBook(books, receivedOn) }),
    madeFile({
      kind: 'roster',
      receivedOn: lateOn,
      name: `${site.short}花名册补登（4月进场）.xlsx`,
      bytes: await writeBook([sheetOf(late, '农民工花名册（4月新进场）')], lateOn),
    }),
  ]
}

/** One sheet for both subcontractors; a row is pasted twice, the second time with a rounded ID number. */
export async function unpaidRoster(inventor: Inventor, { site, workers }: SiteStory): Promise<MadeFile> {
  const pasted = workers.find(({ person }) => !/[Xx]$/.test(person.idNumber))
  const id = idOf(inventor, '号码')
  const columns: Columns = [
    order,
    name,
    { ...id, group: '身份证', cell: (worker, index) => damagedOr(worker, index, id) },
    { title: '地址', group: '身份证', cell: ({ person }) => person.address, width: 34 },
    { ...phone, title: '手机号码' },
    { title: '所属单位', cell: ({ unit }) => unit.name, merged: true, width: 26 },
    { ...crew, merged: false },
    workType,
    { ...pin, title: '工号' },
    entryOf(inventor, '进场日期'),
    contractOf(inventor, '签订日期'),
    { title: '日工资标准\n（元）', cell: yuanOf },
    { ...cardOf(inventor, '账号'), group: '工资卡' },
    { ...bank, group: '工资卡' },
  ]
  const damagedOr = (worker: Worker, index: number, plain: Column<Worker>) =>
    index === workers.length ? roundedId(worker) : plain.cell(worker, index)
  const { sheet, places } = planTable({
    name: '实名制',
    title: `${site.name}农民工实名制登记表`,
    above: [[`项目编码：${site.code}`, `填报日期：2026.3.12`]],
    columns,
    items: [...workers, ...(pasted === undefined ? [] : [pasted])],
    below: signatures,
  })
  return madeFile({
    kind: 'roster',
    receivedOn,
    name: `${site.short}实名制登记表.xlsx`,
    bytes: await writeBook([sheet], receivedOn),
    refused: [{ sheet: sheet.name, row: places.at(-1) ?? 0, code: 'cell.id-number-damaged' }],
  })
}

export async function unlistedRoster(inventor: Inventor, { site, workers }: SiteStory): Promise<MadeFile> {
  const columns: Columns = [
    order,
    crew,
    { title: '姓名', cell: ({ person }) => person.name },
    idOf(inventor, '公民身份号码'),
    { ...phone, cell: ({ person }) => fullWidth(person.phone), width: 24 },
    nation,
    workType,
    { title: '劳务公司', cell: ({ unit }) => unit.name, merged: true, width: 26 },
    { ...pin, title: '考勤编号' },
    entryOf(inventor, '上场时间'),
    contractOf(inventor, '劳动合同\n签订日期'),
    { title: '工资标准', cell: (worker) => `${yuanOf(worker)}元/天`, width: 12 },
    { title: '工资发放日', cell: () => '次月15日', merged: true },
    cardOf(inventor, '银行卡号'),
    bank,
  ]
  const { sheet } = planTable({
    name: '3月花名册',
    title: '建筑工人花名册',
    above: [[`工程名称：${site.name}`, `施工单位：${site.contractor.name}`]],
    columns,
    items: workers,
    below: signatures,
  })
  const bytes = await writeBook([sheet], receivedOn)
  return madeFile({ kind: 'roster', receivedOn, name: `${site.short}花名册.xlsx`, bytes })
}

export async function factoryRoster(inventor: Inventor, { site, workers }: SiteStory): Promise<MadeFile> {
  const columns: Columns = [
    order,
    { title: '员工编号', cell: ({ number }) => `HL${String(number).padStart(3, '0')}` },
    { title: '员工姓名', cell: ({ person }) => person.name },
    sex,
    idOf(inventor, '身份证号'),
    { ...phone, title: '手机' },
    { ...crew, title: '所属班组', merged: false },
    workType,
    entryOf(inventor, '入职日期'),
    contractOf(inventor, '劳动合同签订日期'),
    { title: '月工资标准（元）', cell: ({ rate }) => formatYuan(rate.fen), width: 16 },
    { title: '发薪日', cell: () => '次月15日' },
    cardOf(inventor, '银行账号'),
    bank,
  ]
  const { sheet } = planTable({
    name: 'Sheet1',
    title: '员工名册',
    above: [[`用工点名称：${site.name}`, `用人单位：${site.contractor.name}`]],
    columns,
    items: workers,
  })
  const bytes = await writeBook([sheet], receivedOn)
  return madeFile({ kind: 'roster', receivedOn, name: `${site.short}员工名册.xlsx`, bytes })
}

/** As Excel for Windows saves a csv in China, long numbers in ="…". */
export function noAccountRoster(inventor: Inventor, { site, workers }: SiteStory): MadeFile {
  const head =
    '序号,姓名,身份证号码,联系电话,户籍地址,班组,工种,进场日期,合同签订日期,日单价,工资卡号,开户银行'
  const lines = workers.map((worker, index) => {
    const { person } = worker
    const date = inventor.pick([worker.enteredOn, worker.enteredOn.replaceAll('-', '/')])
    const cells = [
      index + 1,
      spacedName(worker),
      `="${person.idNumber.replace('X', 'x')}"`,
      person.phone,
      person.address,
      worker.crew,
      worker.workType,
      date,
      date,
      yuanOf(worker),
      `="${person.bankCard}"`,
      person.bankName,
    ]
    return cells.join(',')
  })
  const unit = workers[0]?.unit.name ?? ''
  const text = [
    '农民工花名册,,,,,,,,,,,',
    `项目名称：${site.name},,,,编制单位：${unit},,,,,,,`,
    head,
    ...lines,
    ',,,,,,,,,,,',
    `制表人：${site.officer.name},,,,,,,,,,,`,
  ]
  const bytes = encodeGb18030(`${text.join('\r\n')}\r\n`)
  return madeFile({ kind: 'roster', receivedOn, name: `${site.short}花名册.csv`, bytes })
}

export async function noDepositRoster(inventor: Inventor, { site, workers }: SiteStory): Promise<MadeFile> {
  const crews = new Map(workers.map((worker) => [worker.crew, worker.number]))
  const firsts = new Set([...crews.keys()].map((each) => workers.findIndex((worker) => worker.crew === each)))
  const columns: Columns = [
    order,
    name,
    idOf(inventor, '身份证号码'),
    { ...phone, title: '本人联系电话' },
    workType,
    { title: '劳务单位', cell: ({ unit }) => unit.name, width: 26 },
    entryOf(inventor, '进场时间'),
    contractOf(inventor, '签订合同日期'),
    { title: '工日单价（元）', cell: yuanOf },
    cardOf(inventor, '工资卡账号'),
    { ...bank, title: '工资卡开户行' },
  ]
  const { sheet } = planTable({
    name: '花名册',
    title: `${site.name}现场人员花名册`,
    columns,
    items: workers,
    before: (index) =>
      firsts.has(index) ? [[`${workers[index]?.crew ?? ''}组`.replace('班组', '班：')]] : [],
    below: signatures,
  })
  const bytes = await writeBook([sheet], receivedOn)
  return madeFile({ kind: 'roster', receivedOn, name: `${site.short}项目花名册.xlsx`, bytes })
}
