import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type NewEvent, type Tx } from '../../platform/transact.ts'
import { registerLoader, registerWithdrawer } from './index.ts'
import { loadOf, type TestLoad, testVault } from './testing/load.ts'
import { registerRow } from './testing/register-row.ts'

const database = useDatabase()
const vault = testVault()

type Given = Partial<Omit<Parameters<typeof loadOf>[2], 'kind'>>

const tables = [
  'worksite',
  'worksite_version',
  'organization',
  'worksite_unit',
  'wage_account',
  'wage_deposit',
  'payment_guarantee',
  'device',
  'alias',
]

/** 登记世界 — the database as one transaction sees it, which leaves nothing behind. */
function worldOf(given: Tx) {
  const events: NewEvent[] = []
  const touched: string[] = []
  const tx: Tx = { ...given, record: (event) => events.push(event) }
  const deps = {
    lockWorksite: async () => undefined,
    touchWorksite: async (_: Tx, worksiteId: string) => {
      touched.push(worksiteId)
    },
  }
  const rows = async <T>(query: RawBuilder<T>) => (await query.execute(tx.k)).rows
  return {
    events,
    touched,
    rows,
    async register(records: readonly object[], more: Given = {}): Promise<TestLoad & { taken: number }> {
      const load = loadOf(tx, vault, {
        kind: 'worksite-register',
        records: records.map(registerRow),
        ...more,
      })
      const { taken } = await registerLoader(deps).load(load)
      return { ...load, taken }
    },
    async withdraw(intakeId: string): Promise<void> {
      await sql`insert into claim_withdrawal (worksite_id, intake_id, area_code, sector,
          general_contractor_id, withdrawn_on, actor_id)
        select w.worksite_id, ${intakeId}::uuid, w.area_code, w.sector, w.general_contractor_id,
               '2026-04-01', 'test' from worksite w`.execute(tx.k)
      await registerWithdrawer(deps).withdraw(tx, intakeId)
    },
    /** Everything that registers write. */
    async everything(): Promise<unknown> {
      const found: unknown[] = []
      for (const table of tables) {
        found.push(await rows(sql`select to_jsonb(t) as row from ${sql.table(table)} t order by 1`))
      }
      return found
    },
  }
}

type World = ReturnType<typeof worldOf>

function inWorld(work: (world: World) => Promise<void>): () => Promise<void> {
  return () => database.withTx(localOperator, (tx) => work(worldOf(tx)))
}

describe('the register of worksites', () => {
  it(
    'takes a worksite with its units, account, deposit, guarantee, labour officer and devices',
    inWorld(async ({ events, rows, register }) => {
      const load = await register([{}])
      expect([load.taken, load.rejected, load.warned]).toEqual([1, [], []])
      const [worksite] = await rows(
        sql<
          Record<string, unknown>
        >`select w.*, g.name as contractor, g.credit_code, o.name as owner from worksite w
        join organization g on g.organization_id = w.general_contractor_id
        join organization o on o.organization_id = w.project_owner_id`,
      )
      expect(worksite).toMatchObject({
        code: '330106-2026-001',
        name: '西湖区文化中心',
        name_pinyin: 'xihuquwenhuazhongxin',
        area_code: '330106',
        contractor: '浙江建工有限公司',
        credit_code: '91350100M000100Y43',
        owner: '西湖城投有限公司',
        contract_fen: 12_000_000_000n,
        contract_signed_on: '2026-01-05',
        labor_cost_share_hundredths: 2000,
        labor_cost_cycle_months: 1,
        pay_day: 15,
        pay_month_offset: 1,
        version: 1,
        source_row: 2,
        labor_officer_name: '李专管',
        labor_officer_phone_tail: '5678',
      })
      const [account] = await rows(
        sql<Record<string, unknown>>`select a.*, x.target_id = a.account_id as named from wage_account a
        join alias x on x.scheme = 'wage-account' and x.code = encode(a.number_blind, 'hex')
         and x.worksite_id = a.worksite_id`,
      )
      expect(account).toMatchObject({
        number_tail: '0188',
        opened_on: '2026-01-10',
        agreement_on: '2026-01-12',
        current: true,
        named: true,
        bank_name: '工商银行西湖支行',
      })
      expect(await rows(sql`select form, amount_fen, stored_on, current from wage_deposit`)).toEqual([
        { form: 'bank-guarantee', amount_fen: 180_000_000n, stored_on: '2026-01-20', current: true },
      ])
      expect(await rows(sql`select amount_fen, given_on from payment_guarantee`)).toEqual([
        { amount_fen: null, given_on: '2026-01-18' },
      ])
      expect(await rows(sql`select serial, kind from device order by serial`)).toEqual([
        { serial: 'CKUH211960001', kind: 'gate' },
        { serial: 'CKUH211960002', kind: 'gate' },
      ])
      expect(
        await rows(sql`select role, count(*)::int from worksite_unit group by role order by role`),
      ).toEqual([
        { role: 'general-contractor', count: 1 },
        { role: 'subcontractor', count: 2 },
      ])
      expect(events).toMatchObject([{ type: 'worksite.registered', areaCode: '330106' }])
    }),
  )

  it(
    'changes nothing when the same comes again in another message',
    inWorld(async ({ register, everything }) => {
      await register([{}, { code: 'B-2', name: '滨江一号', deviceSerials: [] }])
      const before = await everything()
      const again = await register([{}, { code: 'B-2', name: '滨江一号', deviceSerials: [] }], {
        receivedOn: '2026-05-01',
      })
      expect(again.taken).toBe(2)
      expect(await everything()).toEqual(before)
    }),
  )

  it(
    'keeps a correction as a version, and what it leaves blank',
    inWorld(async ({ events, touched, rows, register }) => {
      await register([{}])
      const blank = {
        contractFen: null,
        permitOn: null,
        accountNumber: null,
        accountBank: null,
        accountName: null,
      }
      await register([{ ...blank, payDay: 20, accountOpenedOn: '2026-01-11', depositFen: 1n }], {
        receivedOn: '2026-05-01',
      })
      expect(await rows(sql`select pay_day, contract_fen, version, received_on from worksite`)).toEqual([
        { pay_day: 20, contract_fen: 12_000_000_000n, version: 2, received_on: '2026-05-01' },
      ])
      expect(
        await rows(sql`select version, pay_day from (select version, fields->>'pay_day' as pay_day
      from worksite_version) v order by version`),
      ).toEqual([
        { version: 1, pay_day: '15' },
        { version: 2, pay_day: '20' },
      ])
      expect(
        await rows(sql`select version, replaces_version, opened_on, number_tail, agreement_on, current
      from wage_account order by version`),
      ).toEqual([
        {
          version: 1,
          replaces_version: null,
          opened_on: '2026-01-10',
          number_tail: '0188',
          agreement_on: '2026-01-12',
          current: false,
        },
        {
          version: 2,
          replaces_version: 1,
          opened_on: '2026-01-11',
          number_tail: '0188',
          agreement_on: '2026-01-12',
          current: true,
        },
      ])
      expect(await rows(sql`select amount_fen, current from wage_deposit order by current`)).toEqual([
        { amount_fen: 180_000_000n, current: false },
        { amount_fen: 1n, current: true },
      ])
      expect(events.at(-1)).toMatchObject({
        type: 'worksite.corrected',
        data: { fields: ['pay_day', 'wage_account', 'wage_deposit'] },
      })
      expect(touched).toHaveLength(1)
    }),
  )

  it(
    'shows the word received last, whatever order the messages came in',
    inWorld(async ({ rows, register }) => {
      await register([{ payDay: 20 }], { receivedOn: '2026-05-01' })
      await register([{ payDay: 10, permitNumber: 'SG-9', depositOn: '2025-12-01' }], {
        receivedOn: '2026-02-01',
      })
      expect(await rows(sql`select pay_day, permit_number, received_on from worksite`)).toEqual([
        { pay_day: 20, permit_number: 'SG-1', received_on: '2026-05-01' },
      ])
      expect(await rows(sql`select stored_on from wage_deposit where current`)).toEqual([
        { stored_on: '2026-01-20' },
      ])
    }),
  )

  it(
    'brings back what stood before when a register is withdrawn',
    inWorld(async ({ rows, register, withdraw }) => {
      await register([{}])
      const before = await rows(sql`select to_jsonb(w) as row from worksite w`)
      const wrong = {
        payDay: 1,
        areaCode: '330108',
        accountNumber: '62220000000000001',
        depositForm: 'cash',
        depositOn: null,
      }
      const { intake } = await register([wrong], { receivedOn: '2026-05-01' })
      expect(await rows(sql`select number_tail from wage_account where current`)).toEqual([
        { number_tail: '0001' },
      ])
      await withdraw(intake.id)
      expect(await rows(sql`select to_jsonb(w) as row from worksite w`)).toEqual(before)
      expect(await rows(sql`select number_tail, current from wage_account order by current desc`)).toEqual([
        { number_tail: '0188', current: true },
        { number_tail: '0001', current: false },
      ])
      expect(await rows(sql`select form from wage_deposit where current`)).toEqual([
        { form: 'bank-guarantee' },
      ])
    }),
  )

  it(
    'lets two worksites share an account',
    inWorld(async ({ rows, register }) => {
      await register([{}, { code: 'B-2', name: '滨江一号', deviceSerials: [] }])
      const shared = await rows(sql<{ blinds: number; accounts: number; aliases: number }>`
      select count(distinct number_blind)::int as blinds, count(distinct account_id)::int as accounts,
             (select count(*)::int from alias where scheme = 'wage-account') as aliases from wage_account`)
      expect(shared).toEqual([{ blinds: 1, accounts: 2, aliases: 2 }])
    }),
  )

  it(
    'keeps a credit code that fails its check digit, marked',
    inWorld(async ({ rows, register }) => {
      await register([{ generalContractorCode: '91350100M000100Y44' }])
      expect(
        await rows(sql`select credit_code, credit_code_valid from organization
      where name = '浙江建工有限公司'`),
      ).toEqual([{ credit_code: '91350100M000100Y44', credit_code_valid: false }])
    }),
  )

  it(
    'runs an establishment under the unit that employs',
    inWorld(async ({ rows, register }) => {
      await register([
        {
          kind: 'establishment',
          generalContractor: null,
          generalContractorCode: null,
          projectOwner: null,
          employingUnit: '西湖制衣厂',
          subcontractors: [],
        },
      ])
      expect(
        await rows(sql`select w.kind, o.name, w.project_owner_id from worksite w
      join organization o on o.organization_id = w.general_contractor_id`),
      ).toEqual([{ kind: 'establishment', name: '西湖制衣厂', project_owner_id: null }])
    }),
  )

  it(
    'refuses a second row of a code, and a row without code whose name nobody knows',
    inWorld(async ({ register }) => {
      const load = await register([{}, { code: ' 330106-2026-001 ' }, { code: null, name: '某工地' }])
      expect(load.rejected).toEqual([
        { row: 3, code: 'worksites.code-repeated', data: { code: ' 330106-2026-001 ', first: 2 } },
        { row: 4, code: 'worksites.code-missing', data: { name: '某工地' } },
      ])
      expect(load.taken).toBe(1)
    }),
  )

  it(
    'takes a row without code where its name is known',
    inWorld(async ({ rows, register }) => {
      await register([{}])
      await register([{ code: null, name: '西湖区 文化中心', payDay: 25 }], { receivedOn: '2026-05-01' })
      expect(await rows(sql`select code, pay_day from worksite`)).toEqual([
        { code: '330106-2026-001', pay_day: 25 },
      ])
    }),
  )

  it(
    'warns of a device that stands elsewhere, of an account without number and of a deposit without form',
    inWorld(async ({ rows, register }) => {
      await register([{}])
      const load = await register([
        {
          code: 'B-2',
          name: '滨江一号',
          deviceSerials: ['ckuh211960001，CK9'],
          accountNumber: null,
          depositForm: null,
        },
      ])
      expect(load.warned).toEqual([
        { row: 2, code: 'worksites.account-number-missing', data: {} },
        { row: 2, code: 'worksites.deposit-form-missing', data: {} },
        { row: 2, code: 'worksites.device-elsewhere', data: { serial: 'CKUH211960001' } },
      ])
      expect(
        await rows(sql`select serial from device d join worksite w using (worksite_id)
      where w.code = 'B-2'`),
      ).toEqual([{ serial: 'CK9' }])
    }),
  )

  it(
    'opens the account number and the telephone again, and leaves neither in clear',
    inWorld(async ({ rows, register, everything }) => {
      await register([{}])
      const [sealed] = await rows(sql<{ number: Buffer; phone: Buffer }>`
      select a.number_sealed as number, w.labor_officer_phone_sealed as phone
        from wage_account a join worksite w using (worksite_id)`)
      expect(vault.open('wage_account.number', sealed?.number ?? Buffer.alloc(0))).toBe(
        '33001616727053000188',
      )
      expect(vault.open('worksite.labor-officer-phone', sealed?.phone ?? Buffer.alloc(0))).toBe('13812345678')
      const dump = JSON.stringify(await everything())
      expect(dump).not.toMatch(/33001616727053000188|13812345678/)
    }),
  )
})
