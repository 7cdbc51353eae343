import { createHash } from 'node:crypto'

import { type RawBuilder, sql } from 'kysely'

import type { WorldDay, WorldMonth, WorldPerson } from '../src/monitoring/rules/testing/world.ts'
import { newId } from '../src/platform/ids.ts'
import type { Tx } from '../src/platform/transact.ts'

/** The month of which a world speaks unless it says otherwise. */
export const firstMonth = '2026-03'

/** 所在 — the worksite, its unit and payroll, and what every row copies: area, sector, general contractor. */
export interface Place {
  readonly worksiteId: string
  readonly unitId: string
  readonly payrollId: string
  readonly scope: RawBuilder<unknown>
}

interface At extends Place {
  readonly personId: string
}

/** 盲索引 — stands for the blind index of a number that an example gives a name. */
export function blindOf(label: string): RawBuilder<unknown> {
  return sql`convert_to(${label}, 'UTF8')`
}

/** 建人 — seeds people who are alike, with their months. */
export async function seedPeople(tx: Tx, person: WorldPerson, place: Place): Promise<void> {
  for (let each = 0; each < (person.count ?? 1); each++) {
    const at = { ...place, personId: newId(), unitId: unitOf(person, place) }
    await seedRegister(tx, person, at)
    for (const month of [person, ...(person.alsoMonths ?? [])]) {
      await seedMonth(tx, month, at)
      await seedVoice(tx, month, at)
      await seedPayout(tx, month, at)
    }
    await seedDays(tx, person.days ?? [], at)
    if (person.daysElsewhere !== undefined) {
      await seedElsewhere(tx, person, at)
    }
  }
}

/** The same one for the same name at a worksite. */
function unitOf({ unit }: WorldPerson, { worksiteId, unitId }: Place): string {
  return unit === undefined ? unitId : createHash('md5').update(`${worksiteId} ${unit}`).digest('hex')
}

async function seedRegister(tx: Tx, person: WorldPerson, at: At): Promise<void> {
  const { worksiteId, personId, unitId, scope } = at
  const { enteredOn = null, leftOn = null } = person
  const card = person.card === undefined ? sql`null` : blindOf(person.card)
  await sql`insert into person_worksite (person_id, worksite_id, area_code, sector, general_contractor_id,
      employing_unit_id)
    values (${personId}::uuid, ${worksiteId}::uuid, ${scope}, ${unitId}::uuid)`.execute(tx.k)
  await sql`insert into worksite_person (worksite_id, person_id, area_code, sector, general_contractor_id,
      employing_unit_id, name, name_pinyin, work_type, born_on, card_blind, entered_on, left_on, enrolled, intake_id,
      source_row, received_on)
    values (${worksiteId}::uuid, ${personId}::uuid, ${scope}, ${unitId}::uuid, ${person.name ?? '小张'}, 'xiaozhang',
            ${person.workType ?? ''}, ${person.bornOn ?? null}::date, ${card}, ${enteredOn}::date, ${leftOn}::date,
            ${person.enrolled ?? true}, ${newId()}::uuid, 2, '2026-01-01')`.execute(tx.k)
  if (leftOn !== null) {
    await sql`insert into site_presence (worksite_id, presence_id, person_id, area_code, sector,
        general_contractor_id, employing_unit_id, entered_on, left_on, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${personId}::uuid, ${scope}, ${unitId}::uuid, ${enteredOn}::date,
              ${leftOn}::date, ${leftOn}::date)`.execute(tx.k)
  }
  if (person.contractSignedOn !== undefined) {
    await sql`insert into labor_contract (worksite_id, contract_id, person_id, area_code, sector,
        general_contractor_id, employing_unit_id, signed_on, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${personId}::uuid, ${scope}, ${unitId}::uuid,
              ${person.contractSignedOn}::date, '2026-01-01')`.execute(tx.k)
  }
}

function keyOf(
  { worksiteId, personId, unitId }: At,
  { month = firstMonth }: WorldMonth,
): RawBuilder<unknown> {
  return sql`${worksiteId}::uuid, ${`${month}-01`}::date, ${personId}::uuid, ${unitId}::uuid`
}

async function seedMonth(tx: Tx, month: WorldMonth, at: At): Promise<void> {
  const hundredfold = (days: number | undefined) => (days === undefined ? null : Math.round(days * 100))
  await sql`insert into wage_month (worksite_id, month, person_id, employing_unit_id, area_code, sector,
      general_contractor_id, gate_days, sheet_days_hundredths, payroll_days_hundredths, payroll_lines, rate_kind,
      accrued_fen, due_fen, net_fen, overtime_fen, paid_fen, first_paid_on, other_account_fen, confirmation, due_on)
    values (${keyOf(at, month)}, ${at.scope}, ${month.gateDays ?? 0}, ${hundredfold(month.sheetDays)},
            ${hundredfold(month.payrollDays)}, ${month.dueFen === undefined ? 0 : 1}, ${month.rateKind ?? null},
            ${month.accruedFen ?? null}, ${month.dueFen ?? null}, ${month.netFen ?? month.dueFen ?? null},
            ${month.overtimeFen ?? 0n}, ${month.paidFen ?? 0n}, ${month.firstPaidOn ?? null}::date,
            ${month.otherAccountFen ?? 0n}, ${month.confirmation ?? 'not-reported'},
            ${month.due?.on ?? month.dueOn ?? null}::date)`.execute(tx.k)
  if (month.due !== undefined) {
    const { on, agreedOn = on, fen, paidFen = 0n, settledOn = null, basis = 'payroll' } = month.due
    await sql`insert into wage_due (worksite_id, month, person_id, employing_unit_id, due_no, area_code, sector,
        general_contractor_id, pay_cycle, agreed_on, due_on, basis, due_fen, paid_fen, settled_on)
      values (${keyOf(at, month)}, 1, ${at.scope}, 'month', ${agreedOn}::date, ${on}::date, ${basis}, ${fen},
              ${paidFen}, ${settledOn}::date)`.execute(tx.k)
  }
}

/** What the person signed or said; lines are numbered by chance, for no rule reads their order. */
async function seedVoice(tx: Tx, month: WorldMonth, at: At): Promise<void> {
  const { worksiteId, personId, unitId, payrollId, scope } = at
  if (month.signed !== undefined) {
    await sql`insert into payroll_line (worksite_id, payroll_id, source_row, person_id, employing_unit_id, area_code,
        sector, general_contractor_id, month, due_fen, net_fen, signed)
      select ${worksiteId}::uuid, ${payrollId}::uuid, count(*) + 1, ${personId}::uuid, ${unitId}::uuid, ${scope},
             ${`${month.month ?? firstMonth}-01`}::date, ${month.dueFen ?? 0n}, ${month.dueFen ?? 0n}, ${month.signed}
        from payroll_line where payroll_id = ${payrollId}::uuid`.execute(tx.k)
  }
  if (month.objectedOn !== undefined) {
    await sql`insert into wage_confirmation (worksite_id, confirmation_id, person_id, employing_unit_id, area_code,
        sector, general_contractor_id, month, channel, answer, said_on, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${personId}::uuid, ${unitId}::uuid, ${scope},
              ${`${month.month ?? firstMonth}-01`}::date, 'worker-phone', ${month.confirmation ?? 'contested'},
              ${month.objectedOn}::date, ${month.objectedOn}::date)`.execute(tx.k)
  }
}

async function seedPayout(tx: Tx, month: WorldMonth, at: At): Promise<void> {
  const { payout } = month
  if (payout === undefined) {
    return
  }
  const { worksiteId, personId, unitId, scope } = at
  const payoutId = newId()
  await sql`insert into payout (worksite_id, payout_id, person_id, area_code, sector, general_contractor_id,
      amount_fen, paid_on, payee_name, card_blind, movement_id, intake_id, source_row, received_on)
    values (${worksiteId}::uuid, ${payoutId}::uuid, ${personId}::uuid, ${scope}, ${payout.fen}, ${payout.on}::date,
            ${payout.payee}, ${blindOf(payout.card)}, ${newId()}::uuid, ${newId()}::uuid, 2,
            ${payout.on}::date)`.execute(tx.k)
  await sql`insert into payout_allocation (worksite_id, payout_id, person_id, employing_unit_id, month, due_no,
      area_code, sector, general_contractor_id, amount_fen, paid_on, basis)
    values (${worksiteId}::uuid, ${payoutId}::uuid, ${personId}::uuid, ${unitId}::uuid,
            ${`${month.month ?? firstMonth}-01`}::date, 1, ${scope}, ${payout.fen}, ${payout.on}::date,
            'stated-month')`.execute(tx.k)
}

async function seedDays(tx: Tx, days: readonly WorldDay[], at: At): Promise<void> {
  for (const { on, from, to, oneSided = false } of days) {
    await sql`insert into attendance_day (worksite_id, person_id, day, area_code, sector, general_contractor_id,
        employing_unit_id, first_at, last_at, minutes, punches, missing_in, missing_out)
      values (${at.worksiteId}::uuid, ${at.personId}::uuid, ${on}::date, ${at.scope}, ${at.unitId}::uuid,
              ${`${on}T${from}+08:00`}::timestamptz, ${`${on}T${to}+08:00`}::timestamptz, 0, 2, false,
              ${oneSided})`.execute(tx.k)
  }
}

async function seedElsewhere(tx: Tx, person: WorldPerson, at: At): Promise<void> {
  const worksiteId = newId()
  await sql`insert into worksite (worksite_id, kind, code, name, name_pinyin, area_code, sector,
      general_contractor_id, version, received_on)
    values (${worksiteId}::uuid, 'project', ${worksiteId}, '别处', 'biechu', ${at.scope}, 1, '2026-01-01')`.execute(
    tx.k,
  )
  await sql`insert into person_worksite (person_id, worksite_id, area_code, sector, general_contractor_id,
      employing_unit_id)
    values (${at.personId}::uuid, ${worksiteId}::uuid, ${at.scope}, ${at.unitId}::uuid)`.execute(tx.k)
  await seedDays(tx, person.daysElsewhere ?? [], { ...at, worksiteId })
}
