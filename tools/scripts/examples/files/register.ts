import { day } from '../../../../src/law/day.ts'
import { areaFullName } from '../../../../src/law/identifiers/index.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import { type Sheet, type Written, writeBook } from '../book.ts'
import { writtenDay } from '../looks.ts'
import type { Site } from '../sites.ts'
import { type MadeFile, madeFile } from './made-file.ts'

const receivedOn = day('2026-03-10')

/** Groups of the first header line over the columns of the second; a column without one stands alone. */
const columns: readonly (readonly [group: string, own: string])[] = [
  ['序号', ''],
  ['项目名称', ''],
  ['项目编码', ''],
  ['类型', ''],
  ['行业', ''],
  ['行政区划', ''],
  ['建设单位', '名称'],
  ['建设单位', '统一社会信用代码'],
  ['施工总承包单位\n（用人单位）', ''],
  ['施工总承包单位统一社会信用代码', ''],
  ['分包单位', ''],
  ['分包单位统一社会信用代码', ''],
  ['合同价\n（万元）', ''],
  ['合同签订日期', ''],
  ['施工许可证', '编号'],
  ['施工许可证', '核发日期'],
  ['开工日期', ''],
  ['计划竣工日期', ''],
  ['人工费用', '拨付周期'],
  ['人工费用', '比例'],
  ['人工费用', '拨付日'],
  ['工资发放日', ''],
  ['工资专户', '账号'],
  ['工资专户', '开户行'],
  ['工资专户', '开立日期'],
  ['三方协议\n签订日期', ''],
  ['工资保证金', '形式'],
  ['工资保证金', '金额'],
  ['工资保证金', '存储日期'],
  ['工资保证金', '到期日'],
  ['工程款支付担保', ''],
  ['劳资专管员', '姓名'],
  ['劳资专管员', '电话'],
  ['维权信息告示牌\n设立日期', ''],
  ['考勤设备序列号', ''],
  ['备注', ''],
]

/** 项目登记表 — one sheet for all six, a row each. */
export async function registerFile(inventor: Inventor, sites: readonly Site[]): Promise<MadeFile> {
  const width = columns.length
  const header = headerLines()
  const body = sites.map((site, at) => siteRow(inventor, site, at + 1))
  const wan = sites.reduce((sum, { works }) => sum + (works?.wan ?? 0), 0)
  const sheet: Sheet = {
    name: '登记表',
    rows: [
      ['在建项目（用工点）登记表'],
      ['填报单位：杭州市劳动保障监察支队（示例）', ...nothing(9), '填报日期：2026年3月10日'],
      ...header.rows,
      ...body,
      [null, '合计', ...nothing(10), wan],
      [],
      ['填表人：沈禾', ...nothing(9), '审核人：岳垚'],
    ],
    titleRows: 2,
    headerRows: 2,
    merges: [[0, 0, 0, width - 1], ...header.merges],
    widths: columns.map(([group, own]) => Math.max(10, Math.min(28, 2 * (own || group).length + 4))),
  }
  const bytes = await writeBook([sheet], receivedOn)
  return madeFile({ name: '项目登记表.xlsx', receivedOn, bytes, kind: 'worksite-register' })
}

function nothing(count: number): null[] {
  return Array.from({ length: count }, () => null)
}

/** Both lines, with a merged cell over the columns of a group, and over both lines where there is none. */
function headerLines(): Pick<Sheet, 'rows' | 'merges'> {
  const first = 2
  const top = columns.map(([group], at) => (columns[at - 1]?.[0] === group ? null : group))
  const merges = columns.flatMap(([group, own], at): [number, number, number, number][] => {
    if (own === '') {
      return [[first, at, first + 1, at]]
    }
    const last = columns.findLastIndex(([other]) => other === group)
    return columns[at - 1]?.[0] === group ? [] : [[first, at, first, last]]
  })
  return { rows: [top, columns.map(([, own]) => own || null)], merges }
}

function siteRow(inventor: Inventor, site: Site, number: number): readonly Written[] {
  const { works, contractor, subcontractors, officer } = site
  const isCode = inventor.chance(0.5)
  const lines = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join('\n'))
  const on = (value: Parameters<typeof writtenDay>[1] | null | undefined) =>
    value === null || value === undefined ? null : writtenDay(inventor, value)
  const deposit = works?.deposit ?? null
  const account = works?.account ?? null
  return [
    number,
    site.name,
    { text: site.code },
    works === null ? '工厂' : '工程项目',
    site.sector,
    isCode ? site.area : (areaFullName(site.area) ?? site.area),
    works?.owner.name ?? null,
    works?.owner.creditCode ?? null,
    contractor.name,
    contractor.creditCode,
    lines(subcontractors.map((each) => each.name)),
    lines(subcontractors.map((each) => each.creditCode)),
    works?.wan ?? null,
    on(works?.signedOn),
    works === null ? null : { text: works.permitNumber },
    on(works?.permitOn),
    on(works?.startsOn),
    on(works?.endsOn),
    works === null ? null : '每月',
    works === null ? null : `${works.share}%`,
    works === null ? null : '每月10日',
    '次月15日',
    account === null ? null : { text: account.number },
    account?.bank ?? null,
    on(account?.openedOn),
    on(account?.openedOn),
    deposit?.form ?? null,
    deposit === null ? null : { fen: BigInt(deposit.yuan) * 100n },
    on(deposit?.on),
    on(deposit?.until),
    works === null ? null : '有',
    officer.name,
    { text: officer.phone },
    on(works?.startsOn),
    lines(site.gates),
    null,
  ]
}
