import { type Fen, parseYuan } from '../../../../law/money.ts'
import { type Cell, isCellDate } from '../../../../platform/sheets/cell.ts'
import { compactText, shown } from '../text.ts'
import type { ColumnContext, Reading } from '../types.ts'

export type RateKind = 'day' | 'hour' | 'month' | 'piece'

/** 工资标准 — a rate, with the unit of time or work that the cell itself names. */
export interface Rate {
  readonly fen: Fen
  readonly kind: RateKind | null
}

/** 人工费用约定 — an amount, or a share of the works payment in 1/10000. */
export type CostTerm = { readonly fen: Fen } | { readonly shareHundredths: number }

const plainYuan = /^-?\d{1,12}(?:\.\d{1,2})?$/
const decimal = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const ownUnit = /[元圆万亿角分壹贰叁肆伍陆柒捌玖拾佰仟]/
const noiseFen = 0.1
const largestYuan = 1e12
const rateUnits: readonly (readonly [RateKind, RegExp])[] = [
  ['hour', /^(?:小时|时|h)$/i],
  ['day', /^(?:天|日|工日|工|班|个工)$/],
  ['month', /^月$/],
]

/**
 * 金额 — fen. Takes numbers and text in yuan, or in 万元 where the title or the cell says so; thousands
 * separators, ¥, Chinese capitals; a negative amount also in brackets. A number is rounded to a fen only
 * where it is nearer than 0.001 yuan, which is the noise of binary fractions; anything finer is refused as
 * `cell.money-too-fine`.
 */
export function readMoney(cell: Cell, context: ColumnContext): Reading<Fen> {
  const inWan = context.note.includes('万')
  if (typeof cell === 'number') {
    return fenOfCell(cell, inWan, cell)
  }
  if (typeof cell !== 'string') {
    return unreadableMoney(cell)
  }
  if (!inWan && plainYuan.test(cell)) {
    return { value: BigInt(Math.round(Number(cell) * 100)) }
  }
  const compact = compactText(cell)
  const text = /^[(].*[)]$/.test(compact) ? `-${compact.slice(1, -1)}` : compact
  const bare = text.replace(/^(-?)[¥$]/, '$1')
  if (decimal.test(bare)) {
    return fenOfCell(Number(bare.replaceAll(',', '')), inWan, cell)
  }
  const fen = ownUnit.test(text) ? parseYuan(text) : null
  return fen === null ? unreadableMoney(cell) : { value: fen }
}

function fenOfCell(yuan: number, inWan: boolean, cell: Cell): Reading<Fen> {
  const exact = yuan * (inWan ? 1_000_000 : 100)
  const fen = Math.round(exact)
  if (!Number.isFinite(exact) || Math.abs(exact) > largestYuan * 100) {
    return unreadableMoney(cell)
  }
  return Math.abs(exact - fen) < noiseFen
    ? { value: BigInt(fen) }
    : { problem: 'cell.money-too-fine', data: { value: shown(cell) } }
}

function unreadableMoney(cell: Cell): Reading<Fen> {
  return { problem: 'cell.money-unreadable', data: { value: shown(cell) } }
}

/** 天数 — days in hundredths (22.5 is 2250): numbers, 22天, 22个工, 22天半. */
export function readDays(cell: Cell): Reading<number> {
  const match = /^(\d+(?:\.\d+)?)(?:天|日|个工日|个工|工日|工|个)?(半)?$/.exec(compactText(cell))
  if (match === null || isCellDate(cell)) {
    return { problem: 'cell.days-unreadable', data: { value: shown(cell) } }
  }
  const hundredths = Math.round(Number(match[1]) * 100) + (match[2] === undefined ? 0 : 50)
  return hundredths <= 36_600
    ? { value: hundredths }
    : { problem: 'cell.days-unreadable', data: { value: shown(cell) } }
}

/** 工时 — minutes: numbers of hours, 176小时, 8小时30分, 176:30. */
export function readHours(cell: Cell): Reading<number> {
  const text = compactText(cell)
  const written = /^(\d+(?:\.\d+)?)(?:小时|时|h|个小时|个)?(?:(\d{1,2})分钟?)?$/i.exec(text)
  const clock = /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(text)
  const hours = Number(written?.[1] ?? clock?.[1])
  const minutes = Math.round(hours * 60) + Number(written?.[2] ?? clock?.[2] ?? 0)
  return Number.isNaN(hours) || minutes > 744 * 60 || isCellDate(cell)
    ? { problem: 'cell.hours-unreadable', data: { value: shown(cell) } }
    : { value: minutes }
}

/** 数量 — a quantity of work, with or without its unit (120.5, 120.5m²). */
export function readQuantity(cell: Cell): Reading<number> {
  const match = /^(-?\d+(?:,\d{3})*(?:\.\d+)?)(?:\p{L}{1,4}\d?)?$/u.exec(compactText(cell))
  return match === null || isCellDate(cell)
    ? { problem: 'cell.number-unreadable', data: { value: shown(cell) } }
    : { value: Number(match[1]?.replaceAll(',', '')) }
}

/**
 * 比例 — a share in 1/10000. 20% and, under a title with %, 20 are a fifth; without either a number below 1 is
 * a fraction, one above 1 a percentage, and 1 itself could be both: it is refused.
 */
export function readPercent(cell: Cell, context: ColumnContext): Reading<number> {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(compactText(cell))
  const number = Number(match?.[1])
  const isFraction = number < 1 && match?.[2] === '' && !context.note.includes('%')
  const isUnclear = number === 1 && match?.[2] === '' && !context.note.includes('%')
  const share = Math.round(number * (isFraction ? 10_000 : 100))
  return match === null || isUnclear || isCellDate(cell) || share > 10_000
    ? { problem: 'cell.percent-unreadable', data: { value: shown(cell) } }
    : { value: share }
}

/**
 * 比例或金额 — text with %, or a number below 1, is a share; from 1,000 on it is money; in between it is refused.
 */
export function readCostTerm(cell: Cell, context: ColumnContext): Reading<CostTerm> {
  const text = compactText(cell)
  const number = Number(text.replaceAll(',', ''))
  if (text.endsWith('%') || (number > 0 && number < 1)) {
    const share = readPercent(cell, { ...context, note: '' })
    return 'problem' in share ? share : { value: { shareHundredths: share.value } }
  }
  const money = readMoney(cell, context)
  if ('problem' in money) {
    return money
  }
  const isUnclear = number < 1000 && !context.note.includes('万')
  return isUnclear
    ? { problem: 'cell.cost-term-unclear', data: { value: shown(cell) } }
    : { value: { fen: money.value } }
}

/** 工资标准 — money, with its unit where the cell names one: 300, 300元/天, 6500元/月, 25元/平方米, 每天300元. */
export function readRate(cell: Cell, context: ColumnContext): Reading<Rate> {
  const text = compactText(cell)
  const [, leading, rest] = /^(?:每|按)?(天|日|月|小时|工日)?(.*)$/.exec(text) ?? []
  const [, amount, unit] = /^(.*?)(?:(?:\/|每|一)(?:个)?([^/\d]{1,6}\d?))?$/.exec(rest ?? '') ?? []
  const money = typeof cell === 'string' ? readMoney(amount ?? '', context) : readMoney(cell, context)
  if ('problem' in money) {
    return { ...money, data: { value: shown(cell) } }
  }
  const named = leading ?? unit
  const kind = named === undefined ? rateKindOfNote(context.note) : rateKindOf(named)
  return { value: { fen: money.value, kind } }
}

function rateKindOf(unit: string): RateKind {
  return rateUnits.find(([, pattern]) => pattern.test(unit))?.[0] ?? 'piece'
}

function rateKindOfNote(note: string): RateKind | null {
  const unit = /元\/(.+)$/.exec(note)?.[1]
  return unit === undefined ? null : rateKindOf(unit)
}
