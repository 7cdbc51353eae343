import { type RawBuilder, sql } from 'kysely'

import { art, firstDay, monthOf, shiftMonth, workingAgeMin } from '../../law/index.ts'
import { heard, sourceRow } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 报送时差 — who worked fewer days this month and last may only have come before his roster. */
const fewestDays = 3
/** A share of a small site is one person: it counts from this many people on. */
const fewestForShare = 3

/**
 * 未登记或未签合同上岗 — people have worked this month or last who are on no roster, or without a contract where the
 * site reports contracts for most. Who is on no roster has entered against the law; a contract may be on
 * paper only.
 */
export const worksUnenrolled = defineRule({
  id: 'works-unenrolled',
  codes: ['R15', 'D6'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: { measure: 'unenrolled', from: 1 },
  basis: () => [art('regulation-724', 28), art('regulation-724', 55), art('real-name-2019-18', 8)],
  needs: {},
  measures: ['people', 'percent', 'children', 'unenrolled'],
  bands: [
    { measure: 'people', from: 1, level: 'yellow' },
    { measure: 'percent', from: 5, level: 'orange' },
    { measure: 'percent', from: 20, level: 'red' },
    { measure: 'children', from: 1, level: 'red' },
  ],
  facts: unenrolled,
  measure: (asking) => sql`
    select u.worksite_id, 'unenrolled' as subject_key, null::date as month, null::uuid as employing_unit_id,
           null::uuid as person_id,
           array[count(*), case when count(*) >= ${fewestForShare}::int then
                   100.0 * count(*) / max(everybody.people) end,
                 count(*) filter (where u.is_child), count(*) filter (where not u.enrolled)]::numeric[] as measures,
           count(*) as people, 0 as amount_fen, min(u.received_on) as since_on,
           jsonb_build_object('unenrolled', count(*) filter (where not u.enrolled),
             'withoutContract', count(*) filter (where u.enrolled), 'children', count(*) filter (where u.is_child),
             'attended', max(everybody.people),
             'sources', to_jsonb((array_agg(u.source order by u.received_on, u.person_id))[1:3])) as evidence,
           true as known
      from facts u
      cross join lateral (select count(distinct m.person_id) as people from wage_month m
                           where m.worksite_id = u.worksite_id and ${worked(asking)}) everybody
     group by u.worksite_id`,
  members: () => sql`
    select u.worksite_id, 'unenrolled' as subject_key, u.person_id, u.employing_unit_id, 0::bigint as amount_fen,
           1::numeric as measure, jsonb_build_object('isEnrolled', u.enrolled) as evidence
      from facts u`,
})

function worked({ asOf }: Asking): RawBuilder<unknown> {
  const month = monthOf(asOf)
  return sql`m.month in (${firstDay(month)}::date, ${firstDay(shiftMonth(month, -1))}::date)
    and (m.gate_days > 0 or m.sheet_days_hundredths > 0)`
}

function unenrolled(asking: Asking): RawBuilder<unknown> {
  const { asOf, only } = asking
  return sql`
    select p.worksite_id, p.person_id, p.employing_unit_id, p.enrolled, p.received_on, ${sourceRow('p')} as source,
           coalesce(p.born_on + make_interval(years => ${workingAgeMin.at(asOf).value}::int) > ${asOf}::date, false)
             as is_child
      from (select p.*, c.person_id is not null as has_contract,
                   count(c.person_id) over (partition by p.worksite_id) * 2
                     >= count(*) over (partition by p.worksite_id) as reports_contracts
              from worksite_person p
              left join (select l.worksite_id, l.person_id from labor_contract l
                          where l.current and l.signed_on is not null and ${heard(asking, 'l')}
                            and ${only('l.worksite_id')}
                          group by l.worksite_id, l.person_id) c
                on c.worksite_id = p.worksite_id and c.person_id = p.person_id
             where ${only('p.worksite_id')}) p
     where (not p.enrolled or (p.reports_contracts and not p.has_contract))
       and (select sum(coalesce(m.sheet_days_hundredths, m.gate_days * 100)) from wage_month m
             where m.worksite_id = p.worksite_id and m.person_id = p.person_id and ${worked(asking)})
           >= ${fewestDays * 100}::int`
}
