import { type RawBuilder, sql } from 'kysely'

import {
  addDays,
  art,
  type Day,
  type DaySpan,
  eachDay,
  firstDay,
  isWorkingDay,
  lastDay,
  monthOf,
  type WorkCalendar,
} from '../../law/index.ts'
import { heard, sourceRow, statementUntil } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'
import { isOpenDue, laborCostDues } from './labor-cost.shared.ts'

/** 预测期 — days before a pay day from which on the money for it is asked about. */
const forecastDays = 15
/** An owner who is late by this much is no longer counted on. */
const owedToleranceDays = 2
/** 对账单时效 — the last statement may be this old; banks send them by the month. */
const statementDays = 35
/** 估算误差 — a twentieth of a sum that is estimated from attendance may be missing before it is called short. */
const estimateSlack = 5
/**
 * 大额缺口 — from so many days before the pay day on, a gap of this share of the wages, in percent, is graver than
 * its day: deductions, people who leave and a slip of the forecast do not make up a fifth. Of projects only,
 * for whose wages the labor cost of the month worked should be there by then. House figures.
 */
const wideGapDays = 10
const wideGapPercent = 20
/** An account whose bookings are known from its opening on has a balance even where the bank states none. */
const knownFromOpeningDays = 31

/**
 * 专户余额不足以发薪 — a pay day comes near, and the balance of the wage account, with the labor cost that is agreed
 * to come before it, does not cover the wages that are open by then. Wages are those of the payroll, else
 * what attendance has earned so far, extrapolated to the whole month. What the bank has not told yet is
 * taken as agreed; what comes on the pay day itself comes too late. Asked as well of establishments whose
 * account for wages is registered: for them nothing is agreed, and what came last month is what is expected.
 */
export const balanceShort = defineRule({
  id: 'balance-short',
  codes: ['R02', 'M2'],
  version: 2,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [
    art('regulation-724', 24),
    art('regulation-724', 29),
    art('regulation-724', 38),
    art('wage-account-53', 13),
  ],
  needs: {},
  measures: ['daysFromPayDay', 'percent'],
  bands: [
    { measure: 'daysFromPayDay', from: -15, level: 'notice' },
    { measure: 'daysFromPayDay', from: -10, level: 'yellow' },
    { measure: 'daysFromPayDay', from: -5, level: 'orange' },
    { measure: 'daysFromPayDay', from: -2, level: 'red' },
    { measure: 'percent', from: wideGapPercent, level: 'orange' },
  ],
  measure: (asking) => {
    const { asOf } = asking
    return sql`
    with n as materialized (
      select d.*, account.until_on, least(${asOf}::date, account.until_on) as said_on
        from (${needs(asking)}) d
        cross join lateral ${statementUntil(asking, 'd.worksite_id')} account),
    plan as materialized (${agreed(asking)})
    select n.worksite_id, to_char(n.month, 'YYYY-MM') as subject_key, n.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[${asOf}::date - n.pay_on,
                 case when w.kind = 'project' and ${asOf}::date >= n.pay_on - ${wideGapDays}::int
                      then floor(100.0 * (n.need_fen - have.fen) / n.need_fen) end]::numeric[] as measures, n.people,
           n.need_fen - have.fen as amount_fen, n.pay_on - ${forecastDays}::int as since_on,
           jsonb_build_object('payOn', n.pay_on, 'needFen', n.need_fen::text, 'isForecast', n.estimated,
             'balanceFen', bal.balance_fen::text, 'balanceOn', bal.balance_on, 'expectedFen', coming.fen::text,
             'isOwnerLate', coalesce(plan.is_behind, false), 'statementUntil', n.until_on,
             'sources', bal.sources || jsonb_build_array(${sourceRow('w')})) as evidence,
           coalesce(bal.known and n.until_on >= ${asOf}::date - ${statementDays}::int, false) as known
      from n
      join worksite w on w.worksite_id = n.worksite_id
       and (w.kind = 'project' or exists (select from wage_account a
                                           where a.worksite_id = n.worksite_id and a.current and a.closed_on is null))
      left join plan on plan.worksite_id = n.worksite_id
      cross join lateral (${balance(asking)}) bal
      cross join lateral (select case when plan.cycle_fen > 0 then plan.coming_fen
                                      else coalesce((${cameLastMonth(asking)}), 0) end as fen) coming
      cross join lateral (select coalesce(bal.balance_fen, 0) + coming.fen as fen) have
     where (n.need_fen - have.fen) * 100 > case when n.estimated then n.need_fen * ${estimateSlack}::int else 0 end`
  },
})

/** What is open by the next pay day of each worksite, if that is near. */
function needs({ asOf, calendar, only }: Asking): RawBuilder<unknown> {
  const month = monthOf(asOf)
  const [elapsed, whole] = workingShare(calendar, { from: firstDay(month), to: lastDay(month) }, asOf)
  return sql`
    select d.worksite_id, d.pay_on, max(d.month) filter (where d.due_on = d.pay_on) as month,
           count(distinct d.person_id) as people, bool_or(d.basis = 'accrued') as estimated,
           sum(case when d.basis = 'accrued' and d.month = ${firstDay(month)}::date and d.pay_cycle = 'month'
                    then d.due_fen * ${whole}::int / ${elapsed}::int
                    else d.due_fen end - d.paid_fen)::bigint as need_fen
      from (select d.*, min(d.due_on) filter (where d.due_on >= ${asOf}::date)
                          over (partition by d.worksite_id) as pay_on
              from wage_due d
             where d.settled_on is null and d.paid_fen < d.due_fen
               and d.due_on <= ${addDays(asOf, forecastDays)}::date and ${only('d.worksite_id')}) d
     where d.due_on <= d.pay_on
     group by d.worksite_id, d.pay_on`
}

/** Working days of the month until the day, at least one, and of the whole of it. */
function workingShare(calendar: WorkCalendar, month: DaySpan, asOf: Day): readonly [number, number] {
  const worked = eachDay(month).filter((each) => isWorkingDay(calendar, each))
  return [Math.max(worked.filter((each) => each <= asOf).length, 1), Math.max(worked.length, 1)]
}

/** The bank's closing balance and what was booked later, over the worksite's open accounts. */
function balance(asking: Asking): RawBuilder<unknown> {
  return sql`
    select sum(coalesce(b.balance_fen, 0) + coalesce(l.fen, 0))::bigint as balance_fen,
           min(coalesce(l.last_on, b.booked_on)) as balance_on,
           bool_and((b.balance_fen is not null or l.first_on <= a.opened_on + ${knownFromOpeningDays}::int) is true
                    and not exists (select from wage_account o
                                     where o.number_blind = a.number_blind and o.current
                                       and o.worksite_id <> a.worksite_id)) as known,
           coalesce(jsonb_agg(b.source) filter (where b.source is not null), '[]') as sources
      from wage_account a
      left join lateral (
        select m.balance_fen, m.booked_on, ${sourceRow('m')} as source from account_movement m
         where m.worksite_id = a.worksite_id and m.account_id = a.account_id and m.balance_fen is not null
           and m.booked_on <= ${asking.asOf}::date and ${heard(asking, 'm')}
         order by m.booked_on desc, m.received_on desc, m.movement_id desc limit 1) b on true
      left join lateral (
        select sum(case m.direction when 'credit' then m.amount_fen else -m.amount_fen end) as fen,
               min(m.booked_on) as first_on, max(m.booked_on) as last_on
          from account_movement m
         where m.worksite_id = a.worksite_id and m.account_id = a.account_id
           and m.booked_on > coalesce(b.booked_on, '-infinity')
           and m.booked_on <= ${asking.asOf}::date and ${heard(asking, 'm')}) l on true
     where a.worksite_id = n.worksite_id and a.current and a.closed_on is null and a.opened_on <= ${asking.asOf}::date`
}

/** The agreed labor cost that is to come until the pay day; none of an owner who is behind already. */
function agreed(asking: Asking): RawBuilder<unknown> {
  return sql`
    select d.worksite_id, d.cycle_fen, d.is_behind,
           case when d.is_behind then 0 else greatest(d.cycles * d.cycle_fen - d.paid_fen, 0) end as coming_fen
      from (select n.worksite_id, max(p.cycle_fen) as cycle_fen, max(p.paid_fen) as paid_fen,
                   count(*) filter (where p.due_on < n.pay_on) as cycles,
                   bool_or(${isOpenDue} and p.due_on + ${owedToleranceDays}::int < n.said_on) as is_behind
              from n
              join (${laborCostDues(asking, addDays(asking.asOf, forecastDays))}) p on p.worksite_id = n.worksite_id
             group by n.worksite_id) d`
}

/** Where no sum is agreed: what came in the month before between the same two days. */
function cameLastMonth(asking: Asking): RawBuilder<unknown> {
  return sql`
    select sum(c.amount_fen)::bigint from labor_cost_payment c
     where c.worksite_id = n.worksite_id and ${heard(asking, 'c')} and c.paid_on <= ${asking.asOf}::date
       and c.paid_on > n.said_on - interval '1 month' and c.paid_on < n.pay_on - interval '1 month'`
}
