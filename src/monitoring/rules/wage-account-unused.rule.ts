import { type RawBuilder, sql } from 'kysely'

import { art, firstDay, monthOf, shiftMonth } from '../../law/index.ts'
import { lastWord } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 出勤月未经专户发薪 — people worked in a month, and by the end of the next one the bank had paid nobody for it.
 * Judged as far as the bank has spoken, and only where a pay day has passed.
 */
export const wageAccountUnused = defineRule({
  id: 'wage-account-unused',
  codes: ['P2'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project'],
  breach: null,
  basis: () => [art('regulation-724', 31), art('regulation-724', 26), art('wage-account-53', 18)],
  needs: {},
  measures: ['monthsOver'],
  bands: [
    { measure: 'monthsOver', from: 1, level: 'orange' },
    { measure: 'monthsOver', from: 2, level: 'red' },
  ],
  measure: (asking) => sql`
    select u.worksite_id, to_char(u.month, 'YYYY-MM') as subject_key, u.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[(extract(year from said.on_day) - extract(year from u.month)) * 12
                 + extract(month from said.on_day) - extract(month from u.month) - 1]::numeric[] as measures,
           u.people, u.amount_fen, u.judged_from as since_on,
           jsonb_build_object('attended', u.attended, 'onPayroll', u.listed, 'dueFen', u.amount_fen::text,
             'returnedFen', u.returned_fen::text, 'bankSpokeUntil', bank.until_on) as evidence,
           coalesce(bank.until_on + 1 >= u.judged_from, false) as known
      from (select m.worksite_id, m.month, (m.month + interval '2 months')::date as judged_from,
                   count(distinct m.person_id) as people,
                   count(distinct m.person_id) filter (where m.payroll_lines = 0) as attended,
                   count(distinct m.person_id) filter (where m.payroll_lines > 0) as listed,
                   sum(coalesce(m.net_fen, m.accrued_fen, 0))::bigint as amount_fen,
                   sum(m.returned_fen)::bigint as returned_fen
              from wage_month m
             where ${nothingPaid(asking)}
             group by m.worksite_id, m.month
            having min(coalesce(m.due_on, m.month)) < ${asking.asOf}::date
               and sum(coalesce(m.net_fen, m.accrued_fen, 1)) > 0
               and not exists (select from wage_month p
                                where p.worksite_id = m.worksite_id and p.month = m.month and p.paid_fen > 0)) u
      left join lateral ${lastWord(asking, 'bank', 'u.worksite_id')} bank on true
      cross join lateral (select least(${asking.asOf}::date, bank.until_on + 1) as on_day) said`,
  members: (asking) => sql`
    select m.worksite_id, to_char(m.month, 'YYYY-MM') as subject_key, m.person_id,
           (array_agg(m.employing_unit_id order by m.employing_unit_id))[1] as employing_unit_id,
           sum(coalesce(m.net_fen, m.accrued_fen, 0))::bigint as amount_fen,
           sum(m.gate_days)::numeric as measure,
           jsonb_build_object('gateDays', sum(m.gate_days)) as evidence
      from wage_month m
     where ${nothingPaid(asking)}
     group by m.worksite_id, m.month, m.person_id`,
})

/**
 * Rows of months that were over a month ago, of which somebody says that there was work, and the bank
 * nothing.
 */
function nothingPaid({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`m.paid_fen = 0 and m.month < ${firstDay(shiftMonth(monthOf(asOf), -1))}::date
    and (m.gate_days > 0 or m.sheet_days_hundredths > 0 or m.payroll_lines > 0) and ${only('m.worksite_id')}`
}
