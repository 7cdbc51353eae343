import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'

/** 报文 — what every row of a message carries. */
export interface MessageFacts {
  readonly intakeId: string
  readonly receivedOn: string
  readonly sheet: string
  /** 对账单 tells of bookings, 代发结果 of a pay file: two kinds of message on one payment. */
  readonly isStatement: boolean
}

/** How far apart the bank's own messages may date one payment, in days. */
const samePaymentDays = 3

/**
 * 记代发 — makes a payout of every staged payment to somebody who is known, and of those that wait for a name.
 * A payment of which another kind of message told already is kept as well, and names the payout that it
 * corroborates; so does one that the same kind tells again with the same day and reference. What came back
 * before, by this message or an earlier one, is not what a later payment tells of.
 */
export async function insertPayouts(tx: Tx, message: MessageFacts): Promise<void> {
  await sql`
    with line as (
      select b.*, row_number() over (partition by b.worksite_id, b.account_blind, b.person_id, b.amount_fen
                                     order by b.booked_on, b.line_no) as place
        from bank_line b where b.kind = 'payout'),
    told as (
      select o.worksite_id, o.payout_id, o.person_id, o.amount_fen, o.paid_on,
             row_number() over (partition by o.worksite_id, o.person_id, o.amount_fen
                                order by o.paid_on, o.payout_id) as place
        from payout o
       where o.corroborates_id is null and o.intake_id <> ${message.intakeId}::uuid
         and not exists (select from payout e where e.worksite_id = o.worksite_id
                          and e.corroborates_id = o.payout_id)
         and not exists (select from claim_withdrawal c
                          where c.worksite_id = o.worksite_id and c.intake_id = o.intake_id)
         and not exists (select from payout_return r
                          where r.worksite_id = o.worksite_id and r.payout_id = o.payout_id)
         and exists (select from line l where l.worksite_id = o.worksite_id and l.person_id = o.person_id
                        and l.amount_fen = o.amount_fen
                        and case when (o.movement_id is not null) <> ${message.isStatement}::boolean
                                 then abs(l.booked_on - o.paid_on) <= ${samePaymentDays}::int
                                 else l.booked_on = o.paid_on and l.reference = o.bank_reference end
                        and not exists (select from bank_line r
                                         where r.kind = 'return' and r.worksite_id = o.worksite_id
                                           and r.amount_fen = o.amount_fen
                                           and (r.reference = o.bank_reference or r.account_blind = o.card_blind
                                                or r.person_id = o.person_id)
                                           and r.booked_on >= o.paid_on and r.booked_on < l.booked_on)))
    insert into payout (worksite_id, payout_id, person_id, area_code, sector, general_contractor_id, amount_fen,
        paid_on, month, payroll_id, payroll_row, movement_id, bank_reference, payee_name, card_blind, card_tail,
        corroborates_id, intake_id, source_sheet, source_row, received_on)
    select l.worksite_id, uuid_v7(${tx.now}::timestamptz), l.person_id, w.area_code, w.sector,
           w.general_contractor_id, l.amount_fen, l.booked_on, l.month, l.payroll_id, l.payroll_row, l.movement_id,
           l.reference, l.name, l.account_blind, l.account_tail, t.payout_id, ${message.intakeId}::uuid,
           ${message.sheet}, l.source_row, ${message.receivedOn}::date
      from line l
      join worksite w on w.worksite_id = l.worksite_id
      left join told t on t.worksite_id = l.worksite_id and t.person_id = l.person_id
                      and t.amount_fen = l.amount_fen and t.place = l.place
                      and abs(l.booked_on - t.paid_on) <= ${samePaymentDays}::int`.execute(tx.k)
}

/**
 * 记退票 — joins what came back to the payout that it returns: the same reference, else the same person (or
 * card) and sum, the latest one before it that was not returned yet. A return whose payout is not found
 * waits.
 */
export async function insertReturns(tx: Tx, message: MessageFacts): Promise<void> {
  await sql`
    insert into payout_return (worksite_id, return_id, payout_id, person_id, area_code, sector,
        general_contractor_id, amount_fen, returned_on, reason, bank_reference, card_blind, movement_id, intake_id,
        source_sheet, source_row, received_on)
    select b.worksite_id, uuid_v7(${tx.now}::timestamptz), o.payout_id, coalesce(o.person_id, b.person_id),
           w.area_code, w.sector, w.general_contractor_id, b.amount_fen, b.booked_on, coalesce(b.return_reason, ''),
           b.reference, b.account_blind, b.movement_id, ${message.intakeId}::uuid, ${message.sheet}, b.source_row,
           ${message.receivedOn}::date
      from bank_line b
      join worksite w on w.worksite_id = b.worksite_id
      left join lateral (
        select coalesce(o.corroborates_id, o.payout_id) as payout_id, o.person_id from payout o
         where o.worksite_id = b.worksite_id and o.amount_fen = b.amount_fen and o.paid_on <= b.booked_on
           and ((b.reference <> '' and o.bank_reference = b.reference)
                or o.card_blind = b.account_blind or o.person_id = b.person_id)
           and not exists (select from payout_return r
                            where r.worksite_id = o.worksite_id
                              and r.payout_id = coalesce(o.corroborates_id, o.payout_id))
         order by (b.reference <> '' and o.bank_reference = b.reference) desc, o.paid_on desc, o.payout_id desc
         limit 1) o on true
     where b.kind = 'return'`.execute(tx.k)
}

/** 等待认领 — payments of which nobody can be named, one line each for the sender. */
export async function listWaiting(tx: Tx): Promise<{ source_row: number; amount_fen: bigint }[]> {
  const { rows } = await sql<{ source_row: number; amount_fen: bigint }>`
    select source_row, amount_fen from bank_line where kind = 'payout' and person_id is null
     order by line_no`.execute(tx.k)
  return rows
}
