import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { foldTouched, touchWorksite } from './index.ts'
import {
  addContract,
  addGateDay,
  addPayroll,
  addPerson,
  addSheet,
  addWorksite,
  fold,
} from './testing/world.ts'

const database = useDatabase()

type Of = { worksite_id: string; person_id: string }
const march = '2026-03-01'

function inWorld(work: (tx: Tx, of: Of) => Promise<void>): Promise<void> {
  return database.withTx(localOperator, async (tx) => {
    const worksite_id = await addWorksite(tx, 1)
    await work(tx, { worksite_id, person_id: await addPerson(tx, worksite_id, 1) })
  })
}

const dues = (tx: Tx) => tx.k.selectFrom('wage_due').selectAll().orderBy('due_no').execute()

async function payroll(tx: Tx, of: Of, net_fen: bigint): Promise<void> {
  await addPayroll(tx, {
    worksite_id: of.worksite_id,
    month: march,
    lines: [{ person_id: of.person_id, net_fen }],
  })
}

describe('dues', () => {
  it("are the payroll's net wage on the worksite's pay day, moved before days off", () =>
    inWorld(async (tx, of) => {
      await tx.k.updateTable('worksite').set({ pay_day: 5 }).execute()
      await payroll(tx, of, 600_001n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([
        {
          due_no: 1,
          pay_cycle: 'month',
          agreed_on: '2026-04-05',
          due_on: '2026-04-03',
          basis: 'payroll',
          due_fen: 600_001n,
          paid_fen: 0n,
          settled_on: null,
        },
      ])
    }))

  it("are what attendance has earned while no payroll is there, and the payroll's sum once it is", () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, rate_kind: 'day', rate_fen: 30_000n, pay_day: 10 })
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([{ basis: 'accrued', due_fen: 30_000n, agreed_on: '2026-04-10' }])
      await payroll(tx, of, 29_000n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([{ basis: 'payroll', due_fen: 29_000n, agreed_on: '2026-04-10' }])
    }))

  it('are none where the rate is not known, and none for a net wage of nothing', () =>
    inWorld(async (tx, of) => {
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toEqual([])
      await payroll(tx, of, 0n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toEqual([])
    }))

  it('of a month paid by halves are split by the days worked in each, to the fen', () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, pay_cycle: 'half-month', pay_day: 5 })
      for (const date of ['02', '17', '18']) {
        await addGateDay(tx, { ...of, day: `2026-03-${date}` })
      }
      await payroll(tx, of, 100_000n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([
        { due_no: 1, due_on: '2026-03-20', due_fen: 33_333n },
        { due_no: 2, due_on: '2026-04-03', due_fen: 66_667n },
      ])
    }))

  it('of a wage paid by the day stand on the days of the sheet only', () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, pay_cycle: 'day' })
      await addGateDay(tx, { ...of, day: '2026-03-30' })
      const marks = [
        { person_id: of.person_id, day: '2026-03-10' },
        { person_id: of.person_id, day: '2026-03-12', hundredths: 50 },
      ]
      await addSheet(tx, { worksite_id: of.worksite_id, month: march, marks })
      await payroll(tx, of, 45_000n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([
        { due_no: 10, due_on: '2026-03-11', due_fen: 30_000n },
        { due_no: 12, due_on: '2026-03-13', due_fen: 15_000n },
      ])
    }))

  it('of a week are split by calendar days where no attendance is known, and add up', () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, pay_cycle: 'week', pay_day: 5 })
      await payroll(tx, of, 100_000n)
      await fold(tx, of, '2026-03')
      const all = await dues(tx)
      expect(all.map((due) => due.due_fen)).toEqual([3225n, 22581n, 22581n, 22580n, 22581n, 6452n])
      expect(all.reduce((sum, due) => sum + due.due_fen, 0n)).toBe(100_000n)
    }))

  it('of a task fall due when it ends', () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, pay_cycle: 'task', until_on: '2026-03-20' })
      await payroll(tx, of, 100_000n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([{ pay_cycle: 'task', due_on: '2026-03-20', due_fen: 100_000n }])
    }))

  it("follow an official's own calendar", () =>
    inWorld(async (tx, of) => {
      await tx.k
        .insertInto('work_calendar')
        .values({ day: '2026-04-15', kind: 'rest', source: '三月三' })
        .execute()
      await payroll(tx, of, 1n)
      await fold(tx, of, '2026-03')
      expect(await dues(tx)).toMatchObject([{ agreed_on: '2026-04-15', due_on: '2026-04-14' }])
    }))

  it('follow the worksite when its pay day changes', () =>
    inWorld(async (tx, of) => {
      await payroll(tx, of, 1n)
      await fold(tx, of, '2026-03')
      await tx.k.updateTable('worksite').set({ pay_day: 20 }).execute()
      await touchWorksite(tx, of.worksite_id)
      await foldTouched(tx)
      expect(await dues(tx)).toMatchObject([{ due_on: '2026-04-20' }])
    }))
})
