import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import {
  addGateDay,
  addPayout,
  addPayroll,
  addPerson,
  addReturn,
  addWorksite,
  cardOf,
  fold,
  folded,
  idOf,
  unit,
  withdraw,
} from './testing/world.ts'

const database = useDatabase()

type Of = { worksite_id: string; person_id: string }

/** A person with a net wage of 5,000 yuan in January and in February, due on 13 February and 13 March. */
function inWorld(work: (tx: Tx, of: Of) => Promise<void>): Promise<void> {
  return database.withTx(localOperator, async (tx) => {
    const worksite_id = await addWorksite(tx, 1)
    const person_id = await addPerson(tx, worksite_id, 1, { card_blind: cardOf(1) })
    for (const month of [1, 2]) {
      const payroll = { worksite_id, month: `2026-0${month}-01`, payroll_id: idOf('payroll', month) }
      await addPayroll(tx, { ...payroll, lines: [{ person_id, net_fen: 500_000n }] })
    }
    await fold(tx, { worksite_id, person_id }, '2026-01', '2026-02')
    await work(tx, { worksite_id, person_id })
  })
}

const months = (tx: Tx) => tx.k.selectFrom('wage_month').selectAll().orderBy('month').execute()
const dues = (tx: Tx) => tx.k.selectFrom('wage_due').selectAll().orderBy('month').execute()
const allocations = (tx: Tx) =>
  tx.k.selectFrom('payout_allocation').selectAll().orderBy('payout_id').orderBy('month').execute()

const pay = (number: number, amount_fen: bigint, paid_on: string) => ({
  payout_id: idOf('payout', number),
  amount_fen,
  paid_on,
})

describe('payouts', () => {
  it('that answer a pay-file line pay it, though an older due is open', () =>
    inWorld(async (tx, of) => {
      const line = { payroll_id: idOf('payroll', 2), payroll_row: 4 }
      await addPayout(tx, { ...of, ...pay(1, 500_000n, '2026-03-12'), ...line })
      await fold(tx, of, '2026-02')
      expect(await allocations(tx)).toMatchObject([
        {
          month: '2026-02-01',
          due_no: 1,
          amount_fen: 500_000n,
          basis: 'pay-file-line',
          paid_on: '2026-03-12',
        },
      ])
      expect(await dues(tx)).toMatchObject([
        { paid_fen: 0n, settled_on: null },
        { paid_fen: 500_000n, settled_on: '2026-03-12' },
      ])
    }))

  it('that state a month pay it, and others the oldest due that is open', () =>
    inWorld(async (tx, of) => {
      await addPayout(tx, { ...of, ...pay(1, 500_000n, '2026-03-12'), month: '2026-02-01' })
      await addPayout(tx, { ...of, ...pay(2, 200_000n, '2026-03-13') })
      await fold(tx, of, '2026-02', '2026-03')
      expect(await allocations(tx)).toMatchObject([
        { month: '2026-02-01', amount_fen: 500_000n, basis: 'stated-month' },
        { month: '2026-01-01', amount_fen: 200_000n, basis: 'inferred' },
      ])
      expect(await months(tx)).toMatchObject([
        {
          paid_fen: 200_000n,
          inferred_fen: 200_000n,
          first_paid_on: '2026-03-13',
          last_paid_on: '2026-03-13',
        },
        { paid_fen: 500_000n, inferred_fen: 0n },
      ])
    }))

  it('that exceed the month they state pay the oldest open due with the rest', () =>
    inWorld(async (tx, of) => {
      await addPayout(tx, { ...of, ...pay(1, 700_000n, '2026-03-12'), month: '2026-02-01' })
      await fold(tx, of, '2026-02')
      expect(await allocations(tx)).toMatchObject([
        { month: '2026-01-01', amount_fen: 200_000n, basis: 'inferred' },
        { month: '2026-02-01', amount_fen: 500_000n, basis: 'stated-month' },
      ])
    }))

  it('leave a surplus where they are at home, and never lose it', () =>
    inWorld(async (tx, of) => {
      await addPayout(tx, { ...of, ...pay(1, 700_000n, '2026-02-12'), month: '2026-01-01' })
      await addPayout(tx, { ...of, ...pay(2, 600_000n, '2026-03-12'), month: '2026-02-01' })
      await addPayout(tx, { ...of, ...pay(3, 1n, '2026-03-13') })
      await fold(tx, of, '2026-01', '2026-02', '2026-03')
      expect(await dues(tx)).toMatchObject([
        { paid_fen: 700_000n, settled_on: '2026-02-12' },
        { paid_fen: 600_001n, settled_on: '2026-03-12' },
      ])
    }))

  it('settle a due on the day on which the sum was full', () =>
    inWorld(async (tx, of) => {
      for (const [number, day] of [
        [1, '2026-02-20'],
        [2, '2026-02-13'],
        [3, '2026-02-17'],
      ] as const) {
        await addPayout(tx, { ...of, ...pay(number, 250_000n, day), month: '2026-01-01' })
      }
      await fold(tx, of, '2026-01')
      expect(await dues(tx)).toMatchObject([
        { paid_fen: 500_000n, settled_on: '2026-02-17' },
        { paid_fen: 250_000n, settled_on: null },
      ])
    }))

  it('for a month without a due stand beside it, and make its row where no other claim does', () =>
    inWorld(async (tx, of) => {
      await addPayout(tx, { ...of, ...pay(1, 1_000_000n, '2026-03-12') })
      await addPayout(tx, { ...of, ...pay(2, 300_000n, '2026-04-12'), month: '2026-03-01' })
      await fold(tx, of, '2026-03')
      expect((await allocations(tx)).at(-1)).toMatchObject({
        month: '2026-03-01',
        due_no: 0,
        amount_fen: 300_000n,
        basis: 'stated-month',
        employing_unit_id: unit.sub,
      })
      expect((await months(tx)).at(-1)).toMatchObject({
        month: '2026-03-01',
        paid_fen: 300_000n,
        due_on: null,
      })
    }))

  it('that came back are not paid, and show as returned', () =>
    inWorld(async (tx, of) => {
      await addPayout(tx, { ...of, ...pay(1, 500_000n, '2026-02-12'), month: '2026-01-01' })
      await addReturn(tx, { worksite_id: of.worksite_id, payout_id: idOf('payout', 1), amount_fen: 500_000n })
      await addPayout(tx, { ...of, ...pay(2, 100_000n, '2026-02-13') })
      await addReturn(tx, {
        worksite_id: of.worksite_id,
        return_id: idOf('return', 1),
        payout_id: idOf('payout', 2),
        amount_fen: 40_000n,
      })
      await fold(tx, of, '2026-01')
      expect(await months(tx)).toMatchObject([
        { paid_fen: 60_000n, returned_fen: 540_000n },
        { paid_fen: 0n, returned_fen: 0n },
      ])
    }))

  it('told twice are paid once, by the message that says most', () =>
    inWorld(async (tx, of) => {
      await addPayout(tx, { ...of, ...pay(1, 500_000n, '2026-03-12'), intake_id: idOf('intake', 5) })
      const line = { payroll_id: idOf('payroll', 2), payroll_row: 4, corroborates_id: idOf('payout', 1) }
      await addPayout(tx, { ...of, ...pay(2, 500_000n, '2026-03-12'), ...line })
      await fold(tx, of, '2026-02')
      expect(await allocations(tx)).toMatchObject([
        { payout_id: idOf('payout', 2), month: '2026-02-01', amount_fen: 500_000n },
      ])
      await withdraw(tx, of.worksite_id, idOf('intake', 5))
      expect(await fold(tx, of, '2026-02')).toBe(0)
    }))

  it('that were withdrawn leave the due open', () =>
    inWorld(async (tx, of) => {
      const before = await folded(tx)
      const message = { month: '2026-03-01', intake_id: idOf('intake', 5) }
      await addPayout(tx, { ...of, ...pay(1, 1_200_000n, '2026-03-12'), ...message })
      await fold(tx, of, '2026-03')
      expect(await folded(tx)).not.toEqual(before)
      await withdraw(tx, of.worksite_id, idOf('intake', 5))
      await fold(tx, of, '2026-03')
      expect(await folded(tx)).toEqual(before)
    }))

  it("to a card that is not the person's own are counted apart", () =>
    inWorld(async (tx, of) => {
      const card = {
        person_id: of.person_id,
        card_sealed: cardOf(0),
        card_tail: '',
        received_on: '2026-01-01',
      }
      await tx.k
        .insertInto('bank_card')
        .values({ ...card, card_blind: cardOf(2) })
        .execute()
      for (const [number, card_blind] of [
        [1, cardOf(1)],
        [2, cardOf(2)],
        [3, cardOf(3)],
        [4, null],
      ] as const) {
        const payout = pay(number, BigInt(number), '2026-02-13')
        await addPayout(tx, { ...of, ...payout, month: '2026-01-01', card_blind })
      }
      await fold(tx, of, '2026-01')
      expect((await months(tx))[0]).toMatchObject({ paid_fen: 10n, other_account_fen: 3n })
    }))

  it('without a month to a person without a due wait', () =>
    inWorld(async (tx, { worksite_id }) => {
      const other = { worksite_id, person_id: await addPerson(tx, worksite_id, 2) }
      await addGateDay(tx, { ...other, day: '2026-02-02' })
      await addPayout(tx, { ...other, ...pay(1, 7n, '2026-03-12') })
      await fold(tx, other, '2026-02', '2026-03')
      expect(await allocations(tx)).toEqual([])
    }))
})
