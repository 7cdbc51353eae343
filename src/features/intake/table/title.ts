import type { Cell } from '../../../platform/sheets/cell.ts'
import { cellText } from './text.ts'
import type { UnitClass } from './types.ts'

/** 列标题 — a header text taken apart: what it names, and the words in its brackets (a unit, 必填, 本人). */
export interface Title {
  readonly name: string
  readonly note: string
}

/** 列头 — the header of one column over all its lines. */
export interface ColumnHeader {
  readonly index: number
  /** As it stands in the file, lines joined by a blank: for people. */
  readonly shown: string
  /** Key of a remembered mapping: the whole title, normalized. */
  readonly key: string
  readonly group: Title
  readonly own: Title
  /** The ways to look it up, from `titleForms`. */
  readonly forms: readonly string[]
}

const noise = /[\s:*★☆※#、。;,"'“”‘’]/g
/** A bracket inside another ends the search, or a cell full of open ones would take a minute. */
const brackets = /[([{【〔〈<]([^([{【〔〈<)\]}】〕〉>]*)[)\]}】〕〉>]/g
const monthBefore = /^(?:20\d{2}年)?(?:\d{1,2}月份?|本月|当月|本期)的?/
const serialBefore = /^\d{1,2}[.)](?=\D)/
const unitWords: readonly (readonly [UnitClass, RegExp])[] = [
  ['money', /^(?:单位)?(?:人民币)?(?:万|千|亿)?元(?:\/.*)?$/],
  ['hours', /^(?:单位)?(?:小时|时|h|hour|工时)s?$/],
  ['days', /^(?:单位)?(?:天|日|工日|工|个工|个)数?$/],
  ['quantity', /^(?:单位)?(?:m[23]?|平方米?|立方米?|平米|方|吨|t|kg|米|件|套|樘|根|延米)$/],
]

/**
 * 标题规范化 — drops blanks, line breaks, colons, stars and brackets from a header text, makes full-width
 * characters half-width and letters small; what stood in brackets becomes the note.
 */
export function splitTitle(cell: Cell): Title {
  const text = cellText(cell).toLowerCase().replace(noise, '')
  const notes = [...text.matchAll(brackets)].map((match) => match[1] ?? '')
  const name = text.replace(brackets, '').replace(serialBefore, '')
  return { name: name.replace(/[()[\]【】]/g, ''), note: notes.filter((note) => note !== '').join(' ') }
}

/** 规范标题 — the normalized name of a header text, as field tables and remembered mappings hold it. */
export function normalTitle(cell: Cell): string {
  return splitTitle(cell).name
}

/** 单位种类 — the kind of unit that the brackets of a title state; undefined where they state none. */
export function unitOf(title: Title): UnitClass | undefined {
  for (const note of title.note.split(' ')) {
    const found = unitWords.find(([, pattern]) => pattern.test(note))
    if (found !== undefined) {
      return found[0]
    }
  }
  return undefined
}

/**
 * 匹配写法 — the ways in which a column's header may be looked up, the most telling first: group and name
 * together, the name with its brackets, the name, each also without a month in front (3月份应发工资). Words that
 * say nothing alone (小计, 金额, 名称 under a group) stand for the group.
 */
export function titleForms(group: Title, own: Title): readonly string[] {
  const forms: string[] = []
  if (own.name !== '') {
    if (group.name !== '') {
      forms.push(group.name + own.name)
    }
    if (own.note !== '') {
      forms.push(own.name + own.note.replaceAll(' ', ''))
    }
    forms.push(own.name)
  }
  if (own.name === '' || /^(?:小计|合计|总计|金额|名称|单位名称|计)$/.test(own.name)) {
    forms.push(group.name)
  }
  const withoutMonth = forms
    .filter((form) => monthBefore.test(form))
    .map((form) => form.replace(monthBefore, ''))
  return [...forms, ...withoutMonth].filter((form) => form !== '')
}
