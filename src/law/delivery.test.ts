import { describe, expect, it } from 'vitest'
import { nationalCalendar } from './calendar.ts'
import { day } from './day.ts'
import { deliveredOn } from './delivery.ts'
import { LawNotCovered } from './errors.ts'

describe('deliveredOn', () => {
  it.each(['direct', 'mail', 'electronic'] as const)('counts %s delivery on the day of receipt', (mode) => {
    expect(deliveredOn(nationalCalendar, mode, day('2026-02-15'))).toEqual({
      on: '2026-02-15',
      provisional: false,
    })
  })

  it('art. 20: counts posted papers as delivered three working days later', () => {
    const posted = deliveredOn(nationalCalendar, 'posting', day('2026-02-12'))
    expect(posted).toEqual({ on: '2026-02-24', provisional: false })
  })

  it('marks a posting that reaches into a year without its notice', () => {
    expect(deliveredOn(nationalCalendar, 'posting', day('2026-12-30'))).toEqual({
      on: '2027-01-05',
      provisional: true,
    })
  })

  it('counts an announcement thirty calendar days later', () => {
    expect(deliveredOn(nationalCalendar, 'announcement', day('2026-01-16')).on).toBe('2026-02-15')
  })

  it('refuses an announcement before the text that was read', () => {
    expect(() => deliveredOn(nationalCalendar, 'announcement', day('2023-12-31'))).toThrow(LawNotCovered)
  })
})
