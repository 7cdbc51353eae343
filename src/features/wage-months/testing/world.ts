import type { Insertable } from 'kysely'

import type { Tables } from '../../../../schema/tables.ts'
import { month } from '../../../law/index.ts'
import type { Tx } from '../../../platform/transact.ts'
import { foldTouched, touchMonths } from '../index.ts'

/** 测试编号 — the same id for the same words, so that two worlds can be compared row by row. */
export function idOf(kind: string, number: number): string {
  const code = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffff, 7)
  return `00000000-${code.toString(16).padStart(4, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** 盲索引 — stands for the blind index of a card. */
export function cardOf(number: number): Buffer {
  return Buffer.alloc(16, number)
}

export const unit = { general: idOf('unit', 0), sub: idOf('unit', 1), other: idOf('unit', 2) }

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>
type Rest<Table extends keyof Tables> = Partial<Row<Table>>

const place = { area_code: '330106', sector: 'housing', general_contractor_id: unit.general }
const received = { received_on: '2026-04-01', intake_id: idOf('intake', 0) }

export async function addWorksite(tx: Tx, number: number, rest: Rest<'worksite'> = {}): Promise<string> {
  const worksite_id = idOf('worksite', number)
  const row: Row<'worksite'> = {
    worksite_id,
    kind: 'project',
    code: `P-${number}`,
    name: `工地${number}`,
    name_pinyin: 'gongdi',
    pay_day: 15,
    version: 1,
    ...place,
    received_on: '2026-01-01',
    ...rest,
  }
  await tx.k.insertInto('worksite').values(row).execute()
  return worksite_id
}

export async function addPerson(
  tx: Tx,
  worksite_id: string,
  number: number,
  rest: Rest<'worksite_person'> = {},
): Promise<string> {
  const person_id = idOf('person', number)
  const row: Row<'worksite_person'> = {
    worksite_id,
    person_id,
    name: `工人${number}`,
    name_pinyin: 'gongren',
    employing_unit_id: unit.sub,
    ...place,
    ...received,
    ...rest,
  }
  await tx.k.insertInto('worksite_person').values(row).execute()
  return person_id
}

export async function addContract(tx: Tx, rest: Rest<'labor_contract'> & Of): Promise<void> {
  const row: Row<'labor_contract'> = {
    contract_id: idOf('contract', 0),
    employing_unit_id: unit.sub,
    ...place,
    ...received,
    ...rest,
  }
  await tx.k.insertInto('labor_contract').values(row).execute()
}

interface Of {
  readonly worksite_id: string
  readonly person_id: string
}

export async function addGateDay(
  tx: Tx,
  of: Of & { day: string; minutes?: number; unit?: string },
): Promise<void> {
  const row: Row<'attendance_day'> = {
    worksite_id: of.worksite_id,
    person_id: of.person_id,
    day: of.day,
    ...place,
    employing_unit_id: of.unit ?? unit.sub,
    first_at: `${of.day}T00:00:00Z`,
    last_at: `${of.day}T09:00:00Z`,
    minutes: of.minutes ?? 540,
    punches: 2,
    missing_in: false,
    missing_out: false,
  }
  await tx.k.insertInto('attendance_day').values(row).execute()
}

export interface SheetMark {
  readonly person_id: string
  readonly day: string
  readonly hundredths?: number
  readonly minutes?: number
}

export async function addSheet(
  tx: Tx,
  {
    marks,
    ...rest
  }: Rest<'attendance_sheet'> & { worksite_id: string; month: string; marks: readonly SheetMark[] },
): Promise<void> {
  const sheet: Row<'attendance_sheet'> = {
    sheet_id: idOf('sheet', 0),
    employing_unit_id: unit.sub,
    number: '1',
    ...place,
    ...received,
    ...rest,
  }
  await tx.k.insertInto('attendance_sheet').values(sheet).execute()
  const rows = marks.map(
    (mark, index): Row<'attendance_mark'> => ({
      worksite_id: sheet.worksite_id,
      sheet_id: sheet.sheet_id,
      source_row: index + 4,
      day: mark.day,
      person_id: mark.person_id,
      employing_unit_id: sheet.employing_unit_id,
      ...place,
      day_hundredths: mark.hundredths ?? 100,
      minutes: mark.minutes ?? null,
    }),
  )
  await tx.k.insertInto('attendance_mark').values(rows).execute()
}

export type Line = Rest<'payroll_line'> & { person_id: string; net_fen: bigint }

export async function addPayroll(
  tx: Tx,
  { lines, ...rest }: Rest<'payroll'> & { worksite_id: string; month: string; lines: readonly Line[] },
): Promise<void> {
  const sum = lines.reduce((all, line) => all + line.net_fen, 0n)
  const payroll: Row<'payroll'> = {
    payroll_id: idOf('payroll', 0),
    employing_unit_id: unit.sub,
    number: '1',
    line_count: lines.length,
    due_fen: sum,
    net_fen: sum,
    signatures: 'not-reported',
    ...place,
    ...received,
    ...rest,
  }
  await tx.k.insertInto('payroll').values(payroll).execute()
  const rows = lines.map(
    (line, index): Row<'payroll_line'> => ({
      worksite_id: payroll.worksite_id,
      payroll_id: payroll.payroll_id,
      source_row: index + 4,
      employing_unit_id: payroll.employing_unit_id,
      month: payroll.month,
      due_fen: line.net_fen,
      ...place,
      ...line,
    }),
  )
  await tx.k.insertInto('payroll_line').values(rows).execute()
}

export async function addConfirmation(
  tx: Tx,
  rest: Rest<'wage_confirmation'> & Of & { month: string },
): Promise<void> {
  const row: Row<'wage_confirmation'> = {
    confirmation_id: idOf('confirmation', 0),
    employing_unit_id: unit.sub,
    channel: 'worker-phone',
    answer: 'confirmed',
    said_on: '2026-04-01',
    ...place,
    ...received,
    ...rest,
  }
  await tx.k.insertInto('wage_confirmation').values(row).execute()
}

export async function addPayout(
  tx: Tx,
  rest: Rest<'payout'> & Of & { amount_fen: bigint; paid_on: string },
): Promise<void> {
  const row: Row<'payout'> = { payout_id: idOf('payout', 0), source_row: 2, ...place, ...received, ...rest }
  await tx.k.insertInto('payout').values(row).execute()
}

export async function addReturn(
  tx: Tx,
  rest: Rest<'payout_return'> & { worksite_id: string; amount_fen: bigint },
): Promise<void> {
  const row: Row<'payout_return'> = {
    return_id: idOf('return', 0),
    returned_on: '2026-03-20',
    source_row: 3,
    ...place,
    ...received,
    ...rest,
  }
  await tx.k.insertInto('payout_return').values(row).execute()
}

export async function withdraw(tx: Tx, worksite_id: string, intake_id: string): Promise<void> {
  const row: Row<'claim_withdrawal'> = {
    worksite_id,
    intake_id,
    withdrawn_on: '2026-04-01',
    actor_id: 'local-operator',
    ...place,
  }
  const once = tx.k
    .insertInto('claim_withdrawal')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
  await once.execute()
}

/** 归集几个月 — touches the months 'YYYY-MM' of a person and folds. */
export async function fold(tx: Tx, of: Of, ...months: string[]): Promise<number> {
  const { worksite_id: worksiteId, person_id: personId } = of
  await touchMonths(
    tx,
    months.map((each) => ({ worksiteId, personId, month: month(each) })),
  )
  return await foldTouched(tx)
}

/** 归集结果 — all that the fold keeps, in the order of its keys. */
export async function folded(
  tx: Tx,
): Promise<{ months: unknown[]; dues: unknown[]; allocations: unknown[] }> {
  const months = tx.k.selectFrom('wage_month').selectAll().orderBy('worksite_id').orderBy('month')
  const dues = tx.k.selectFrom('wage_due').selectAll().orderBy('worksite_id').orderBy('month')
  const allocations = tx.k
    .selectFrom('payout_allocation')
    .selectAll()
    .orderBy('worksite_id')
    .orderBy('payout_id')
  return {
    months: await months.orderBy('person_id').orderBy('employing_unit_id').execute(),
    dues: await dues.orderBy('person_id').orderBy('employing_unit_id').orderBy('due_no').execute(),
    allocations: await allocations.orderBy('month').orderBy('employing_unit_id').orderBy('due_no').execute(),
  }
}
