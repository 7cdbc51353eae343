import { type RawBuilder, sql } from 'kysely'

import { addWorkingDays, art } from '../../law/index.ts'
import { heard, percentOf } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 少数未签 — one worker who did not sign is no pattern; the share counts from this many on. */
const fewestUnconfirmed = 2
/**
 * 异议答复期限 — working days in which an objection is to be answered by a new payroll or a yes; a house figure.
 */
const answerWorkingDays = 5

/**
 * 工资支付表未确认或有异议 — a share of the people on a signed payroll have not confirmed it, or some contest it or say
 * that nothing came. The share is that of the unit where it is largest, since each unit has its own sheet.
 * A payroll without any signature says nothing: such a month is not judged, and a month
 * whose signed sheet gave way to one without signatures is unknown.
 */
export const payrollUnconfirmed = defineRule({
  id: 'payroll-unconfirmed',
  codes: ['R17', 'P9'],
  version: 2,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 31), art('regulation-724', 56), art('wage-account-53', 17)],
  needs: {},
  measures: ['percent', 'objections', 'unanswered'],
  bands: [
    { measure: 'percent', from: 10.1, level: 'notice' },
    { measure: 'percent', from: 30.1, level: 'yellow' },
    { measure: 'percent', from: 50.1, level: 'orange' },
    { measure: 'objections', from: 3, level: 'orange' },
    { measure: 'unanswered', from: 1, level: 'red' },
  ],
  facts: answers,
  measure: () => {
    const silent = sql`count(*) filter (where a.judged and not a.confirmed)`
    const doubted = sql`a.judged and not a.confirmed or a.objected_on is not null`
    return sql`
    select u.worksite_id, to_char(u.month, 'YYYY-MM') as subject_key, u.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[max(case when u.silent >= ${fewestUnconfirmed}::int
                          then ${percentOf(sql`u.silent`, sql`u.judged`)} else 0 end),
                 sum(u.objections), sum(u.unanswered)]::numeric[] as measures,
           sum(u.people) as people, sum(u.amount_fen)::bigint as amount_fen, min(u.since_on) as since_on,
           jsonb_build_object('judged', sum(u.judged), 'unconfirmed', sum(u.silent),
             'objections', sum(u.objections), 'unanswered', sum(u.unanswered)) as evidence,
           bool_or(u.judged > 0 or u.objections > 0) as known
      from (select a.worksite_id, a.month, ${silent} as silent, count(*) filter (where a.judged) as judged,
                   count(*) filter (where a.objected_on is not null) as objections,
                   count(*) filter (where a.unanswered) as unanswered, count(*) filter (where ${doubted}) as people,
                   coalesce(sum(a.due_fen) filter (where ${doubted}), 0) as amount_fen,
                   min(coalesce(a.signed_on, a.objected_on)) as since_on
              from facts a group by a.worksite_id, a.month, a.employing_unit_id) u
     group by u.worksite_id, u.month`
  },
  members: () => sql`
    select a.worksite_id, to_char(a.month, 'YYYY-MM') as subject_key, a.person_id, a.employing_unit_id,
           coalesce(a.due_fen, 0) as amount_fen, coalesce(a.due_fen, 0)::numeric as measure,
           jsonb_build_object('objectedOn', a.objected_on) as evidence
      from facts a
     where a.judged and not a.confirmed or a.objected_on is not null`,
})

/** One row a person of each month in which a sheet was signed once, or somebody objected: what all say of him. */
function answers(asking: Asking): RawBuilder<unknown> {
  const { asOf, calendar } = asking
  const late = addWorkingDays(calendar, asOf, -answerWorkingDays)
  return sql`
    select k.worksite_id, k.month, a.*
      from (${monthsToAsk(asking)}) k
     cross join lateral (
       select v.person_id, (min(v.employing_unit_id::text))::uuid as employing_unit_id,
              sum(v.due_fen)::bigint as due_fen, min(v.received_on) as signed_on,
              bool_or(v.received_on is not null) as judged, coalesce(bool_or(v.confirmed), false) as confirmed,
              min(v.objected_on) as objected_on,
              bool_or(v.objected_on < ${late}::date)
                and coalesce(max(v.received_on) <= max(v.objected_on), true) as unanswered
         from (select m.person_id, m.employing_unit_id, m.due_fen,
                      m.confirmation in ('declared', 'confirmed', 'received') as confirmed, null::date as received_on,
                      case when m.confirmation in ('contested', 'not-received') then (
                        select max(c.said_on) from wage_confirmation c
                         where c.worksite_id = m.worksite_id and c.person_id = m.person_id and c.month = m.month
                           and c.answer in ('contested', 'not-received') and ${heard(asking, 'c')}) end as objected_on
                 from (select m.* from wage_month m
                        where m.worksite_id = k.worksite_id and m.month = k.month offset 0) m
                union all
               select l.person_id, null, null, null, x.received_on, null
                 from (select x.* from payroll x
                        where x.worksite_id = k.worksite_id and x.month = k.month and x.current
                          and x.signatures <> 'not-reported' and ${heard(asking, 'x')} offset 0) x
                cross join lateral (select l.person_id from payroll_line l
                                     where l.worksite_id = x.worksite_id and l.payroll_id = x.payroll_id offset 0) l) v
        group by v.person_id) a`
}

function monthsToAsk(asking: Asking): RawBuilder<unknown> {
  return sql`
    select x.worksite_id, x.month from payroll x
     where x.signatures in ('none', 'some') and ${heard(asking, 'x')} and ${asking.only('x.worksite_id')}
     union
    select m.worksite_id, m.month from wage_month m
     where m.confirmation in ('contested', 'not-received') and ${asking.only('m.worksite_id')}`
}
