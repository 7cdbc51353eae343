import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import { standing, touchedPeople, unitOf } from './claims.store.ts'

/**
 * 代发 — makes `fold_payout`: what the touched people were paid at the worksite, each payout once however
 * many messages tell of it (the one that says most speaks for it), less what came back. `home_month` is the
 * month that it names, of its pay-file line or stated, else null; `turn` is the order in which payouts are
 * dealt out.
 */
export async function findPayouts(tx: Tx): Promise<void> {
  await sql`create temp table fold_payout on commit drop as
    select c.worksite_id, c.person_id, c.payout_id, c.general_contractor_id, c.paid_on,
      c.by_line, c.home_month, c.home_unit_id,
      greatest(c.amount_fen - c.came_back, 0) as amount_fen, least(c.amount_fen, c.came_back) as returned_fen,
      row_number() over (partition by c.worksite_id, c.person_id
        order by c.paid_on, c.bank_reference, c.amount_fen, c.payout_id) as turn,
      coalesce(c.card_blind <> c.own_card and not exists (select from bank_card b
        where b.person_id = c.person_id and b.card_blind = c.card_blind), false) as other_account
    from (
      select distinct on (worksite_id, person_id, root_id) * from (
        select t.*, sum(t.returned_fen) over (partition by worksite_id, person_id, root_id)::bigint as came_back
        from (${told}) t
      ) heard where stands
      order by worksite_id, person_id, root_id, not by_line, home_month is null, is_echo, paid_on, payout_id
    ) c`.execute(tx.k)
}

const told = sql`
  select o.worksite_id, o.person_id, o.payout_id, coalesce(o.corroborates_id, o.payout_id) as root_id,
    o.corroborates_id is not null as is_echo, ${standing('o')} as stands, o.general_contractor_id,
    o.amount_fen, o.paid_on, o.bank_reference, o.card_blind, k.own_card, r.returned_fen,
    l.month is not null as by_line, coalesce(l.month, o.month) as home_month,
    case when l.month is not null then ${unitOf('l')} else ${unitOf('o')} end as home_unit_id
  from ${touchedPeople} k
  cross join lateral (
    select o.* from payout o where o.worksite_id = k.worksite_id and o.person_id = k.person_id offset 0) o
  left join lateral (
    select l.month, l.employing_unit_id, l.general_contractor_id, l.person_id from payroll_line l
    where l.worksite_id = o.worksite_id and l.payroll_id = o.payroll_id and l.source_row = o.payroll_row
    offset 0) l on l.person_id = o.person_id
  cross join lateral (
    select coalesce(sum(r.amount_fen), 0)::bigint as returned_fen from payout_return r
    where r.worksite_id = o.worksite_id and r.payout_id = o.payout_id and ${standing('r')}) r`

/**
 * 已有行 — makes `fold_stored`: the rows that the touched people have at the worksite, whatever their month. A
 * payout may be about any of them.
 */
export async function findStored(tx: Tx): Promise<void> {
  await sql`create temp table fold_stored on commit drop as
    select w.* from ${touchedPeople} p
    cross join lateral (select w.* from wage_month w where w.person_id = p.person_id offset 0) w
    where w.worksite_id = p.worksite_id`.execute(tx.k)
}

/** 其他月份的行 — the stored rows whose month is not being folded. */
export const otherRows = sql`
  select s.* from fold_stored s left join fold_key k
    on k.worksite_id = s.worksite_id and k.person_id = s.person_id and k.month = s.month
  where k.month is null`

/**
 * 扩展待归集 — adds to `fold_key` the months that only payouts name: those that have no row yet, and those whose
 * row stands on a payout that may have found another month since.
 */
export async function addMonthsOfPayouts(tx: Tx): Promise<void> {
  await sql`insert into fold_key
    select n.worksite_id, n.person_id, n.month, (n.month + interval '1 month')::date, p.own_unit_id, p.own_unit_id,
      p.own_card
    from (
      (select worksite_id, person_id, home_month as month from fold_payout where home_month is not null
       except select worksite_id, person_id, month from fold_stored)
      union
      select worksite_id, person_id, month from fold_stored
      where gate_days = 0 and sheet_days_hundredths is null and payroll_lines = 0 and confirmation = 'not-reported'
      except select worksite_id, person_id, month from fold_key
    ) n
    join ${touchedPeople} p using (worksite_id, person_id)`.execute(tx.k)
}

/**
 * 代发归属 — settles in which row a payout that names a month is at home: that of its unit, else the month's
 * first. Only after `fold_row` is known.
 */
export async function settleHomes(tx: Tx): Promise<void> {
  await sql`update fold_payout o set home_unit_id = found.employing_unit_id
    from (
      select distinct on (o.worksite_id, o.payout_id) o.worksite_id, o.payout_id, w.employing_unit_id
      from fold_payout o join (
        select worksite_id, month, person_id, employing_unit_id from fold_row
        union all
        select w.worksite_id, w.month, w.person_id, w.employing_unit_id from (${otherRows}) w
      ) w on w.worksite_id = o.worksite_id and w.person_id = o.person_id and w.month = o.home_month
      order by o.worksite_id, o.payout_id, w.employing_unit_id = o.home_unit_id desc nulls last, w.employing_unit_id
    ) found
    where found.worksite_id = o.worksite_id and found.payout_id = o.payout_id`.execute(tx.k)
}
