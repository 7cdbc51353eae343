import { type RawBuilder, sql } from 'kysely'

import { art, minimumWageTable, paidDaysOfMonth } from '../../law/index.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 低于最低工资 — gross pay without overtime is below the local minimum for the days worked. The monthly figure is
 * reduced by days worked out of 21.75; nobody is asked for more than a full month. Where no pack holds a
 * figure for the area and the month, the answer is unknown; where an area has lower tiers that were not
 * read, a place may lawfully pay less than the first, so that a hit is no certain breach.
 */
export const belowMinimumWage = defineRule({
  id: 'below-minimum-wage',
  codes: ['R22', 'P4'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: { measure: 'certain', from: 1 },
  basis: () => [art('labor-law', 48), art('minimum-wage-2004', 12), art('labor-inspection-423', 26)],
  needs: {},
  measures: ['people', 'percent', 'averageBelow', 'certain'],
  bands: [
    { measure: 'people', from: 1, level: 'yellow' },
    { measure: 'percent', from: 5, level: 'orange' },
    { measure: 'averageBelow', from: 1, level: 'red' },
  ],
  facts: compared,
  measure: (asking) => sql`
    select c.worksite_id, to_char(c.month, 'YYYY-MM') as subject_key, c.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[count(*) filter (where c.below),
                 100.0 * count(*) filter (where c.below) / count(*),
                 case when sum(c.paid_hundredfold) < sum(c.least_hundredfold) then 1 else 0 end,
                 count(*) filter (where c.below and c.single)]::numeric[] as measures,
           count(*) filter (where c.below) as people,
           coalesce(sum((c.least_hundredfold - c.paid_hundredfold) / ${payDays(asking)}::bigint)
                    filter (where c.below), 0)::bigint as amount_fen,
           min(c.received_on) as since_on,
           jsonb_build_object('monthlyMinimumFen', min(c.monthly_fen)::text, 'minimumFrom', min(c.from_on),
             'minimumSource', min(c.source), 'minimumStatus', min(c.status),
             'minimumOfWholeArea', bool_and(c.single), 'judged', count(*)) as evidence,
           bool_and(c.monthly_fen is not null) as known
      from facts c
     group by c.worksite_id, c.month`,
  members: (asking) => sql`
    select c.worksite_id, to_char(c.month, 'YYYY-MM') as subject_key, c.person_id,
           (array_agg(c.employing_unit_id order by c.employing_unit_id))[1] as employing_unit_id,
           sum((c.least_hundredfold - c.paid_hundredfold) / ${payDays(asking)}::bigint)::bigint as amount_fen,
           sum(c.paid_fen)::numeric as measure,
           jsonb_build_object('paidFen', sum(c.paid_fen)::text, 'daysHundredths', sum(c.days_hundredths),
                              'monthlyMinimumFen', min(c.monthly_fen)::text) as evidence
      from facts c
     where c.below
     group by c.worksite_id, c.month, c.person_id`,
})

/** 月计薪天数 in hundredths of a day: 2175. */
function payDays({ asOf }: Asking): number {
  const { part, whole } = paidDaysOfMonth.at(asOf).value
  return Number((part * 100n) / whole)
}

/**
 * 日薪下限 — in fen; whose pay for a day reaches it is below no minimum wage, while none is above that. The
 * index of doubtful rows is laid out by this figure, so that healthy months need not be read.
 */
const plentyFen = 15_000n

/**
 * One row a person and month: what was earned without overtime beside the least for those days, both times
 * 2175.
 */
function compared(asking: Asking): RawBuilder<unknown> {
  const full = payDays(asking)
  return sql`
    select m.worksite_id, m.month, m.person_id, m.employing_unit_id, least_wage.*, worked.days_hundredths,
           paid.fen as paid_fen, p.received_on,
           paid.fen * ${full}::bigint as paid_hundredfold,
           least_wage.monthly_fen * least(worked.days_hundredths, ${full}::int) as least_hundredfold,
           paid.fen * ${full}::bigint < least_wage.monthly_fen * least(worked.days_hundredths, ${full}::int) as below
      from (select distinct m.worksite_id, m.month, m.area_code from wage_month m
             where m.due_fen is not null and ${asking.only('m.worksite_id')} and ${mayBeBelow(full)}) k
      left join lateral (select w.monthly_fen, w.from_on, w.source, w.status, w.single
                           from ${minimumWageRows()} w (prefix, from_on, until_on, monthly_fen, source, status, single)
                          where k.area_code ^@ w.prefix and w.from_on <= k.month and k.month < w.until_on
                          order by length(w.prefix) desc limit 1) least_wage on true
      cross join lateral (select min(s.received_on) as received_on from payroll s
                           where s.worksite_id = k.worksite_id and s.month = k.month and s.current) p
      cross join lateral (select x.* from wage_month x
                           where x.worksite_id = k.worksite_id and x.month = k.month offset 0) m
      cross join lateral (select m.due_fen - m.overtime_fen as fen) paid
      cross join lateral (select coalesce(m.payroll_days_hundredths, m.sheet_days_hundredths, m.gate_days * 100)
                                 as days_hundredths) worked
     where m.due_fen is not null and worked.days_hundredths > 0`
}

function mayBeBelow(full: number): RawBuilder<unknown> {
  const isPlenty = minimumWageTable.every(
    ({ tiers: [first] }) => first.monthlyFen * 100n <= plentyFen * BigInt(full),
  )
  return isPlenty
    ? sql`(m.due_fen - m.overtime_fen) * 100 < 15000::bigint
            * coalesce(m.payroll_days_hundredths, m.sheet_days_hundredths, m.gate_days * 100)`
    : sql`true`
}

function minimumWageRows(): RawBuilder<unknown> {
  const rows = minimumWageTable.map(
    ({
      area,
      from,
      until,
      tiers: [first],
      source,
      status,
      single,
    }) => sql`(${area}::text, ${from}::date, ${until}::date,
      ${first.monthlyFen}::bigint, ${source}::text, ${status}::text, ${single}::boolean)`,
  )
  return sql`(values ${sql.join(rows)})`
}
