import { type RawBuilder, sql } from 'kysely'

import { addWorkingDays, art } from '../../law/index.ts'
import { heard, sourceRow } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 待说明期 — working days in which a sum that nobody explains may still find its payroll or its payout results.
 */
const explainWorkingDays = 3
/** How far apart the bank may date a sum and the payouts that it was made of, in days. */
const sameSumDays = 3

/**
 * 专户资金外流 — money left the wage account for somebody who is no worker of the project, or in a sum that no
 * payroll and no payout results explain. What came back, and the balance that goes to the general
 * contractor a month after completion, is none; a sum is unknown for three working days before it is a
 * finding.
 */
export const accountOutflow = defineRule({
  id: 'account-outflow',
  codes: ['R08', 'M3'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project'],
  breach: { measure: 'strangers', from: 1 },
  basis: () => [art('wage-account-53', 7), art('regulation-724', 26), art('regulation-724', 55)],
  needs: {},
  measures: ['strangers', 'unexplained'],
  bands: [
    { measure: 'unexplained', from: 1, level: 'orange' },
    { measure: 'strangers', from: 1, level: 'red' },
  ],
  measure: (asking) => {
    const fresh = addWorkingDays(asking.calendar, asking.asOf, -explainWorkingDays)
    const stranger = sql`o.kind = 'stranger'`
    const unexplained = sql`o.kind = 'unexplained' and o.received_on < ${fresh}::date`
    return sql`
    select o.worksite_id, to_char(o.month, 'YYYY-MM') as subject_key, o.month, null::uuid as employing_unit_id,
           null::uuid as person_id,
           array[count(*) filter (where ${stranger}), count(*) filter (where ${unexplained})]::numeric[] as measures,
           0 as people,
           coalesce(sum(o.amount_fen) filter (where ${stranger} or ${unexplained}), 0)::bigint as amount_fen,
           min(o.booked_on) as since_on,
           jsonb_build_object('outflows', count(*), 'strangersFen',
             coalesce(sum(o.amount_fen) filter (where ${stranger}), 0)::text, 'unexplainedFen',
             coalesce(sum(o.amount_fen) filter (where not (${stranger})), 0)::text, 'lastBookedOn', max(o.booked_on),
             'sources', to_jsonb((array_agg(o.source order by o.amount_fen desc, o.movement_id))[1:5])) as evidence,
           count(*) filter (where ${stranger} or ${unexplained}) > 0 as known
      from (${outflows(asking)}) o
     group by o.worksite_id, o.month`
  },
})

/** Debits that are to no worker and equal no payroll, by the month in which they were booked. */
function outflows(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select v.worksite_id, date_trunc('month', v.booked_on)::date as month, v.movement_id, v.kind, v.amount_fen,
           v.booked_on, v.received_on, ${sourceRow('v')} as source
      from account_movement v
     where v.kind in ('stranger', 'unexplained') and v.direction = 'debit' and v.booked_on <= ${asOf}::date
       and ${heard(asking, 'v')} and ${only('v.worksite_id')}
       and not ${cameBack(asking)}
       and case v.kind when 'stranger' then not ${isWorker(asking)} and not ${isSurplus}
                       else not ${equalsPayroll(asking)} and not ${equalsPayouts(asking)} end`
}

function cameBack(asking: Asking): RawBuilder<unknown> {
  return sql`exists (select from account_movement r
    where r.worksite_id = v.worksite_id and r.account_id = v.account_id and r.direction = 'credit'
      and r.amount_fen = v.amount_fen and r.booked_on between v.booked_on and ${asking.asOf}::date
      and ${heard(asking, 'r')}
      and (r.bank_reference = v.bank_reference or r.counterparty_blind = v.counterparty_blind
           or (r.counterparty_name = v.counterparty_name and v.counterparty_name <> '')))`
}

/** Whom a roster or a payroll has named since the bank's message came. */
function isWorker(asking: Asking): RawBuilder<unknown> {
  return sql`(exists (select from worksite_person p
      where p.worksite_id = v.worksite_id and p.received_on <= ${asking.asOf}::date
        and (p.card_blind = v.counterparty_blind or p.name = v.counterparty_name))
    or exists (select from payroll_line l join payroll s on s.worksite_id = l.worksite_id
                 and s.payroll_id = l.payroll_id and ${heard(asking, 's')}
                where l.worksite_id = v.worksite_id and l.card_blind = v.counterparty_blind))`
}

/** 完工余额 — thirty days after completion the balance may go to the general contractor. */
const isSurplus = sql`exists (select from worksite w
    join organization g on g.organization_id = w.general_contractor_id and g.name = v.counterparty_name
   where w.worksite_id = v.worksite_id and w.completed_on + 30 <= v.booked_on)`

/** One payroll, as it stands or as it stood, or all of a month together. */
function equalsPayroll(asking: Asking): RawBuilder<unknown> {
  return sql`exists (select from payroll s
    where s.worksite_id = v.worksite_id and ${heard(asking, 's')}
    group by s.month
   having sum(s.net_fen) filter (where s.current) = v.amount_fen or bool_or(s.net_fen = v.amount_fen))`
}

/**
 * The payouts of one message, or of one day, that the bank told besides; a day may have gone in several
 * sums.
 */
function equalsPayouts(asking: Asking): RawBuilder<unknown> {
  return sql`exists (select from payout y
    where y.worksite_id = v.worksite_id and y.corroborates_id is null and ${heard(asking, 'y')}
      and y.paid_on between v.booked_on - ${sameSumDays}::int and v.booked_on + ${sameSumDays}::int
    group by grouping sets ((y.intake_id), (y.paid_on))
   having sum(y.amount_fen) in (v.amount_fen, (
            select sum(b.amount_fen) from account_movement b
             where b.worksite_id = v.worksite_id and b.account_id = v.account_id and b.booked_on = v.booked_on
               and b.kind in ('unexplained', 'payout-batch') and ${heard(asking, 'b')})))`
}
