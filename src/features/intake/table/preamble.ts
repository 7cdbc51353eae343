import { isMonth, type Month } from '../../../law/day.ts'
import type { SheetRow } from '../../../platform/sheets/cell.ts'
import { isCellDate } from '../../../platform/sheets/cell.ts'
import { cellText, compactText } from './text.ts'
import type { Preamble } from './types.ts'
import { readDay, readMonth } from './values/day-values.ts'

type Label = keyof Preamble

const labels: readonly (readonly [Label, RegExp])[] = [
  ['projectName', /^(?:(?:工程)?项目(?:名称)?|工程名称|工程|项目部|用工点(?:名称)?|门店名称|站点名称)$/],
  ['worksiteCode', /^(?:(?:工程)?项目(?:编码|编号|代码)|工程(?:编码|编号|代码)|用工点编码)$/],
  ['month', /^(?:工资|考勤|发放)?(?:所属|归属)?(?:月份|月度|期间|年月)$/],
  ['generalContractor', /^(?:施工)?总(?:承)?包(?:单位|企业)(?:名称)?$/],
  [
    'employingUnit',
    /^(?:编制|填报|填表|用人|用工|施工|分包|劳务(?:分包)?|参建)?(?:单位|企业|公司)(?:名称)?$/,
  ],
  ['crew', /^(?:班组|班组名称|所属班组|施工班组)$/],
  ['sheetNumber', /^(?:工资表?|考勤表?|表格?|表单|批次)?(?:编号|批次号|单号|序列号|表号|批次)$/],
  ['payOn', /^(?:工资)?(?:发放|支付|付款|交易)(?:日期|时间)$/],
]

const fullMonth = /(20\d{2})(?:年|[-./])(\d{1,2})(?:月|(?![\d月]))(?!\d{1,2}[日号]|[-./]\d)/g
const wholeDate = /(20\d{2})[年./-](\d{1,2})[月./-]\d{1,2}/g
const people = '(?:农民工|民工|劳务人员|务工人员|工人|人员|职工|员工)?(?:实名制?)?(?:进场|在册)?'
const tableNames = [
  '工资(?:支付|发放|结算|明细|清册|汇总|代发)?(?:明细)?(?:表|清单|台账|册)',
  '花名册|名册',
  '考勤(?:记录|汇总|统计|明细)?表?|出勤表',
  '代发(?:工资)?(?:结果|明细|清单|表)*',
]
const titleWords = new RegExp(
  `(?:建筑|务工|劳务|现场|施工)?${people}(?:${tableNames.join('|')})(?:\\(.*\\))?$`,
)
const siteWords = /项目|工程|标段|小区|大厦|厂房|校区|园区|地块|隧道|公路|大桥|期|门店|站点|工地|楼|厂|店/

/**
 * 表前信息 — what the rows above a table and the name of its sheet say: labels with their values (项目名称：…, in the
 * same cell or the next), and the title with project and month. Something said twice, differently, is left
 * out.
 */
export function readPreamble(rows: readonly SheetRow[], sheet: string): Preamble {
  const found = new Map<Label, Set<string>>()
  for (const { cells } of rows) {
    const texts = cells.map((cell) => (isCellDate(cell) ? cellText(cell).slice(0, 10) : cellText(cell)))
    for (const [label, value] of labelled(texts)) {
      const known = understood(label, value)
      if (known !== null) {
        found.set(label, (found.get(label) ?? new Set()).add(known))
      }
    }
  }
  const lines = [
    ...rows.map((row) => row.cells.map(compactText).join('')),
    sheet.normalize('NFKC').replace(/\s+/g, ''),
  ]
  const month = only(found.get('month')) ?? only(monthsIn(lines))
  const projectName = only(found.get('projectName')) ?? projectInTitle(rows)
  const said = Object.fromEntries(
    [...found].flatMap(([label, values]) => (values.size === 1 ? [[label, only(values)]] : [])),
  )
  return {
    ...said,
    ...(projectName === undefined ? {} : { projectName }),
    ...(month !== undefined && isMonth(month) ? { month } : {}),
  }
}

/**
 * The labels of a row with their values: `label：value`, several in a cell, or the label in one cell, the
 * value next.
 */
function labelled(texts: readonly string[]): [Label, string][] {
  const found: [Label, string][] = []
  for (const [at, text] of texts.entries()) {
    const parts = text
      .replace(/\([^()]*\)(?=\s*:)/g, '')
      .split(/\s*([^\s:,;()]{2,8}|[^\s:,;()](?:\s[^\s:,;()]){1,7})\s*:\s*/)
    for (let part = 1; part < parts.length; part += 2) {
      const label = labelOf(parts[part] ?? '')
      const inside = (parts[part + 1] ?? '').trim()
      const isLast = part + 2 >= parts.length
      const value = inside === '' && isLast ? nextValue(texts, at) : inside
      if (label !== undefined && value !== '') {
        found.push([label, value])
      }
    }
    const bare = parts.length === 1 ? labelOf(text) : undefined
    const value = bare === undefined ? '' : nextValue(texts, at)
    if (bare !== undefined && value !== '') {
      found.push([bare, value])
    }
  }
  return found
}

/** The next cell with something in it, unless that is a label itself. */
function nextValue(texts: readonly string[], at: number): string {
  const value = texts.slice(at + 1).find((text) => text !== '') ?? ''
  return value.includes(':') || labelOf(value) !== undefined ? '' : value
}

function labelOf(text: string): Label | undefined {
  const compact = text.replace(/\s+/g, '')
  return labels.find(([, pattern]) => pattern.test(compact))?.[0]
}

function understood(label: Label, value: string): string | null {
  if (label === 'month') {
    const reading = readMonth(value)
    const compact = value.replace(/\s+/g, '')
    return 'value' in reading
      ? reading.value
      : (only(monthsIn([compact])) ?? only(monthsOf(compact.matchAll(wholeDate))) ?? null)
  }
  if (label === 'payOn') {
    const reading = readDay(value)
    return 'value' in reading ? reading.value : null
  }
  // 单位：元 states the unit of money, not who made the sheet.
  if (/^(?:人民币|万|千)?元$|^(?:人|天|小时)$/.test(value)) {
    return null
  }
  return value.replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, '')
}

/** Months named in full, other than in a whole date. */
function monthsIn(lines: readonly string[]): Set<Month> {
  return monthsOf(lines.flatMap((line) => [...line.matchAll(fullMonth)]))
}

function monthsOf(matches: Iterable<RegExpMatchArray>): Set<Month> {
  return new Set([...matches].map((match) => `${match[1]}-${match[2]?.padStart(2, '0')}`).filter(isMonth))
}

/** 标题中的项目 — the title without month and the words for the table, where what is left names a site. */
function projectInTitle(rows: readonly SheetRow[]): string | undefined {
  for (const { cells } of rows) {
    const texts = cells.map(compactText).filter((text) => text !== '')
    const [title = ''] = texts
    if (texts.length === 1 && titleWords.test(title)) {
      const rest = title
        .replace(titleWords, '')
        .replace(/\(?20\d{2}年?[-./]?\d{1,2}月?(?:份)?\)?/g, '')
        .replace(/^[-—·]+|[-—·(]+$/g, '')
      if (rest.length >= 4 && siteWords.test(rest)) {
        return rest
      }
    }
  }
  return undefined
}

function only<T>(values: ReadonlySet<T> | undefined): T | undefined {
  return values?.size === 1 ? values.values().next().value : undefined
}
