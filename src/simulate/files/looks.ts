import { type Day, dayNumber, type Month } from '../../law/day.ts'
import type { Fen } from '../../law/money.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import type { InventedPerson } from '../invent/index.ts'
import type { Random } from '../invent/random.ts'

/*
 * How offices write what they mean: a name with a blank in it, a day in four ways, a number in groups.
 */

export const dayStyles = ['dash', 'dot', 'stroke', 'words', 'serial'] as const
export type DayStyle = (typeof dayStyles)[number]

const serialZero = -25_569

/** 张　三 — two characters drawn apart to the width of three. */
export function spacedName({ name }: Pick<InventedPerson, 'name'>): string {
  const characters = [...name]
  return characters.length === 2 ? characters.join('　') : name
}

/** 日期 — as the office is used to write it; its sheets hold one style as a rule, and now and then another. */
export function writtenDay(day: Day | null, style: DayStyle): Cell {
  if (day === null) {
    return null
  }
  const [year, month, date] = day.split('-').map(Number)
  switch (style) {
    case 'dash':
      return day
    case 'dot':
      return `${year}.${month}.${date}`
    case 'stroke':
      return day.replaceAll('-', '/')
    case 'words':
      return `${year}年${month}月${date}日`
    case 'serial':
      return dayNumber(day) - serialZero
    default:
      return style satisfies never
  }
}

/** 身份证号 — mostly as it is; its x small, now and then in full-width digits or in groups. */
export function writtenId(random: Random, { idNumber }: Pick<InventedPerson, 'idNumber'>): string {
  const draw = random.int(1, 60)
  if (draw === 1) {
    return fullWidth(idNumber)
  }
  return draw === 2
    ? `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`
    : draw < 20
      ? idNumber.replace('X', 'x')
      : idNumber
}

/** 卡号 — in groups of four, as printed on the card, or in one. */
export function writtenCard(random: Random, card: string): string {
  return random.chance(0.05) ? card.replace(/(\d{4})(?=\d)/g, '$1 ') : card
}

/** 2026年3月 */
export function monthText(month: Month): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}

/** A sum in yuan as a number of a cell; what is below ten million million is exact. */
export function yuan(fen: Fen): number {
  return Number(fen) / 100
}

/** 全角 — digits and letters as wide as characters. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0))
}
