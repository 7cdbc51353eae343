import { sql } from 'kysely'

import { art, workingAgeMin, youngWorkerUntil } from '../../law/index.ts'
import { sourceRow } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'

/**
 * 未满十六周岁 — somebody is at a worksite who is under 16, which is forbidden; who is 16 or 17 is noted, since
 * the law limits the work that may be given. Asked of those whose day of birth is known, until they leave.
 */
export const underageWorker = defineRule({
  id: 'underage-worker',
  codes: ['R49'],
  version: 1,
  subject: 'person',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: { measure: 'isChild', from: 1 },
  basis: () => [
    art('child-labor-364', 2),
    art('labor-law', 15),
    art('labor-law', 64),
    art('child-labor-364', 6),
  ],
  needs: {},
  measures: ['isYoung', 'isChild'],
  bands: [
    { measure: 'isYoung', from: 1, level: 'notice' },
    { measure: 'isChild', from: 1, level: 'red' },
  ],
  measure: ({ asOf, only }) => {
    const childUntil = workingAgeMin.at(asOf).value
    const youngUntil = youngWorkerUntil.at(asOf).value
    return sql`
    select p.worksite_id, p.person_id::text as subject_key, null::date as month, p.employing_unit_id, p.person_id,
           array[1, case when p.born_on + make_interval(years => ${childUntil}::int) > ${asOf}::date
                         then 1 else 0 end]::numeric[] as measures,
           1 as people, 0 as amount_fen, coalesce(p.entered_on, p.received_on) as since_on,
           jsonb_build_object('enteredOn', p.entered_on, 'isChild',
             p.born_on + make_interval(years => ${childUntil}::int) > ${asOf}::date,
             'sources', jsonb_build_array(${sourceRow('p')})) as evidence,
           true as known
      from worksite_person p
     where p.born_on + make_interval(years => ${youngUntil}::int) > ${asOf}::date and ${only('p.worksite_id')}
       and p.received_on <= ${asOf}::date and coalesce(p.entered_on, p.received_on) <= ${asOf}::date
       and (p.left_on is null or p.left_on >= ${asOf}::date)`
  },
  members: ({ asOf, only }) => sql`
    select p.worksite_id, p.person_id::text as subject_key, p.person_id, p.employing_unit_id, 0::bigint as amount_fen,
           1::numeric as measure, jsonb_build_object('enteredOn', p.entered_on) as evidence
      from worksite_person p
     where p.born_on + make_interval(years => ${youngWorkerUntil.at(asOf).value}::int) > ${asOf}::date
       and ${only('p.worksite_id')}`,
})
