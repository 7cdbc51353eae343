import { type RawBuilder, sql } from 'kysely'

import type { Movement, MovementQuery } from '../../contract/endpoints/worksites.ts'
import { type Day, firstDay, lastDay, type Month } from '../../law/index.ts'
import { type ScopeColumn, scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'

const accountScope: readonly ScopeColumn[] = [
  'area_code',
  'sector',
  'general_contractor_id',
  'project_owner_id',
  'account_bank_id',
]
const ownerScope = accountScope.slice(0, 4)
const payoutScope: readonly ScopeColumn[] = [
  'area_code',
  'sector',
  'general_contractor_id',
  'employing_unit_id',
]

/** 哪月资金 — the wage account of a worksite in one calendar month. */
export interface FlowAsked {
  readonly worksiteId: string
  readonly month: Month
}

export interface FlowRow {
  readonly day: Day
  readonly in_fen: bigint
  readonly out_fen: bigint
  readonly labor_cost_fen: bigint
  readonly payouts: number
  readonly payout_fen: bigint
  readonly returned_fen: bigint
  readonly balance_fen: bigint | null
}

/** The claims of an alias in the month asked about, those of withdrawn messages apart. */
function claimed(
  { worksiteId, month }: FlowAsked,
  alias: string,
  column: 'booked_on' | 'paid_on' | 'returned_on',
): RawBuilder<unknown> {
  const name = (of: string) => sql.ref(`${alias}.${of}`)
  return sql`${name('worksite_id')} = ${worksiteId}::uuid
    and ${name(column)} between ${firstDay(month)}::date and ${lastDay(month)}::date
    and not exists (select from claim_withdrawal gone
                     where gone.worksite_id = ${name('worksite_id')} and gone.intake_id = ${name('intake_id')})`
}

/**
 * 专户资金 — by day, of the days on which anything moved: booked in and out, labor cost that came, payouts and what
 * came back of them. A payout that two messages tell of is counted once. The balance is the bank's own word,
 * of the last statement that ends on the day.
 */
export async function listFlow(tx: Tx, asked: FlowAsked): Promise<FlowRow[]> {
  const { rows } = await sql<FlowRow>`
    with moved as (
      select v.booked_on as day, case when v.direction = 'credit' then v.amount_fen else 0 end as in_fen,
             case when v.direction = 'debit' then v.amount_fen else 0 end as out_fen, 0 as labor_cost_fen,
             0 as payouts, 0 as payout_fen, 0 as returned_fen
        from account_movement v where ${claimed(asked, 'v', 'booked_on')} and ${scopeOf(tx, 'v', accountScope)}
      union all
      select c.paid_on, 0, 0, c.amount_fen, 0, 0, 0
        from labor_cost_payment c where ${claimed(asked, 'c', 'paid_on')} and ${scopeOf(tx, 'c', ownerScope)}
      union all
      select o.paid_on, 0, 0, 0, 1, o.amount_fen, 0
        from payout o where o.corroborates_id is null and ${claimed(asked, 'o', 'paid_on')}
                        and ${scopeOf(tx, 'o', payoutScope)}
      union all
      select r.returned_on, 0, 0, 0, 0, 0, r.amount_fen
        from payout_return r where ${claimed(asked, 'r', 'returned_on')} and ${scopeOf(tx, 'r')}),
    balance as (
      select distinct on (v.booked_on) v.booked_on as day, v.balance_fen
        from account_movement v
       where v.balance_fen is not null and ${claimed(asked, 'v', 'booked_on')} and ${scopeOf(tx, 'v', accountScope)}
       order by v.booked_on, v.received_on desc, v.movement_id desc)
    select m.day, sum(m.in_fen)::bigint as in_fen, sum(m.out_fen)::bigint as out_fen,
           sum(m.labor_cost_fen)::bigint as labor_cost_fen, sum(m.payouts)::int as payouts,
           sum(m.payout_fen)::bigint as payout_fen, sum(m.returned_fen)::bigint as returned_fen,
           min(b.balance_fen) as balance_fen
      from moved m left join balance b on b.day = m.day
     group by m.day order by m.day`.execute(tx.k)
  return rows
}

export interface MovementRow extends Omit<Movement, 'amountFen'> {
  readonly amountFen: bigint
}

/** 流水 — the booked movements of a month as the bank told them, the latest first. */
export async function listMovements(
  tx: Tx,
  { query, ...asked }: FlowAsked & { readonly query: MovementQuery },
): Promise<{ total: number; rows: MovementRow[] }> {
  const where = sql`${claimed(asked, 'v', 'booked_on')} and ${scopeOf(tx, 'v', accountScope)}`
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from account_movement v where ${where}`.execute(tx.k)
  const size = query.pageSize ?? 50
  const { rows } = await sql<MovementRow>`
    select v.movement_id as "movementId", v.booked_on as "bookedOn", v.direction, v.kind, v.amount_fen as "amountFen",
           v.counterparty_name as "counterpartyName", v.counterparty_tail as "counterpartyTail",
           v.bank_reference as "bankReference", v.intake_id as "intakeId", v.source_sheet as sheet,
           v.source_row as row
      from account_movement v where ${where}
     order by v.booked_on desc, v.movement_id desc
     limit ${size} offset ${((query.page ?? 1) - 1) * size}`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}
