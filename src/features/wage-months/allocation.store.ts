import { type RawBuilder, sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import { analyze, type FoldSize } from './claims.store.ts'

type Basis = 'pay-file-line' | 'stated-month' | 'inferred'
type Sql = RawBuilder<unknown>

/** Which payouts a pass deals out, and within what they and the dues must agree. */
interface Pass {
  readonly basis: Basis
  readonly payouts: Sql
  readonly payoutTarget: readonly [month: Sql, unit: Sql]
  readonly dueTarget: readonly [month: Sql, unit: Sql]
}

const anyMonth = sql`date '-infinity'`
const anyUnit = sql`'00000000-0000-0000-0000-000000000000'::uuid`

/**
 * A payout answers its pay-file line first, then the month it states, then the oldest due that is still
 * open.
 */
const passes: readonly Pass[] = [
  {
    basis: 'pay-file-line',
    payouts: sql`by_line`,
    payoutTarget: [sql`home_month`, sql`home_unit_id`],
    dueTarget: [sql`month`, sql`employing_unit_id`],
  },
  {
    basis: 'stated-month',
    payouts: sql`home_month is not null`,
    payoutTarget: [sql`home_month`, anyUnit],
    dueTarget: [sql`month`, anyUnit],
  },
  {
    basis: 'inferred',
    payouts: sql`true`,
    payoutTarget: [anyMonth, anyUnit],
    dueTarget: [anyMonth, anyUnit],
  },
]

/** What each payout has not yet been dealt out of. */
const leftOfPayouts = sql`
  select o.*, o.amount_fen - coalesce(a.fen, 0) as left_fen
  from fold_payout o left join (
    select worksite_id, payout_id, sum(amount_fen)::bigint as fen from fold_allocation group by worksite_id, payout_id
  ) a using (worksite_id, payout_id)`

const leftOfDues = sql`
  select d.*, d.due_fen - coalesce(a.fen, 0) as left_fen
  from fold_due d left join (
    select worksite_id, month, person_id, employing_unit_id, due_no, sum(amount_fen)::bigint as fen
    from fold_allocation group by worksite_id, month, person_id, employing_unit_id, due_no
  ) a using (worksite_id, month, person_id, employing_unit_id, due_no)`

/**
 * 代发归集 — makes `fold_allocation`: which payout answers which due, each payout to the fen. Payouts are laid
 * end to end in the order of their days, dues in the order of their pay days, and where two stretches
 * overlap the one pays the other.
 */
export async function allocatePayouts(tx: Tx, size: FoldSize): Promise<void> {
  await sql`create temp table fold_allocation (worksite_id uuid, payout_id uuid, person_id uuid, month date,
    employing_unit_id uuid, due_no int, amount_fen bigint, basis text, paid_on date, other_account boolean)
    on commit drop`.execute(tx.k)
  for (const pass of passes) {
    await deal(tx, pass)
    await analyze(tx, size, 'fold_allocation')
  }
  await dealSurplus(tx)
  await analyze(tx, size, 'fold_allocation')
  await settleDues(tx)
}

async function deal(tx: Tx, { basis, payouts, payoutTarget, dueTarget }: Pass): Promise<void> {
  await sql`insert into fold_allocation
    with pay as (
      select *, sum(left_fen) over (
        partition by worksite_id, person_id, target_month, target_unit_id order by turn)::bigint as upto
      from (select l.*, ${payoutTarget[0]} as target_month, ${payoutTarget[1]} as target_unit_id
            from (${leftOfPayouts}) l where l.left_fen > 0 and ${payouts}) l),
    due as (
      select *, sum(left_fen) over (
        partition by worksite_id, person_id, target_month, target_unit_id
        order by due_on, month, employing_unit_id, due_no)::bigint as upto
      from (select l.*, ${dueTarget[0]} as target_month, ${dueTarget[1]} as target_unit_id
            from (${leftOfDues}) l where l.left_fen > 0) l)
    select p.worksite_id, p.payout_id, p.person_id, d.month, d.employing_unit_id, d.due_no,
      least(p.upto, d.upto) - greatest(p.upto - p.left_fen, d.upto - d.left_fen), ${basis}::text,
      p.paid_on, p.other_account
    from pay p join due d using (worksite_id, person_id, target_month, target_unit_id)
    where p.upto - p.left_fen < d.upto and d.upto - d.left_fen < p.upto`.execute(tx.k)
}

function lastDueOf(keys: Sql): Sql {
  return sql`(select distinct on (${keys}) worksite_id, person_id, month, employing_unit_id, due_no from fold_due
    order by ${keys}, due_on desc, month desc, employing_unit_id desc, due_no desc)`
}

/**
 * What is left when no due is open: it stays with the month that the payout names, on its last due, or
 * beside its dues (number 0) where it has none; a payout that names no month leaves its surplus on the
 * person's last due. Only a payout without a month to a person without a due waits.
 */
async function dealSurplus(tx: Tx): Promise<void> {
  await sql`insert into fold_allocation
    select p.worksite_id, p.payout_id, p.person_id,
      coalesce(u.month, m.month, p.home_month, l.month),
      coalesce(u.employing_unit_id, m.employing_unit_id, case when p.home_month is not null then p.home_unit_id end,
        l.employing_unit_id),
      coalesce(u.due_no, m.due_no, case when p.home_month is not null then 0 end, l.due_no),
      p.left_fen,
      case when p.home_month is null then 'inferred'
           when p.by_line and (u.due_no is not null or m.due_no is null) then 'pay-file-line' else 'stated-month' end,
      p.paid_on, p.other_account
    from (${leftOfPayouts}) p
    left join ${lastDueOf(sql`worksite_id, person_id, month, employing_unit_id`)} u
      on u.worksite_id = p.worksite_id and u.person_id = p.person_id
      and u.month = p.home_month and u.employing_unit_id = p.home_unit_id
    left join ${lastDueOf(sql`worksite_id, person_id, month`)} m
      on m.worksite_id = p.worksite_id and m.person_id = p.person_id and m.month = p.home_month
    left join ${lastDueOf(sql`worksite_id, person_id`)} l
      on l.worksite_id = p.worksite_id and l.person_id = p.person_id
    where p.left_fen > 0 and (p.home_month is not null or l.due_no is not null)`.execute(tx.k)
}

/** A due is settled on the day of the payout that filled it, in the order of the payouts' days. */
async function settleDues(tx: Tx): Promise<void> {
  await sql`update fold_due d set paid_fen = a.paid_fen, settled_on = a.settled_on
    from (
      select worksite_id, month, person_id, employing_unit_id, due_no, sum(amount_fen)::bigint as paid_fen,
        min(paid_on) filter (where upto >= due_fen) as settled_on
      from (
        select a.*, d.due_fen, sum(a.amount_fen) over (
          partition by a.worksite_id, a.month, a.person_id, a.employing_unit_id, a.due_no order by a.paid_on) as upto
        from fold_allocation a join fold_due d using (worksite_id, month, person_id, employing_unit_id, due_no)
      ) filling group by worksite_id, month, person_id, employing_unit_id, due_no
    ) a
    where d.worksite_id = a.worksite_id and d.month = a.month and d.person_id = a.person_id
      and d.employing_unit_id = a.employing_unit_id and d.due_no = a.due_no`.execute(tx.k)
}
