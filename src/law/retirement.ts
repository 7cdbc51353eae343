import { addMonths, type Day, month, monthOf, monthsBetween } from './day.ts'

/**
 * 退休年龄类别 — men, women whose age was 55, women whose age was 50. Which of the two fits a rural worker is
 * not settled by the text; 'woman-50' finds the age soonest and is what a caller takes who knows no better.
 */
export const retirementGroups = ['man', 'woman-55', 'woman-50'] as const
export type RetirementGroup = (typeof retirementGroups)[number]

const schedules = {
  man: { years: 60, firstBirth: month('1965-01'), everyMonths: 4, mostDelay: 36 },
  'woman-55': { years: 55, firstBirth: month('1970-01'), everyMonths: 4, mostDelay: 36 },
  'woman-50': { years: 50, firstBirth: month('1975-01'), everyMonths: 2, mostDelay: 60 },
} as const satisfies Record<RetirementGroup, unknown>

/**
 * 法定退休日 — the day on which a person reaches the statutory retirement age, by the Decision of 2024-09-13:
 * one month later for every four (every two) months of birth after the first, up to three (five) years.
 * Who works beyond it is covered by 《超龄劳动者基本权益保障暂行规定》, and keeps every wage right.
 */
export function retirementDay(birth: Day, group: RetirementGroup): Day {
  const { years, firstBirth, everyMonths, mostDelay } = schedules[group]
  const late = monthsBetween(firstBirth, monthOf(birth))
  const delay = late < 0 ? 0 : Math.min(mostDelay, Math.floor(late / everyMonths) + 1)
  return addMonths(birth, years * 12 + delay)
}
