import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld, type WageWorld } from '../../../testkit/wage-world.ts'
import { messageCodes } from '../../contract/messages/index.ts'
import { day, gistOf } from '../../law/index.ts'
import { systemMonitoring, type Tx } from '../../platform/transact.ts'
import type { Examples, Seen } from '../engine/examples.ts'
import { levels, type Rule } from '../engine/rule.ts'
import { runRule } from '../engine/run.ts'
import { accountOutflowExamples } from './account-outflow.examples.ts'
import { arrearsLengthExamples } from './arrears-length.examples.ts'
import { attendanceUnpaidExamples } from './attendance-unpaid.examples.ts'
import { balanceShortExamples } from './balance-short.examples.ts'
import { belowMinimumWageExamples } from './below-minimum-wage.examples.ts'
import { dataQualityExamples } from './data-quality.examples.ts'
import { depositExpiringExamples } from './deposit-expiring.examples.ts'
import { feedSilentExamples } from './feed-silent.examples.ts'
import { ghostAttendanceExamples } from './ghost-attendance.examples.ts'
import { rules } from './index.ts'
import { laborCostLateExamples } from './labor-cost-late.examples.ts'
import { laborOfficerMissingExamples } from './labor-officer-missing.examples.ts'
import { leaverUnsettledExamples } from './leaver-unsettled.examples.ts'
import { livingAllowanceExamples } from './living-allowance.examples.ts'
import { paidToOtherAccountExamples } from './paid-to-other-account.examples.ts'
import { payBelowAttendanceExamples } from './pay-below-attendance.examples.ts'
import { payImplausiblyHighExamples } from './pay-implausibly-high.examples.ts'
import { paymentGuaranteeMissingExamples } from './payment-guarantee-missing.examples.ts'
import { payrollMissingExamples } from './payroll-missing.examples.ts'
import { payrollUnconfirmedExamples } from './payroll-unconfirmed.examples.ts'
import { payrollWithoutAttendanceExamples } from './payroll-without-attendance.examples.ts'
import { underageWorkerExamples } from './underage-worker.examples.ts'
import { wageAccountMissingExamples } from './wage-account-missing.examples.ts'
import { wageAccountUnusedExamples } from './wage-account-unused.examples.ts'
import { wageDepositMissingExamples } from './wage-deposit-missing.examples.ts'
import { wageUnpaidExamples } from './wage-unpaid.examples.ts'
import { worksUnenrolledExamples } from './works-unenrolled.examples.ts'

const all: readonly Examples<WageWorld>[] = [
  accountOutflowExamples,
  arrearsLengthExamples,
  attendanceUnpaidExamples,
  balanceShortExamples,
  belowMinimumWageExamples,
  dataQualityExamples,
  depositExpiringExamples,
  feedSilentExamples,
  ghostAttendanceExamples,
  laborCostLateExamples,
  laborOfficerMissingExamples,
  leaverUnsettledExamples,
  livingAllowanceExamples,
  paidToOtherAccountExamples,
  payBelowAttendanceExamples,
  payImplausiblyHighExamples,
  paymentGuaranteeMissingExamples,
  payrollMissingExamples,
  payrollUnconfirmedExamples,
  payrollWithoutAttendanceExamples,
  underageWorkerExamples,
  wageAccountMissingExamples,
  wageAccountUnusedExamples,
  wageDepositMissingExamples,
  wageUnpaidExamples,
  worksUnenrolledExamples,
]

const labels = new Set(messageCodes().filter((code) => code.startsWith('figure.')))

interface Found {
  readonly subject_key: string
  readonly level: string
  readonly month: string | null
  readonly evidence: Readonly<Record<string, unknown>>
  readonly member_evidence: Readonly<Record<string, unknown>> | null
}

async function see(tx: Tx, rule: Rule, [asOf, world]: Seen<WageWorld>) {
  const worksiteId = await seedWageWorld(tx, world)
  const run = await runRule(tx, rule, { asOf: day(asOf), worksiteIds: [worksiteId] })
  return { worksiteId, run, found: await openFinding(tx, worksiteId) }
}

async function openFinding(tx: Tx, worksiteId: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select f.subject_key, f.level, f.month, f.evidence,
           (select m.evidence from finding_member m where m.worksite_id = f.worksite_id
              and m.finding_id = f.finding_id limit 1) as member_evidence
      from finding f where f.worksite_id = ${worksiteId}::uuid and f.cleared_on is null
     order by array_position(${[...levels]}::text[], f.level) desc limit 1`.execute(tx.k)
  return rows[0]
}

async function addOpenFinding(
  tx: Tx,
  rule: Rule,
  { worksiteId, subjectKey }: { worksiteId: string; subjectKey: string },
): Promise<void> {
  await sql`insert into finding (worksite_id, finding_id, rule_id, rule_version, subject_key, area_code, sector,
      general_contractor_id, level, breach, measure, evidence, opened_on, since_on, refreshed_on, run_id)
    select worksite_id, gen_random_uuid(), ${rule.id}, 1, ${subjectKey}, area_code, sector, general_contractor_id,
           'yellow', false, 1, '{}', '2026-01-01', '2026-01-01', '2026-01-01', gen_random_uuid()
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
}

/**
 * Where a person can look it up: rows of messages that the rule names, or people whose rows of the month are
 * found.
 */
function leadsSomewhere({ evidence, month, member_evidence }: Found): boolean {
  const sources = evidence['sources']
  return (Array.isArray(sources) && sources.length > 0) || (month !== null && member_evidence !== null)
}

const database = useDatabase()

describe.each(all)('rule $rule.id', ({ rule, list, clearing }) => {
  it.each(list)('%s', async (_, asOf, world, expected) => {
    const { run, found } = await database.withTx(systemMonitoring, (tx) => see(tx, rule, [asOf, world]))
    expect(found?.level ?? (run.unknown > 0 ? 'unknown' : 'clear')).toBe(expected)
  })

  it('clears what it found when the cause is gone', async () => {
    const raised = await database.withTx(systemMonitoring, (tx) => see(tx, rule, clearing.raised))
    expect(raised.found).toBeDefined()
    const cleared = await database.withTx(systemMonitoring, async (tx) => {
      const [asOf, world] = clearing.cleared
      const worksiteId = await seedWageWorld(tx, world)
      await addOpenFinding(tx, rule, { worksiteId, subjectKey: raised.found?.subject_key ?? '' })
      return await runRule(tx, rule, { asOf: day(asOf), worksiteIds: [worksiteId] })
    })
    expect(cleared).toMatchObject({ hits: 0, unknown: 0, cleared: 1 })
  })

  it('leads from a finding to rows of messages, and names each figure', async () => {
    const { found } = await database.withTx(systemMonitoring, (tx) => see(tx, rule, clearing.raised))
    expect(found !== undefined && leadsSomewhere(found)).toBe(true)
    const shown = Object.keys({ ...found?.evidence, ...found?.member_evidence }).concat(rule.measures)
    const unnamed = shown.filter(
      (key) => !['sources', 'measures'].includes(key) && !labels.has(`figure.${key}`),
    )
    expect(unnamed).toEqual([])
  })

  it('has an example in every band and one that is clear', () => {
    const shown = new Set(list.map(([, , , expected]) => expected))
    for (const band of rule.bands) {
      expect(shown).toContain(band.level)
    }
    expect(shown).toContain('clear')
  })

  it('cites articles whose gist is known, and has its texts', () => {
    expect(rule.basis(day('2026-03-31')).filter((cite) => gistOf(cite) === undefined)).toEqual([])
    const codes = messageCodes()
    expect(codes).toEqual(
      expect.arrayContaining(['name', 'asks', 'clears'].map((text) => `rule.${rule.id}.${text}`)),
    )
  })
})

describe('rules', () => {
  it('all have examples and ids of their own', () => {
    expect(all.map(({ rule }) => rule.id).sort()).toEqual(rules.map((rule) => rule.id).sort())
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })
})
