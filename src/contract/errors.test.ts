import { describe, expect, it } from 'vitest'

import { errorKinds, errorStatus, invariant, Refusal } from './errors.ts'

describe('Refusal', () => {
  it('carries code, data and kind, and is refused unless said otherwise', () => {
    const refusal = new Refusal('payroll.number-missing', { row: 3 })
    expect(refusal).toMatchObject({ code: 'payroll.number-missing', data: { row: 3 }, kind: 'refused' })
    expect(new Refusal('worksite.not-found', {}, 'not-found').kind).toBe('not-found')
  })
})

describe('errorKinds', () => {
  it('has a status of an error for each kind', () => {
    expect(errorKinds.filter((kind) => !(errorStatus[kind] >= 400 && errorStatus[kind] < 600))).toEqual([])
    expect(Object.keys(errorStatus)).toEqual([...errorKinds])
  })
})

describe('invariant', () => {
  it('throws a bug and not a refusal when the condition does not hold', () => {
    expect(() => invariant(false, 'sums agree')).toThrowError('invariant broken: sums agree')
    expect(() => invariant(true, 'sums agree')).not.toThrow()
  })
})
