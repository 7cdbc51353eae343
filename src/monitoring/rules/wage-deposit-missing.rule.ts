import { sql } from 'kysely'

import { addDays, addWorkingDays, art } from '../../law/index.ts'
import { deadlineTable } from '../engine/deadline-table.ts'
import { defineRule } from '../engine/rule.ts'

/**
 * 提前提醒 — from the tenth working day on a missing deposit is worth a look; a house figure, not one of the
 * law.
 */
const remindAfterWorkingDays = 10

/**
 * 未存储工资保证金 — no deposit, guarantee, surety insurance or exemption 20 working days after the permit, or after
 * the signing of the contract where no permit is needed. Which of the two holds is unknown while there is no
 * permit and works have not started; works that go on without one are counted from the signing.
 */
export const wageDepositMissing = defineRule({
  id: 'wage-deposit-missing',
  codes: ['R10', 'D3'],
  version: 2,
  subject: 'worksite',
  worksiteKinds: ['project'],
  breach: { measure: 'overdueDays', from: 1 },
  basis: () => [art('wage-deposit-65', 8), art('regulation-724', 32), art('regulation-724', 55)],
  needs: {},
  measures: ['daysSinceReminder', 'overdueDays'],
  bands: [
    { measure: 'daysSinceReminder', from: 0, level: 'yellow' },
    { measure: 'overdueDays', from: 1, level: 'red' },
  ],
  measure: (asking) => {
    const { asOf, calendar, only } = asking
    const storing = deadlineTable(asking, 'D09')
    // The last day on which a permit must have been given for its tenth working day to be reached by now.
    const reminded = addWorkingDays(calendar, addDays(asOf, 1), -remindAfterWorkingDays)
    return sql`
    select w.worksite_id, 'wage-deposit' as subject_key, null::date as month,
           w.general_contractor_id as employing_unit_id, null::uuid as person_id,
           array[${reminded}::date - 1 - granted.granted_on, ${asOf}::date - last.last_on]::numeric[] as measures,
           0 as people, 0 as amount_fen,
           case when last.last_on < ${asOf}::date then last.last_on + 1 else granted.granted_on end as since_on,
           jsonb_build_object('permitOn', w.permit_on, 'contractSignedOn', w.contract_signed_on,
             'countedFrom', granted.granted_on, 'lastDay', last.last_on,
             'sources', jsonb_build_array(jsonb_build_object('intakeId', w.intake_id, 'sheet', w.source_sheet,
                                                            'row', w.source_row))) as evidence,
           w.permit_on is not null or coalesce(w.starts_on <= ${asOf}::date, false) as known
      from worksite w
      cross join lateral (select coalesce(w.permit_on, w.contract_signed_on) as granted_on) granted
      join ${storing.rows} last (trigger_on, last_on)
        on last.trigger_on = greatest(granted.granted_on, ${storing.earliest}::date)
     where ${only('w.worksite_id')} and w.completed_on is null
       and not exists (select from wage_deposit d
                        where d.worksite_id = w.worksite_id and d.current
                          and (d.form = 'exempt' or d.stored_on <= ${asOf}::date))`
  },
})
