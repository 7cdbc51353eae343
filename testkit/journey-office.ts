import { type Day, day } from '../src/law/day.ts'
import { craftXls } from '../src/platform/sheets/testing/craft-xls.ts'
import { createInventor, type InventedPerson } from '../src/simulate/invent/index.ts'
import { type Sheet, type Written, writeBook } from '../tools/scripts/examples/book.ts'
import { type Column, planTable } from '../tools/scripts/examples/files/sheet-plan.ts'
import { encodeGb18030 } from '../tools/scripts/examples/gb18030.ts'

/** 工地的人 — one who works at the site, with what the site's office knows of him. */
export interface Hand extends InventedPerson {
  readonly pin: string
  readonly dayYuan: number
  readonly days: number
}

/** 项目部 — one works with its people, as its office would write about it. */
export interface Office {
  readonly name: string
  readonly code: string
  readonly contractor: { readonly name: string; readonly creditCode: string }
  readonly unit: string
  readonly account: { readonly number: string; readonly bank: string; readonly openedOn: Day }
  readonly officerPhone: string
  readonly gate: string
  readonly hands: readonly Hand[]
  /** Somebody whom no roster names. */
  readonly stranger: InventedPerson
}

/** 寄来的文件 — with what must become of it: rows taken, and those refused with a word of the reason. */
export interface OfficeFile {
  readonly name: string
  readonly bytes: Buffer
  readonly taken: number
  readonly refused: readonly (readonly [row: number, reason: string])[]
}

const savedOn = day('2026-05-06')

/** 编一个项目部 — the same for the same seed. */
export function inventOffice(seed: string, count = 8): Office {
  const inventor = createInventor(`journey ${seed}`)
  const kinds = ['common', 'minority', 'compound-surname'] as const
  const names = new Set<string>()
  // Attendance sheets know people by their names, so no two are called the same.
  const person = (at: number): InventedPerson => {
    const drawn = inventor.person({ nameKind: kinds[at] ?? 'common' })
    return names.size < names.add(drawn.name).size ? drawn : person(at)
  }
  const hand = (at: number): Hand => ({
    ...person(at),
    pin: String(at + 1),
    dayYuan: inventor.int(26, 42) * 10,
    days: inventor.int(18, 26),
  })
  const project = inventor.project('330108', day('2025-11-03'))
  return {
    name: project.name,
    code: project.code,
    contractor: inventor.company('general-contractor', '330100'),
    unit: inventor.company('subcontractor', '330100').name,
    account: { number: inventor.accountNumber(), bank: inventor.bank().name, openedOn: day('2025-11-20') },
    officerPhone: inventor.phone(),
    gate: inventor.deviceSerial(),
    hands: Array.from({ length: count }, (_, at) => hand(at)),
    stranger: person(count),
  }
}

/**
 * 个人信息 — what must stand in the clear nowhere: numbers of people, phones, cards, accounts, addresses. Of
 * the long ones the part that a slip of the pen, or a spreadsheet, leaves as it was.
 */
export function secretsOf({ hands, stranger, officerPhone, account }: Office): readonly string[] {
  const own = [...hands, stranger].flatMap(({ idNumber, phone, bankCard, address }) => {
    const card = bankCard.slice(0, 14)
    return [idNumber.slice(0, 15), phone, wide(phone), card, grouped(card), address]
  })
  return [...own, officerPhone, account.number]
}

function grouped(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

export const due = ({ dayYuan, days }: Hand): number => dayYuan * days

/** 一个工作表 — a table with title and lines above, and the row of each item. */
async function book<T>(
  plan: Parameters<typeof planTable<T>>[0],
): Promise<{ bytes: Buffer; places: number[] }> {
  const { sheet, places } = planTable<T>(plan)
  return { bytes: await writeBook([sheet], savedOn), places: [...places] }
}

const text = (value: string): Written => ({ text: value })

/** 项目登记表 — the second row names a county that there is not. */
export async function registerFile(office: Office, county = '滨河县'): Promise<OfficeFile> {
  const { name, code, contractor, unit, account, gate, officerPhone } = office
  const rows: Written[][] = [
    [
      ...[name, text(code), '工程项目', '房屋建筑', '330108', contractor.name, text(contractor.creditCode)],
      ...[unit, '1,250.5', '2025年11月1日', '2025.11.10', '次月15日', text(account.number), account.bank],
      ...[account.openedOn, gate, '沈　禾', text(officerPhone)],
    ],
    ['杭州滨江区闻涛路泵站工程', text(`${code}9`), '工程项目', '水利', county, contractor.name],
  ]
  const titles = [
    ...['项目名称', '项目编码', '类型', '行业', '行政区划', '施工总承包单位', '统一社会信用代码', '分包单位'],
    ...['合同价（万元）', '合同签订日期', '开工日期', '工资发放日', '专户账号', '开户行', '开立日期'],
    ...['考勤设备序列号', '劳资专管员', '劳资专管员电话'],
  ]
  const columns = titles.map((title, at): Column<Written[]> => ({ title, cell: (row) => row[at] ?? null }))
  const { bytes } = await book({ name: '登记表', title: '在建项目登记表', columns, items: rows })
  return { name: '项目登记表.xlsx', bytes, taken: 1, refused: [[4, '行政区划']] }
}

/**
 * 花名册 — a csv as Excel for Windows saves it: blanks inside names, full-width digits, a blank line, a line
 * for signatures; two ID numbers that are spoiled, remarks that look like formulas.
 */
export function rosterFile({ name, hands, unit }: Office): OfficeFile {
  const last = hands.length - 1
  const remarks = ['=1+1', '+86', '-1', '@SUM(A1)']
  const lines = hands.map((hand, at) => {
    const { idNumber, phone, address, pin, dayYuan, bankCard, bankName } = hand
    const rounded = Number(idNumber.slice(0, 17)).toExponential(5)
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`
    const id = at === 0 ? rounded : at === last ? wrong : idNumber
    const who = [at + 1, [...hand.name].join('　'), id, wide(phone), address, '木工班', '木工', pin]
    return [...who, '2026/3/1', dayYuan, bankCard, bankName, remarks[at % 4]].join(',')
  })
  const above = ['农民工花名册,,,', `项目名称：${name},,用人单位：${unit},`]
  const titles = '序号,姓 名,身份证号码,联系电话,家庭住址,班组,工种,考勤号,进场日期,日薪,银行卡号,开户行,备注'
  const all = [...above, titles, ...lines, '', '劳资专管员：,,,项目经理：']
  return {
    name: '花名册.csv',
    bytes: encodeGb18030(`${all.join('\r\n')}\r\n`),
    taken: hands.length - 2,
    refused: [
      [4, '数值'],
      [4 + last, '校验位'],
    ],
  }
}

function wide(digits: string): string {
  return digits.replace(/\d/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0))
}

/** 考勤表 — a column a day; one mark that nobody knows, and somebody whom no roster names. */
export async function gridFile({ name, unit, hands, stranger }: Office): Promise<OfficeFile> {
  const items = [...hands.slice(1, -1), stranger]
  const dayColumns = Array.from(
    { length: 31 },
    (_, at): Column<InventedPerson> => ({
      title: String(at + 1),
      cell: (_person, index) => (index === 1 && at === 4 ? '＃？' : at % 7 === 6 ? '休' : '√'),
    }),
  )
  const { bytes, places } = await book<InventedPerson>({
    name: '3月',
    title: `${name}2026年3月农民工考勤表`,
    above: [[`用人单位：${unit}`, '编号：KQ-03']],
    columns: [
      { title: '序号', cell: (_, index) => index + 1 },
      { title: '姓名', cell: (person) => person.name },
      ...dayColumns,
    ],
    items,
    below: [['记工员：', null, null, '施工员：']],
  })
  const refused = [
    [places[1] ?? 0, '考勤符号'],
    [places.at(-1) ?? 0, '花名册'],
  ] as const
  return { name: '3月考勤表.xlsx', bytes, taken: items.length - 2, refused }
}

/** 打卡表 — a row a day with coming and going; one comes at a time that there is not. */
export async function punchFile({ name, hands }: Office): Promise<OfficeFile> {
  const items = hands.slice(1, 4)
  const { bytes, places } = await book<Hand>({
    name: '打卡明细',
    title: '打卡明细表',
    above: [[`项目名称：${name}`]],
    columns: [
      { title: '姓名', cell: (hand) => hand.name },
      { title: '身份证号', cell: (hand) => text(hand.idNumber) },
      { title: '考勤日期', cell: () => ({ day: day('2026-04-02') }) },
      { title: '上班时间', cell: (_, index) => (index === 2 ? '25:71' : '06:50') },
      { title: '下班时间', cell: () => '18:05' },
    ],
    items,
  })
  // A row a day gives two punches.
  return { name: '4月打卡.xlsx', bytes, taken: 4, refused: [[places[2] ?? 0, '时间']] }
}

export interface PayrollPlan {
  readonly month: string
  readonly number: string
  /** The title of the column of what is due. */
  readonly dueTitle?: string
}

/** 工资表 — with totals and signatures; an ID number that Excel has rounded, a sum in words, odd remarks. */
export function payrollSheet(office: Office, plan: PayrollPlan): { sheet: Sheet; places: readonly number[] } {
  const { name, unit, hands } = office
  const items = hands.slice(1, -1)
  const [year = '', month = ''] = plan.month.split('-')
  const remark = ["=cmd|' /C calc'!A0", '+1', '-1', '@x']
  return planTable<Hand>({
    name: '工资表',
    title: `${name}${year}年${Number(month)}月农民工工资支付表`,
    above: [[`用人单位：${unit}`, `编号：${plan.number}`, '单位：元']],
    columns: [
      { title: '序号', cell: (_, index) => index + 1 },
      { title: '姓名', cell: (hand) => hand.name },
      {
        title: '身份证号',
        cell: (hand, at) => (at === 0 ? Number(`${hand.idNumber.slice(0, 15)}000`) : text(hand.idNumber)),
      },
      { title: '出勤天数', cell: ({ days }) => days },
      {
        title: plan.dueTitle ?? '应发工资',
        cell: (hand, at) => (at === 1 ? '五千整' : { fen: BigInt(due(hand)) * 100n }),
      },
      { title: '实发工资', cell: (hand) => due(hand) },
      { title: '银行卡号', cell: ({ bankCard }) => text(grouped(bankCard)) },
      { title: '本人签字', cell: (hand) => hand.name },
      { title: '备注', cell: (_, at) => remark[at % 4] ?? null },
    ],
    items,
    below: [
      [null, '合计'],
      ['制表：', null, null, '审核：'],
    ],
  })
}

export async function payrollFile(office: Office, plan: PayrollPlan, name: string): Promise<OfficeFile> {
  const { sheet, places } = payrollSheet(office, plan)
  const refused = [
    [places[0] ?? 0, '数值'],
    [places[1] ?? 0, '不是金额'],
  ] as const
  return { name, bytes: await writeBook([sheet], savedOn), taken: places.length - 2, refused }
}

/** 老工资表 — the same as an xls of 2003. */
export function oldPayrollFile(office: Office, plan: PayrollPlan, name: string): OfficeFile {
  const { sheet, places } = payrollSheet(office, plan)
  const rows = sheet.rows.map((row) => row.map(oldCell))
  const refused = [
    [places[0] ?? 0, '数值'],
    [places[1] ?? 0, '不是金额'],
  ] as const
  return { name, bytes: craftXls([{ name: sheet.name, rows }]), taken: places.length - 2, refused }
}

function oldCell(written: Written): string | number | null {
  if (typeof written !== 'object' || written === null) {
    return written
  }
  return 'fen' in written ? Number(written.fen) / 100 : 'day' in written ? written.day : written.text
}
