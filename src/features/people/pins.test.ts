import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, type Day, day } from '../../law/day.ts'
import { assignPins, type Holding, type PinClaim } from './pins.ts'

const received = day('2026-04-01')

function claim(row: number, personId: string, enteredOn: string | null): PinClaim {
  return { row, pin: '17', personId, enteredOn: enteredOn === null ? null : day(enteredOn) }
}

function holding(personId: string, fromOn: string, untilOn: string | null): Holding {
  return { pin: '17', personId, fromOn: day(fromOn), untilOn: untilOn === null ? null : day(untilOn) }
}

describe('assignPins', () => {
  it('gives a free number from the day of entry', () => {
    expect(assignPins([], [claim(2, 'a', '2026-01-05')], received)).toEqual({
      changed: [holding('a', '2026-01-05', null)],
      repeatedRows: [],
    })
  })

  it('gives a number that nobody held before to somebody without an entry day from ever', () => {
    expect(assignPins([], [claim(2, 'a', null)], received).changed).toEqual([
      holding('a', '1900-01-01', null),
    ])
  })

  it('ends the former holding on the day before the new entry', () => {
    const held = [holding('a', '2026-01-05', null)]
    expect(assignPins(held, [claim(2, 'b', '2026-03-01')], received).changed).toEqual([
      holding('a', '2026-01-05', '2026-02-28'),
      holding('b', '2026-03-01', null),
    ])
    expect(assignPins(held, [claim(2, 'b', null)], received).changed).toEqual([
      holding('a', '2026-01-05', '2026-03-31'),
      holding('b', '2026-04-01', null),
    ])
  })

  it('leaves nothing to one who had the number from the very day it is given to another', () => {
    const { changed } = assignPins(
      [holding('a', '2026-01-05', null)],
      [claim(2, 'b', '2026-01-05')],
      received,
    )
    expect(changed).toEqual([holding('a', '2026-01-05', '2026-01-04'), holding('b', '2026-01-05', null)])
  })

  it('fills the days before the present holder with an older claim', () => {
    const held = [holding('b', '2026-03-01', null)]
    expect(assignPins(held, [claim(2, 'a', '2026-01-05')], received).changed).toEqual([
      holding('a', '2026-01-05', '2026-02-28'),
    ])
  })

  it('names the row that gives the same number from the same day to a second person', () => {
    const { changed, repeatedRows } = assignPins(
      [],
      [claim(2, 'a', '2026-01-05'), claim(3, 'b', '2026-01-05'), claim(4, 'a', '2026-01-05')],
      received,
    )
    expect(changed).toEqual([holding('a', '2026-01-05', null)])
    expect(repeatedRows).toEqual([3])
  })

  it('changes nothing when the same roster comes again, and never gives a day to two people', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(day('2026-01-01'), offset))
    const claims = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(days)), { maxLength: 8 })
    fc.assert(
      fc.property(claims, claims, (first, second) => {
        const rosters = [first, second].map((roster) =>
          roster.map(
            ([personId, enteredOn], at): PinClaim => ({ row: at + 2, pin: '17', personId, enteredOn }),
          ),
        )
        let held: readonly Holding[] = []
        for (const roster of rosters) {
          held = after(held, assignPins(held, roster, received).changed)
          expect(overlaps(held)).toEqual([])
        }
      }),
      { seed: 17, numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), days), { selector: ([who]) => who }),
        (roster) => {
          const rows = roster.map(
            ([personId, enteredOn], at): PinClaim => ({ row: at + 2, pin: '17', personId, enteredOn }),
          )
          const held = assignPins([], rows, received).changed
          expect(assignPins(held, rows, addDays(received, 30)).changed).toEqual([])
        },
      ),
      { seed: 18, numRuns: 500 },
    )
  })
})

function after(held: readonly Holding[], changed: readonly Holding[]): readonly Holding[] {
  const people = new Set(changed.map((each) => each.personId))
  return [...held.filter((each) => !people.has(each.personId)), ...changed]
}

function overlaps(held: readonly Holding[]): unknown[] {
  const last = (each: Holding): Day => each.untilOn ?? day('9999-12-31')
  const real = held.filter((each) => last(each) >= each.fromOn)
  return real.flatMap((one) =>
    real.filter(
      (other) => one.personId < other.personId && one.fromOn <= last(other) && other.fromOn <= last(one),
    ),
  )
}
