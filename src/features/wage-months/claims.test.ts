import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import {
  addConfirmation,
  addContract,
  addGateDay,
  addPayroll,
  addPerson,
  addSheet,
  addWorksite,
  fold,
  idOf,
  unit,
  withdraw,
} from './testing/world.ts'

const database = useDatabase()

type Of = { worksite_id: string; person_id: string }

/** A worksite and a person of its subcontractor, in a transaction that leaves nothing. */
function inWorld(work: (tx: Tx, of: Of) => Promise<void>): Promise<void> {
  return database.withTx(localOperator, async (tx) => {
    const worksite_id = await addWorksite(tx, 1)
    await work(tx, { worksite_id, person_id: await addPerson(tx, worksite_id, 1) })
  })
}

const rows = (tx: Tx) =>
  tx.k.selectFrom('wage_month').selectAll().orderBy('month').orderBy('employing_unit_id').execute()

const march = '2026-03-01'

describe('a wage-month', () => {
  it('counts days and minutes by the gate and, apart, by the sheet', () =>
    inWorld(async (tx, of) => {
      await addGateDay(tx, { ...of, day: '2026-03-02', minutes: 500 })
      await addGateDay(tx, { ...of, day: '2026-03-31', minutes: 100 })
      await addGateDay(tx, { ...of, day: '2026-04-01' })
      const { person_id } = of
      const marks = [
        { person_id, day: '2026-03-02' },
        { person_id, day: '2026-03-03', hundredths: 50, minutes: 240 },
      ]
      await addSheet(tx, { worksite_id: of.worksite_id, month: march, marks })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([
        {
          month: march,
          employing_unit_id: unit.sub,
          gate_days: 2,
          gate_minutes: 600,
          sheet_days_hundredths: 150,
          sheet_minutes: 240,
          net_fen: null,
          area_code: '330106',
        },
      ])
    }))

  it('adds up the lines of all current payrolls, and of no replaced one', () =>
    inWorld(async (tx, of) => {
      const sheet = { worksite_id: of.worksite_id, month: march }
      const line = { person_id: of.person_id, days_hundredths: 2000, overtime_fen: 100n, deduction_fen: 10n }
      await addPayroll(tx, { ...sheet, lines: [{ ...line, net_fen: 500000n, due_fen: 520000n }] })
      await addPayroll(tx, {
        ...sheet,
        payroll_id: idOf('payroll', 1),
        number: '2',
        lines: [{ ...line, net_fen: 30000n, advance_fen: 7n }],
      })
      await addPayroll(tx, {
        ...sheet,
        payroll_id: idOf('payroll', 2),
        current: false,
        lines: [{ ...line, net_fen: 1n }],
      })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([
        {
          payroll_lines: 2,
          payroll_days_hundredths: 4000,
          due_fen: 550000n,
          overtime_fen: 200n,
          deduction_fen: 20n,
          advance_fen: 7n,
          net_fen: 530000n,
          due_on: '2026-04-15',
        },
      ])
    }))

  it('is of the unit on whose payroll the person stands, where the roster named none', () =>
    inWorld(async (tx, { worksite_id }) => {
      const person_id = await addPerson(tx, worksite_id, 2, { employing_unit_id: unit.general })
      const of = { worksite_id, person_id }
      await addGateDay(tx, { ...of, day: '2026-03-02', unit: unit.general })
      await addGateDay(tx, { ...of, day: '2026-04-02', unit: unit.general })
      await addPayroll(tx, { worksite_id, month: march, lines: [{ person_id, net_fen: 1n }] })
      await fold(tx, of, '2026-03', '2026-04')
      const units = (await rows(tx)).map((row) => [
        row.month,
        row.employing_unit_id,
        row.gate_days,
        row.payroll_lines,
      ])
      expect(units).toEqual([
        [march, unit.sub, 1, 1],
        ['2026-04-01', unit.general, 1, 0],
      ])
      const other = { payroll_id: idOf('payroll', 1), employing_unit_id: unit.other, number: '2' }
      await addPayroll(tx, { worksite_id, month: march, ...other, lines: [{ person_id, net_fen: 1n }] })
      await fold(tx, of, '2026-03')
      const apart = (await rows(tx)).filter((row) => row.month === march)
      expect(apart.map((row) => [row.employing_unit_id, row.gate_days])).toEqual([
        [unit.general, 1],
        [unit.sub, 0],
        [unit.other, 0],
      ])
    }))

  it('leaves out whatever came with a withdrawn message, and goes when nothing is left', () =>
    inWorld(async (tx, of) => {
      await addPayroll(tx, {
        worksite_id: of.worksite_id,
        month: march,
        intake_id: idOf('intake', 7),
        lines: [{ person_id: of.person_id, net_fen: 1n }],
      })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toHaveLength(1)
      await withdraw(tx, of.worksite_id, idOf('intake', 7))
      expect(await fold(tx, of, '2026-03')).toBe(2)
      expect(await rows(tx)).toEqual([])
      expect(await tx.k.selectFrom('wage_due').selectAll().execute()).toEqual([])
    }))

  it('belongs to the unit that employs the person whom the general contractor lists', () =>
    inWorld(async (tx, of) => {
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      const sheet = { worksite_id: of.worksite_id, month: march, employing_unit_id: unit.general }
      await addPayroll(tx, { ...sheet, lines: [{ person_id: of.person_id, net_fen: 5n }] })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ employing_unit_id: unit.sub, gate_days: 1, net_fen: 5n }])
    }))

  it('keeps the units apart that each list the person', () =>
    inWorld(async (tx, of) => {
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      const sheet = { worksite_id: of.worksite_id, month: march, employing_unit_id: unit.other }
      await addPayroll(tx, { ...sheet, lines: [{ person_id: of.person_id, net_fen: 5n }] })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([
        { employing_unit_id: unit.sub, gate_days: 1, net_fen: null },
        { employing_unit_id: unit.other, gate_days: 0, net_fen: 5n },
      ])
    }))

  it('does not change a row again that says the same', () =>
    inWorld(async (tx, of) => {
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      expect(await fold(tx, of, '2026-03')).toBe(1)
      expect(await fold(tx, of, '2026-03')).toBe(0)
    }))
})

describe('what is accrued', () => {
  const cases = [
    { kind: 'day', rate: 30_000n, accrued: 75_000n },
    { kind: 'hour', rate: 3_001n, accrued: 60_020n },
    { kind: 'month', rate: 900_000n, accrued: 103_448n },
    { kind: 'piece', rate: 900n, accrued: null },
  ] as const

  it.each(cases)(
    "by the $kind is the attendance of the sheet times the contract's rate",
    ({ kind, rate, accrued }) =>
      inWorld(async (tx, of) => {
        await addContract(tx, { ...of, rate_kind: kind, rate_fen: rate, from_on: '2025-01-01' })
        await addGateDay(tx, { ...of, day: '2026-03-02' })
        const marks = ['02', '03', '04'].map((date) => ({
          person_id: of.person_id,
          day: `2026-03-${date}`,
          hundredths: date === '04' ? 50 : 100,
          minutes: 400,
        }))
        await addSheet(tx, { worksite_id: of.worksite_id, month: march, marks })
        await fold(tx, of, '2026-03')
        expect(await rows(tx)).toMatchObject([{ rate_kind: kind, rate_fen: rate, accrued_fen: accrued }])
      }),
  )

  it('by the month is the whole wage and no more from 21.75 days on', () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, rate_kind: 'month', rate_fen: 900_000n })
      for (let date = 1; date <= 22; date += 1) {
        await addGateDay(tx, { ...of, day: `2026-03-${String(date).padStart(2, '0')}` })
      }
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ gate_days: 22, accrued_fen: 900_000n, due_on: '2026-04-15' }])
    }))

  it("takes the payroll's rate where no contract in force states one, and none where its lines differ", () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, rate_kind: 'day', rate_fen: 99n, until_on: '2026-02-28' })
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      const line = { person_id: of.person_id, net_fen: 5n, rate_kind: 'day', rate_fen: 20_000n } as const
      await addPayroll(tx, { worksite_id: of.worksite_id, month: march, lines: [line] })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ rate_kind: 'day', rate_fen: 20_000n, accrued_fen: 20_000n }])
      await addPayroll(tx, {
        worksite_id: of.worksite_id,
        month: march,
        payroll_id: idOf('payroll', 1),
        number: '2',
        lines: [{ ...line, rate_fen: 30_000n }],
      })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ rate_kind: null, rate_fen: null, accrued_fen: null }])
    }))

  it('takes the contract that began last of those in force', () =>
    inWorld(async (tx, of) => {
      await addContract(tx, { ...of, rate_kind: 'day', rate_fen: 1n, from_on: '2026-03-16' })
      await addContract(tx, {
        ...of,
        contract_id: idOf('contract', 1),
        rate_kind: 'day',
        rate_fen: 2n,
        from_on: march,
      })
      const next = {
        contract_id: idOf('contract', 2),
        rate_kind: 'day',
        rate_fen: 3n,
        from_on: '2026-04-01',
      } as const
      await addContract(tx, { ...of, ...next })
      await addGateDay(tx, { ...of, day: '2026-03-02' })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ rate_fen: 1n }])
    }))
})

describe('the confirmation', () => {
  const payroll = (of: Of, rest = {}) => ({
    worksite_id: of.worksite_id,
    month: march,
    lines: [{ person_id: of.person_id, net_fen: 5n }],
    ...rest,
  })
  const signature = { channel: 'contractor-sheet', payroll_id: idOf('payroll', 0) } as const

  it('is declared when only a signature on the sheet says so, and not reported without one', () =>
    inWorld(async (tx, of) => {
      await addPayroll(tx, payroll(of))
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ confirmation: 'not-reported' }])
      await addConfirmation(tx, { ...of, ...signature, month: march })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ confirmation: 'declared' }])
    }))

  it("is the worker's own word before a later signature, and his last word before his first", () =>
    inWorld(async (tx, of) => {
      await addPayroll(tx, payroll(of))
      await addConfirmation(tx, { ...of, ...signature, month: march, said_on: '2026-04-20' })
      const said = (number: number, answer: 'received' | 'contested', on: string) =>
        addConfirmation(tx, {
          ...of,
          month: march,
          confirmation_id: idOf('said', number),
          answer,
          said_on: on,
        })
      await said(1, 'received', '2026-04-10')
      await said(2, 'contested', '2026-04-09')
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ confirmation: 'received' }])
      await said(3, 'contested', '2026-04-10')
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ confirmation: 'contested' }])
    }))

  it('of a sheet that was replaced says nothing of the new one, but a protest stands', () =>
    inWorld(async (tx, of) => {
      await addPayroll(tx, payroll(of, { current: false }))
      await addPayroll(tx, payroll(of, { payroll_id: idOf('payroll', 1), replaces_id: idOf('payroll', 0) }))
      await addConfirmation(tx, { ...of, ...signature, month: march })
      const of0 = { ...of, month: march, payroll_id: idOf('payroll', 0) }
      await addConfirmation(tx, { ...of0, confirmation_id: idOf('said', 1) })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ confirmation: 'not-reported' }])
      await addConfirmation(tx, { ...of0, confirmation_id: idOf('said', 2), answer: 'contested' })
      await fold(tx, of, '2026-03')
      expect(await rows(tx)).toMatchObject([{ confirmation: 'contested' }])
    }))
})
