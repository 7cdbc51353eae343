import { describe, expect, it } from 'vitest'

import { addDays, day } from '../../../law/day.ts'
import { type DayPlot, dayOption } from './day-option.ts'

const days = Array.from({ length: 61 }, (_, index) => addDays(day('2026-05-01'), index))
const plot: DayPlot = {
  days,
  series: [{ name: '欠薪', color: '#000', shape: 'area', values: days.map((_, index) => index) }],
  description: '走势',
  tick: (value) => `${value}`,
  exact: (value) => value.toFixed(2),
}

/** The days that are written under the chart. */
function labeled(of: readonly string[]): readonly string[] {
  const { xAxis } = dayOption({ ...plot, days: of }, 'serif')
  const interval = Array.isArray(xAxis) ? undefined : xAxis?.axisLabel?.interval
  return typeof interval === 'function' ? of.filter((each, index) => interval(index, each)) : []
}

describe('dayOption', () => {
  it('writes the last day and at most eight', () => {
    for (const length of [1, 2, 8, 9, 31, 61]) {
      const written = labeled(days.slice(-length))
      expect([length, written.at(-1)]).toEqual([length, '2026-06-30'])
      expect(written.length).toBeLessThanOrEqual(8)
    }
    expect(labeled(days.slice(-3))).toHaveLength(3)
  })

  it('tells who does not see it what it shows, and the pointer the exact value', () => {
    const { aria, tooltip } = dayOption(plot, 'serif')
    expect(aria).toMatchObject({ enabled: true, label: { description: '走势' } })
    const format = Array.isArray(tooltip) ? undefined : tooltip?.valueFormatter
    expect([format?.(1.5, 0), format?.(null, 0)]).toEqual(['1.50', '—'])
  })

  it('names its series where there are several', () => {
    expect(dayOption(plot, 'serif').legend).toBeUndefined()
    const several = dayOption({ ...plot, series: [...plot.series, ...plot.series] }, 'serif')
    expect(several.legend).toMatchObject({ data: [{ name: '欠薪' }, { name: '欠薪' }] })
  })
})
