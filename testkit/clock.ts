import { day } from '../src/law/day.ts'
import { chinaInstant } from '../src/law/instant.ts'
import { fixedClock } from '../src/platform/clock.ts'

/** 停住的时钟 — a clock that stands at nine in the morning, China time, of a day 'YYYY-MM-DD'. */
export function clockAt(date: string): ReturnType<typeof fixedClock> {
  return fixedClock(chinaInstant(day(date), '09:00'))
}
