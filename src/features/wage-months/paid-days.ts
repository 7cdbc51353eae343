import { firstDay, type Month } from '../../law/day.ts'

/** 月计薪天数 — the paid days of a month in hundredths; null where the law package does not cover it. */
export function paidDaysOfMonth(month: Month): number | null {
  return firstDay(month) >= '2008-01-01' ? 2175 : null
}
