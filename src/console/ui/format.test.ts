import { expect, it } from 'vitest'

import { percent, yuan } from './format.ts'

it('calls only what is whole a hundred percent', () => {
  expect([percent(3, 3), percent(1999, 2000), percent(8, 9), percent(0, 4)]).toEqual([
    '100.0%',
    '99.9%',
    '88.8%',
    '0.0%',
  ])
})

it('shows fen as yuan with separators', () => {
  expect(yuan('-123456789')).toBe('-1,234,567.89')
})
