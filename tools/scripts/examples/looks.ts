import { type Day, dayNumber, type Month } from '../../../src/law/day.ts'
import type { Inventor } from '../../../src/simulate/invent/index.ts'
import type { Written } from './book.ts'
import type { Worker } from './workers.ts'

/*
 * How offices write what they mean: the same name with a blank in it, the same day in five ways.
 */

/** 张　三 — two characters drawn apart to the width of three. */
export function spacedName({ person }: Worker): string {
  const characters = [...person.name]
  return characters.length === 2 ? characters.join('　') : person.name
}

/** 身份证号 — mostly as it is; a trailing x small, now and then in full-width digits or groups. */
export function writtenId(inventor: Inventor, { person }: Worker): Written {
  const { idNumber } = person
  const draw = inventor.int(1, 40)
  const text =
    draw === 1
      ? fullWidth(idNumber)
      : draw === 2
        ? `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`
        : idNumber.replace('X', 'x')
  return { text }
}

/** 失真的身份证号 — what Excel makes of one that is typed as a number: fifteen digits and three zeros. */
export function roundedId({ person }: Worker): number {
  return Number(`${person.idNumber.slice(0, 15)}000`)
}

/** 日期 — a date cell, a text of one of the usual kinds, or a bare serial number. */
export function writtenDay(inventor: Inventor, on: Day): Written {
  const [year = '', month = '', date = ''] = on.split('-')
  const plain = `${Number(month)}月${Number(date)}日`
  const serial = dayNumber(on) + 25_569
  return inventor.pick([
    { day: on },
    on,
    `${year}年${plain}`,
    `${year}.${Number(month)}.${Number(date)}`,
    `${year}/${month}/${date}`,
    serial,
  ])
}

/** 2026年3月 */
export function monthText(month: Month): string {
  const [year = '', number = ''] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** 全角 — digits and letters as wide as characters. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0))
}

/** 卡号 — in groups of four, as printed on the card, or in one. */
export function writtenCard(inventor: Inventor, { person }: Worker): Written {
  const grouped = person.bankCard.replace(/(\d{4})(?=\d)/g, '$1 ')
  return { text: inventor.chance(0.1) ? grouped : person.bankCard }
}
