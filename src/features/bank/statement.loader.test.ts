import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { createInventor } from '../../simulate/invent/index.ts'
import type { Loader } from '../intake/importer.ts'
import { payrollLoader } from '../payrolls/index.ts'
import { foldTouched } from '../wage-months/index.ts'
import { registerLoader } from '../worksites/index.ts'
import { loadOf, type TestLoad, testVault } from '../worksites/testing/load.ts'
import { registerRow } from '../worksites/testing/register-row.ts'
import { bankResultsLoader, bankStatementLoader } from './index.ts'
import type { MovementRecord } from './movement.ts'

const database = useDatabase()
const vault = testVault()
const inventor = createInventor('bank')
const [zhang, li] = [inventor.person(), inventor.person()]
const accountNumber = '3301040160012345678'

const silent: MovementRecord = {
  reference: 'R',
  bookedOn: '2026-04-14',
  valuedOn: null,
  direction: 'debit',
  amountFen: 650_000n,
  reversal: false,
  returnReason: null,
  batch: false,
  purpose: null,
  counterpartyName: '',
  counterpartyAccount: '',
  endToEndId: '',
  remittance: '',
  month: null,
}

function paid(to: { name: string; bankCard: string }, given: Partial<MovementRecord> = {}): MovementRecord {
  return {
    ...silent,
    reference: `R-${to.bankCard}`,
    counterpartyName: to.name,
    counterpartyAccount: to.bankCard,
    ...given,
  }
}

interface World {
  readonly tx: Tx
  statement(movements: readonly MovementRecord[]): Promise<TestLoad>
  results(rows: readonly object[]): Promise<TestLoad>
  rows<T>(query: string): Promise<T[]>
}

/** A worksite with its account and a payroll of two, in a transaction that is undone. */
function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  return database.withTx(localOperator, async (tx) => {
    const nothing = async () => undefined
    const register = registerLoader({ lockWorksite: nothing, touchWorksite: nothing })
    const site = { ...registerRow({ accountNumber, payDay: 15 }) }
    await take(register, loadOf(tx, vault, { kind: 'worksite-register', records: [site] }))
    const worksiteCode = String(site['code'])
    await take(
      payrollLoader,
      loadOf(tx, vault, { kind: 'payroll', head: { worksiteCode }, records: payroll() }),
    )
    await work({
      tx,
      statement: (movements) => {
        const head = { accountNumber, statementId: 'S1', until: '2026-04-20', closingFen: 100n }
        const records = movements.map((movement) => ({ ...movement }))
        return take(bankStatementLoader, loadOf(tx, vault, { kind: 'bank-statement', head, records }))
      },
      results: (rows) => {
        const records = rows.map((row) => ({ ...row }))
        return take(
          bankResultsLoader,
          loadOf(tx, vault, { kind: 'bank-payouts', head: { worksiteCode }, records }),
        )
      },
      rows: async <T>(query: string) => (await sql<T>`${sql.raw(query)}`.execute(tx.k)).rows,
    })
  })
}

async function take(loader: Loader, load: TestLoad): Promise<TestLoad> {
  await loader.load(load)
  await foldTouched(load.tx)
  return load
}

function payroll() {
  const amounts = { dueFen: 650_000n, deductionFen: 0n, advanceFen: 0n, netFen: 650_000n, overtimeFen: null }
  const silentLine = { worksiteName: null, worksiteCode: null, employingUnit: null, crew: null, phone: null }
  const terms = {
    daysWorked: 2200,
    minutesWorked: null,
    rateKind: null,
    rateFen: null,
    paidOn: null,
    signed: null,
  }
  return [zhang, li].map(({ name, idNumber, bankCard }) => ({
    ...silentLine,
    ...terms,
    ...amounts,
    name,
    idNumber,
    bankCard,
    bankName: null,
    month: '2026-03',
    deductions: [],
  }))
}

const wages = `select p.name, w.paid_fen, w.returned_fen from wage_month w
  join worksite_person p using (worksite_id, person_id) order by p.id_tail`
const inOrder = [zhang, li].sort((one, other) => (one.idNumber.slice(-4) < other.idNumber.slice(-4) ? -1 : 1))

describe('a bank statement', () => {
  it('pays the wages that its lines answer, each booking once however often it is told', async () => {
    await inWorld(async ({ statement, rows }) => {
      await statement([paid(zhang), paid(li)])
      await statement([paid(zhang), paid(li)])
      expect(await rows(wages)).toEqual(
        inOrder.map(({ name }) => ({ name, paid_fen: 650_000n, returned_fen: 0n })),
      )
      expect(await rows('select kind, count(*)::int as n from account_movement group by kind')).toEqual([
        { kind: 'payout', n: 2 },
      ])
      expect(await rows('select payroll_row, month from payout order by payroll_row')).toEqual([
        { payroll_row: 2, month: null },
        { payroll_row: 3, month: null },
      ])
    })
  })

  it('opens a wage again when its payout comes back', async () => {
    await inWorld(async ({ statement, rows }) => {
      await statement([
        paid(zhang),
        paid(zhang, { direction: 'credit', bookedOn: '2026-04-16', returnReason: 'AC01' }),
      ])
      expect(
        await rows(`select paid_fen, settled_on from wage_due order by due_fen, paid_fen limit 1`),
      ).toEqual([{ paid_fen: 0n, settled_on: null }])
      expect(await rows('select reason, payout_id is not null as found from payout_return')).toEqual([
        { reason: 'AC01', found: true },
      ])
    })
  })

  it('says what each booking is: labor cost, fee, interest, a batch that equals a payroll, strangers', async () => {
    await inWorld(async ({ statement, rows }) => {
      await statement([
        { ...silent, reference: '1', direction: 'credit', amountFen: 2_000_000n },
        { ...silent, reference: '2', purpose: 'fee', amountFen: 100n },
        { ...silent, reference: '3', direction: 'credit', purpose: 'interest', amountFen: 5n },
        { ...silent, reference: '4', batch: true, amountFen: 1_300_000n },
        { ...silent, reference: '5', batch: true, amountFen: 1_300_001n },
        paid({ name: '无关的人', bankCard: '6299000000000000' }, { amountFen: 1n }),
      ])
      expect(await rows('select kind from account_movement order by bank_reference')).toEqual(
        ['labor-cost', 'fee', 'interest', 'payout-batch', 'unexplained', 'stranger'].map((kind) => ({
          kind,
        })),
      )
      expect(await rows('select amount_fen from labor_cost_payment')).toEqual([{ amount_fen: 2_000_000n }])
    })
  })

  it('refuses an account that no worksite has registered', async () => {
    await inWorld(async ({ tx }) => {
      const head = { accountNumber: '999', statementId: 'S', until: null, closingFen: null }
      const load = loadOf(tx, vault, { kind: 'bank-statement', head, records: [] })
      await expect(bankStatementLoader.load(load)).rejects.toMatchObject({ code: 'bank.account-unknown' })
    })
  })
})

describe('a payout result', () => {
  const result = (to: { name: string; bankCard: string }, given: object = {}) => ({
    worksiteName: null,
    worksiteCode: null,
    accountName: to.name,
    idNumber: null,
    bankCard: to.bankCard,
    amountFen: 650_000n,
    status: 'paid',
    reason: '',
    paidOn: '2026-04-14',
    reference: '',
    month: '2026-03',
    ...given,
  })

  it('corroborates the statement: one payment, counted once', async () => {
    await inWorld(async ({ statement, results, rows }) => {
      await statement([paid(zhang)])
      await results([result(zhang)])
      expect(
        await rows('select count(*)::int as n, count(corroborates_id)::int as echoes from payout'),
      ).toEqual([{ n: 2, echoes: 1 }])
      expect(await rows('select sum(paid_fen)::bigint as fen from wage_month')).toEqual([{ fen: 650_000n }])
    })
  })

  it('is not corroborated by the payment made again after its return, which one statement tells of', async () => {
    await inWorld(async ({ statement, results, rows }) => {
      await results([result(zhang, { paidOn: '2026-04-12', reference: 'P-1' })])
      await statement([
        paid(zhang, { reference: 'P-1', bookedOn: '2026-04-13', direction: 'credit', returnReason: 'AC04' }),
        paid(zhang, { reference: 'P-2', bookedOn: '2026-04-14' }),
      ])
      expect(
        await rows('select count(*)::int as n, count(corroborates_id)::int as echoes from payout'),
      ).toEqual([{ n: 2, echoes: 0 }])
      expect(await rows('select sum(paid_fen)::bigint as fen from wage_month')).toEqual([{ fen: 650_000n }])
    })
  })

  it('keeps what failed as paid and returned, and what is pending out', async () => {
    await inWorld(async ({ results, rows }) => {
      const load = await results([
        result(zhang, { status: 'failed', reason: '户名不符' }),
        result(li, { status: 'pending' }),
      ])
      expect(load.rejected).toMatchObject([{ row: 3, code: 'bank.payout-pending' }])
      expect(load.warned).toMatchObject([{ row: 2, code: 'bank.payout-failed' }])
      expect(await rows('select sum(paid_fen)::bigint as fen from wage_month')).toEqual([{ fen: 0n }])
      await results([result(zhang, { paidOn: '2026-04-15' })])
      expect(await rows('select sum(paid_fen)::bigint as fen from wage_month')).toEqual([{ fen: 650_000n }])
    })
  })
})
