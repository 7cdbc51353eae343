import { describe, expect, it } from 'vitest'

import { textTable, widthOf } from './text-table.ts'

describe('textTable', () => {
  it('gives a Chinese character and a full-width mark two columns', () => {
    expect(widthOf('欠薪（元）')).toBe(10)
    expect(widthOf('93.3% 14/15')).toBe(11)
  })

  it('puts the first column to the left and the others to the right, whatever their letters', () => {
    expect(
      textTable([
        ['成因', '查全橙'],
        ['建设单位迟拨', '-'],
        ['a', '93.3% 1/3'],
      ]),
    ).toEqual(['成因             查全橙', '建设单位迟拨          -', 'a             93.3% 1/3'])
  })

  it('leaves a missing cell blank and has no lines without rows', () => {
    expect(textTable([['a', 'b', 'c'], ['d']])).toEqual(['a  b  c', 'd'])
    expect(textTable([])).toEqual([])
  })
})
