import { type RawBuilder, sql } from 'kysely'

import { type StageType, stage } from '../../platform/stage.ts'
import type { Tx } from '../../platform/transact.ts'

/** 银行行 — a movement or a payout result as staged, before anybody has said whom and what it was for. */
export interface BankLine {
  readonly sourceRow: number
  readonly worksiteId: string
  readonly accountId: string | null
  readonly reference: string
  readonly bookedOn: string
  readonly valuedOn: string | null
  readonly direction: 'credit' | 'debit'
  readonly amountFen: bigint
  readonly reversal: boolean
  readonly returnReason: string | null
  readonly batch: boolean
  readonly purpose: string | null
  readonly name: string
  readonly accountBlind: Buffer | null
  readonly accountTail: string
  readonly idBlind: Buffer | null
  readonly month: string | null
}

const columns: Readonly<Record<string, StageType>> = {
  line_no: 'int',
  source_row: 'int',
  worksite_id: 'uuid',
  account_id: 'uuid',
  reference: 'text',
  booked_on: 'date',
  valued_on: 'date',
  direction: 'text',
  amount_fen: 'bigint',
  reversal: 'boolean',
  return_reason: 'text',
  batch: 'boolean',
  purpose: 'text',
  name: 'text',
  account_blind: 'bytea',
  account_tail: 'text',
  id_blind: 'bytea',
  month: 'date',
  kind: 'text',
  movement_id: 'uuid',
  person_id: 'uuid',
  payroll_id: 'uuid',
  payroll_row: 'int',
}

/** 暂存银行行 — appends to `bank_line`; line numbers go on from `from`. */
export async function stageLines(tx: Tx, lines: readonly BankLine[], from: number): Promise<void> {
  await stage(
    tx,
    'bank_line',
    columns,
    lines.map((line, index) => [
      from + index,
      line.sourceRow,
      line.worksiteId,
      line.accountId,
      line.reference,
      line.bookedOn,
      line.valuedOn,
      line.direction,
      line.amountFen,
      line.reversal,
      line.returnReason,
      line.batch,
      line.purpose,
      line.name,
      line.accountBlind,
      line.accountTail,
      line.idBlind,
      line.month,
      null,
      null,
      null,
      null,
      null,
    ]),
  )
}

/** 收尾 — another group of the same message begins with an empty table. */
export async function dropLines(tx: Tx): Promise<void> {
  await sql`drop table if exists bank_line`.execute(tx.k)
}

/**
 * 认人 — finds the person of each payment line: the line of a payroll that has this card and this sum and was
 * not paid yet (that of the stated month before the oldest), then the ID number, then whose card it is,
 * then a name that only one person of the worksite bears. What fits nobody, or two people, stays open.
 */
export async function matchPeople(tx: Tx): Promise<void> {
  for (const stated of [true, false]) {
    if (
      await isAnyOpen(tx, sql`b.account_blind is not null and (b.month is not null) = ${stated}::boolean`)
    ) {
      await matchPayrollLines(tx, { stated })
    }
  }
  if (!(await isAnyOpen(tx, sql`true`))) {
    return
  }
  await sql`update bank_line b set person_id = p.person_id
      from worksite_person p
     where b.person_id is null and b.id_blind is not null and ${isPayment}
       and p.worksite_id = b.worksite_id and p.id_blind = b.id_blind`.execute(tx.k)
  await onlyOne(
    tx,
    sql`(p.card_blind = b.account_blind or exists (
    select from bank_card c where c.person_id = p.person_id and c.card_blind = b.account_blind))
    and (b.name = '' or p.name = b.name)`,
  )
  await onlyOne(
    tx,
    sql`(p.card_blind = b.account_blind or exists (
    select from bank_card c where c.person_id = p.person_id and c.card_blind = b.account_blind))`,
  )
  await onlyOne(tx, sql`p.name = b.name and b.name <> ''`)
}

/** Lines that pay somebody: money out that is no fee, no sum of many; and what came back from somebody. */
export const isPayment = sql`b.purpose is null and not b.batch
  and (b.direction = 'debit' or b.return_reason is not null or b.reversal)`

/** Whether any such payment has nobody yet. In most messages all are found at once, and the rest need not be asked. */
async function isAnyOpen(tx: Tx, which: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from bank_line b where b.person_id is null and ${isPayment} and ${which}) as any`.execute(
    tx.k,
  )
  return rows[0]?.any ?? false
}

async function onlyOne(tx: Tx, fits: RawBuilder<unknown>): Promise<void> {
  await sql`update bank_line b set person_id = one.person_id
      from (select b.line_no, (array_agg(p.person_id))[1] as person_id
              from bank_line b join worksite_person p on p.worksite_id = b.worksite_id and ${fits}
             where b.person_id is null and ${isPayment}
             group by b.line_no having count(*) = 1) one
     where one.line_no = b.line_no`.execute(tx.k)
}

/**
 * The nth payment of a sum to a card answers the nth open payroll line of that sum and card. Both are looked up in
 * sets made beforehand, for the database takes a new statement for a small one, and would go through all payouts
 * of the worksite once for each line.
 */
async function matchPayrollLines(tx: Tx, { stated }: { stated: boolean }): Promise<void> {
  const [ofLine, ofSheet] = stated ? [sql`, b.month`, sql`, l.month`] : [sql``, sql``]
  await sql`
    with line as (
      select b.line_no, b.worksite_id, b.account_blind, b.amount_fen, b.month,
             row_number() over (partition by b.worksite_id, b.account_blind, b.amount_fen${ofLine}
                                order by b.booked_on, b.line_no) as place
        from bank_line b
       where b.person_id is null and b.account_blind is not null and b.direction = 'debit' and ${isPayment}
         and ${stated ? sql`b.month is not null` : sql`b.month is null`}),
    here as (
      select distinct worksite_id from line),
    paid as (
      select o.payroll_id, o.payroll_row from payout o
       where o.worksite_id = any(array(select worksite_id from here)) and o.payroll_id is not null
         and o.corroborates_id is null
         and not exists (select from claim_withdrawal c
                          where c.worksite_id = o.worksite_id and c.intake_id = o.intake_id)
         and not exists (select from payout_return r
                          where r.worksite_id = o.worksite_id and r.payout_id = o.payout_id)),
    owed as (
      select l.worksite_id, l.payroll_id, l.source_row, l.person_id, l.card_blind, l.net_fen, l.month,
             row_number() over (partition by l.worksite_id, l.card_blind, l.net_fen${ofSheet}
                                order by l.month, s.received_on, l.payroll_id, l.source_row) as place
        from payroll_line l
        join payroll s on s.worksite_id = l.worksite_id and s.payroll_id = l.payroll_id and s.current
       where l.worksite_id = any(array(select worksite_id from here))
         and ((l.worksite_id, l.card_blind, l.net_fen) in (
                select worksite_id, account_blind, amount_fen from line)) is true
         and (l.payroll_id, l.source_row) not in (select payroll_id, payroll_row from paid))
    update bank_line b set person_id = o.person_id, payroll_id = o.payroll_id, payroll_row = o.source_row
      from line l join owed o on o.worksite_id = l.worksite_id and o.card_blind = l.account_blind
                             and o.net_fen = l.amount_fen and o.place = l.place
                             and ${stated ? sql`o.month = l.month` : sql`true`}
     where b.line_no = l.line_no`.execute(tx.k)
}
