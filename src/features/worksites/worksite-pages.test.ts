import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'

import { inspector, nobody } from '../../../testkit/actors.ts'
import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { day, month } from '../../law/index.ts'
import { newId } from '../../platform/ids.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { monitor } from '../findings/index.ts'
import {
  queryGatePeople,
  queryMovements,
  queryPersonClaims,
  queryWorksites,
  showAccountFlow,
  showGateCalendar,
  showMonthClaims,
  showWorksite,
} from './worksite-pages.service.ts'

const database = useDatabase()
const [worksiteId, elsewhereId] = [newId(), newId()]
const march = month('2026-03')
const ask = <T>(work: (tx: Tx) => Promise<T>) => database.read(localOperator, work)

/** A site with one person for each way in which claims can disagree, and one about whom all agree. */
beforeAll(async () => {
  await database.seed(async (tx) => {
    const agreed = { gateDays: 22, sheetDays: 22, payrollDays: 22, dueFen: 600_000n, paidFen: 600_000n }
    const paid = { ...agreed, dueOn: '2026-04-15' }
    await seedWageWorld(
      tx,
      {
        contractSignedOn: '2025-11-03',
        payDay: 15,
        laborOfficer: '沈禾',
        laborCost: {
          payDay: 5,
          fen: 5_000_000n,
          cycleMonths: 1,
          paid: [{ on: '2026-04-05', fen: 5_000_000n }],
        },
        deposit: { form: 'bank-guarantee', storedOn: '2025-12-01' },
        account: {
          openedOn: '2025-11-20',
          agreementOn: '2025-11-25',
          movements: [
            {
              on: '2026-04-05',
              fen: 5_000_000n,
              kind: 'labor-cost',
              name: '建设单位',
              balanceFen: 5_000_000n,
            },
            { on: '2026-04-15', fen: 600_000n, kind: 'payout-batch', balanceFen: 4_400_000n },
            { on: '2026-04-15', fen: 20_000n, kind: 'stranger', name: '陌路商行' },
          ],
        },
        bankUntil: '2026-04-20',
        feeds: [{ feed: 'gate', until: '2026-03-31' }],
        pauses: [{ from: '2026-03-08', until: '2026-03-09' }],
        people: [
          { ...paid, name: '同', confirmation: 'confirmed', payout: payout('2026-04-15', 600_000n) },
          { name: '缺', gateDays: 22, sheetDays: 22, dueOn: '2026-04-15' },
          { name: '空', payrollDays: 22, dueFen: 600_000n, paidFen: 600_000n, dueOn: '2026-04-15' },
          { ...paid, name: '差', sheetDays: 24 },
          {
            ...paid,
            name: '少',
            paidFen: 100_000n,
            due: { on: '2026-04-15', fen: 600_000n, paidFen: 100_000n },
          },
          { ...paid, name: '低', accruedFen: 700_000n },
          { ...paid, name: '多', paidFen: 700_000n },
          { ...paid, name: '代', otherAccountFen: 600_000n },
          { ...paid, name: '异', confirmation: 'contested' },
          {
            ...{ name: '日', gateDays: 2, dueOn: '2026-05-15', month: '2026-04' },
            days: [
              { on: '2026-03-10', from: '07:30:00', to: '18:00:00' },
              { on: '2026-03-11', from: '07:31:00', to: '07:31:00', oneSided: true },
            ],
          },
        ],
      },
      worksiteId,
    )
    await splitMonth(tx, '同')
    await seedWageWorld(tx, { areaCode: '330206', kind: 'establishment' }, elsewhereId)
  })
  await monitor(database, day('2026-04-21'))
})

/** The roster puts somebody at the general contractor, the payroll and the bank at a labor company. */
async function splitMonth(tx: Tx, name: string) {
  const unitId = newId()
  await sql`insert into organization (organization_id, name, name_pinyin, created_at)
    values (${unitId}::uuid, '劳务公司', 'laowu', '2026-01-01')`.execute(tx.k)
  await sql`insert into wage_month (worksite_id, month, person_id, employing_unit_id, area_code, sector,
      general_contractor_id, payroll_lines, payroll_days_hundredths, due_fen, net_fen, paid_fen, due_on)
    select m.worksite_id, m.month, m.person_id, ${unitId}::uuid, m.area_code, m.sector, m.general_contractor_id,
           m.payroll_lines, m.payroll_days_hundredths, m.due_fen, m.net_fen, m.paid_fen, m.due_on
      from wage_month m join worksite_person p using (worksite_id, person_id) where p.name = ${name}`.execute(
    tx.k,
  )
  await sql`update wage_month m
       set payroll_lines = 0, payroll_days_hundredths = null, due_fen = null, net_fen = null, paid_fen = 0
      from worksite_person p
     where p.worksite_id = m.worksite_id and p.person_id = m.person_id and p.name = ${name}
       and m.employing_unit_id <> ${unitId}::uuid`.execute(tx.k)
}

function payout(on: string, fen: bigint) {
  return { on, fen, card: 'card', payee: '同' }
}

describe('showMonthClaims', () => {
  it('sets what each party says of a month side by side, with the people about whom they disagree', async () => {
    const { bankUntil, items } = await ask((tx) => showMonthClaims(tx, worksiteId))
    expect(bankUntil).toBe('2026-04-20')
    expect(items.map((each) => each.month)).toEqual(['2026-04', '2026-03'])
    expect(items[1]).toEqual({
      month: '2026-03',
      people: 9,
      gate: { people: 8, days: 176 },
      sheet: { people: 8, days: 178 },
      payroll: { people: 8, days: 176, dueFen: '4800000', netFen: '4800000' },
      bank: { people: 8, paidFen: '4400000', returnedFen: '0' },
      worker: { confirmed: 1, declared: 0, contested: 1, silent: 7 },
      open: { fen: '500000', people: 1, dueOn: '2026-04-15' },
      differences: [
        { code: 'gate-without-payroll', people: 1 },
        { code: 'payroll-without-gate', people: 1 },
        { code: 'days-differ', people: 1 },
        { code: 'due-below-accrued', people: 1 },
        { code: 'paid-below-net', people: 1 },
        { code: 'paid-above-net', people: 1 },
        { code: 'other-account', people: 1 },
        { code: 'contested', people: 1 },
      ],
    })
  })

  it('calls nothing a disagreement where a party has not spoken of the month', async () => {
    const { items } = await ask((tx) => showMonthClaims(tx, worksiteId))
    expect(items[0]).toMatchObject({
      month: '2026-04',
      sheet: null,
      payroll: null,
      bank: null,
      differences: [],
    })
  })
})

describe('queryPersonClaims', () => {
  const people = (query: Parameters<typeof queryPersonClaims>[1]['query']) =>
    ask((tx) => queryPersonClaims(tx, { worksiteId, month: march, query }))

  it('names for each person how the claims disagree, those first about whom they do', async () => {
    const { total, items } = await people({})
    expect(total).toBe(9)
    expect(Object.fromEntries(items.map(({ name, differences }) => [name, differences]))).toEqual({
      缺: ['gate-without-payroll'],
      空: ['payroll-without-gate'],
      差: ['days-differ'],
      低: ['due-below-accrued'],
      少: ['paid-below-net'],
      多: ['paid-above-net'],
      代: ['other-account'],
      异: ['contested'],
      同: [],
    })
    expect(items.at(-1)).toMatchObject({
      name: '同',
      unitName: '劳务公司、总包公司',
      gateDays: 22,
      payrollDays: 22,
    })
    expect(items.find(({ name }) => name === '少')).toMatchObject({
      netFen: '600000',
      paidFen: '100000',
      openFen: '500000',
      dueOn: '2026-04-15',
      gateDays: 22,
      sheetDays: 22,
    })
  })

  it('finds those who are asked for, page by page', async () => {
    expect((await people({ differs: 'paid-below-net' })).items.map(({ name }) => name)).toEqual(['少'])
    expect((await people({ differs: 'any' })).total).toBe(8)
    expect((await people({ text: '异' })).items.map(({ name }) => name)).toEqual(['异'])
    const pages = await Promise.all([1, 2, 3].map((page) => people({ page, pageSize: 3 })))
    expect(pages.map(({ items }) => items.length)).toEqual([3, 3, 3])
    expect(new Set(pages.flatMap(({ items }) => items.map(({ personId }) => personId))).size).toBe(9)
  })
})

describe('showGateCalendar', () => {
  it('counts people and missing passages on every day of the month, and tells pauses', async () => {
    const { gateUntil, days } = await ask((tx) => showGateCalendar(tx, worksiteId, march))
    expect(gateUntil).toBe('2026-03-31')
    expect(days).toHaveLength(31)
    expect(days.filter(({ people }) => people > 0)).toEqual([
      { day: '2026-03-10', people: 1, missing: 0, pause: null },
      { day: '2026-03-11', people: 1, missing: 1, pause: null },
    ])
    expect(days.filter(({ pause }) => pause !== null).map((each) => each.day)).toEqual([
      '2026-03-08',
      '2026-03-09',
    ])
  })

  it('opens a day: who came and went when, in China time', async () => {
    const on = (of: string, query = {}) =>
      ask((tx) => queryGatePeople(tx, { worksiteId, day: day(of), query }))
    expect((await on('2026-03-10')).items).toMatchObject([
      {
        name: '日',
        unitName: '总包公司',
        firstAt: '07:30',
        lastAt: '18:00',
        missingIn: false,
        missingOut: false,
      },
    ])
    expect((await on('2026-03-10', { missing: true })).total).toBe(0)
    expect((await on('2026-03-11', { missing: true })).items).toMatchObject([{ missingOut: true }])
  })
})

describe('showAccountFlow', () => {
  it('adds up by day what the bank booked, what came for wages, what was paid out', async () => {
    const { days } = await ask((tx) => showAccountFlow(tx, worksiteId, month('2026-04')))
    expect(days).toEqual([
      flow('2026-04-05', { inFen: '5000000', laborCostFen: '5000000', balanceFen: '5000000' }),
      flow('2026-04-15', { outFen: '620000', payouts: 1, payoutFen: '600000', balanceFen: '4400000' }),
    ])
    expect((await ask((tx) => showAccountFlow(tx, worksiteId, march))).days).toEqual([])
  })

  it('lists the movements themselves, each with the row that told it', async () => {
    const { total, items } = await ask((tx) =>
      queryMovements(tx, { worksiteId, month: month('2026-04'), query: { pageSize: 2 } }),
    )
    expect(total).toBe(3)
    expect(items).toMatchObject([
      { bookedOn: '2026-04-15', direction: 'debit', kind: 'stranger', counterpartyName: '陌路商行', row: 1 },
      { kind: 'payout-batch', amountFen: '600000' },
    ])
  })
})

function flow(on: string, said: object) {
  const nothing = { inFen: '0', outFen: '0', laborCostFen: '0', payouts: 0, payoutFen: '0', returnedFen: '0' }
  return { day: on, ...nothing, balanceFen: null, ...said }
}

describe('queryWorksites', () => {
  const list = (query: Parameters<typeof queryWorksites>[1]) => ask((tx) => queryWorksites(tx, query))

  it('puts the worksite with the gravest findings first, with its people and what is owed', async () => {
    const { total, items } = await list({})
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({
      worksiteId,
      name: '小世界',
      areaName: '浙江省杭州市西湖区',
      contractorName: '总包公司',
      people: 10,
      level: 'red',
      owedFen: '500000',
    })
    expect(items[0]?.open.red).toBeGreaterThan(0)
  })

  it('finds by text, kind and gravest level', async () => {
    const ids = async (query: Parameters<typeof queryWorksites>[1]) =>
      (await list(query)).items.map((each) => each.worksiteId)
    expect(await ids({ text: worksiteId })).toEqual([worksiteId])
    expect(await ids({ text: 'XIAOSHI', sort: 'owed', pageSize: 1 })).toEqual([worksiteId])
    expect(await ids({ text: '别处' })).toEqual([])
    expect(await ids({ kind: 'establishment' })).toEqual([elsewhereId])
    expect(await ids({ level: 'red' })).toEqual([worksiteId])
    expect(await ids({ level: 'notice' })).toEqual([])
    expect(await ids({ level: 'clear' })).toEqual([elsewhereId])
  })
})

describe('showWorksite', () => {
  it('tells what the register and the feeds say', async () => {
    const detail = await ask((tx) => showWorksite(tx, worksiteId))
    expect(detail).toMatchObject({
      payDay: 15,
      laborOfficerName: '沈禾',
      laborCostFen: '5000000',
      accounts: [{ numberTail: '0000', openedOn: '2025-11-20', agreementOn: '2025-11-25' }],
      deposits: [{ form: 'bank-guarantee', storedOn: '2025-12-01' }],
      pauses: [{ from: '2026-03-08', until: '2026-03-09', reason: '停工' }],
      months: ['2026-04', '2026-03'],
      watchedOn: '2026-04-21',
    })
    expect(detail.feeds.map(({ feed, coveredUntilOn }) => [feed, coveredUntilOn])).toEqual([
      ['bank', '2026-04-20'],
      ['gate', '2026-03-31'],
    ])
  })

  it('answers out of scope as if there were none', async () => {
    const notFound = { code: 'worksites.not-found', kind: 'not-found' }
    const works: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx: Tx) => showWorksite(tx, worksiteId),
      (tx: Tx) => showMonthClaims(tx, worksiteId),
      (tx: Tx) => queryPersonClaims(tx, { worksiteId, month: march, query: {} }),
      (tx: Tx) => showGateCalendar(tx, worksiteId, march),
      (tx: Tx) => queryGatePeople(tx, { worksiteId, day: day('2026-03-10'), query: {} }),
      (tx: Tx) => showAccountFlow(tx, worksiteId, march),
      (tx: Tx) => queryMovements(tx, { worksiteId, month: march, query: {} }),
    ]
    for (const work of works) {
      await expect(database.read(nobody, work)).rejects.toMatchObject(notFound)
      await expect(database.read(inspector('330206'), work)).rejects.toMatchObject(notFound)
      await expect(database.read(inspector('330106'), work)).resolves.toBeDefined()
    }
    expect(await database.read(nobody, (tx) => queryWorksites(tx, {}))).toEqual({ total: 0, items: [] })
    const seen = await database.read(inspector('3302'), (tx) => queryWorksites(tx, {}))
    expect(seen.items.map((each) => each.worksiteId)).toEqual([elsewhereId])
  })
})
