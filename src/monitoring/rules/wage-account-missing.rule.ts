import { sql } from 'kysely'

import { art } from '../../law/index.ts'
import { deadlineTable } from '../engine/deadline-table.ts'
import { defineRule } from '../engine/rule.ts'

/**
 * 未开立工资专户 — a project whose contract was signed more than 30 days ago has no wage account, or none with a
 * three-party agreement. Graver once works have started, and gravest when the first pay day has passed.
 */
export const wageAccountMissing = defineRule({
  id: 'wage-account-missing',
  codes: ['R06', 'D2'],
  version: 1,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: { measure: 'overdueDays', from: 1 },
  basis: () => [art('wage-account-53', 6), art('regulation-724', 26), art('regulation-724', 55)],
  needs: {},
  measures: ['overdueDays', 'daysSinceStart', 'daysSincePayDay'],
  bands: [
    { measure: 'overdueDays', from: 1, level: 'yellow' },
    { measure: 'daysSinceStart', from: 0, level: 'orange' },
    { measure: 'daysSincePayDay', from: 1, level: 'red' },
  ],
  measure: (asking) => {
    const { asOf, only } = asking
    const opening = deadlineTable(asking, 'D06')
    return sql`
    select w.worksite_id, 'wage-account' as subject_key, null::date as month,
           w.general_contractor_id as employing_unit_id, null::uuid as person_id,
           array[${asOf}::date - last.last_on, ${asOf}::date - w.starts_on,
                 ${asOf}::date - pay.first_due_on]::numeric[] as measures,
           0 as people, 0 as amount_fen, last.last_on + 1 as since_on,
           jsonb_build_object('contractSignedOn', w.contract_signed_on, 'lastDay', last.last_on,
             'startsOn', w.starts_on, 'firstDueOn', pay.first_due_on, 'hasAccount', account.worksite_id is not null,
             'hasAgreement', account.agreement_on is not null,
             'sources', jsonb_build_array(jsonb_build_object('intakeId', w.intake_id, 'sheet', w.source_sheet,
                                                            'row', w.source_row))) as evidence,
           true as known
      from worksite w
      join ${opening.rows} last (trigger_on, last_on)
        on last.trigger_on = greatest(w.contract_signed_on, ${opening.earliest}::date)
      left join lateral (select a.worksite_id, max(a.agreement_on) as agreement_on from wage_account a
                          where a.worksite_id = w.worksite_id and a.current and a.closed_on is null
                            and a.opened_on <= ${asOf}::date
                          group by a.worksite_id) account on true
      left join lateral (select min(d.due_on) as first_due_on from wage_due d
                          where d.worksite_id = w.worksite_id) pay on true
     where ${only('w.worksite_id')} and last.last_on < ${asOf}::date
       and w.completed_on is null and account.agreement_on is null`
  },
})
