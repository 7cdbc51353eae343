import { type RawBuilder, sql } from 'kysely'

import { addDays, art, type Day } from '../../law/index.ts'
import { heard, percentOf, punchAt, sourceRow } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 考勤回看 — days of attendance that are looked at. A worksite's last day is not: the gate was read while
 * people were still in.
 */
const attendanceDays = 14
/** 工资与代发回看 — days in which payouts and replaced payrolls were received that are looked at. */
const moneyDays = 31
/** A few flaws are noise, whatever share of a small site they are. */
const fewestFlaws = 5

/**
 * 数据质量 — the share of what came lately that is incomplete: days with a missing punch, punches of device
 * users whom nobody knows, payouts that fit nobody, payroll lines that were corrected after the fact. Told
 * apart from arrears, for it says nothing of wages.
 */
export const dataQuality = defineRule({
  id: 'data-quality',
  codes: ['Q1'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('wage-account-53', 24), art('regulation-724', 15)],
  needs: {},
  measures: ['incompletePercent'],
  bands: [
    { measure: 'incompletePercent', from: 2.1, level: 'notice' },
    { measure: 'incompletePercent', from: 5.1, level: 'yellow' },
    { measure: 'incompletePercent', from: 10.1, level: 'orange' },
    { measure: 'incompletePercent', from: 20.1, level: 'red' },
  ],
  measure: (asking) => sql`
    select f.worksite_id, 'data-quality' as subject_key, null::date as month, null::uuid as employing_unit_id,
           null::uuid as person_id, array[${percentOf(sql`sum(f.flaws)`, sql`sum(f.told)`)}]::numeric[] as measures,
           0 as people, 0 as amount_fen, min(f.since_on) filter (where f.flaws > 0) as since_on,
           jsonb_build_object('missingPunchDays', sum(f.flaws) filter (where f.what = 'day'),
             'unknownPunches', sum(f.flaws) filter (where f.what = 'punch'),
             'unmatchedPayouts', sum(f.flaws) filter (where f.what = 'payout'),
             'correctedLines', sum(f.flaws) filter (where f.what = 'payroll'), 'rowsTold', sum(f.told),
             'sources', coalesce(jsonb_agg(f.source order by f.what) filter (where f.source is not null),
               jsonb_build_array(${punchAt('f.worksite_id', sql`min(f.first_at)`)}))) as evidence,
           true as known
      from (${flaws(asking)}) f
     group by f.worksite_id
    having sum(f.flaws) >= ${fewestFlaws}::int`,
})

/** One row a worksite and kind of flaw, with one example of it. */
function flaws(asking: Asking): RawBuilder<unknown> {
  return sql`${missingPunches(asking)} union all ${unknownPunches(asking)} union all ${unmatchedPayouts(asking)}
    union all ${correctedPayrolls(asking)}`
}

function missingPunches({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    select d.worksite_id, 'day' as what, sum(d.told) as told, sum(d.flaws) as flaws,
           min(d.day) filter (where d.flaws > 0) as since_on, null::jsonb as source, min(d.first_at) as first_at
      from (select a.worksite_id, a.day, count(*) as told, count(*) filter (where ${oneSided}) as flaws,
                   min(a.first_at) filter (where ${oneSided}) as first_at,
                   max(a.day) over (partition by a.worksite_id) as last_day
              from attendance_day a
             where a.day between ${addDays(asOf, -attendanceDays)}::date and ${asOf}::date
               and ${only('a.worksite_id')}
             group by a.worksite_id, a.day) d
     where d.day < d.last_day
     group by d.worksite_id`
}

const oneSided = sql`a.missing_in or a.missing_out`

/**
 * Punches are counted by device user, for so many come, and asked of each user once whether a roster knows him: at
 * that device, or at every gate of the worksite.
 */
function unknownPunches(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  const midnight = (on: Day) => sql`${on}::timestamp at time zone 'Asia/Shanghai'`
  return sql`
    select n.worksite_id, 'punch', n.told, n.flaws, (n.first_at at time zone 'Asia/Shanghai')::date,
           case when n.flaws > 0 then (${firstUnknownPunch(asking)}) end, null
      from (select u.worksite_id, sum(u.told) as told, coalesce(sum(u.told) filter (where u.is_unknown), 0) as flaws,
                   min(u.first_at) filter (where u.is_unknown) as first_at
              from (select p.*, p.nameless and ${isUnknownUser} as is_unknown
                      from (select p.worksite_id, p.device_id, p.pin, p.person_id is null as nameless,
                                   count(*) as told, min(p.punched_at) as first_at
                              from punch p
                             where p.punched_at >= ${midnight(addDays(asOf, -attendanceDays))}
                               and p.punched_at < ${midnight(asOf)}
                               and ${heard(asking, 'p')} and ${only('p.worksite_id')}
                             group by p.worksite_id, p.device_id, p.pin, p.person_id is null) p offset 0) u
             group by u.worksite_id) n`
}

function firstUnknownPunch(asking: Asking): RawBuilder<unknown> {
  return sql`
    select ${sourceRow('p')} from punch p
     where p.worksite_id = n.worksite_id and p.punched_at = n.first_at and p.person_id is null
       and ${heard(asking, 'p')} and ${isUnknownUser}
     order by p.source_row::text, p.intake_id limit 1`
}

const isUnknownUser = sql`not exists (
  select from device_user d
   where d.worksite_id = p.worksite_id and d.pin = p.pin and d.current
     and d.device_id in (p.device_id, '00000000-0000-0000-0000-000000000000'))`

function unmatchedPayouts(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select o.worksite_id, 'payout', count(*), count(*) filter (where o.person_id is null),
           min(o.paid_on) filter (where o.person_id is null),
           (array_agg(${sourceRow('o')} order by o.paid_on, o.payout_id) filter (where o.person_id is null))[1],
           null
      from payout o
     where o.received_on > ${addDays(asOf, -moneyDays)}::date and ${heard(asking, 'o')} and ${only('o.worksite_id')}
     group by o.worksite_id`
}

/** A sheet that replaced another after its people were paid has all lines corrected: nobody says which. */
function correctedPayrolls(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select s.worksite_id, 'payroll', sum(s.line_count), coalesce(sum(s.line_count) filter (where s.late), 0),
           min(s.received_on) filter (where s.late),
           (array_agg(s.source order by s.received_on, s.payroll_id) filter (where s.late))[1], null
      from (select s.worksite_id, s.payroll_id, s.line_count, s.received_on,
                   jsonb_build_object('intakeId', s.intake_id, 'sheet', s.source_sheet, 'row', 1) as source,
                   s.replaces_id is not null and exists (
                     select from payroll_line l
                       join wage_month m on m.worksite_id = l.worksite_id and m.month = s.month
                        and m.person_id = l.person_id
                      where l.worksite_id = s.worksite_id and l.payroll_id = s.payroll_id
                        and m.first_paid_on < s.received_on) as late
              from payroll s
             where s.received_on between ${addDays(asOf, -moneyDays)}::date and ${asOf}::date
               and ${only('s.worksite_id')} offset 0) s
     group by s.worksite_id`
}
