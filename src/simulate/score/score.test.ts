import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { FindingCourse, Monitored } from '../../features/findings/index.ts'
import { addDays, day } from '../../law/day.ts'
import { levels } from '../../monitoring/engine/rule.ts'
import { rules } from '../../monitoring/rules/index.ts'
import type { Truth } from '../truth/truth.ts'
import { addFigures } from './figures.ts'
import { ruleParts, rulesOfFault } from './rule-parts.ts'
import { scoreOf } from './score.ts'
import {
  finding,
  monitored,
  truthMonth,
  truthOfSites,
  truthWorksite,
  watched,
} from './testing/small-truth.ts'

const march = { month: '2026-03' }
const site = { month: null }
const oneMonth = truthOfSites(truthWorksite())

/** Months found at each level, from blue to red, by these findings. */
function found(truth: Truth, ...findings: readonly FindingCourse[]): number[] {
  const { recall } = scoreOf(truth, monitored(...findings)).total
  return levels.map((level) => recall[level].found)
}

describe('a month that came to owe wages', () => {
  it('is found by a warning on the third day after its pay day, and not on the fourth', () => {
    expect(found(oneMonth, finding('wage-unpaid', march, ['2026-04-18', 'orange']))).toEqual([1, 1, 1, 0])
    expect(found(oneMonth, finding('wage-unpaid', march, ['2026-04-19', 'orange']))).toEqual([0, 0, 0, 0])
  })

  it('is found at each level by what stood there in time', () => {
    const rising = finding(
      'wage-unpaid',
      march,
      ['2026-04-16', 'notice'],
      ['2026-04-18', 'yellow'],
      ['2026-04-25', 'red'],
    )
    expect(found(oneMonth, rising)).toEqual([1, 1, 0, 0])
  })

  it('is found by a warning that names it, though that was cleared before the pay day', () => {
    const short = finding('balance-short', march, ['2026-04-05', 'red'], ['2026-04-09', 'clear'])
    expect(found(oneMonth, short)).toEqual([1, 1, 1, 1])
  })

  it('is not found by a warning of another month, or of another worksite', () => {
    const elsewhere = finding('balance-short', { ...march, code: 'B' }, ['2026-04-05', 'red'])
    const other = finding('balance-short', { month: '2026-02' }, ['2026-04-05', 'red'])
    expect(found(oneMonth, elsewhere, other)).toEqual([0, 0, 0, 0])
  })

  it('is found by a finding of the whole worksite that stands on the pay day, even if lower by then', () => {
    const still = finding('labor-cost-late', site, ['2026-04-03', 'orange'], ['2026-04-16', 'clear'])
    const lower = finding('labor-cost-late', site, ['2026-04-03', 'orange'], ['2026-04-10', 'yellow'])
    expect(found(oneMonth, still)).toEqual([1, 1, 1, 0])
    expect(found(oneMonth, lower)).toEqual([1, 1, 1, 0])
  })

  it('is not found by one that was cleared by the pay day, or came after the grace', () => {
    const over = finding('labor-cost-late', site, ['2026-04-03', 'orange'], ['2026-04-15', 'clear'])
    const late = finding('labor-cost-late', site, ['2026-04-19', 'orange'])
    expect(found(oneMonth, over, late)).toEqual([0, 0, 0, 0])
  })

  it('is not found by what a finding of the whole worksite stood at more than a month before', () => {
    const may = truthOfSites(truthWorksite({ months: [truthMonth({ of: '2026-04', dueOn: '2026-05-15' })] }))
    const once = finding('labor-cost-late', site, ['2026-04-02', 'red'], ['2026-04-14', 'yellow'])
    const longer = finding('labor-cost-late', site, ['2026-04-02', 'red'], ['2026-04-16', 'yellow'])
    expect(found(may, once)).toEqual([1, 1, 0, 0])
    expect(found(may, longer)).toEqual([1, 1, 1, 1])
    expect(scoreOf(may, monitored(longer)).total.lead.orange.days).toEqual([30])
  })

  it('is found by an outflow booked in the month of its pay day', () => {
    expect(found(oneMonth, finding('account-outflow', { month: '2026-04' }, ['2026-04-14', 'red']))).toEqual([
      1, 1, 1, 1,
    ])
    expect(found(oneMonth, finding('account-outflow', march, ['2026-04-14', 'red']))).toEqual([0, 0, 0, 0])
  })

  it('is not found by duties apart from the pay day, by old arrears, or by data quality', () => {
    const apart = ['wage-deposit-missing', 'underage-worker', 'data-quality'].map((rule) =>
      finding(rule, site, ['2026-04-03', 'red']),
    )
    const old = finding('arrears-length', march, ['2026-04-03', 'red'])
    expect(found(oneMonth, ...apart, old)).toEqual([0, 0, 0, 0])
  })

  it('is judged only where the pay day and three days after it were watched', () => {
    const dueOn = (on: string) => truthMonth({ dueOn: on })
    const days = ['2026-03-31', '2026-04-01', '2026-05-28', '2026-05-29']
    const truth = truthOfSites(truthWorksite({ months: days.map(dueOn) }))
    const { months, missed } = scoreOf(truth, monitored())
    expect(months).toEqual({ due: 4, judged: 2, owed: 2 })
    expect(missed.map((each) => each.dueOn)).toEqual(['2026-04-01', '2026-05-28'])
  })
})

describe('the figures', () => {
  const late = truthMonth({ of: '2026-04', dueOn: '2026-05-15', owedFen: 30_000n })
  const paid = truthMonth({ of: '2026-04', dueOn: '2026-05-15', owedFen: 0n })
  const county = truthOfSites(
    truthWorksite({ months: [truthMonth(), late] }),
    truthWorksite({ code: 'B', cause: 'cards-held', months: [truthMonth({ cause: 'cards-held' }), paid] }),
  )
  const warnings = [
    finding('balance-short', march, ['2026-04-05', 'yellow'], ['2026-04-10', 'orange']),
    finding('wage-unpaid', march, ['2026-04-18', 'orange']),
    finding('paid-to-other-account', { ...march, code: 'B' }, ['2026-04-17', 'red']),
  ]

  it('tell the yuan owed in months found and missed, with their counts', () => {
    const { total, missed, months } = scoreOf(county, monitored(...warnings))
    expect(months).toEqual({ due: 4, judged: 4, owed: 3 })
    expect(total.recall.orange).toEqual({
      found: 2,
      of: 3,
      share: 2 / 3,
      foundFen: '200000',
      missedFen: '30000',
    })
    expect(missed).toMatchObject([{ worksiteCode: 'A', month: '2026-04', owedFen: '30000', highest: null }])
  })

  it('count days of lead from the first warning of any rule, below zero after the pay day', () => {
    const { lead } = scoreOf(county, monitored(...warnings)).total
    expect(lead.orange).toEqual({ count: 2, median: 1.5, p10: -2, days: [-2, 5] })
    expect(lead.yellow).toEqual({ count: 2, median: 4, p10: -2, days: [-2, 10] })
  })

  it('give nine of ten months at least the tenth percentile', () => {
    const dues = Array.from({ length: 11 }, (_, at) => addDays(day('2026-04-10'), at))
    const truth = truthOfSites(
      ...dues.map((dueOn, at) => truthWorksite({ code: `S${at}`, months: [truthMonth({ dueOn })] })),
    )
    const found = dues.map((_, at) =>
      finding('balance-short', { ...march, code: `S${at}` }, ['2026-04-08', 'red']),
    )
    const lead = scoreOf(truth, monitored(...found)).total.lead.orange
    expect(lead).toMatchObject({ count: 11, median: 7, p10: 3 })
    const ten = scoreOf(truth, monitored(...found.slice(0, 10))).total.lead.orange
    expect(ten).toMatchObject({ count: 10, median: 6.5, p10: 2 })
  })

  it('stand apart for causes that show before the pay day', () => {
    const { traced } = scoreOf(county, monitored(...warnings))
    expect(traced.recall.orange).toMatchObject({ found: 1, of: 2 })
    expect(traced.lead.orange).toMatchObject({ count: 1, median: 5 })
  })

  it('stand by cause and by rule, each rule against all months', () => {
    const { byCause, byRule } = scoreOf(county, monitored(...warnings))
    expect(
      byCause.map(({ cause, worksites, judged, figures }) => [
        cause,
        worksites,
        judged,
        figures.recall.red.found,
      ]),
    ).toEqual([
      ['owner-late', 1, 3, 0],
      ['cards-held', 1, 1, 1],
    ])
    const rule = (id: string) => byRule.find(({ ruleId }) => ruleId === id)?.figures.recall.orange
    expect(rule('balance-short')).toMatchObject({ found: 1, of: 3, foundFen: '100000', missedFen: '130000' })
    expect(rule('wage-unpaid')).toMatchObject({ found: 1, of: 3 })
    expect(rule('wage-deposit-missing')).toMatchObject({ found: 0, of: 0, share: null })
    expect(byRule.some(({ ruleId }) => ruleId === 'data-quality')).toBe(false)
  })

  it('are null and not NaN where there is nothing to judge', () => {
    const never: Monitored = { watched: null, worksiteCodes: [], findings: [] }
    const score = scoreOf(county, never)
    expect(score.months).toEqual({ due: 4, judged: 0, owed: 0 })
    expect(score.worksites).toEqual({ simulated: 2, known: 0 })
    expect(score.total.recall.red).toEqual({ found: 0, of: 0, share: null, foundFen: '0', missedFen: '0' })
    expect(score.total.precision.red).toEqual({ correct: 0, of: 0, share: null, open: 0 })
    expect(score.total.lead.orange).toEqual({ count: 0, median: null, p10: null, days: [] })
    expect(JSON.parse(JSON.stringify(score))).toEqual(score)
  })

  it('add up over counties as if they were one', () => {
    const [a, b] = county.worksites.map(
      (worksite) => scoreOf(truthOfSites(worksite), monitored(...warnings)).total,
    )
    expect(a === undefined || b === undefined ? [] : addFigures([a, b])).toEqual(
      scoreOf(county, monitored(...warnings)).total,
    )
  })

  it('never find more at a graver level', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 59 }), fc.constantFrom(...levels, 'clear' as const))
    const rule = fc.constantFrom('balance-short', 'labor-cost-late')
    fc.assert(
      fc.property(rule, fc.uniqueArray(step, { minLength: 1, selector: ([at]) => at }), (ruleId, drawn) => {
        const steps = drawn
          .toSorted(([one], [other]) => one - other)
          .map(([at, level]) => [addDays(watched.from, at), level] as const)
        const [first, ...others] = steps
        const given = ruleId === 'balance-short' ? march : site
        const counts = first === undefined ? [] : found(oneMonth, finding(ruleId, given, first, ...others))
        expect(counts).toEqual(counts.toSorted((one, other) => other - one))
      }),
      { seed: 724, numRuns: 200 },
    )
  })
})

describe('the tables of rules', () => {
  it('name every rule that runs, and no other', () => {
    expect(Object.keys(ruleParts).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  })

  it('explain by each fault rules that run', () => {
    const named = Object.values(rulesOfFault)
    expect(named.every((ids) => ids.length > 0)).toBe(true)
    expect(named.flat().filter((id) => !(id in ruleParts))).toEqual([])
  })

  it('lets findings of rules about persons and worksites speak of the whole worksite', () => {
    const wide = rules.filter(({ subject }) => subject !== 'worksite-month').map(({ id }) => id)
    const spoken = Object.entries(ruleParts).filter(([, { reach }]) => reach === 'worksite')
    expect(spoken.map(([id]) => id).toSorted()).toEqual(wide.toSorted())
  })
})
