import { describe, expect, it } from 'vitest'
import { nationalCalendar } from './calendar.ts'
import { type Day, day } from './day.ts'
import type { DeadlineId } from './deadlines/row.ts'
import {
  clockOf,
  extensionOf,
  hoursDueAt,
  reckonDeadline,
  recurrenceSpan,
  statutoryDeadline,
  statutoryDeadlines,
} from './deadlines.ts'
import { LawNotCovered } from './errors.ts'

/** The table as the fact sheet has it: form, number, unit, and c, s or m for how well it was checked. */
const expected: Readonly<Record<string, string>> = {
  D01: 'pay-day c',
  D02: 'keep 3 Y c',
  D03: 'keep 3 Y c',
  D04: 'cycle 1 M c',
  D05: 'recurring 1 month c',
  D06: 'within 30 CD c',
  D07: 'within 30 CD c',
  D08: 'wait 30 CD c',
  D09: 'within 20 WD c',
  D10: 'within 20 WD c',
  D11: 'within 5 WD s',
  D12: 'within 10 WD s',
  D13: 'before 1 M m',
  D14: 'valid 1 Y s',
  D15: 'recurring 1 quarter m',
  D16: 'wait 30 CD c',
  D17: 'within 5 WD c',
  D18: 'within 3 WD c',
  D19: 'recurring 1 half-year c',
  D20: 'within 5 WD c',
  D21: 'within 60 WD c',
  D22: 'extension 30 WD c',
  D23: 'within 15 WD s',
  D24: 'within 7 WD c',
  D25: 'within 5 WD c',
  D26: 'before 7 WD c',
  D27: 'within 15 CD c',
  D28: 'within 2 Y c',
  D29: 'within 60 CD m',
  D30: 'within 6 M m',
  D31: 'wait 10 WD c',
  D32: 'within 3 M c',
  D33: 'within 5 WD c',
  D34a: 'within 7 WD c',
  D34b: 'within 30 CD c',
  D35: 'within 3 CD c *',
  D36: 'hours 24 c',
  D37: 'within 3 CD c *',
  D38: 'within 3 CD c *',
  D39: 'within 3 CD c *',
  D40: 'within 3 CD c *',
  D41: 'within 5 WD c',
  D42: 'within 5 WD c',
  D43: 'within 20 WD c',
  D44: 'term 3 Y c',
  D45: 'wait 6 M c',
  D46: 'within 15 WD c',
  D47: 'within 10 WD c',
  D48: 'within 1 Y c',
  D49: 'within 15 CD c',
  D50: 'within 5 WD c',
  D51: 'within 5 WD c',
  D52: 'within 10 WD c',
  D53: 'before 5 WD c',
  D54: 'within 45 CD c',
  D55: 'within 30 CD s',
  D56: 'within 15 CD c',
  D57: 'within 30 CD c',
  D58: 'within 2 Y c',
  D59a: 'within 5 CD c',
  D59b: 'within 15 CD c',
  D59c: 'within 15 CD c',
  D60: 'recurring 1 quarter s',
  D61: 'recurring 1 half-year m',
  D62: 'recurring 1 year s',
  D63: 'cycle 15 CD c',
  D64: 'within 1 M c',
  D65: 'keep 2 Y m',
  D66: 'keep 3 Y c',
  D67: 'within 30 WD s',
}

function due(id: DeadlineId, trigger: string, more: { openDayType?: 'WD' | 'CD' } = {}): Day | null {
  const reckoned = reckonDeadline(nationalCalendar, id, { trigger: day(trigger), ...more })
  return reckoned.state === 'running' ? reckoned.dueOn : null
}

describe('statutoryDeadlines', () => {
  it('holds D01 to D67 with their numbers', () => {
    const held = statutoryDeadlines.map(({ id, term, status, dayTypeAssumed }) => {
      const count =
        'period' in term
          ? ` ${term.period.n} ${term.period.unit}`
          : term.form === 'recurring'
            ? ` ${term.times} ${term.per}`
            : term.form === 'hours'
              ? ` ${term.hours}`
              : ''
      return [id, `${term.form}${count} ${status.charAt(0)}${dayTypeAssumed ? ' *' : ''}`]
    })
    expect(Object.fromEntries(held)).toEqual(expected)
    expect(held).toHaveLength(70)
  })

  it('says in both languages who acts when, what follows, and under which article', () => {
    for (const { trigger, action, onMiss, basis } of statutoryDeadlines) {
      for (const { zh, en } of [trigger, action, onMiss]) {
        expect(zh).toMatch(/[\u4e00-\u9fff]/)
        expect(en).toMatch(/^[A-Za-z][ -~]+$/)
      }
      expect(basis.length).toBeGreaterThan(0)
    }
  })

  it('knows the extensions that the law allows', () => {
    const extended = statutoryDeadlines.filter((row) => extensionOf(row) !== null)
    expect(extended.map((row) => [row.id, extensionOf(row)])).toEqual([
      ['D21', { n: 30, unit: 'WD' }],
      ['D43', { n: 20, unit: 'WD' }],
      ['D54', { n: 15, unit: 'CD' }],
    ])
    expect(statutoryDeadline('D22').term).toEqual({
      form: 'extension',
      of: 'D21',
      period: extensionOf(statutoryDeadline('D21')),
    })
  })

  it('refuses a row that it does not hold', () => {
    expect(() => statutoryDeadline('D68')).toThrow(RangeError)
  })
})

describe('reckonDeadline', () => {
  it.each<[DeadlineId, string, string]>([
    ['D20', '2026-02-10', '2026-02-24'],
    ['D09', '2026-02-10', '2026-03-16'],
    ['D21', '2026-01-05', '2026-04-03'],
    ['D23', '2026-04-24', '2026-05-19'],
    ['D31', '2025-09-25', '2025-10-15'],
    ['D06', '2026-01-16', '2026-02-24'],
    ['D16', '2026-01-16', '2026-02-15'],
    ['D26', '2026-03-12', '2026-03-03'],
    ['D53', '2026-02-25', '2026-02-11'],
    ['D13', '2026-11-05', '2026-09-30'],
    ['D48', '2025-10-05', '2026-10-08'],
    ['D44', '2026-03-10', '2029-03-10'],
    ['D45', '2025-08-31', '2026-02-28'],
    ['D02', '2026-10-01', '2029-10-01'],
  ])('%s from %s ends on %s', (id, trigger, end) => {
    expect(due(id, trigger)).toBe(end)
  })

  it('counts days of an open type as calendar days, or as working days when told', () => {
    expect(due('D35', '2026-02-12')).toBe('2026-02-24')
    expect(due('D35', '2026-03-05')).toBe('2026-03-09')
    expect(due('D35', '2026-03-05', { openDayType: 'WD' })).toBe('2026-03-10')
    expect(due('D20', '2026-03-05', { openDayType: 'CD' })).toBe('2026-03-12')
  })

  it('adds the extension of an investigation', () => {
    const extension = extensionOf(statutoryDeadline('D21'))
    const running = { trigger: day('2026-01-05'), extensions: extension === null ? [] : [extension] }
    expect(reckonDeadline(nationalCalendar, 'D21', running)).toMatchObject({ dueOn: '2026-05-20' })
  })

  it('refuses a trigger before the instrument applied', () => {
    expect(() => due('D09', '2021-10-31')).toThrow(LawNotCovered)
    expect(() => due('D06', '2021-07-06')).toThrow(LawNotCovered)
    expect(due('D44', '2022-01-01')).toBe('2025-01-01')
    expect(() => due('D44', '2021-12-31')).toThrow(LawNotCovered)
  })

  it.each<DeadlineId>(['D01', 'D04', 'D05', 'D22', 'D36', 'D63'])('refuses to count %s in days', (id) => {
    expect(() => due(id, '2026-03-05')).toThrow(RangeError)
    expect(clockOf(statutoryDeadline(id))).toBeNull()
  })
})

describe('hoursDueAt', () => {
  it('gives the moment a day after approval, weekend or not', () => {
    expect(hoursDueAt('D36', '2026-02-13T17:05:00+08:00')).toBe('2026-02-14T09:05:00.000Z')
  })

  it('refuses a row of days', () => {
    expect(() => hoursDueAt('D35', '2026-02-13T17:05:00+08:00')).toThrow(RangeError)
  })
})

describe('recurrenceSpan', () => {
  it.each([
    ['month', '2026-02-14', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-05-14', '2026-04-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['half-year', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['year', '2026-05-14', '2026-01-01', '2026-12-31'],
  ] as const)('finds the %s of %s', (per, on, from, to) => {
    expect(recurrenceSpan(per, day(on))).toEqual({ from, to })
  })
})
