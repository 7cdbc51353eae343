import type { Cell, SheetRow } from '../../../platform/sheets/cell.ts'
import { isWeekday } from './day-columns.ts'
import { split } from './define.ts'
import type { FoundTable } from './header.ts'
import { compactText, isBlank, isNothing } from './text.ts'
import { readLegend } from './values/mark-values.ts'

/** 行类别 — what a row below the header is. */
export type RowKind = 'record' | 'blank' | 'header' | 'total' | 'section' | 'note'

const totalWords =
  /^(?:本页|本表|本月|本班组?|全部|各?班组|以上|当月|本次)?(?:合计|小计|总计|共计|累计|总合计)(?:[:：(（].*)?$/
const totalEnding = /^.{0,14}(?:班组?|队|组|单位|公司|页)(?:合计|小计|总计)[:：]?$/
const noteOpenings = split(`
  制表 编制 审核 复核 审批 批准 经办 核对 填表 填报 统计员? 考勤员 记工员 记录人 负责人 班组长
  项目(?:经理|负责人|部) 劳资(?:专管)?员 财务 会计 出纳 总经理 法定代表人 监理 建设单位
  施工(?:总承包)?单位 总承包单位 总包单位 分包单位 劳务(?:公司|单位|负责人) 单位(?:负责人|公章|盖章)
  公章 盖章 签字 签章 签名 日期 说明 备注 附注? 注 图例 符号 考勤符号 以下空白 以下无正文 本表 此表
  第\\d+页 共\\d+页 承诺 声明 本人
`)
const noteWords = new RegExp(`^(?:${noteOpenings.join('|')})(?:[:：(（\\d、，,]|$|.*[:：])`)
const noteSigns = /[:：]|签字|签章|盖章|_{3,}|年\s*月\s*日/
const sectionEnding =
  /(?:班组?|小组|组|队|工区|标段|劳务(?:公司|分包)?|公司|分包(?:单位)?)(?:[:：(（].*)?$|^班组?[:：]/
const tableTitle = /(?:表|名册|清单|台账)(?:[(（].*)?$/
const longestSection = 30
const longestName = 8
const columnNumber = /^(?:栏次|[(（]?\d{1,3}[)）]?(?:[=＝].*)?|[甲乙丙丁戊]|[a-z])$/i

/** 行辨认 — what telling the rows of one table apart needs to know of it. */
export interface RowSorter {
  readonly table: FoundTable
  readonly keys: readonly number[]
  readonly nameAt: number
  /** The last of the key columns: the word for a total stands in or before it. */
  readonly lead: number
  readonly sums: readonly number[]
  readonly used: ReadonlySet<number>
  readonly headerTexts: ReadonlySet<string>
}

export function openSorter(table: FoundTable): RowSorter {
  const { definition, columns } = table
  const keys = definition.keys.flatMap((key) => columns.get(key) ?? [])
  const texts = table.headers.flatMap(({ shown }) => [compactText(shown), ...shown.split(' ')])
  return {
    table,
    keys,
    nameAt: keys[0] ?? 0,
    lead: Math.max(0, ...keys),
    sums: [...columns].flatMap(([name, index]) => (definition.fields[name]?.sum === true ? [index] : [])),
    used: new Set([...columns.values(), ...table.series]),
    // The numbers that head the days of a month are marks below it, too.
    headerTexts: new Set(texts.filter((text) => /\D/.test(text))),
  }
}

/**
 * 辨认各行 — blank rows (numbers of lines and zeros of unused formulas do not count), headers repeated on
 * printed pages and lines of column numbers, totals, headings of crews, signatures and notes; all else is a
 * record. A row with an amount but nobody's name is a record, so that it is refused and not lost.
 */
export function sortRow(sorter: RowSorter, row: SheetRow): RowKind {
  const { keys, nameAt, headerTexts, table } = sorter
  const { cells } = row
  const hasKey = keys.some((index) => !isNothing(cells[index]))
  if (isTotal(cells, hasKey ? sorter.lead + 1 : cells.length)) {
    return 'total'
  }
  const name = typeof cells[nameAt] === 'string' ? compactText(cells[nameAt]) : ''
  const isFirst = row.row === table.headerRows[1] + 1
  if ((!hasKey || isFirst || headerTexts.has(name)) && isHeaderAgain(cells, headerTexts, isFirst)) {
    return 'header'
  }
  const filled = filledCells(cells)
  const [first = 0] = filled
  const lone = filled.length === 1 ? lonely(sorter, compactText(cells[first] ?? null), first) : null
  if (lone !== null || !hasKey) {
    return lone ?? keyless(sorter, cells, filled)
  }
  // A number beside it makes a line of whatever stands in the column of names: it is refused rather than
  // lost.
  const isNumbered = keys.some((index) => index !== nameAt && /\d{6}/.test(compactText(cells[index] ?? null)))
  const isNote = noteWords.test(name) || (noteSigns.test(name) && table.kind !== 'worksite-register')
  return isNote && !isNumbered ? 'note' : 'record'
}

function isTotal(cells: readonly Cell[], until: number): boolean {
  for (let index = 0; index < until; index += 1) {
    const cell = cells[index]
    // Most cells of most rows end the question here: no word for a total is without 计.
    if (typeof cell === 'string' && cell.includes('计')) {
      const text = compactText(cell)
      if (totalWords.test(text) || totalEnding.test(text)) {
        return true
      }
    }
  }
  return false
}

/**
 * A row with one cell only: a heading of a crew, a page's title, a note; otherwise to be judged like others.
 */
function lonely({ lead, table }: RowSorter, text: string, index: number): RowKind | null {
  if (index > lead || table.kind === 'worksite-register') {
    return null
  }
  if (noteWords.test(text) || tableTitle.test(text) || readLegend(text) !== null) {
    return 'note'
  }
  if (sectionEnding.test(text) && text.length <= longestSection) {
    return 'section'
  }
  return text.length > longestName && !text.includes('·') ? 'note' : null
}

function keyless({ sums, used }: RowSorter, cells: readonly Cell[], filled: readonly number[]): RowKind {
  if (sums.some((index) => !isNothing(cells[index]) && cells[index] !== 0 && isNumeric(cells[index]))) {
    return 'record'
  }
  const isReal = (index: number) => used.has(index) && cells[index] !== 0 && cells[index] !== false
  const hasWords = filled.some((index) => typeof cells[index] === 'string' && index > 0)
  return filled.some(isReal) || hasWords ? 'note' : 'blank'
}

function isNumeric(cell: Cell | undefined): boolean {
  return (
    typeof cell === 'number' ||
    (typeof cell === 'string' && /^[¥￥]?-?[\d,，]+(?:\.\d+)?元?$/.test(compactText(cell)))
  )
}

function filledCells(cells: readonly Cell[]): readonly number[] {
  const filled: number[] = []
  for (let index = 0; index < cells.length; index += 1) {
    if (!isBlank(cells[index])) {
      filled.push(index)
    }
  }
  return filled
}

function isHeaderAgain(cells: readonly Cell[], headerTexts: ReadonlySet<string>, isFirst: boolean): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)).map(compactText)
  const same = texts.filter((text) => headerTexts.has(text)).length
  if (same >= 2 && same * 2 >= texts.length) {
    return true
  }
  const isNumbering = isFirst && texts.length >= 4 && texts.every((text) => columnNumber.test(text))
  const isWeek = isFirst && texts.length >= 7 && texts.every(isWeekday)
  return isWeek || (isNumbering && isCounting(texts))
}

/** Whether texts count up by ones, as the line of column numbers under a header does. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts
    .map((text) => Number(/\d+/.exec(text)?.[0] ?? Number.NaN))
    .filter((each) => !Number.isNaN(each))
  return (
    numbers.length >= 3 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  )
}
