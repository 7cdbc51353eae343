import { formatYuan } from '../../law/money.ts'
import { useLocale } from '../app/locale.ts'

/** 金额显示 — fen as text to yuan with thousands separators. */
export function yuan(fen: string): string {
  return formatYuan(BigInt(fen))
}

/** 作图金额 — fen as text to yuan as a number, for the eye only. */
export function yuanNumber(fen: string): number {
  return Number(fen) / 100
}

/** 占比显示 — in percent, cut off and not rounded up, so that only what is whole says 100%. */
export function percent(part: number, whole: number): string {
  return `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}%`
}

/** 数字显示 — in the manner of the language of the page: short ones (1.2万, 12K), whole ones, money. */
export function useNumbers() {
  const { locale } = useLocale()
  const short = new Intl.NumberFormat(locale, { notation: 'compact' })
  const whole = new Intl.NumberFormat(locale)
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return {
    short: (value: number) => short.format(value),
    whole: (value: number) => whole.format(value),
    money: (value: number) => money.format(value),
  }
}
