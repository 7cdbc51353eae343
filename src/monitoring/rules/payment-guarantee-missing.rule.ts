import { sql } from 'kysely'

import { art } from '../../law/index.ts'
import { heard, sourceRow } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'

/**
 * 未提供工程款支付担保 — no payment guarantee of the project owner is on file for an unfinished project, or the last
 * one has expired. Gravest, and a breach, when works have started without it.
 */
export const paymentGuaranteeMissing = defineRule({
  id: 'payment-guarantee-missing',
  codes: ['R25', 'D4'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: { measure: 'daysSinceStart', from: 0 },
  basis: () => [art('regulation-724', 24), art('regulation-724', 49), art('regulation-724', 57)],
  needs: {},
  measures: ['daysWithout', 'daysSinceStart'],
  bands: [
    { measure: 'daysWithout', from: 0, level: 'yellow' },
    { measure: 'daysWithout', from: 30, level: 'orange' },
    { measure: 'daysSinceStart', from: 0, level: 'red' },
  ],
  measure: (asking) => {
    const { asOf, only } = asking
    return sql`
    select w.worksite_id, 'payment-guarantee' as subject_key, null::date as month,
           w.project_owner_id as employing_unit_id, null::uuid as person_id,
           array[${asOf}::date - lacking.since_on,
                 case when w.starts_on is not null
                      then ${asOf}::date - greatest(w.starts_on, g.expired_on + 1) end]::numeric[] as measures,
           0 as people, 0 as amount_fen, lacking.since_on,
           jsonb_build_object('registeredOn', v.registered_on, 'startsOn', w.starts_on, 'expiredOn', g.expired_on,
             'sources', jsonb_build_array(${sourceRow('w')})) as evidence,
           true as known
      from worksite w
      cross join lateral (select coalesce(min(v.received_on), w.received_on) as registered_on
                            from worksite_version v where v.worksite_id = w.worksite_id) v
      cross join lateral (select max(p.expires_on) as expired_on,
                                 bool_or(p.expires_on is null or p.expires_on >= ${asOf}::date) as stands
                            from payment_guarantee p
                           where p.worksite_id = w.worksite_id and p.current and ${heard(asking, 'p')}
                             and (p.given_on is null or p.given_on <= ${asOf}::date)) g
      cross join lateral (select coalesce(g.expired_on + 1, v.registered_on) as since_on) lacking
     where ${only('w.worksite_id')} and v.registered_on <= ${asOf}::date and g.stands is not true
       and (w.completed_on is null or w.completed_on > ${asOf}::date)`
  },
})
