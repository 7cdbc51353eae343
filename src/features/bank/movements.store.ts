import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import type { MessageFacts } from './payouts.store.ts'

/**
 * 去重 — takes out bookings that stand already, and those that the same message tells twice. Gives their
 * count.
 */
export async function dropKnown(tx: Tx): Promise<number> {
  const { rows } = await sql<{ line_no: number }>`
    delete from bank_line b
     where exists (
       select from account_movement m
        where m.worksite_id = b.worksite_id and m.bank_reference = b.reference and m.account_id = b.account_id
          and m.direction = b.direction and m.amount_fen = b.amount_fen and m.booked_on = b.booked_on
          and not exists (select from claim_withdrawal c
                           where c.worksite_id = m.worksite_id and c.intake_id = m.intake_id))
        or exists (
       select from bank_line a
        where a.line_no < b.line_no and a.worksite_id = b.worksite_id and a.reference = b.reference
          and a.direction = b.direction and a.amount_fen = b.amount_fen and a.booked_on = b.booked_on)
    returning b.line_no`.execute(tx.k)
  return rows.length
}

/**
 * 定性 — says what each booking is. Money in is labor cost, unless it is interest, comes back from somebody
 * or takes a booking back. Money out is a fee, a payment to a person of the worksite, a sum that equals a
 * payroll, a reversal; a sum of many that equals none is unexplained; what goes to anybody else goes to a
 * stranger.
 */
export async function classify(tx: Tx): Promise<void> {
  await sql`update bank_line b set movement_id = uuid_v7(${tx.now}::timestamptz), kind = case
      when b.purpose is not null then b.purpose
      when b.direction = 'credit' and (b.return_reason is not null or b.reversal) then 'return'
      when b.direction = 'credit' then 'labor-cost'
      when b.reversal then 'reversal'
      when b.batch or (b.person_id is null and b.name = '' and b.account_blind is null) then
        case when exists (select from payroll s where s.worksite_id = b.worksite_id and s.current
                             and s.net_fen = b.amount_fen)
             then 'payout-batch' else 'unexplained' end
      when b.person_id is not null then 'payout'
      else 'stranger' end`.execute(tx.k)
}

/** 记流水 — every booking, with the closing balance of the statement on its last one. */
export async function insertMovements(
  tx: Tx,
  message: MessageFacts,
  closingFen: bigint | null,
): Promise<void> {
  await sql`insert into account_movement (worksite_id, movement_id, account_id, area_code, sector,
      general_contractor_id, project_owner_id, booked_on, valued_on, direction, amount_fen, kind, bank_reference,
      counterparty_name, counterparty_blind, counterparty_tail, balance_fen, intake_id, source_sheet, source_row,
      received_on)
    select b.worksite_id, b.movement_id, b.account_id, w.area_code, w.sector, w.general_contractor_id,
           w.project_owner_id, b.booked_on, b.valued_on, b.direction, b.amount_fen, b.kind, b.reference, b.name,
           b.account_blind, b.account_tail,
           case when b.line_no = (select max(line_no) from bank_line) then ${closingFen}::bigint end,
           ${message.intakeId}::uuid, ${message.sheet}, b.source_row, ${message.receivedOn}::date
      from bank_line b join worksite w on w.worksite_id = b.worksite_id`.execute(tx.k)
}

/** 记人工费用拨付 — money that came in for wages. */
export async function insertLaborCosts(tx: Tx, message: MessageFacts): Promise<void> {
  await sql`insert into labor_cost_payment (worksite_id, payment_id, movement_id, area_code, sector,
      general_contractor_id, project_owner_id, amount_fen, paid_on, payer_name, intake_id, source_row, received_on)
    select b.worksite_id, uuid_v7(${tx.now}::timestamptz), b.movement_id, w.area_code, w.sector,
           w.general_contractor_id, w.project_owner_id, b.amount_fen, b.booked_on, b.name, ${message.intakeId}::uuid,
           b.source_row, ${message.receivedOn}::date
      from bank_line b join worksite w on w.worksite_id = b.worksite_id
     where b.kind = 'labor-cost'`.execute(tx.k)
}
