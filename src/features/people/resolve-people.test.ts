import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type NewEvent, type Tx } from '../../platform/transact.ts'
import { createInventor } from '../../simulate/invent/index.ts'
import { findUnit, findWorksite, registerLoader } from '../worksites/index.ts'
import { loadOf, type TestLoad, testVault } from '../worksites/testing/load.ts'
import { registerRow } from '../worksites/testing/register-row.ts'
import { blindsOf, type PersonClaim, resolveByCard, resolvePeople } from './index.ts'

const database = useDatabase()
const vault = testVault()
const inventor = createInventor('resolve-people')
const [zhang, li, wang] = [inventor.person(), inventor.person(), inventor.person()]

const nothing = async () => undefined

/** A worksite, and claims about people there, in a transaction that leaves nothing behind. */
async function worldOf(given: Tx) {
  const events: NewEvent[] = []
  const tx: Tx = { ...given, record: (event) => events.push(event) }
  const register = async (code: string, name: string) => {
    const records = [registerRow({ code, name, deviceSerials: [] })]
    const deps = { lockWorksite: nothing, touchWorksite: nothing }
    await registerLoader(deps).load(loadOf(tx, vault, { kind: 'worksite-register', records }))
    return await findWorksite(tx, { code, options: {} })
  }
  const here = await register('A-1', '西湖区文化中心')
  const elsewhere = await register('B-2', '滨江一号')
  return {
    tx,
    here,
    elsewhere,
    rows: async <T>(query: RawBuilder<T>) => (await query.execute(tx.k)).rows,
    async resolve(
      claims: readonly Partial<PersonClaim>[],
      worksite = here,
    ): Promise<TestLoad & { people: Map<number, string> }> {
      const load = loadOf(tx, vault, { kind: 'payroll', records: [] })
      const people = await resolvePeople(load, worksite, claims.map(claimOf))
      return { ...load, people }
    },
  }
}

function claimOf(given: Partial<PersonClaim>, at: number): PersonClaim {
  const silent = {
    idNumber: null,
    cardNumber: null,
    phone: null,
    crew: null,
    unitId: null,
    bornOn: null,
    sex: null,
  }
  const claim = { row: at + 2, name: zhang.name, ...silent, ...given }
  return { ...claim, blinds: blindsOf(vault, claim) }
}

type World = Awaited<ReturnType<typeof worldOf>>

function inWorld(work: (world: World) => Promise<void>): () => Promise<void> {
  return () => database.withTx(localOperator, async (tx) => work(await worldOf(tx)))
}

describe('resolvePeople', () => {
  it(
    'adds people whom nobody knew, not enrolled, and finds them again',
    inWorld(async ({ resolve, rows, tx, here }) => {
      const unitId = await findUnit(tx, here, '宏达劳务有限公司')
      const claims = [
        {
          name: zhang.name,
          idNumber: zhang.idNumber,
          cardNumber: zhang.bankCard,
          phone: zhang.phone,
          crew: '木工班',
          unitId,
        },
        { name: li.name, idNumber: li.idNumber },
        { name: zhang.name, idNumber: zhang.idNumber },
      ]
      const first = await resolve(claims)
      expect(first.people.size).toBe(3)
      expect(first.people.get(4)).toBe(first.people.get(2))
      expect(first.people.get(3)).not.toBe(first.people.get(2))
      const listed =
        await rows(sql`select p.name, p.born_on, p.id_tail, p.phone_tail, p.card_tail, p.enrolled,
          p.employing_unit_id, c.name as crew, x.sex from worksite_person p join person x using (person_id)
          left join crew c on c.worksite_id = p.worksite_id and c.crew_id = p.crew_id
        where p.worksite_id = ${here.worksiteId}::uuid order by p.source_row`)
      expect(listed).toEqual([
        {
          name: zhang.name,
          born_on: zhang.birthOn,
          id_tail: zhang.idNumber.slice(-4),
          phone_tail: zhang.phone.slice(-4),
          card_tail: zhang.bankCard.slice(-4),
          enrolled: false,
          employing_unit_id: unitId,
          crew: '木工班',
          sex: zhang.sex,
        },
        {
          name: li.name,
          born_on: li.birthOn,
          id_tail: li.idNumber.slice(-4),
          phone_tail: '',
          card_tail: '',
          enrolled: false,
          employing_unit_id: here.generalContractorId,
          crew: null,
          sex: li.sex,
        },
      ])
      const again = await resolve(claims)
      expect([...again.people]).toEqual([...first.people])
      expect(await rows(sql`select count(*)::int from person`)).toEqual([{ count: 2 }])
      expect([...first.warned, ...first.rejected, ...again.warned, ...again.rejected]).toEqual([])
    }),
  )

  it(
    'knows a person of another worksite by the ID number, and the card that is theirs',
    inWorld(async ({ resolve, rows, elsewhere, here }) => {
      const own = { name: zhang.name, idNumber: zhang.idNumber }
      const there = await resolve([{ ...own, cardNumber: zhang.bankCard }], elsewhere)
      const other = await resolve([{ ...own, cardNumber: li.bankCard }])
      expect(other.people.get(2)).toBe(there.people.get(2))
      expect(await rows(sql`select card_tail from bank_card`)).toEqual([
        { card_tail: zhang.bankCard.slice(-4) },
      ])
      expect(
        await rows(sql`select card_tail from worksite_person where worksite_id = ${here.worksiteId}::uuid`),
      ).toEqual([{ card_tail: zhang.bankCard.slice(-4) }])
      expect(await rows(sql`select count(*)::int from person_worksite`)).toEqual([{ count: 2 }])
    }),
  )

  it(
    'finds somebody without an ID number by the name, where one person at the worksite bears it',
    inWorld(async ({ resolve, elsewhere }) => {
      const known = await resolve([
        { name: zhang.name, idNumber: zhang.idNumber },
        { name: '王伟', idNumber: li.idNumber },
        { name: '王伟', idNumber: wang.idNumber },
      ])
      await resolve([{ name: '赵六', idNumber: inventor.person().idNumber }], elsewhere)
      const { people, rejected } = await resolve([{ name: zhang.name }, { name: '王伟' }, { name: '赵六' }])
      expect([...people]).toEqual([[2, known.people.get(2)]])
      expect(rejected).toEqual([
        { row: 3, code: 'people.ambiguous', data: { count: 2 } },
        { row: 4, code: 'people.unknown', data: {} },
      ])
    }),
  )

  it(
    'warns where an ID number comes under another name, in the file, at the worksite or elsewhere',
    inWorld(async ({ resolve, elsewhere }) => {
      const { idNumber } = zhang
      const inFile = await resolve([
        { name: '古丽·阿依', idNumber },
        { name: '古丽•阿依', idNumber },
        { name: '古丽', idNumber },
      ])
      const data = { tail: idNumber.slice(-4) }
      expect(inFile.warned).toEqual([{ row: 4, code: 'people.name-differs', data }])
      expect((await resolve([{ name: '古丽', idNumber }])).warned).toEqual([
        { row: 2, code: 'people.name-differs', data },
      ])
      expect((await resolve([{ name: '古丽', idNumber }], elsewhere)).warned).toHaveLength(1)
      expect((await resolve([{ name: '古丽', idNumber }], elsewhere)).warned).toEqual([])
    }),
  )

  it(
    'names the owner of a card, also of a former one, and nobody where several share it',
    inWorld(async ({ resolve, tx, here }) => {
      const { people } = await resolve([
        { name: zhang.name, idNumber: zhang.idNumber, cardNumber: zhang.bankCard },
        { name: li.name, idNumber: li.idNumber, cardNumber: li.bankCard },
        { name: wang.name, idNumber: wang.idNumber, cardNumber: li.bankCard },
      ])
      const blinds = [zhang.bankCard, li.bankCard].map((card) => vault.blind('bank-card', card))
      await sql`update worksite_person set card_blind = '\\x01' where card_blind = ${blinds[0]}`.execute(tx.k)
      const found = await resolveByCard(tx, here.worksiteId, blinds)
      expect([...found]).toEqual([[blinds[0]?.toString('hex'), people.get(2)]])
    }),
  )
})
