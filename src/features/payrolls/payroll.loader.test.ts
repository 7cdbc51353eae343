import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { createInventor, type InventedPerson } from '../../simulate/invent/index.ts'
import type { Loader } from '../intake/importer.ts'
import { foldTouched } from '../wage-months/index.ts'
import { registerLoader } from '../worksites/index.ts'
import { loadOf, type TestLoad, testVault } from '../worksites/testing/load.ts'
import { registerRow } from '../worksites/testing/register-row.ts'
import { payrollLoader, payrollWithdrawer } from './index.ts'
import type { PayrollRecord } from './payroll.record.ts'

const database = useDatabase()
const vault = testVault()
const inventor = createInventor('payroll')
const [zhang, li] = [inventor.person(), inventor.person()]
const code = '330106-2026-001'

const silent: Omit<PayrollRecord, 'name' | 'idNumber'> = {
  worksiteName: null,
  worksiteCode: null,
  employingUnit: null,
  crew: null,
  phone: null,
  bankCard: null,
  bankName: null,
  month: '2026-03',
  daysWorked: 2200,
  minutesWorked: null,
  rateKind: 'day',
  rateFen: 30_000n,
  overtimeFen: null,
  dueFen: 660_000n,
  deductionFen: 10_000n,
  advanceFen: 0n,
  netFen: 650_000n,
  deductions: [{ title: '伙食费', fen: 10_000n }],
  paidOn: null,
  signed: null,
}

function line(
  { name, idNumber, bankCard }: InventedPerson,
  given: Partial<PayrollRecord> = {},
): PayrollRecord {
  return { ...silent, name, idNumber, bankCard, ...given }
}

type Given = Partial<Omit<Parameters<typeof loadOf>[2], 'kind' | 'records'>> & { sheet?: string }

/** A registered worksite, payrolls sent to it and what they leave, in a transaction that is undone. */
function inWorld(
  work: (world: {
    tx: Tx
    send: (records: readonly PayrollRecord[], given?: Given) => Promise<TestLoad>
  }) => Promise<void>,
): Promise<void> {
  return database.withTx(localOperator, async (tx) => {
    const nothing = async () => undefined
    const register = registerLoader({ lockWorksite: nothing, touchWorksite: nothing })
    await take(register, loadOf(tx, vault, { kind: 'worksite-register', records: [{ ...registerRow({}) }] }))
    await work({
      tx,
      send: async (records, { sheet, ...given } = {}) => {
        const rows = records.map((record) => ({ ...record }))
        const head = { worksiteCode: code, ...given.head }
        const load = loadOf(tx, vault, { ...given, kind: 'payroll', records: rows, head })
        load.group.sheet = sheet ?? load.group.sheet
        return await take(payrollLoader, load)
      },
    })
  })
}

async function take(loader: Loader, load: TestLoad): Promise<TestLoad> {
  await loader.load(load)
  await foldTouched(load.tx)
  return load
}

const payrolls = (tx: Tx) => tx.k.selectFrom('payroll').selectAll().orderBy('payroll_id').execute()
const lines = (tx: Tx) => tx.k.selectFrom('payroll_line').selectAll().orderBy('source_row').execute()
const months = (tx: Tx) => tx.k.selectFrom('wage_month').selectAll().orderBy('net_fen').execute()

describe('a payroll', () => {
  it('is kept with its lines, their place and their cards unreadable, and folded into the month', () =>
    inWorld(async ({ tx, send }) => {
      const load = await send([line(zhang), line(li, { netFen: 640_001n, advanceFen: 9_999n })])
      expect([load.rejected, load.warned]).toEqual([[], []])
      expect(await payrolls(tx)).toMatchObject([
        {
          month: '2026-03-01',
          number: '1',
          line_count: 2,
          due_fen: 1_320_000n,
          net_fen: 1_290_001n,
          signatures: 'not-reported',
          current: true,
          replaces_id: null,
          intake_id: load.intake.id,
          source_sheet: 'Sheet1',
        },
      ])
      expect(await lines(tx)).toMatchObject([
        {
          source_row: 2,
          days_hundredths: 2200,
          rate_kind: 'day',
          rate_fen: 30_000n,
          deductions: { 伙食费: '10000' },
          card_blind: vault.blind('bank-card', zhang.bankCard),
          card_tail: zhang.bankCard.slice(-4),
          signed: null,
          area_code: '330106',
        },
        { source_row: 3, advance_fen: 9_999n, net_fen: 640_001n },
      ])
      expect(await months(tx)).toMatchObject([
        { month: '2026-03-01', net_fen: 640_001n, due_on: '2026-04-15', confirmation: 'not-reported' },
        { month: '2026-03-01', net_fen: 650_000n },
      ])
    }))

  it('replaces the whole sheet of the same number, people who are gone from it too', () =>
    inWorld(async ({ tx, send }) => {
      await send([line(zhang), line(li)], { options: { number: 'A' } })
      await send([line(zhang, { netFen: 1n })], { options: { number: 'A' } })
      const [old, present] = await payrolls(tx)
      expect(old?.current).toBe(false)
      expect(present).toMatchObject({ current: true, number: 'A', replaces_id: old?.payroll_id })
      expect(await months(tx)).toMatchObject([{ net_fen: 1n, payroll_lines: 1 }])
    }))

  it('adds to a sheet of another number', () =>
    inWorld(async ({ tx, send }) => {
      await send([line(zhang)])
      await send([line(zhang, { netFen: 1n })], { options: { number: '2' } })
      expect(await months(tx)).toMatchObject([{ net_fen: 650_001n, payroll_lines: 2 }])
    }))

  it('asks for a number beside a sheet of an earlier message', () =>
    inWorld(async ({ send }) => {
      await send([line(zhang)])
      await expect(send([line(li)])).rejects.toMatchObject({
        code: 'ask.payroll-number',
        data: { sheet: 'Sheet1', numbers: ['1'] },
      })
    }))

  it('of several sheets in one workbook keeps them apart, and replaces each by its successor', () =>
    inWorld(async ({ tx, send }) => {
      for (const intakeId of [
        '00000000-0000-7000-8000-000000000001',
        '00000000-0000-7000-8000-000000000002',
      ]) {
        const again = { intakeId, options: intakeId.endsWith('2') ? { number: '1' } : {} }
        await send([line(zhang)], { ...again, sheet: '木工班' })
        await send([line(li)], { ...again, sheet: '钢筋班' })
      }
      const current = (await payrolls(tx)).filter((each) => each.current)
      expect(current.map((each) => each.number)).toEqual(['1', '1 钢筋班'])
      expect(await months(tx)).toMatchObject([{ payroll_lines: 1 }, { payroll_lines: 1 }])
    }))

  it('is of each month and unit that its lines name', () =>
    inWorld(async ({ tx, send }) => {
      const other = line(li, { employingUnit: '四通劳务有限公司', month: '2026-02' })
      await send([line(zhang), other], { head: { employingUnit: '宏达劳务有限公司' } })
      const found = await tx.k
        .selectFrom('payroll')
        .innerJoin('organization', 'organization_id', 'employing_unit_id')
        .select(['payroll.month', 'organization.name'])
        .orderBy('payroll.month')
        .execute()
      expect(found).toEqual([
        { month: '2026-02-01', name: '四通劳务有限公司' },
        { month: '2026-03-01', name: '宏达劳务有限公司' },
      ])
    }))

  it('keeps out a line of another project', () =>
    inWorld(async ({ tx, send }) => {
      const load = await send([line(zhang), line(li, { worksiteCode: '330106-2026-999' })])
      expect(load.rejected).toMatchObject([{ row: 3, code: 'payroll.other-worksite' }])
      expect(await payrolls(tx)).toMatchObject([{ line_count: 1 }])
    }))
})

describe('signatures', () => {
  it('say nothing where the column is wholly empty', () =>
    inWorld(async ({ tx, send }) => {
      await send([line(zhang, { signed: false }), line(li, { signed: false })])
      expect(await payrolls(tx)).toMatchObject([{ signatures: 'not-reported' }])
      expect(await tx.k.selectFrom('wage_confirmation').selectAll().execute()).toEqual([])
    }))

  it('are what the contractor declares of those who signed', () =>
    inWorld(async ({ tx, send }) => {
      await send([line(zhang, { signed: true, netFen: 2n }), line(li, { signed: false, netFen: 1n })])
      expect(await payrolls(tx)).toMatchObject([{ signatures: 'some' }])
      expect(await months(tx)).toMatchObject([{ confirmation: 'not-reported' }, { confirmation: 'declared' }])
    }))
})

describe('a withdrawal', () => {
  async function withdraw(tx: Tx, intakeId: string): Promise<void> {
    const { worksite_id, area_code, sector, general_contractor_id } = await tx.k
      .selectFrom('worksite')
      .selectAll()
      .executeTakeFirstOrThrow()
    const row = { worksite_id, area_code, sector, general_contractor_id, actor_id: 'local-operator' }
    const withdrawn = { ...row, intake_id: intakeId, withdrawn_on: tx.today }
    await tx.k.insertInto('claim_withdrawal').values(withdrawn).execute()
    await payrollWithdrawer.withdraw(tx, intakeId)
    await foldTouched(tx)
  }

  it('brings back the newest sheet before it that still stands, and runs again harmlessly', () =>
    inWorld(async ({ tx, send }) => {
      const options = { number: 'A' }
      await send([line(zhang, { netFen: 1n })], { options })
      const second = await send([line(zhang, { netFen: 2n })], { options })
      const third = await send([line(zhang, { netFen: 3n })], { options })
      await withdraw(tx, second.intake.id)
      expect(await months(tx)).toMatchObject([{ net_fen: 3n }])
      await withdraw(tx, third.intake.id)
      expect(await months(tx)).toMatchObject([{ net_fen: 1n, payroll_lines: 1 }])
      await payrollWithdrawer.withdraw(tx, third.intake.id)
      expect(await foldTouched(tx)).toBe(0)
    }))

  it('leaves no row of a person whom nothing else speaks of', () =>
    inWorld(async ({ tx, send }) => {
      const { intake } = await send([line(zhang)])
      await withdraw(tx, intake.id)
      expect(await months(tx)).toEqual([])
    }))
})
