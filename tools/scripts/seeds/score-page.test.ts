import { describe, expect, it } from 'vitest'

import { type Score, scoreOf } from '../../../src/simulate/score/index.ts'
import {
  finding,
  monitored,
  truthMonth,
  truthOfSites,
  truthWorksite,
} from '../../../src/simulate/score/testing/small-truth.ts'
import { scorePage } from './score-page.ts'

const march = { month: '2026-03' }
const paid = truthMonth({ of: '2026-04', dueOn: '2026-05-15', owedFen: 0n })
const truth = truthOfSites(truthWorksite({ months: [truthMonth(), paid] }))
const warned = finding('balance-short', march, ['2026-04-10', 'orange'])
const wolf = finding('wage-unpaid', { month: '2026-04' }, ['2026-05-25', 'orange'])

function page(...scores: readonly Score[]): string {
  const made = { command: 'npm run seeds -- 1 2', worksites: 1, months: 5, watchedMonths: 2 }
  return scorePage({ ...made, scores: scores.map((score, at) => ({ ...score, seed: String(at + 1) })) })
}

describe('scorePage', () => {
  it('adds up the seeds and says which aims were not reached', () => {
    const text = page(scoreOf(truth, monitored(warned)), scoreOf(truth, monitored(wolf)))
    expect(text).toContain('| recall at orange or above at least 95 % | 50.0% 1/2 | **not reached** |')
    expect(text).toContain('| precision at orange or above at least 90 % | 50.0% 1/2 | **not reached** |')
    expect(text).toContain('| 5 (1 months) | **not reached** |')
    expect(text).toMatch(
      /^\| owner pays labor cost late \| 50\.0% 1\/2 .*\| 1,000\.00 \| 1,000\.00 \| 0 \|$/m,
    )
    expect(text).toMatch(/^\| Wages unpaid after pay day \| 0\.0% 0\/2 /m)
  })

  it('names each month that was missed, and false alarms by rule and cause', () => {
    const text = page(scoreOf(truth, monitored(wolf)), scoreOf(truth, monitored(wolf)))
    expect(text).toContain(
      '| 2 | owner pays labor cost late | A | 2026-03 | 2026-04-15 | 1 | 1,000.00 | nothing |',
    )
    expect(text).toContain(
      '| Wages unpaid after pay day | owner pays labor cost late | 2 | seed 1, A 2026-04, from 2026-05-25 |',
    )
  })

  it('says so where nothing was missed or false', () => {
    const early = finding('balance-short', march, ['2026-04-05', 'orange'])
    const text = page(scoreOf(truth, monitored(early)))
    expect(text).toContain('| recall at orange or above at least 95 % | 100.0% 1/1 | reached |')
    expect(text).not.toContain('not reached')
    expect(text).toContain('No month that came to owe wages.')
    expect(text).toContain('No finding at orange or above.')
    expect(text).not.toContain('NaN')
  })
})
