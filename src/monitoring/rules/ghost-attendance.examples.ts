import type { Examples } from '../engine/examples.ts'
import { ghostAttendance } from './ghost-attendance.rule.ts'
import type { WageWorld } from './testing/world.ts'

type Person = NonNullable<WageWorld['people']>[number]

function clock(seconds: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Days from 2 March on, from seven to six; later by so many seconds in the morning and in the evening. */
function span(count: number, morning = 0, evening = morning) {
  return Array.from({ length: count }, (_, at) => ({
    on: `2026-03-${String(at + 2).padStart(2, '0')}`,
    from: clock(7 * 3600 + morning),
    to: clock(18 * 3600 + evening),
  }))
}

/** People who come and go one after another, always three seconds apart. */
function shadows(count: number, days = 6): Person[] {
  return Array.from({ length: count }, (_, at) => ({ days: span(days, 3 * at + 1) }))
}

function twice(days: number): Person {
  return { days: span(days, 7), daysElsewhere: span(days, 600) }
}

const halves: Person = {
  days: [2, 3].map((day) => ({ on: `2026-03-0${day}`, from: '07:00:00', to: '12:00:00' })),
  daysElsewhere: [2, 3].map((day) => ({ on: `2026-03-0${day}`, from: '12:20:00', to: '18:00:00' })),
}

function gate(people: readonly Person[]): WageWorld {
  return { device: 'gate', people }
}

export const ghostAttendanceExamples: Examples<WageWorld> = {
  rule: ghostAttendance,
  list: [
    ['各走各的', '2026-03-12', gate([{ days: span(6) }, { days: span(6, 300, 500) }]), 'clear'],
    ['一人同时在两处为黄', '2026-03-12', gate([twice(2)]), 'yellow'],
    ['只有一天可能是认错', '2026-03-12', gate([twice(1)]), 'clear'],
    ['上午下午各一处不算', '2026-03-12', gate([halves]), 'clear'],
    ['两人如影随形为黄', '2026-03-12', gate(shadows(2)), 'yellow'],
    ['三人为橙', '2026-03-12', gate(shadows(3)), 'orange'],
    ['九人仍为橙', '2026-03-12', gate(shadows(9)), 'orange'],
    ['十人为红', '2026-03-12', gate(shadows(10)), 'red'],
    ['四天不成规律', '2026-03-12', gate(shadows(3, 4)), 'clear'],
    ['同来不同走的工友不算', '2026-03-12', gate([{ days: span(6) }, { days: span(6, 5, 40) }]), 'clear'],
    ['两周以前的不看', '2026-03-25', gate(shadows(3)), 'clear'],
    ['考勤由表格录入的不比', '2026-03-12', { ...gate(shadows(3)), device: 'sheet' }, 'clear'],
    ['只到分钟且半数以上相同则无法判断', '2026-03-12', gate([{ days: span(6), count: 3 }]), 'unknown'],
  ],
  clearing: { raised: ['2026-03-12', gate(shadows(3))], cleared: ['2026-03-25', gate(shadows(3))] },
}
