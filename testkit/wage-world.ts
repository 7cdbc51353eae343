import { sql } from 'kysely'

import { newId } from '../src/platform/ids.ts'
import type { Tx } from '../src/platform/transact.ts'

/** 小世界 — a worksite, and what is said of it, put straight into the tables that rules read. */
export interface WageWorld {
  readonly areaCode?: string
  readonly kind?: 'project' | 'establishment' | 'labor-platform'
  readonly contractSignedOn?: string
  readonly permitOn?: string
  readonly startsOn?: string
  readonly completedOn?: string
  readonly account?: { openedOn: string; agreementOn?: string }
  readonly deposit?: { form: 'cash' | 'bank-guarantee' | 'surety-insurance' | 'exempt'; storedOn?: string }
  /** The last day that the bank has spoken of; absent: no bank has spoken. */
  readonly bankUntil?: string
  readonly people?: readonly WorldPerson[]
  /** The day on which the payroll of the month came; absent: it has not. */
  readonly payrollOn?: string
}

export interface WorldPerson {
  /** How many people are like this one. */
  readonly count?: number
  readonly month?: string
  readonly gateDays?: number
  readonly payrollDays?: number
  readonly dueFen?: bigint
  readonly overtimeFen?: bigint
  readonly accruedFen?: bigint
  readonly due?: { on: string; agreedOn?: string; fen: bigint; paidFen?: bigint; settledOn?: string }
}

const firstMonth = '2026-03'

/** 建小世界 — seeds the rows; gives the worksite's id. */
export async function seedWageWorld(tx: Tx, world: WageWorld): Promise<string> {
  const worksiteId = newId()
  const unitId = newId()
  await seedWorksite(tx, world, { worksiteId, unitId })
  const scope = sql`${world.areaCode ?? '330106'}, 'housing', ${unitId}::uuid`
  if (world.account !== undefined) {
    await sql`insert into wage_account (worksite_id, account_id, version, area_code, sector, general_contractor_id,
        number_sealed, number_blind, number_tail, opened_on, agreement_on, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, 1, ${scope}, '\\x00', '\\x00', '0000',
              ${world.account.openedOn}::date, ${world.account.agreementOn ?? null}::date,
              ${world.account.openedOn}::date)`.execute(tx.k)
  }
  if (world.deposit !== undefined) {
    await sql`insert into wage_deposit (worksite_id, deposit_id, area_code, sector, general_contractor_id, form,
        stored_on, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${scope}, ${world.deposit.form},
              ${world.deposit.storedOn ?? null}::date, '2026-01-01')`.execute(tx.k)
  }
  if (world.bankUntil !== undefined) {
    await seedFeed(tx, worksiteId, { feed: 'bank', on: world.bankUntil })
  }
  if (world.payrollOn !== undefined) {
    await sql`insert into payroll (worksite_id, payroll_id, employing_unit_id, area_code, sector,
        general_contractor_id, month, number, line_count, due_fen, net_fen, signatures, intake_id, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${unitId}::uuid, ${scope}, ${`${firstMonth}-01`}::date, '1', 0,
              0, 0, 'not-reported', ${newId()}::uuid, ${world.payrollOn}::date)`.execute(tx.k)
  }
  for (const person of world.people ?? []) {
    await seedPeople(tx, person, { worksiteId, unitId, areaCode: world.areaCode ?? '330106' })
  }
  return worksiteId
}

interface Place {
  readonly worksiteId: string
  readonly unitId: string
}

async function seedWorksite(tx: Tx, world: WageWorld, { worksiteId, unitId }: Place): Promise<void> {
  await sql`insert into worksite (worksite_id, kind, code, name, name_pinyin, area_code, sector,
      general_contractor_id, contract_signed_on, permit_on, starts_on, completed_on, version, received_on)
    values (${worksiteId}::uuid, ${world.kind ?? 'project'}, ${worksiteId}, '小世界', 'xiaoshijie',
            ${world.areaCode ?? '330106'}, 'housing', ${unitId}::uuid, ${world.contractSignedOn ?? null}::date,
            ${world.permitOn ?? null}::date, ${world.startsOn ?? null}::date, ${world.completedOn ?? null}::date, 1,
            '2026-01-01')`.execute(tx.k)
}

/** 数据到达 — that a feed spoke until a day. */
export async function seedFeed(
  tx: Tx,
  worksiteId: string,
  { feed, on }: { feed: string; on: string },
): Promise<void> {
  await sql`insert into feed_receipt (worksite_id, feed, intake_id, area_code, sector, general_contractor_id,
      received_on, covered_until_on)
    select worksite_id, ${feed}, ${newId()}::uuid, area_code, sector, general_contractor_id, '2026-01-01', ${on}::date
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
}

async function seedPeople(
  tx: Tx,
  person: WorldPerson,
  { worksiteId, unitId, areaCode }: Place & { areaCode: string },
): Promise<void> {
  const month = `${person.month ?? firstMonth}-01`
  for (let each = 0; each < (person.count ?? 1); each++) {
    const personId = newId()
    const key = sql`${worksiteId}::uuid, ${month}::date, ${personId}::uuid, ${unitId}::uuid`
    const scope = sql`${areaCode}, 'housing', ${unitId}::uuid`
    await sql`insert into wage_month (worksite_id, month, person_id, employing_unit_id, area_code, sector,
        general_contractor_id, gate_days, payroll_days_hundredths, payroll_lines, due_fen, overtime_fen, accrued_fen,
        due_on)
      values (${key}, ${scope}, ${person.gateDays ?? 0},
              ${person.payrollDays === undefined ? null : person.payrollDays * 100},
              ${person.dueFen === undefined ? 0 : 1}, ${person.dueFen ?? null}, ${person.overtimeFen ?? 0n},
              ${person.accruedFen ?? null}, ${person.due?.on ?? null}::date)`.execute(tx.k)
    if (person.due !== undefined) {
      const { on, agreedOn = on, fen, paidFen = 0n, settledOn = null } = person.due
      await sql`insert into wage_due (worksite_id, month, person_id, employing_unit_id, due_no, area_code, sector,
          general_contractor_id, pay_cycle, agreed_on, due_on, basis, due_fen, paid_fen, settled_on)
        values (${key}, 1, ${scope}, 'month', ${agreedOn}::date, ${on}::date, 'payroll', ${fen}, ${paidFen},
                ${settledOn}::date)`.execute(tx.k)
    }
  }
}
