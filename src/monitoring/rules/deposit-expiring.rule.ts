import { sql } from 'kysely'

import { art } from '../../law/index.ts'
import { heard, sourceRow } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'

/**
 * 工资保证金保函将到期 — the last guarantee or insurance that stands for the wage deposit of an unfinished project runs
 * out, or has. Money that is stored, and an exemption without an end, do not run out.
 */
export const depositExpiring = defineRule({
  id: 'deposit-expiring',
  codes: ['R12', 'D3'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: { measure: 'daysFromExpiry', from: 1 },
  basis: () => [art('wage-deposit-65', 17), art('wage-deposit-65', 25), art('regulation-724', 55)],
  needs: {},
  measures: ['daysFromExpiry'],
  bands: [
    { measure: 'daysFromExpiry', from: -60, level: 'notice' },
    { measure: 'daysFromExpiry', from: -30, level: 'yellow' },
    { measure: 'daysFromExpiry', from: -7, level: 'orange' },
    { measure: 'daysFromExpiry', from: 1, level: 'red' },
  ],
  measure: (asking) => {
    const { asOf, only } = asking
    return sql`
    select d.worksite_id, 'wage-deposit' as subject_key, null::date as month,
           d.general_contractor_id as employing_unit_id, null::uuid as person_id,
           array[${asOf}::date - d.expires_on]::numeric[] as measures, 0 as people, d.amount_fen,
           case when d.expires_on < ${asOf}::date then d.expires_on + 1 else d.expires_on - 60 end as since_on,
           jsonb_build_object('expiresOn', d.expires_on, 'depositForm', d.form, 'depositFen', d.amount_fen::text,
             'sources', d.sources) as evidence,
           true as known
      from (select g.worksite_id, g.general_contractor_id, max(g.expires_on) as expires_on,
                   (array_agg(g.form order by g.expires_on desc, g.deposit_id))[1] as form,
                   coalesce((array_agg(g.amount_fen order by g.expires_on desc, g.deposit_id))[1], 0) as amount_fen,
                   jsonb_agg(${sourceRow('g')} order by g.expires_on desc, g.deposit_id) as sources
              from wage_deposit g
             where g.current and ${heard(asking, 'g')} and ${only('g.worksite_id')}
               and (g.stored_on is null or g.stored_on <= ${asOf}::date)
             group by g.worksite_id, g.general_contractor_id
            having bool_and(g.expires_on is not null)) d
      join worksite w on w.worksite_id = d.worksite_id
       and (w.completed_on is null or w.completed_on > ${asOf}::date)`
  },
})
