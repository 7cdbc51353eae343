import { sql } from 'kysely'

import { art } from '../../law/index.ts'
import { sourceRow } from '../engine/claims.ts'
import { defineRule } from '../engine/rule.ts'

/** 未配劳资专管员或未立告示牌 — works have started, and no labor officer is named or no rights notice stands. */
export const laborOfficerMissing = defineRule({
  id: 'labor-officer-missing',
  codes: ['D5', 'R18', 'R24'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: null,
  basis: () => [art('regulation-724', 28), art('regulation-724', 34), art('regulation-724', 56)],
  needs: {},
  measures: ['daysSinceStart'],
  bands: [
    { measure: 'daysSinceStart', from: 0, level: 'yellow' },
    { measure: 'daysSinceStart', from: 15, level: 'orange' },
  ],
  measure: ({ asOf, only }) => sql`
    select w.worksite_id, 'labor-officer' as subject_key, null::date as month,
           w.general_contractor_id as employing_unit_id, null::uuid as person_id,
           array[${asOf}::date - w.starts_on]::numeric[] as measures, 0 as people, 0 as amount_fen,
           w.starts_on as since_on,
           jsonb_build_object('startsOn', w.starts_on, 'hasLaborOfficer', w.labor_officer_name <> '',
             'rightsNoticeOn', w.rights_notice_on, 'sources', jsonb_build_array(${sourceRow('w')})) as evidence,
           true as known
      from worksite w
     where ${only('w.worksite_id')} and w.received_on <= ${asOf}::date and w.starts_on <= ${asOf}::date
       and (w.completed_on is null or w.completed_on > ${asOf}::date)
       and (w.labor_officer_name = '' or w.rights_notice_on is null or w.rights_notice_on > ${asOf}::date)`,
})
