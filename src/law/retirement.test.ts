import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { type RetirementGroup, retirementDay } from './retirement.ts'

describe('retirementDay', () => {
  it.each<[RetirementGroup, string, string]>([
    ['man', '1964-12-31', '2024-12-31'],
    ['man', '1965-01-15', '2025-02-15'],
    ['man', '1965-04-30', '2025-05-30'],
    ['man', '1965-05-01', '2025-07-01'],
    ['man', '1976-08-15', '2039-07-15'],
    ['man', '1976-09-15', '2039-09-15'],
    ['man', '1990-09-15', '2053-09-15'],
    ['woman-55', '1969-12-01', '2024-12-01'],
    ['woman-55', '1970-01-01', '2025-02-01'],
    ['woman-55', '1981-09-01', '2039-09-01'],
    ['woman-50', '1975-01-31', '2025-02-28'],
    ['woman-50', '1975-03-01', '2025-05-01'],
    ['woman-50', '1984-11-20', '2039-11-20'],
    ['woman-50', '1999-11-20', '2054-11-20'],
  ])('comes for a %s born on %s on %s', (group, birth, on) => {
    expect(retirementDay(day(birth), group)).toBe(on)
  })
})
