import { describe, expect, it } from 'vitest'

import { day, month, nationalCalendar } from '../../law/index.ts'
import { type PayCycle, type PayTerms, paySlots } from './pay-slots.ts'

function slots(payCycle: PayCycle, of: string, rest: Partial<PayTerms> = {}) {
  const terms = { month: month(of), payCycle, payDay: null, monthsLater: 1, endsOn: null, ...rest } as const
  return paySlots(terms, nationalCalendar)
}

const dueDays = (...args: Parameters<typeof slots>) => slots(...args).map(({ dueOn }) => dueOn)

describe('pay slots', () => {
  it('pay a month on its day in the next month, moved before days off', () => {
    expect(slots('month', '2026-01', { payDay: 20 })).toEqual([
      { dueNo: 1, fromOn: '2026-01-01', untilOn: '2026-01-31', agreedOn: '2026-02-20', dueOn: '2026-02-14' },
    ])
  })

  it('pay a month in the month worked where that is agreed', () => {
    expect(dueDays('month', '2026-03', { payDay: 25, monthsLater: 0 })).toEqual(['2026-03-25'])
  })

  it('take the last day that art. 14 allows where no day is agreed', () => {
    expect(dueDays('month', '2026-03')).toEqual(['2026-04-30'])
    expect(slots('month', '2026-04')).toMatchObject([{ agreedOn: '2026-05-31', dueOn: '2026-05-29' }])
  })

  it.each([5, 20])('pay each half of a month five days after it when the agreed date is %i', (payDay) => {
    expect(slots('half-month', '2026-03', { payDay })).toMatchObject([
      { dueNo: 1, fromOn: '2026-03-01', untilOn: '2026-03-15', dueOn: '2026-03-20' },
      { dueNo: 2, fromOn: '2026-03-16', untilOn: '2026-03-31', dueOn: '2026-04-03' },
    ])
  })

  it('pay a half month at the end of the next one where no day is agreed', () => {
    const [first, second] = slots('half-month', '2026-02')
    expect([first?.agreedOn, second?.agreedOn]).toEqual(['2026-02-28', '2026-03-15'])
  })

  it('pay each week on the agreed weekday of the next, and cut weeks at the ends of the month', () => {
    expect(slots('week', '2026-03', { payDay: 3 })).toMatchObject([
      { dueNo: 1, fromOn: '2026-03-01', untilOn: '2026-03-01', dueOn: '2026-03-04' },
      { dueNo: 2, fromOn: '2026-03-02', untilOn: '2026-03-08', dueOn: '2026-03-11' },
      { dueNo: 3, dueOn: '2026-03-18' },
      { dueNo: 4, dueOn: '2026-03-25' },
      { dueNo: 5, dueOn: '2026-04-01' },
      { dueNo: 6, fromOn: '2026-03-30', untilOn: '2026-03-31', dueOn: '2026-04-08' },
    ])
  })

  it('pay a day on the next, and never before it was worked', () => {
    const all = slots('day', '2026-09')
    expect(all).toHaveLength(30)
    expect(all[29]).toMatchObject({ fromOn: '2026-09-30', agreedOn: '2026-10-01', dueOn: '2026-09-30' })
    expect(slots('day', '2026-10')[2]).toMatchObject({ fromOn: '2026-10-03', dueOn: '2026-10-03' })
  })

  it('pay a task when it ends, and its months no later than others', () => {
    expect(dueDays('task', '2026-03', { endsOn: day('2026-04-16') })).toEqual(['2026-04-16'])
    expect(dueDays('task', '2026-03', { endsOn: day('2026-06-16') })).toEqual(['2026-04-30'])
    expect(dueDays('task', '2026-03')).toEqual(['2026-04-30'])
  })

  it('say nothing of a year whose calendar is not held', () => {
    expect(slots('month', '2021-03', { payDay: 15 })).toEqual([])
  })
})
