import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { minimumWageAt, minimumWageTable } from './minimum-wage.ts'
import { fenOfYuan } from './money.ts'
import { confirmations } from './text.ts'

describe('minimumWageAt', () => {
  it.each([
    ['330106', '2026-06-30', 2660, 'first', 'secondary'],
    ['320100', '2026-01-01', 2660, 'first', 'secondary'],
    ['110105', '2026-12-31', 2540, 'only', 'confirmed'],
    ['310115', '2026-03-01', 2740, 'only', 'secondary'],
    ['440106', '2026-03-01', 2500, 'first', 'secondary'],
    ['440304', '2026-03-01', 2520, 'only', 'secondary'],
    ['440304005', '2026-03-01', 2520, 'only', 'secondary'],
  ])('knows %s on %s: %i yuan, tier %s, %s', (area, on, yuan, tier, status) => {
    const found = minimumWageAt(area, day(on))
    expect(found).toMatchObject({ known: true, monthlyFen: fenOfYuan(yuan), tier, span: { status } })
  })

  it.each([
    ['2021-08-01', 2320],
    ['2023-08-31', 2320],
    ['2023-09-01', 2420],
    ['2025-08-31', 2420],
    ['2025-09-01', 2540],
  ])('follows Beijing to %s: %i yuan', (on, yuan) => {
    expect(minimumWageAt('110000', day(on))).toMatchObject({ monthlyFen: fenOfYuan(yuan) })
  })

  it('gives the hourly figure where it was read, else null', () => {
    expect(minimumWageAt('110105', day('2026-01-01'))).toMatchObject({ hourlyFen: 2770n })
    expect(minimumWageAt('330106', day('2026-01-01'))).toMatchObject({ hourlyFen: null })
  })

  it('says why there is none, and never guesses', () => {
    const noArea = { known: false, reason: 'area-not-covered' }
    const noDay = { known: false, reason: 'day-not-covered' }
    expect(minimumWageAt('510104', day('2026-03-01'))).toEqual(noArea)
    expect(minimumWageAt('', day('2026-03-01'))).toEqual(noArea)
    expect(minimumWageAt('330106', day('2025-12-31'))).toEqual(noDay)
    expect(minimumWageAt('330106', day('2027-01-01'))).toEqual(noDay)
    expect(minimumWageAt('110105', day('2027-09-01'))).toEqual(noDay)
  })

  it('does not lend a place of its own the figure of its province', () => {
    expect(minimumWageAt('440304', day('2027-03-01'))).toEqual({ known: false, reason: 'day-not-covered' })
  })

  it('takes the table of an authority', () => {
    const [span] = minimumWageTable
    if (span === undefined) {
      throw new Error('the table has rows')
    }
    const local = { ...span, area: '330106', from: day('2026-07-01'), until: day('2028-07-01') }
    expect(minimumWageAt('330106', day('2026-07-01'), [...minimumWageTable, local])).toMatchObject({
      span: local,
    })
  })
})

describe('minimumWageTable', () => {
  it('never holds two figures for a place on a day', () => {
    for (const left of minimumWageTable) {
      expect(left.from < left.until).toBe(true)
      const same = minimumWageTable.filter((each) => each !== left && each.area === left.area)
      expect(same.filter((each) => each.from < left.until && left.from < each.until)).toEqual([])
    }
  })

  it('names a source and how well each was checked, with the first tier highest', () => {
    for (const { source, status, tiers } of minimumWageTable) {
      expect(source).toMatch(/[\u4e00-\u9fff]/)
      expect(confirmations).toContain(status)
      const sums = tiers.map((tier) => tier.monthlyFen)
      expect(sums).toEqual(sums.toSorted((a, b) => (a > b ? -1 : 1)))
    }
  })
})
