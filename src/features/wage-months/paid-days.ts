import { firstDay, LawNotCovered, type Month, paidDaysOfMonth } from '../../law/index.ts'

/** 月计薪天数 — the paid days of a month in hundredths; null where the law package does not cover the month. */
export function paidDaysIn(month: Month): number | null {
  try {
    const { part, whole } = paidDaysOfMonth.at(firstDay(month)).value
    return Number((part * 100n) / whole)
  } catch (error) {
    if (error instanceof LawNotCovered) {
      return null
    }
    throw error
  }
}
