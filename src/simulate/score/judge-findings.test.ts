import { describe, expect, it } from 'vitest'

import type { FindingCourse } from '../../features/findings/index.ts'
import type { TruthWorksite } from '../truth/truth.ts'
import { scoreOf } from './score.ts'
import { fault, finding, monitored, truthMonth, truthOfSites, truthWorksite } from './testing/small-truth.ts'

const march = { month: '2026-03' }
const site = { month: null }
const paid = truthMonth({ owedFen: 0n, cause: 'healthy' })
const healthy: Partial<TruthWorksite> = { cause: 'healthy', months: [paid] }

/** Findings of worksite A at orange or above: true, judged, and not to be judged yet. */
function counted(worksite: Partial<TruthWorksite>, ...findings: readonly FindingCourse[]): number[] {
  const score = scoreOf(truthOfSites(truthWorksite(worksite)), monitored(...findings))
  const { correct, of, open } = score.total.precision.orange
  return [correct, of, open]
}

describe('a finding of a wage rule', () => {
  const unpaid = finding('wage-unpaid', march, ['2026-04-25', 'orange'])

  it('is true where the month came to owe wages, however late it came', () => {
    expect(counted({}, unpaid)).toEqual([1, 1, 0])
  })

  it('is false where the month was paid, or nobody worked in it', () => {
    expect(counted(healthy, unpaid)).toEqual([0, 1, 0])
    expect(counted({ ...healthy, months: [] }, unpaid)).toEqual([0, 1, 0])
  })

  it('is open where the pay day has not come, unless a fault explains it', () => {
    const coming = truthMonth({ isJudged: false })
    const short = finding('balance-short', march, ['2026-05-20', 'red'])
    expect(counted({ months: [coming] }, short)).toEqual([0, 0, 1])
    const ownerLate = { months: [coming], faults: [fault('labor-cost-late', { of: '2026-03' })] }
    expect(counted(ownerLate, short)).toEqual([1, 1, 0])
  })

  it('is true by a fault of its month, and not by one of another month or of another kind', () => {
    const unconfirmed = finding('payroll-unconfirmed', march, ['2026-04-10', 'orange'])
    const faulty = (kind: 'unconfirmed-payroll' | 'two-ledgers', of: string) => ({
      ...healthy,
      faults: [fault(kind, { of })],
    })
    expect(counted(faulty('unconfirmed-payroll', '2026-03'), unconfirmed)).toEqual([1, 1, 0])
    expect(counted(faulty('unconfirmed-payroll', '2026-02'), unconfirmed)).toEqual([0, 1, 0])
    expect(counted(faulty('two-ledgers', '2026-03'), unconfirmed)).toEqual([0, 1, 0])
  })

  it('of the whole worksite is true from a month before the pay day until a statement after all is paid', () => {
    const owing = { months: [truthMonth({ settledOn: '2026-04-20' })] }
    const late = (on: string) => finding('labor-cost-late', site, [on, 'orange'])
    const early = finding('labor-cost-late', site, ['2026-03-02', 'red'], ['2026-03-14', 'clear'])
    expect(counted(owing, late('2026-05-25'))).toEqual([1, 1, 0])
    expect(counted(owing, late('2026-05-26'))).toEqual([0, 1, 0])
    expect(counted(owing, early)).toEqual([0, 1, 0])
  })

  it('counts once a rule and month, at the gravest level that any of them reached', () => {
    const again = finding('wage-unpaid', march, ['2026-05-01', 'red'], ['2026-05-04', 'clear'])
    expect(counted({}, unpaid, again)).toEqual([1, 1, 0])
    const { byRule } = scoreOf(truthOfSites(truthWorksite()), monitored(unpaid, again))
    const { precision } = byRule.find(({ ruleId }) => ruleId === 'wage-unpaid')?.figures ?? {}
    expect(precision).toMatchObject({ orange: { correct: 1, of: 1 }, red: { correct: 1, of: 1 } })
  })

  it('is false as a whole when one of the times that it was raised is', () => {
    const faults = [fault('gate-silent', { from: '2026-04-20' })]
    const rightly = finding('feed-silent', site, ['2026-04-25', 'orange'])
    const wrongly = finding('feed-silent', site, ['2026-04-02', 'orange'], ['2026-04-19', 'clear'])
    expect(counted({ ...healthy, faults }, rightly)).toEqual([1, 1, 0])
    expect(counted({ ...healthy, faults }, rightly, wrongly)).toEqual([0, 1, 0])
  })
})

describe('a finding about a duty', () => {
  const deposit = finding('wage-deposit-missing', site, ['2026-04-10', 'red'])

  it('is true by a breach of that duty, and not because wages are owed', () => {
    expect(counted({}, deposit)).toEqual([0, 1, 0])
    expect(counted({ faults: [fault('no-wage-deposit')] }, deposit)).toEqual([1, 1, 0])
  })

  it('is true as an early reminder when it still stands at the breach', () => {
    const reminder = finding('deposit-expiring', site, ['2026-04-10', 'orange'])
    const renewed = finding('deposit-expiring', site, ['2026-04-10', 'orange'], ['2026-04-30', 'clear'])
    const faults = [fault('deposit-expired', { from: '2026-05-01' })]
    expect(counted({ faults }, reminder)).toEqual([1, 1, 0])
    expect(counted({ faults }, renewed)).toEqual([0, 1, 0])
  })
})

describe('the score', () => {
  it('lists false alarms at orange or above under the cause of their month', () => {
    const months = [
      truthMonth(),
      truthMonth({ of: '2026-02', dueOn: '2026-03-13', owedFen: 0n, cause: 'healthy' }),
    ]
    const yellow = finding('pay-below-attendance', { month: '2026-02' }, ['2026-04-01', 'yellow'])
    const orange = finding('attendance-unpaid', { month: '2026-02' }, ['2026-04-02', 'orange'])
    const score = scoreOf(truthOfSites(truthWorksite({ months })), monitored(yellow, orange))
    expect(score.falseAlarms).toEqual([
      {
        ruleId: 'attendance-unpaid',
        worksiteCode: 'A',
        month: '2026-02',
        cause: 'healthy',
        openedOn: '2026-04-02',
        highest: 'orange',
      },
    ])
    expect(score.total.precision.yellow).toMatchObject({ correct: 0, of: 2 })
  })

  it('keeps data quality and what stayed blue out of the precision', () => {
    const quality = finding('data-quality', site, ['2026-04-10', 'red'])
    const blue = finding('underage-worker', site, ['2026-04-10', 'notice'])
    const score = scoreOf(truthOfSites(truthWorksite(healthy)), monitored(quality, blue))
    expect(score.total.precision.yellow).toEqual({ correct: 0, of: 0, share: null, open: 0 })
    expect(score.total.notices).toBe(1)
    expect(score.apart).toEqual([
      { ruleId: 'data-quality', findings: { notice: 0, yellow: 0, orange: 0, red: 1 } },
    ])
  })

  it('tells wage rules apart from duties', () => {
    const duty = finding('labor-officer-missing', site, ['2026-04-10', 'orange'])
    const wage = finding('wage-unpaid', march, ['2026-04-25', 'orange'])
    const score = scoreOf(truthOfSites(truthWorksite()), monitored(duty, wage))
    expect(score.total.precision.orange).toMatchObject({ correct: 1, of: 2 })
    expect(score.wageRules.precision.orange).toMatchObject({ correct: 1, of: 1 })
  })
})
