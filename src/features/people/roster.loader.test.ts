import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type NewEvent, type Tx } from '../../platform/transact.ts'
import { createInventor, type InventedPerson } from '../../simulate/invent/index.ts'
import { findWorksite, registerLoader } from '../worksites/index.ts'
import { loadOf, type TestLoad, testVault } from '../worksites/testing/load.ts'
import { registerRow } from '../worksites/testing/register-row.ts'
import { blindsOf, type PersonClaim, resolvePeople, rosterLoader, rosterWithdrawer } from './index.ts'
import type { RosterRecord } from './roster.record.ts'

const database = useDatabase()
const vault = testVault()
const inventor = createInventor('roster')
const [zhang, li] = [inventor.person(), inventor.person()]

const silent: Omit<RosterRecord, 'name' | 'idNumber'> = {
  worksiteCode: null,
  worksiteName: null,
  employingUnit: null,
  crew: null,
  sex: null,
  birthOn: null,
  phone: null,
  address: null,
  workType: null,
  attendanceNo: null,
  enteredOn: null,
  leftOn: null,
  contractSignedOn: null,
  contractFrom: null,
  contractUntil: null,
  rateKind: null,
  rateFen: null,
  payCycle: null,
  payDay: null,
  payWeekday: null,
  bankCard: null,
  bankName: null,
}

function rowOf(person: InventedPerson, given: Partial<RosterRecord> = {}): RosterRecord {
  return { ...silent, name: person.name, idNumber: person.idNumber, ...given }
}

/** A complete row, as a good office writes it. */
function fullRow(person: InventedPerson, given: Partial<RosterRecord> = {}): RosterRecord {
  return rowOf(person, {
    employingUnit: '宏达劳务有限公司',
    crew: '木工班',
    workType: '木工',
    phone: person.phone,
    address: person.address,
    attendanceNo: '17',
    enteredOn: '2026-01-05',
    contractSignedOn: '2026-01-04',
    rateKind: 'day',
    rateFen: 30_000n,
    payCycle: 'month',
    payDay: 20,
    bankCard: person.bankCard,
    bankName: person.bankName,
    ...given,
  })
}

type Given = Partial<Omit<Parameters<typeof loadOf>[2], 'kind'>>

/** Two worksites, rosters and what they leave, in a transaction that is undone. */
async function worldOf(given: Tx) {
  const events: NewEvent[] = []
  const touched: string[] = []
  const resolvedAt: string[] = []
  const tx: Tx = { ...given, record: (event) => events.push(event) }
  const nothing = async () => undefined
  const deps = {
    lockWorksite: nothing,
    touchPeople: async (_: Tx, people: readonly { personId: string }[]) => {
      touched.push(...people.map((each) => each.personId))
    },
    resolveWaitingPunches: async (_: Tx, worksiteId: string) => {
      resolvedAt.push(worksiteId)
    },
  }
  const rows = async <T>(query: RawBuilder<T>) => (await query.execute(tx.k)).rows
  const worksites = [
    { code: 'A-1', name: '西湖区文化中心' },
    { code: 'B-2', name: '滨江一号' },
  ]
  const records = worksites.map((each) => registerRow({ ...each, deviceSerials: [] }))
  const register = loadOf(tx, vault, { kind: 'worksite-register', records })
  await registerLoader({ lockWorksite: nothing, touchWorksite: nothing }).load(register)
  const here = await findWorksite(tx, { code: 'A-1', options: {} })
  return {
    here,
    tx,
    events,
    touched,
    resolvedAt,
    rows,
    async roster(recs: readonly RosterRecord[], more: Given = {}): Promise<TestLoad & { taken: number }> {
      const options = { worksite: 'A-1' }
      const load = loadOf(tx, vault, {
        kind: 'roster',
        records: recs.map((each) => ({ ...each })),
        options,
        ...more,
      })
      const { taken } = await rosterLoader(deps).load(load)
      return { ...load, taken }
    },
    async payroll(claim: Pick<PersonClaim, 'name' | 'idNumber' | 'cardNumber'>): Promise<void> {
      const load = loadOf(tx, vault, { kind: 'payroll', records: [] })
      const rest = { row: 2, phone: null, crew: null, unitId: null, bornOn: null, sex: null }
      await resolvePeople(load, here, [{ ...claim, ...rest, blinds: blindsOf(vault, claim) }])
    },
    async withdraw(intakeId: string): Promise<void> {
      await sql`insert into claim_withdrawal (worksite_id, intake_id, area_code, sector,
          general_contractor_id, withdrawn_on, actor_id)
        select w.worksite_id, ${intakeId}::uuid, w.area_code, w.sector, w.general_contractor_id,
               '2026-04-01', 'test' from worksite w`.execute(tx.k)
      await rosterWithdrawer(deps).withdraw(tx, intakeId)
    },
    list: async () =>
      await rows(sql<
        Record<string, unknown>
      >`select p.name, o.name as unit, c.name as crew, p.work_type, p.entered_on, p.left_on,
          p.enrolled, p.phone_tail, p.card_tail
        from worksite_person p join organization o on o.organization_id = p.employing_unit_id
        left join crew c on c.worksite_id = p.worksite_id and c.crew_id = p.crew_id order by p.source_row`),
    stays: async () =>
      await rows(sql`select entered_on, left_on, current, replaces_id is not null as replaces
        from site_presence
        order by intake_id, entered_on`),
    contracts: async () =>
      await rows(sql`select signed_on, rate_kind, rate_fen, pay_cycle, pay_day, current from labor_contract
        order by intake_id, signed_on`),
    pins: async () =>
      await rows(sql`select u.pin, p.name, u.from_on, u.until_on from device_user u
        join worksite_person p using (worksite_id, person_id) where u.current order by u.pin, u.from_on`),
    async everything(): Promise<unknown> {
      const tables = [
        'person',
        'person_key',
        'person_worksite',
        'worksite_person',
        'site_presence',
        'labor_contract',
        'device_user',
        'bank_card',
        'crew',
        'worksite_unit',
        'organization',
      ]
      const found: unknown[] = []
      for (const table of tables) {
        found.push(await rows(sql`select to_jsonb(t) as row from ${sql.table(table)} t order by 1`))
      }
      return found
    },
  }
}

type World = Awaited<ReturnType<typeof worldOf>>

function inWorld(work: (world: World) => Promise<void>): () => Promise<void> {
  return () => database.withTx(localOperator, async (tx) => work(await worldOf(tx)))
}

describe('the roster', () => {
  it(
    'enrols a person with unit, crew, stay, contract, number and card',
    inWorld(async (world) => {
      const load = await world.roster([fullRow(zhang)])
      expect([load.taken, load.rejected, load.warned]).toEqual([1, [], []])
      expect(await world.list()).toEqual([
        {
          name: zhang.name,
          unit: '宏达劳务有限公司',
          crew: '木工班',
          work_type: '木工',
          entered_on: '2026-01-05',
          left_on: null,
          enrolled: true,
          phone_tail: zhang.phone.slice(-4),
          card_tail: zhang.bankCard.slice(-4),
        },
      ])
      expect(await world.stays()).toEqual([
        { entered_on: '2026-01-05', left_on: null, current: true, replaces: false },
      ])
      expect(await world.contracts()).toEqual([
        {
          signed_on: '2026-01-04',
          rate_kind: 'day',
          rate_fen: 30_000n,
          pay_cycle: 'month',
          pay_day: 20,
          current: true,
        },
      ])
      expect(await world.pins()).toEqual([
        { pin: '17', name: zhang.name, from_on: '2026-01-05', until_on: null },
      ])
      expect(world.resolvedAt).toEqual([world.here.worksiteId])
      expect(world.events.at(-1)).toMatchObject({
        type: 'worksite.roster-taken',
        data: { rows: 1, changedPeople: 1 },
      })
      const [sealed] = await world.rows(sql<Record<string, Buffer>>`
      select p.id_number_sealed, p.phone_sealed, p.address_sealed, c.card_sealed
        from person p join bank_card c using (person_id)`)
      expect(
        Object.entries({
          'person.id-number': 'id_number_sealed',
          'person.phone': 'phone_sealed',
          'person.address': 'address_sealed',
          'bank_card.card': 'card_sealed',
        }).map(([purpose, column]) => vault.open(purpose, sealed?.[column] ?? Buffer.alloc(0))),
      ).toEqual([zhang.idNumber, zhang.phone, zhang.address, zhang.bankCard])
    }),
  )

  it(
    'changes nothing when the same comes again in another message',
    inWorld(async (world) => {
      const rows = [fullRow(zhang), rowOf(li, { attendanceNo: '18' })]
      await world.roster(rows)
      const before = await world.everything()
      world.touched.splice(0)
      await world.roster(rows, { receivedOn: '2026-05-01' })
      expect(await world.everything()).toEqual(before)
      expect(world.touched).toEqual([])
    }),
  )

  it(
    'enrols somebody whom a payroll had named before, and takes over the name',
    inWorld(async (world) => {
      await world.payroll({ name: '张山', idNumber: zhang.idNumber, cardNumber: li.bankCard })
      expect(await world.list()).toMatchObject([{ enrolled: false, card_tail: li.bankCard.slice(-4) }])
      const { warned } = await world.roster([fullRow(zhang)])
      expect(warned).toEqual([
        { row: 2, code: 'people.name-differs', data: { tail: zhang.idNumber.slice(-4) } },
      ])
      expect(await world.list()).toMatchObject([
        { name: zhang.name, enrolled: true, unit: '宏达劳务有限公司', card_tail: zhang.bankCard.slice(-4) },
      ])
      expect(world.touched).toHaveLength(1)
    }),
  )

  it(
    'makes a version of a stay for an exit, and a new stay for an entry after it',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang)])
      await world.roster([rowOf(zhang, { leftOn: '2026-02-28' })], { receivedOn: '2026-04-02' })
      await world.roster([rowOf(zhang, { enteredOn: '2026-03-10' })], { receivedOn: '2026-04-03' })
      expect(await world.stays()).toEqual([
        { entered_on: '2026-01-05', left_on: null, current: false, replaces: false },
        { entered_on: '2026-01-05', left_on: '2026-02-28', current: true, replaces: true },
        { entered_on: '2026-03-10', left_on: null, current: true, replaces: false },
      ])
      expect(await world.list()).toMatchObject([
        {
          entered_on: '2026-03-10',
          left_on: null,
          unit: '宏达劳务有限公司',
          crew: '木工班',
          work_type: '木工',
        },
      ])
    }),
  )

  it(
    'takes two stays of a person from one roster',
    inWorld(async (world) => {
      const rows = [
        rowOf(zhang, { enteredOn: '2026-01-05', leftOn: '2026-02-01' }),
        rowOf(zhang, { enteredOn: '2026-03-01' }),
      ]
      expect((await world.roster(rows)).taken).toBe(2)
      await world.roster(rows)
      expect(await world.stays()).toEqual([
        { entered_on: '2026-01-05', left_on: '2026-02-01', current: true, replaces: false },
        { entered_on: '2026-03-01', left_on: null, current: true, replaces: false },
      ])
    }),
  )

  it(
    'keeps a contract whose terms stay, corrects one of the same day and adds one of another',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang)])
      await world.roster([rowOf(zhang, { rateFen: 32_000n })], { receivedOn: '2026-04-02' })
      await world.roster([rowOf(zhang, { rateFen: 32_000n, rateKind: 'day' })], { receivedOn: '2026-04-03' })
      await world.roster([
        rowOf(zhang, { contractSignedOn: '2026-06-01', rateFen: 35_000n, rateKind: 'day', payWeekday: 5 }),
      ])
      const terms = { signed_on: '2026-01-04', rate_kind: 'day', pay_cycle: 'month', pay_day: 20 }
      expect(await world.contracts()).toEqual([
        { ...terms, rate_fen: 30_000n, current: false },
        { ...terms, rate_fen: 32_000n, current: true },
        {
          ...terms,
          signed_on: '2026-06-01',
          rate_fen: 35_000n,
          pay_cycle: 'week',
          pay_day: 5,
          current: true,
        },
      ])
    }),
  )

  it(
    'knows a contract by the day of signing when its first day is told later',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang)])
      await world.roster([rowOf(zhang, { contractSignedOn: '2026-01-04', contractFrom: '2026-01-05' })])
      expect(await world.contracts()).toMatchObject([
        { current: false },
        { rate_fen: 30_000n, current: true },
      ])
    }),
  )

  it(
    'leaves what was received later as it is',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang)], { receivedOn: '2026-05-01' })
      const late = {
        employingUnit: '四通劳务有限公司',
        rateFen: 1n,
        leftOn: '2026-02-01',
        bankCard: li.bankCard,
        phone: li.phone,
      }
      await world.roster([fullRow(zhang, late)], { receivedOn: '2026-02-02' })
      expect(await world.list()).toMatchObject([
        {
          unit: '宏达劳务有限公司',
          left_on: null,
          card_tail: zhang.bankCard.slice(-4),
          phone_tail: zhang.phone.slice(-4),
        },
      ])
      expect(await world.contracts()).toMatchObject([{ rate_fen: 30_000n }])
    }),
  )

  it(
    'gives a number to another person from the day of entry',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang)])
      const { warned } = await world.roster([
        rowOf(li, { attendanceNo: '17', enteredOn: '2026-03-01' }),
        rowOf(zhang, { attendanceNo: '17', enteredOn: '2026-03-01' }),
      ])
      expect(warned).toEqual([{ row: 3, code: 'people.pin-repeated', data: {} }])
      expect(await world.pins()).toEqual([
        { pin: '17', name: zhang.name, from_on: '2026-01-05', until_on: '2026-02-28' },
        { pin: '17', name: li.name, from_on: '2026-03-01', until_on: null },
      ])
    }),
  )

  it(
    'warns of a rate of which nobody says for what time',
    inWorld(async (world) => {
      const { warned } = await world.roster([rowOf(zhang, { rateFen: 30_000n })])
      expect(warned).toEqual([{ row: 2, code: 'people.rate-kind-missing', data: {} }])
    }),
  )

  it(
    'puts rows to the worksites that they name, and keeps out those of an unknown one',
    inWorld(async (world) => {
      const rows = [
        rowOf(zhang, { worksiteName: '滨江 一号' }),
        rowOf(li, { worksiteCode: 'A-1' }),
        rowOf(inventor.person(), { worksiteName: '没有的项目' }),
      ]
      const { taken, rejected } = await world.roster(rows, { options: {} })
      expect([taken, rejected]).toEqual([
        2,
        [{ row: 4, code: 'people.worksite-unknown', data: { asked: '没有的项目' } }],
      ])
      expect(
        await world.rows(sql`select w.code, p.name from worksite_person p join worksite w using (worksite_id)
      order by w.code`),
      ).toEqual([
        { code: 'A-1', name: li.name },
        { code: 'B-2', name: zhang.name },
      ])
    }),
  )

  it(
    'asks for the worksite of a file that names none',
    inWorld(async (world) => {
      await expect(world.roster([rowOf(zhang)], { options: {} })).rejects.toMatchObject({
        code: 'ask.worksite',
        data: {
          candidates: [
            { code: 'B-2', name: '滨江一号' },
            { code: 'A-1', name: '西湖区文化中心' },
          ],
        },
      })
    }),
  )

  it(
    'brings back what stood before when a roster is withdrawn',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang)])
      const before = [await world.list(), await world.pins()]
      const wrong = {
        employingUnit: '四通劳务有限公司',
        rateFen: 1n,
        leftOn: '2026-02-01',
        bankCard: li.bankCard,
      }
      const second = await world.roster([
        fullRow(zhang, wrong),
        rowOf(li, { attendanceNo: '17', enteredOn: '2026-03-01' }),
      ])
      const third = await world.roster([rowOf(zhang, { rateFen: 2n })])
      expect(await world.contracts()).toMatchObject([
        { current: false },
        { current: false },
        { rate_fen: 2n, current: true },
      ])
      await world.withdraw(second.intake.id)
      expect(await world.contracts()).toMatchObject([
        { current: false },
        { current: false },
        { rate_fen: 2n, current: true },
      ])
      const [first, other] = await world.list()
      expect([[first], await world.pins()]).toEqual(before)
      expect(other).toMatchObject({ name: li.name, enrolled: false, entered_on: null })
      await world.withdraw(third.intake.id)
      expect(await world.contracts()).toMatchObject([
        { rate_fen: 30_000n, current: true },
        { current: false },
        { current: false },
      ])
    }),
  )
})

describe('the database', () => {
  it(
    'holds no ID number, telephone, card or address in clear, in any column',
    inWorld(async (world) => {
      await world.roster([fullRow(zhang), fullRow(li, { attendanceNo: '18' })])
      await world.payroll({
        name: '王五',
        idNumber: inventor.person().idNumber,
        cardNumber: inventor.bankCard(),
      })
      const tables = await world.rows(sql<{
        name: string
      }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`)
      let dump = JSON.stringify(world.events)
      for (const { name } of tables.filter((table) => !table.name.startsWith('schema_'))) {
        const found = await world.rows(
          sql<{ text: string }>`select string_agg(t::text, ' ') as text from ${sql.table(name)} t`,
        )
        dump += found[0]?.text ?? ''
      }
      expect(dump).toContain(zhang.name)
      const planted = [zhang, li].flatMap((each) => [each.idNumber, each.phone, each.bankCard, each.address])
      expect(
        [...planted, '33001616727053000188', '13812345678'].filter(
          (secret) => dump.includes(secret) || dump.includes(Buffer.from(secret).toString('hex')),
        ),
      ).toEqual([])
    }),
  )
})
