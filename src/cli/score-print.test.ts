import { describe, expect, it } from 'vitest'

import { type Locale, say } from '../contract/messages/index.ts'
import { scoreOf } from '../simulate/score/index.ts'
import {
  finding,
  monitored,
  truthMonth,
  truthOfSites,
  truthWorksite,
} from '../simulate/score/testing/small-truth.ts'
import { describeScore, shareText } from './score-print.ts'
import { widthOf } from './text-table.ts'

const march = { month: '2026-03' }
const unpaid = truthMonth({ of: '2026-04', dueOn: '2026-05-15', owedFen: 30_000n })
const truth = truthOfSites(truthWorksite({ months: [truthMonth(), unpaid] }))
const score = scoreOf(
  truth,
  monitored(
    finding('balance-short', march, ['2026-04-10', 'yellow'], ['2026-04-12', 'orange']),
    finding('wage-deposit-missing', { month: null }, ['2026-04-10', 'red']),
  ),
)

function lines(locale: Locale): readonly string[] {
  return describeScore(score, (code, data) => say(locale, code, data))
}

describe('describeScore', () => {
  it('tells recall and precision at each level, lead and yuan, each with its count', () => {
    const text = lines('zh-CN').join('\n')
    expect(text).toMatch(
      /^全部规则 +50\.0% 1\/2 +50\.0% 1\/2 +50\.0% 1\/2 +0\.0% 0\/2 +50\.0% 1\/2 +50\.0% 1\/2 +0\.0% 0\/1$/m,
    )
    expect(text).toMatch(/^事前有迹象的成因 +3 +3 +1 +5 +5 +1 +1,000\.00 +300\.00 +0 +0$/m)
    expect(text).toMatch(/^未存储工资保证金 +- +- +- +- +0\.0% 0\/1 +0\.0% 0\/1 +0\.0% 0\/1$/m)
    expect(text).toContain('橙色及以上漏报 1 个月，误报 1 项')
  })

  it('says everything in English too', () => {
    const text = lines('en').join('\n')
    expect(text).toMatch(/^owner pays labor cost late +50\.0% 1\/2/m)
    expect(text).toContain('judged: 2 worksite-months fell due')
    expect(text).not.toMatch(/\p{Script=Han}/u)
  })

  it('keeps the columns of a table in line', () => {
    const all = lines('zh-CN')
    const rows = all.slice(all.findIndex((line) => line.startsWith('按成因')))
    const table = rows.slice(0, rows.indexOf(''))
    expect(table.length).toBeGreaterThan(1)
    expect(new Set(table.map(widthOf)).size).toBe(1)
  })
})

describe('shareText', () => {
  it('never rounds a share up to what was not reached', () => {
    expect(shareText(1899, 2000)).toBe('94.9% 1899/2000')
    expect(shareText(9999, 10_000)).toBe('99.9% 9999/10000')
    expect(shareText(0, 0)).toBe('-')
  })
})
