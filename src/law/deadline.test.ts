import fc from 'fast-check'
import year2023 from 'holiday-calendar/data/CN/2023.json' with { type: 'json' }
import year2024 from 'holiday-calendar/data/CN/2024.json' with { type: 'json' }
import year2025 from 'holiday-calendar/data/CN/2025.json' with { type: 'json' }
import year2026 from 'holiday-calendar/data/CN/2026.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { calendarTable, isWorkingDay, nationalCalendar, workCalendar } from './calendar.ts'
import { addDays, type Day, day, dayNumber, dayOfNumber } from './day.ts'
import { type Clock, type Period, type Reckoned, type Running, reckon, recompute } from './deadline.ts'
import { LawNotCovered } from './errors.ts'

const seed = 20260215

function forward(n: number, unit: Period['unit']): Clock {
  return { period: { n, unit }, roll: 'forward' }
}

function dueOn(clock: Clock, running: Running): Day | null {
  const reckoned = reckon(nationalCalendar, clock, running)
  return reckoned.state === 'running' ? reckoned.dueOn : null
}

describe('working days', () => {
  it.each([
    [5, '2026-02-10', '2026-02-24'],
    [20, '2026-02-10', '2026-03-16'],
    [5, '2026-09-18', '2026-09-24'],
    [20, '2026-09-18', '2026-10-22'],
    [10, '2025-09-25', '2025-10-15'],
    [60, '2026-01-05', '2026-04-03'],
    [90, '2026-01-05', '2026-05-20'],
    [15, '2026-04-24', '2026-05-19'],
  ])('end %i after %s on %s', (n, trigger, due) => {
    expect(dueOn(forward(n, 'WD'), { trigger: day(trigger) })).toBe(due)
  })

  it('run on from the end when thirty more are granted', () => {
    const extensions: readonly Period[] = [{ n: 30, unit: 'WD' }]
    expect(dueOn(forward(60, 'WD'), { trigger: day('2026-01-05'), extensions })).toBe('2026-05-20')
  })

  it('count back before a day', () => {
    const clock: Clock = { period: { n: -7, unit: 'WD' }, roll: 'backward' }
    expect(dueOn(clock, { trigger: day('2026-03-12') })).toBe('2026-03-03')
    expect(dueOn(clock, { trigger: day('2026-02-25') })).toBe('2026-02-09')
  })
})

describe('calendar days, months and years', () => {
  it.each([
    [30, 'CD', '2026-01-15', '2026-02-14'],
    [30, 'CD', '2026-01-16', '2026-02-24'],
    [15, 'CD', '2026-09-16', '2026-10-08'],
    [45, 'CD', '2026-03-01', '2026-04-15'],
    [1, 'M', '2026-01-31', '2026-02-28'],
    [6, 'M', '2025-08-31', '2026-02-28'],
    [3, 'M', '2025-11-30', '2026-02-28'],
    [1, 'M', '2024-01-31', '2024-02-29'],
    [1, 'Y', '2024-02-29', '2025-02-28'],
    [1, 'Y', '2025-10-05', '2026-10-08'],
    [2, 'Y', '2024-05-01', '2026-05-06'],
  ] as const)('%i %s from %s end on %s', (n, unit, trigger, due) => {
    expect(dueOn(forward(n, unit), { trigger: day(trigger) })).toBe(due)
  })

  it('keep the day on which they end where nothing rolls', () => {
    const clock: Clock = { period: { n: 30, unit: 'CD' }, roll: 'none' }
    expect(dueOn(clock, { trigger: day('2026-01-16') })).toBe('2026-02-15')
  })

  it('extend from the unrolled end', () => {
    const running = { trigger: day('2026-01-01'), extensions: [{ n: 15, unit: 'CD' as const }] }
    expect(dueOn(forward(45, 'CD'), { trigger: running.trigger })).toBe('2026-02-24')
    expect(dueOn(forward(45, 'CD'), running)).toBe('2026-03-02')
  })

  it('roll back before a day, never on', () => {
    const clock: Clock = { period: { n: -1, unit: 'M' }, roll: 'backward' }
    expect(dueOn(clock, { trigger: day('2026-03-31') })).toBe('2026-02-28')
    expect(dueOn(clock, { trigger: day('2026-11-05') })).toBe('2026-09-30')
  })

  it('end on the trigger where nothing is to be counted', () => {
    expect(dueOn(forward(0, 'CD'), { trigger: day('2026-03-10') })).toBe('2026-03-10')
  })
})

describe('suspension', () => {
  const stop = { from: day('2026-03-10'), to: day('2026-03-19') }

  it('leaves suspended days out, whatever the unit', () => {
    const running = { trigger: day('2026-03-02'), suspensions: [stop] }
    expect(dueOn(forward(10, 'WD'), { trigger: running.trigger })).toBe('2026-03-16')
    expect(dueOn(forward(10, 'WD'), running)).toBe('2026-03-26')
    expect(dueOn(forward(10, 'CD'), running)).toBe('2026-03-23')
    expect(dueOn(forward(1, 'M'), { trigger: running.trigger })).toBe('2026-04-02')
    expect(dueOn(forward(1, 'M'), running)).toBe('2026-04-13')
  })

  it('does not move a period that ended before it', () => {
    expect(dueOn(forward(3, 'WD'), { trigger: day('2026-03-02'), suspensions: [stop] })).toBe('2026-03-05')
  })

  it('counts overlapping spans once', () => {
    const inner = { from: day('2026-03-11'), to: day('2026-03-12') }
    const running = { trigger: day('2026-03-02'), suspensions: [stop, inner] }
    expect(dueOn(forward(10, 'WD'), running)).toBe('2026-03-26')
  })

  it('stands still while its ground goes on', () => {
    const running = { trigger: day('2026-03-02'), suspensions: [{ from: day('2026-03-10'), to: null }] }
    expect(reckon(nationalCalendar, forward(10, 'WD'), running)).toEqual({
      state: 'suspended',
      since: '2026-03-10',
    })
    expect(dueOn(forward(5, 'WD'), running)).toBe('2026-03-09')
  })

  it('stands still when it sets in between the last day counted and the day it rolls to', () => {
    const running = { trigger: day('2026-03-04'), suspensions: [{ from: day('2026-03-15'), to: null }] }
    expect(dueOn({ period: { n: 10, unit: 'CD' }, roll: 'none' }, running)).toBe('2026-03-14')
    expect(dueOn(forward(10, 'CD'), running)).toBeNull()
  })
})

describe('years without a notice', () => {
  it('mark what needed them as provisional', () => {
    const intoNextYear = { trigger: day('2026-12-28') }
    expect(reckon(nationalCalendar, forward(5, 'WD'), intoNextYear)).toEqual({
      state: 'running',
      countedTo: '2027-01-05',
      dueOn: '2027-01-05',
      provisional: true,
    })
    expect(reckon(nationalCalendar, forward(2, 'WD'), intoNextYear)).toMatchObject({ provisional: false })
    expect(reckon(nationalCalendar, forward(1, 'Y'), { trigger: day('2026-03-10') })).toMatchObject({
      dueOn: '2027-03-10',
      provisional: true,
    })
  })

  it('do not matter to what counts no working day', () => {
    const keep: Clock = { period: { n: 3, unit: 'Y' }, roll: 'none' }
    expect(reckon(nationalCalendar, keep, { trigger: day('2026-06-30') })).toEqual({
      state: 'running',
      countedTo: '2029-06-30',
      dueOn: '2029-06-30',
      provisional: false,
    })
  })

  it('are refused when the calendar does not hold them', () => {
    expect(() => reckon(nationalCalendar, forward(2, 'Y'), { trigger: day('2026-06-30') })).toThrow(
      LawNotCovered,
    )
    expect(() => reckon(nationalCalendar, forward(5, 'WD'), { trigger: day('2022-06-30') })).toThrow(
      LawNotCovered,
    )
  })
})

describe('unsound periods', () => {
  const trigger = day('2026-03-02')
  const back: Clock = { period: { n: -5, unit: 'WD' }, roll: 'backward' }

  it.each<[string, Clock, Running]>([
    ['a fraction', forward(1.5, 'WD'), { trigger }],
    ['an extension that shortens', forward(5, 'WD'), { trigger, extensions: [{ n: -1, unit: 'WD' }] }],
    ['an extension of what counts back', back, { trigger, extensions: [{ n: 1, unit: 'WD' }] }],
    ['a suspension of what counts back', back, { trigger, suspensions: [{ from: trigger, to: null }] }],
    ['a roll against the count', { period: back.period, roll: 'forward' }, { trigger }],
    ['a roll back of what counts on', { period: { n: 5, unit: 'CD' }, roll: 'backward' }, { trigger }],
    [
      'a suspension that ends before it begins',
      forward(5, 'WD'),
      { trigger, suspensions: [{ from: trigger, to: day('2026-03-01') }] },
    ],
  ])('are refused: %s', (_, clock, running) => {
    expect(() => reckon(nationalCalendar, clock, running)).toThrow(RangeError)
  })
})

describe('recompute', () => {
  it('gives the old and the new day when a holiday is added', () => {
    const table = calendarTable(nationalCalendar)
    const after = workCalendar({
      ...table,
      special: [...table.special, { day: day('2026-03-05'), kind: 'day-off' }],
    })
    const calendars = { before: nationalCalendar, after }
    const moved = recompute(calendars, forward(5, 'WD'), { trigger: day('2026-03-02') })
    expect(moved).toMatchObject({
      before: { dueOn: '2026-03-09' },
      after: { dueOn: '2026-03-10' },
      moved: true,
    })
    const still = recompute(calendars, forward(5, 'WD'), { trigger: day('2026-03-05') })
    expect(still).toMatchObject({
      before: { dueOn: '2026-03-12' },
      after: { dueOn: '2026-03-12' },
      moved: false,
    })
  })
})

const first = dayNumber(day('2023-01-02'))
const triggers = fc.integer({ min: first, max: dayNumber(day('2025-12-01')) }).map(dayOfNumber)
const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ n: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom('WD' as const, 'CD' as const) }),
  fc.record({ n: fc.integer({ min: 0, max: 6 }), unit: fc.constant('M' as const) }),
)
const stops = fc.array(
  fc
    .tuple(triggers, fc.integer({ min: 0, max: 12 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) })),
  { maxLength: 4 },
)
const nearStops = fc.tuple(triggers, stops, fc.array(fc.tuple(fc.nat(80), fc.nat(9)), { maxLength: 3 }))
const runnings: fc.Arbitrary<Running> = fc
  .tuple(nearStops, fc.array(periods, { maxLength: 1 }))
  .map(([[trigger, far, near], extensions]) => ({
    trigger,
    extensions: extensions.map((each) => ({ ...each, n: each.n % 21 })),
    suspensions: [
      ...far,
      ...near.map(([after, days]) => ({ from: addDays(trigger, after), to: addDays(trigger, after + days) })),
    ],
  }))
const clocks: fc.Arbitrary<Clock> = fc.record({ period: periods, roll: fc.constantFrom('forward', 'none') })

// A second implementation that shares nothing with the first: lists of days, Date, another's holidays.
const others = new Map<string, string>(
  [year2023, year2024, year2025, year2026].flatMap((year) =>
    year.dates.map(({ date, type }): [string, string] => [date, type]),
  ),
)
const listed = Array.from({ length: 1461 }, (_, index) => {
  const date = new Date(Date.UTC(2023, 0, 1 + index))
  const name = date.toISOString().slice(0, 10)
  const type = others.get(name)
  return { name, works: type === undefined ? date.getUTCDay() % 6 !== 0 : type === 'transfer_workday' }
})

function monthsLater(from: string, months: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

function reckonAgain(clock: Clock, running: Running): string | undefined {
  const free = listed.filter(
    ({ name }) => !(running.suspensions ?? []).some(({ from, to }) => from <= name && name <= (to ?? name)),
  )
  let end: string = running.trigger
  for (const { n, unit } of [clock.period, ...(running.extensions ?? [])]) {
    const start = end
    const after = free.filter(({ name, works }) => name > start && (unit !== 'WD' || works))
    const target = monthsLater(start, unit === 'Y' ? n * 12 : n)
    const months = listed.filter(({ name }) => name > start && name <= target).length
    const count = unit === 'M' || unit === 'Y' ? months : n
    end = count === 0 ? start : (after[count - 1]?.name ?? 'beyond')
  }
  const works = listed.find(({ name }) => name === end)?.works
  return clock.roll === 'none' || works ? end : free.find(({ name, works: open }) => name > end && open)?.name
}

describe('reckon', () => {
  it('agrees with a second implementation on random periods, suspensions and extensions', () => {
    fc.assert(
      fc.property(clocks, runnings, (clock, running) => {
        expect(dueOn(clock, running)).toBe(reckonAgain(clock, running))
      }),
      { seed, numRuns: 3000 },
    )
  })

  it('never ends earlier for a later trigger, a longer period, a suspension or an extension', () => {
    fc.assert(
      fc.property(clocks, runnings, fc.nat(20), (clock, running, more) => {
        const plain = { trigger: running.trigger }
        const due = dueOn(clock, plain) ?? ''
        expect((dueOn(clock, { trigger: addDays(plain.trigger, more) }) ?? '') >= due).toBe(true)
        const longer = { ...clock, period: { ...clock.period, n: clock.period.n + (more % 3) } }
        expect((dueOn(longer, plain) ?? '') >= due).toBe(true)
        expect((dueOn(clock, running) ?? '') >= due).toBe(true)
      }),
      { seed, numRuns: 1000 },
    )
  })

  it('never ends earlier when a day becomes a day off', () => {
    const table = calendarTable(nationalCalendar)
    fc.assert(
      fc.property(clocks, triggers, fc.nat(40), (clock, trigger, after) => {
        const off = addDays(trigger, after)
        fc.pre(isWorkingDay(nationalCalendar, off))
        const special = table.special.filter((each) => each.day !== off)
        const edited = workCalendar({ ...table, special: [...special, { day: off, kind: 'day-off' }] })
        const last = (reckoned: Reckoned) => (reckoned.state === 'running' ? reckoned.dueOn : '')
        expect(
          last(reckon(edited, clock, { trigger })) >= last(reckon(nationalCalendar, clock, { trigger })),
        ).toBe(true)
      }),
      { seed, numRuns: 300 },
    )
  })

  it('counts back to a day from which the trigger is so many working days on', () => {
    fc.assert(
      fc.property(triggers, fc.integer({ min: 1, max: 30 }), (near, n) => {
        const trigger = addDays(near, 60)
        fc.pre(isWorkingDay(nationalCalendar, trigger))
        const back: Clock = { period: { n: -n, unit: 'WD' }, roll: 'backward' }
        expect(dueOn(forward(n, 'WD'), { trigger: dueOn(back, { trigger }) ?? trigger })).toBe(trigger)
      }),
      { seed, numRuns: 500 },
    )
  })
})
