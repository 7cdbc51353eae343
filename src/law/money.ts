import { parseChineseYuan } from './money-capital.ts'

/** 分 — an amount of money in fen; a hundred fen are one yuan. Never a float. */
export type Fen = bigint

/** 取整方式 — toward zero, away from zero, or to the nearest with halves away from zero. */
export const roundings = ['down', 'up', 'half-up'] as const
export type Rounding = (typeof roundings)[number]

/** 比例 — a part of a whole as integers: 85 % is 85 of 100, the paid-day divisor 21.75 is 87 of 4. */
export interface Ratio {
  readonly part: bigint
  readonly whole: bigint
}

const decimalShape = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/
const units: readonly (readonly [suffix: string, fenPlaces: number])[] = [
  ['万元', 6],
  ['亿元', 10],
  ['万', 6],
  ['元', 2],
  ['圆', 2],
  ['', 2],
]

/**
 * 金额解析 — fen of an amount written in yuan, or null where the text is none. Takes thousands separators,
 * full-width digits, ¥, 人民币, 元, 万元 and Chinese capitals (壹万贰仟叁佰元整). An amount finer than a fen gives null.
 */
export function parseYuan(written: string): Fen | null {
  const plain = halfWidth(written)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, ',')
    .replace(/^\s+|(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/^([+-]?)(?:人民币|RMB|CNY)?([+-]?)[¥￥]?/iu, '$1$2')
  return parseDecimalYuan(plain) ?? parseChineseYuan(plain)
}

/**
 * 数值金额 — fen of an amount in yuan that a spreadsheet holds as a number; halves of a fen away from zero, by
 * its shortest decimal writing (1.005 is 1.01). Null where it is not finite or beyond a million million
 * yuan.
 */
export function fenOfNumber(yuan: number): Fen | null {
  if (!Number.isFinite(yuan) || Math.abs(yuan) > 1e12) {
    return null
  }
  const written = Math.abs(yuan) < 1e-6 ? '0' : String(yuan)
  const [whole = '0', fraction = ''] = written.replace('-', '').split('.')
  const thousandths = BigInt(whole + fraction.padEnd(3, '0').slice(0, 3))
  const fen = (thousandths + 5n) / 10n
  return yuan < 0 ? -fen : fen
}

/** 元转分 — whole yuan as fen, for sums that a text states in yuan. */
export function fenOfYuan(yuan: number): Fen {
  return BigInt(yuan) * 100n
}

/** 金额显示 — yuan with two decimals and thousands separators: 1,234.50. */
export function formatYuan(fen: Fen): string {
  return plainYuan(fen).replace(/\B(?=(\d{3})+(?=\.))/g, ',')
}

/** 金额数字 — yuan with two decimals and no separators, as bank files want it: 1234.50. */
export function plainYuan(fen: Fen): string {
  const digits = absolute(fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 百分比 — a whole percentage as a ratio. */
export function percent(points: number): Ratio {
  return { part: BigInt(points), whole: 100n }
}

/** 比例大小 — negative, zero or positive as the first ratio is less than, equal to or greater than the second. */
export function compareRatios(left: Ratio, right: Ratio): -1 | 0 | 1 {
  const [first, second] = [normal(left), normal(right)]
  const difference = first.part * second.whole - second.part * first.whole
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** 按比例计算 — the amount times the ratio, rounded to a fen as stated. */
export function multiplyFen(fen: Fen, by: Ratio, rounding: Rounding): Fen {
  const { part, whole } = normal(by)
  return divide(fen * part, whole, rounding)
}

/** 按比例折算 — the amount divided by the ratio, rounded to a fen as stated (a month's wage by 87 of 4 days). */
export function divideFen(fen: Fen, by: Ratio, rounding: Rounding): Fen {
  return multiplyFen(fen, { part: by.whole, whole: by.part }, rounding)
}

/** 合计 — the sum of the amounts; nothing sums to 0. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0n
  for (const amount of amounts) {
    sum += amount
  }
  return sum
}

function parseDecimalYuan(plain: string): Fen | null {
  const [suffix, fenPlaces] = units.find(([ending]) => plain.endsWith(ending)) ?? ['', 2]
  const match = decimalShape.exec(plain.slice(0, plain.length - suffix.length))
  if (match === null || (match[2] === undefined && !match[3])) {
    return null
  }
  const fraction = (match[3] ?? '').padEnd(fenPlaces, '0')
  if (/[1-9]/.test(fraction.slice(fenPlaces))) {
    return null
  }
  const fen = BigInt((match[2] ?? '0').replaceAll(',', '') + fraction.slice(0, fenPlaces))
  return match[1] === '-' ? -fen : fen
}

function halfWidth(written: string): string {
  return written
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−–]/g, '-')
    .replace(/[\u3000\u00a0]/g, ' ')
}

function normal(ratio: Ratio): Ratio {
  if (ratio.whole === 0n) {
    throw new RangeError('a ratio needs a whole other than zero')
  }
  return ratio.whole < 0n ? { part: -ratio.part, whole: -ratio.whole } : ratio
}

function divide(amount: bigint, by: bigint, rounding: Rounding): bigint {
  const [quotient, rest] = [absolute(amount) / by, absolute(amount) % by]
  const up = rounding === 'up' ? rest > 0n : rounding === 'half-up' && rest * 2n >= by
  const rounded = up ? quotient + 1n : quotient
  return amount < 0n ? -rounded : rounded
}

function absolute(fen: bigint): bigint {
  return fen < 0n ? -fen : fen
}
