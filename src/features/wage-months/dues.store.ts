import { type RawBuilder, sql } from 'kysely'

import { type Day, firstDay, type Month } from '../../law/day.ts'
import type { Tx } from '../../platform/transact.ts'
import { analyze, type FoldSize, sheetMarks, unitOf } from './claims.store.ts'
import type { PayCycle, PaySlot, PayTerms } from './pay-slots.ts'
import { otherRows } from './payouts.store.ts'

/** 各种支付约定 — the different terms of the months being folded that have anything to pay. */
export async function listPayTerms(tx: Tx): Promise<readonly PayTerms[]> {
  const { rows } = await sql<{
    month: Month
    pay_cycle: PayCycle
    pay_day: number
    pay_month_offset: 0 | 1
    ends_on: Day | null
  }>`
    select distinct to_char(month, 'YYYY-MM') as month, pay_cycle, pay_day, pay_month_offset, ends_on
    from fold_row where basis_fen > 0`.execute(tx.k)
  return rows.map((row) => ({
    month: row.month,
    payCycle: row.pay_cycle,
    payDay: row.pay_day === 0 ? null : row.pay_day,
    monthsLater: row.pay_month_offset,
    endsOn: row.ends_on,
  }))
}

type Slot = PayTerms & PaySlot

function slotTable(slots: readonly Slot[]): RawBuilder<unknown> {
  const column = <T>(pick: (slot: Slot) => T) => slots.map(pick)
  return sql`unnest(
    ${column(({ month }) => firstDay(month))}::date[], ${column(({ payCycle }) => payCycle)}::text[],
    ${column(({ payDay }) => payDay ?? 0)}::int[], ${column(({ monthsLater }) => monthsLater)}::int[],
    ${column(({ endsOn }) => endsOn)}::date[], ${column(({ dueNo }) => dueNo)}::int[],
    ${column(({ fromOn }) => fromOn)}::date[], ${column(({ untilOn }) => untilOn)}::date[],
    ${column(({ agreedOn }) => agreedOn)}::date[], ${column(({ dueOn }) => dueOn)}::date[]
  ) as s (month, pay_cycle, pay_day, pay_month_offset, ends_on, due_no, from_on, until_on, agreed_on, due_on)`
}

const sameTerms = sql`s.month = f.month and s.pay_cycle = f.pay_cycle and s.pay_day = f.pay_day
  and s.pay_month_offset = f.pay_month_offset and coalesce(s.ends_on, 'infinity') = coalesce(f.ends_on, 'infinity')`

const isPart = ({ payCycle }: Slot) => payCycle !== 'month' && payCycle !== 'task'

/**
 * How much of the attendance of those who are paid more than once a month falls into each part, in
 * `fold_weight`; by the sheet, or else by the gate, as for what is accrued.
 */
async function weighParts(tx: Tx, parts: readonly Slot[]): Promise<void> {
  await sql`create temp table fold_weight on commit drop as
    select f.worksite_id, f.month, f.person_id, f.employing_unit_id, s.due_no, sum(d.weight)::int as weight
    from (
      select k.worksite_id, k.month, k.person_id, ${unitOf('a')} as employing_unit_id, false as by_sheet,
        a.day, 100 as weight
      from fold_key k cross join lateral (select a.* from attendance_day a where a.worksite_id = k.worksite_id
        and a.person_id = k.person_id and a.day >= k.month and a.day < k.next_month offset 0) a
      union all
      select k.worksite_id, k.month, k.person_id, ${unitOf('m')}, true, m.day, m.day_hundredths from ${sheetMarks}
    ) d
    join fold_row f using (worksite_id, month, person_id, employing_unit_id)
    join ${slotTable(parts)} on ${sameTerms} and d.day between s.from_on and s.until_on
    where d.by_sheet = (f.sheet_days is not null) and f.basis_fen > 0
    group by f.worksite_id, f.month, f.person_id, f.employing_unit_id, s.due_no`.execute(tx.k)
}

/**
 * 划分应付 — makes `fold_due`: the dues of the months being folded, one for each pay day, and where there are
 * payouts those that the same people have of other months at the worksite, for a payout may be about them.
 * Nothing is paid on any of them yet; `stored_…` is what stands in `wage_due`.
 */
export async function gatherDues(tx: Tx, slots: readonly Slot[], size: FoldSize): Promise<void> {
  await sql`create temp table fold_due on commit drop as
    select f.worksite_id, f.month, f.person_id, f.employing_unit_id, s.due_no, f.pay_cycle, s.agreed_on, s.due_on,
      f.basis, f.basis_fen as due_fen, 0::bigint as paid_fen, null::date as settled_on,
      true as is_fresh, 0::bigint as stored_paid_fen, null::date as stored_settled_on
    from fold_row f join ${slotTable(slots)} on ${sameTerms}
    where f.pay_cycle in ('month', 'task') and f.basis_fen > 0`.execute(tx.k)
  const parts = slots.filter(isPart)
  if (parts.length > 0) {
    await weighParts(tx, parts)
    await analyze(tx, size, 'fold_weight', 'fold_row')
    await addDuesInParts(tx, parts)
  }
  if (size.anyPayouts) {
    await sql`insert into fold_due
      select d.worksite_id, d.month, d.person_id, d.employing_unit_id, d.due_no, d.pay_cycle, d.agreed_on, d.due_on,
        d.basis, d.due_fen, 0, null, false, d.paid_fen, d.settled_on
      from (${otherRows}) o cross join lateral (
        select d.* from wage_due d where d.worksite_id = o.worksite_id and d.month = o.month
          and d.person_id = o.person_id and d.employing_unit_id = o.employing_unit_id offset 0) d`.execute(
      tx.k,
    )
  }
}

/**
 * A wage paid in parts is split by the days worked in each, by its calendar days where no attendance is
 * known. Each part is the difference of two running shares, so that they add up to the fen.
 */
async function addDuesInParts(tx: Tx, parts: readonly Slot[]): Promise<void> {
  await sql`insert into fold_due
    select worksite_id, month, person_id, employing_unit_id, due_no, pay_cycle, agreed_on, due_on, basis,
      basis_fen * upto / whole - basis_fen * (upto - weight) / whole, 0, null, true, 0, null
    from (
      select p.*, sum(weight) over (of_row order by due_no) as upto, sum(weight) over of_row as whole
      from (
        select f.worksite_id, f.month, f.person_id, f.employing_unit_id, f.pay_cycle, f.basis, f.basis_fen,
          s.due_no, s.agreed_on, s.due_on,
          case when coalesce(f.sheet_days, f.gate_days) > 0 then coalesce(w.weight, 0)
               else s.until_on - s.from_on + 1 end as weight
        from fold_row f join ${slotTable(parts)} on ${sameTerms}
        left join fold_weight w on w.worksite_id = f.worksite_id and w.month = f.month
          and w.person_id = f.person_id and w.employing_unit_id = f.employing_unit_id and w.due_no = s.due_no
        where f.basis_fen > 0
      ) p window of_row as (partition by worksite_id, month, person_id, employing_unit_id)
    ) shared where weight > 0`.execute(tx.k)
}
