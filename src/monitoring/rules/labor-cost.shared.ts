import { type RawBuilder, sql } from 'kysely'

import type { Day } from '../../law/index.ts'
import { heard, spokenUntil } from '../engine/claims.ts'
import { monthlyDays } from '../engine/deadline-table.ts'
import type { Asking } from '../engine/rule.ts'

/**
 * 起算宽限 — a due day less than this many days after the bank first spoke may have been paid for before it did.
 */
const unheardDays = 20
/** Money for the first due day that is counted comes at most this much less than a cycle before it. */
const earlyDays = 10

/**
 * 人工费用应拨日 — the due days of labor cost up to a day, the first one a cycle after the start: a relation
 * (worksite_id, due_on, place, cycle_fen, cycle_months, paid_fen, last_paid_on). `paid_fen` is all that
 * came in for them, so that the first due day whose place times `cycle_fen` exceeds it is the oldest one
 * that is open. A cycle whose middle lies in a confirmed pause asks for nothing.
 */
export function laborCostDues(asking: Asking, until: Day): RawBuilder<unknown> {
  const due = dueDays(asking, until)
  return sql`
    select d.worksite_id, d.due_on, row_number() over (partition by d.worksite_id order by d.due_on) as place,
           d.cycle_fen, d.cycle_months, paid.paid_fen, paid.last_paid_on
      from (${due}) d
      join (select f.worksite_id, coalesce(sum(c.amount_fen), 0)::bigint as paid_fen, max(c.paid_on) as last_paid_on
              from (select worksite_id, min(due_on) as first_due_on, max(cycle_months) as cycle_months,
                           bool_and(from_start) as from_start
                      from (${due}) d group by worksite_id) f
              left join labor_cost_payment c
                on c.worksite_id = f.worksite_id and c.paid_on <= ${asking.asOf}::date and ${heard(asking, 'c')}
               and (f.from_start or c.paid_on > f.first_due_on - make_interval(months => f.cycle_months)
                                               + make_interval(days => ${earlyDays}::int))
             group by f.worksite_id) paid on paid.worksite_id = d.worksite_id`
}

function dueDays(asking: Asking, until: Day): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select w.worksite_id, t.due_on, w.labor_cost_fen as cycle_fen, c.months as cycle_months, f.from_start
      from worksite w
      join ${spokenUntil(asking, 'bank')} bank on bank.worksite_id = w.worksite_id
      cross join lateral (select greatest(coalesce(w.labor_cost_cycle_months, 1), 1) as months) c
      cross join lateral (
        select (coalesce(w.starts_on, w.contract_signed_on) + make_interval(months => c.months))::date as cycle_on,
               bank.first_on + ${unheardDays}::int as heard_on) began
      cross join lateral (select greatest(began.cycle_on, began.heard_on) as from_on,
                                 coalesce(began.cycle_on >= began.heard_on, false) as from_start) f
      cross join lateral ${monthlyDays(asking, sql`w.labor_cost_pay_day`)} t
     where w.kind = 'project' and ${only('w.worksite_id')} and t.due_on between f.from_on and ${until}::date
       and (w.completed_on is null or t.due_on <= w.completed_on + make_interval(months => c.months))
       and ((extract(year from t.month) - extract(year from f.from_on)) * 12
            + extract(month from t.month) - extract(month from f.from_on))::int % c.months = 0
       and not exists (select from worksite_pause h
                        where h.worksite_id = w.worksite_id and h.current and h.received_on <= ${asOf}::date
                          and t.due_on - 15 * c.months between h.from_on and h.until_on)`
}

/**
 * 未拨足 — whether the due day of a row of `laborCostDues` is open; a hundredth of a cycle is let pass.
 * Without a sum it is open where nothing has come since half a cycle before it.
 */
export const isOpenDue = sql`case when cycle_fen > 0 then paid_fen * 100 < (place * 100 - 1) * cycle_fen
  else coalesce(last_paid_on < due_on - 15 * cycle_months, true) end`
