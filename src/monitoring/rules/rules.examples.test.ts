import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld, type WageWorld } from '../../../testkit/wage-world.ts'
import { day } from '../../law/index.ts'
import { systemMonitoring } from '../../platform/transact.ts'
import type { Examples } from '../engine/examples.ts'
import { runRule } from '../engine/run.ts'
import { attendanceUnpaid } from './attendance-unpaid.rule.ts'
import { belowMinimumWage } from './below-minimum-wage.rule.ts'
import { rules } from './index.ts'
import { wageAccountMissing } from './wage-account-missing.rule.ts'
import { wageDepositMissing } from './wage-deposit-missing.rule.ts'
import { wageUnpaid } from './wage-unpaid.rule.ts'

/** One person owed 5,000.00 yuan on 15 March. */
const owed = { on: '2026-03-13', agreedOn: '2026-03-15', fen: 500_000n }
const spoke = { bankUntil: '2026-12-31' }

const all: readonly Examples<WageWorld>[] = [
  {
    rule: wageUnpaid,
    list: [
      ['发放日当天不算迟', '2026-03-13', { ...spoke, people: [{ due: owed }] }, 'clear'],
      ['次日起为蓝', '2026-03-14', { ...spoke, people: [{ due: owed }] }, 'notice'],
      ['第二日仍为蓝', '2026-03-15', { ...spoke, people: [{ due: owed }] }, 'notice'],
      ['第三日升黄', '2026-03-16', { ...spoke, people: [{ due: owed }] }, 'yellow'],
      ['第九日仍为黄', '2026-03-22', { ...spoke, people: [{ due: owed }] }, 'yellow'],
      ['第十日升橙', '2026-03-23', { ...spoke, people: [{ due: owed }] }, 'orange'],
      ['第十六日仍为橙', '2026-03-29', { ...spoke, people: [{ due: owed }] }, 'orange'],
      ['第十七日升红', '2026-03-30', { ...spoke, people: [{ due: owed }] }, 'red'],
      [
        '差一分也是欠',
        '2026-03-14',
        { ...spoke, people: [{ due: { ...owed, paidFen: 499_999n } }] },
        'notice',
      ],
      [
        '足额到账则无',
        '2026-03-30',
        { ...spoke, people: [{ due: { ...owed, paidFen: 500_000n, settledOn: '2026-03-13' } }] },
        'clear',
      ],
      ['银行从未来数则无法判断', '2026-03-30', { people: [{ due: owed }] }, 'unknown'],
      [
        '银行数据止于发放日则无法判断',
        '2026-03-30',
        { bankUntil: '2026-03-13', people: [{ due: owed }] },
        'unknown',
      ],
      ['只算到银行说到的那天', '2026-03-30', { bankUntil: '2026-03-17', people: [{ due: owed }] }, 'yellow'],
    ],
  },
  {
    rule: attendanceUnpaid,
    list: [
      [
        '人人在表',
        '2026-04-20',
        { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 3 }] },
        'clear',
      ],
      [
        '一人不在表为黄',
        '2026-04-20',
        { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 20 }, { gateDays: 1 }] },
        'yellow',
      ],
      [
        '恰好百分之五升橙',
        '2026-04-20',
        { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 19 }, { gateDays: 1 }] },
        'orange',
      ],
      [
        '恰好百分之十升红',
        '2026-04-20',
        { payrollOn: '2026-04-05', people: [{ gateDays: 20, dueFen: 1n, count: 9 }, { gateDays: 1 }] },
        'red',
      ],
      ['工资表未到且未过发放日不判断', '2026-04-10', { people: [{ gateDays: 20 }] }, 'clear'],
      [
        '过了发放日仍无工资表为红',
        '2026-04-16',
        { people: [{ gateDays: 20, accruedFen: 1n, due: { on: '2026-04-15', fen: 1n } }] },
        'red',
      ],
    ],
  },
  {
    rule: belowMinimumWage,
    list: [
      ['满月恰好等于标准', '2026-04-20', month([{ payrollDays: 26, dueFen: 266_000n }]), 'clear'],
      ['低一分为红（平均也低）', '2026-04-20', month([{ payrollDays: 26, dueFen: 265_999n }]), 'red'],
      [
        '百人中一人低为黄',
        '2026-04-20',
        month([
          { payrollDays: 26, dueFen: 500_000n, count: 99 },
          { payrollDays: 26, dueFen: 200_000n },
        ]),
        'yellow',
      ],
      [
        '恰好百分之五为橙',
        '2026-04-20',
        month([
          { payrollDays: 26, dueFen: 500_000n, count: 19 },
          { payrollDays: 26, dueFen: 200_000n },
        ]),
        'orange',
      ],
      ['半月按天折算', '2026-04-20', month([{ payrollDays: 10, dueFen: 122_299n }]), 'clear'],
      ['半月折算后低一分', '2026-04-20', month([{ payrollDays: 10, dueFen: 122_298n }]), 'red'],
      [
        '加班工资不算在内',
        '2026-04-20',
        month([{ payrollDays: 26, dueFen: 300_000n, overtimeFen: 40_000n }]),
        'red',
      ],
      [
        '规则包没有的地区无法判断',
        '2026-04-20',
        { ...month([{ payrollDays: 26, dueFen: 1n }]), areaCode: '650102' },
        'unknown',
      ],
    ],
  },
  {
    rule: wageAccountMissing,
    list: [
      ['第三十日届满当天', '2026-03-31', { contractSignedOn: '2026-03-01' }, 'clear'],
      ['届满次日为黄', '2026-04-01', { contractSignedOn: '2026-03-01' }, 'yellow'],
      ['届满日遇假日顺延', '2026-04-06', { contractSignedOn: '2026-03-05' }, 'clear'],
      ['已开工为橙', '2026-04-01', { contractSignedOn: '2026-03-01', startsOn: '2026-04-01' }, 'orange'],
      [
        '明日才开工仍为黄',
        '2026-04-01',
        { contractSignedOn: '2026-03-01', startsOn: '2026-04-02' },
        'yellow',
      ],
      [
        '首个发放日当天仍为橙',
        '2026-04-15',
        {
          contractSignedOn: '2026-02-01',
          startsOn: '2026-03-01',
          people: [{ due: { on: '2026-04-15', fen: 1n } }],
        },
        'orange',
      ],
      [
        '首个发放日已过为红',
        '2026-04-16',
        {
          contractSignedOn: '2026-02-01',
          startsOn: '2026-03-01',
          people: [{ due: { on: '2026-04-15', fen: 1n } }],
        },
        'red',
      ],
      [
        '已开户未签三方协议仍命中',
        '2026-04-01',
        { contractSignedOn: '2026-03-01', account: { openedOn: '2026-03-10' } },
        'yellow',
      ],
      [
        '已开户并签协议',
        '2026-04-01',
        { contractSignedOn: '2026-03-01', account: { openedOn: '2026-03-10', agreementOn: '2026-03-10' } },
        'clear',
      ],
      ['工厂不适用', '2026-04-01', { kind: 'establishment', contractSignedOn: '2025-03-01' }, 'clear'],
    ],
  },
  {
    rule: wageDepositMissing,
    list: [
      ['第九个工作日', '2026-03-13', { permitOn: '2026-03-02' }, 'clear'],
      ['第十个工作日为黄', '2026-03-16', { permitOn: '2026-03-02' }, 'yellow'],
      ['第二十个工作日当天仍为黄', '2026-03-30', { permitOn: '2026-03-02' }, 'yellow'],
      ['次日为红', '2026-03-31', { permitOn: '2026-03-02' }, 'red'],
      ['无需许可的自签订起算', '2026-03-31', { contractSignedOn: '2026-03-02' }, 'red'],
      ['春节计日：二十个工作日至三月十六', '2026-03-16', { permitOn: '2026-02-10' }, 'yellow'],
      ['春节计日：三月十七为红', '2026-03-17', { permitOn: '2026-02-10' }, 'red'],
      [
        '已存储',
        '2026-03-31',
        { permitOn: '2026-03-02', deposit: { form: 'cash', storedOn: '2026-03-20' } },
        'clear',
      ],
      ['免缴', '2026-03-31', { permitOn: '2026-03-02', deposit: { form: 'exempt' } }, 'clear'],
    ],
  },
]

function month(people: NonNullable<WageWorld['people']>): WageWorld {
  return { payrollOn: '2026-04-05', people }
}

describe.each(all)('rule $rule.id', ({ rule, list }) => {
  const database = useDatabase()

  it.each(list)('%s', async (_, asOf, world, expected) => {
    const said = await database.withTx(systemMonitoring, async (tx) => {
      const worksiteId = await seedWageWorld(tx, world)
      const run = await runRule(tx, rule, { asOf: day(asOf), worksiteIds: [worksiteId] })
      const { rows } = await sql<{ level: string }>`select level from finding
        where worksite_id = ${worksiteId}::uuid and cleared_on is null`.execute(tx.k)
      return rows[0]?.level ?? (run.unknown > 0 ? 'unknown' : 'clear')
    })
    expect(said).toBe(expected)
  })

  it('has an example in every band and one that is clear', () => {
    const shown = new Set(list.map(([, , , expected]) => expected))
    for (const band of rule.bands) {
      expect(shown).toContain(band.level)
    }
    expect(shown).toContain('clear')
  })
})

describe('rules', () => {
  it('all have examples and ids of their own', () => {
    expect(all.map(({ rule }) => rule.id).sort()).toEqual(rules.map((rule) => rule.id).sort())
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })
})
