import { type RawBuilder, sql } from 'kysely'

import { art } from '../../law/index.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/** 中位数最少人数 — a median of fewer people says nothing of what a trade earns. */
const fewestForMedian = 5
/**
 * 集中异常 — this many people above the month's limit at one worksite in one month are a cluster; a house
 * figure.
 */
const monthLimitFen = 5_000_000

/**
 * 工资明显偏高 — somebody's pay for a day is more than three times what the trade earns at the worksite that
 * month, or the month's or the year's sum is more than work earns. Asked of months above 15,000 yuan only.
 * It may be works payment dressed as wages.
 */
export const payImplausiblyHigh = defineRule({
  id: 'pay-implausibly-high',
  codes: ['P5'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: null,
  basis: () => [art('regulation-724', 26), art('regulation-724', 52)],
  needs: {},
  measures: ['percentOfMedian', 'highestFen', 'highestYearFen', 'cluster'],
  bands: [
    { measure: 'percentOfMedian', from: 301, level: 'yellow' },
    { measure: 'highestFen', from: monthLimitFen + 1, level: 'orange' },
    { measure: 'highestYearFen', from: 30_000_001, level: 'red' },
    { measure: 'cluster', from: 3, level: 'red' },
  ],
  facts: highPay,
  measure: () => sql`
    select h.worksite_id, to_char(h.month, 'YYYY-MM') as subject_key, h.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[coalesce(max(h.percent_of_median), 0), max(h.due_fen), max(h.year_fen),
                 count(*) filter (where h.due_fen > ${monthLimitFen}::bigint)]::numeric[] as measures,
           count(distinct h.person_id) filter (where ${tooHigh}) as people,
           coalesce(sum(h.due_fen) filter (where ${tooHigh}), 0)::bigint as amount_fen,
           (h.month + interval '1 month')::date as since_on,
           jsonb_build_object('highestFen', max(h.due_fen)::text, 'highestYearFen', max(h.year_fen)::text,
             'medianDayFen', round(min(h.median_fen))::text) as evidence,
           true as known
      from facts h
     group by h.worksite_id, h.month`,
  members: () => sql`
    select h.worksite_id, to_char(h.month, 'YYYY-MM') as subject_key, h.person_id,
           (array_agg(h.employing_unit_id order by h.employing_unit_id))[1] as employing_unit_id,
           sum(h.due_fen)::bigint as amount_fen, max(h.due_fen)::numeric as measure,
           jsonb_build_object('dueFen', sum(h.due_fen)::text, 'dayFen', round(max(h.day_fen))::text,
             'medianDayFen', round(min(h.median_fen))::text, 'highestYearFen', max(h.year_fen)::text) as evidence
      from facts h
     where ${tooHigh}
     group by h.worksite_id, h.month, h.person_id`,
})

const tooHigh = sql`(h.percent_of_median > 300 or h.due_fen > ${monthLimitFen}::bigint or h.year_fen > 30000000)`

/** Rows above the least sum that is asked about, each with the median of its trade and the year so far. */
function highPay({ asOf, only }: Asking): RawBuilder<unknown> {
  return sql`
    with high as materialized (
      select m.worksite_id, m.month, m.person_id, m.employing_unit_id, m.due_fen, p.work_type, ${dayPay} as day_fen
        from (select m.* from wage_month m
               where m.due_fen > 1500000 and m.month <= ${asOf}::date and ${only('m.worksite_id')} offset 0) m
       cross join lateral (select p.work_type from worksite_person p
                            where p.worksite_id = m.worksite_id and p.person_id = m.person_id offset 0) p),
    trade as materialized (
      select k.worksite_id, k.month, t.*
        from (select distinct h.worksite_id, h.month from high h) k
       cross join lateral (${medians}) t)
    select h.worksite_id, h.month, h.person_id, h.employing_unit_id, h.due_fen, h.day_fen, pay.median_fen,
           ceil(round(100 * h.day_fen / nullif(pay.median_fen, 0), 4)) as percent_of_median, y.year_fen
      from high h
      left join trade own on own.worksite_id = h.worksite_id and own.month = h.month and own.work_type = h.work_type
       and own.people >= ${fewestForMedian}::int
      left join trade everybody on everybody.worksite_id = h.worksite_id and everybody.month = h.month
       and everybody.is_whole and everybody.people >= ${fewestForMedian}::int
     cross join lateral (select coalesce(own.median_fen, everybody.median_fen) as median_fen) pay
     cross join lateral (
        select sum(m.due_fen)::bigint as year_fen from wage_month m
         where m.person_id = h.person_id and m.worksite_id = h.worksite_id and m.month <= h.month
           and m.month >= date_trunc('year', h.month)::date) y`
}

/** 日均应发 — null where nobody says how many days were worked. */
const dayPay = sql`(m.due_fen * 100.0 / coalesce(nullif(m.payroll_days_hundredths, 0),
  nullif(m.sheet_days_hundredths, 0), nullif(m.gate_days * 100, 0)))`

/** Of the month of a row of `k`: the median of what each trade earns a day, and that of all together. */
const medians = sql`
  select o.work_type, grouping(o.work_type) = 1 as is_whole, count(*) as people,
         percentile_disc(0.5) within group (order by o.day_fen) as median_fen
    from (select p.work_type, ${dayPay} as day_fen
            from (select m.* from wage_month m
                   where m.worksite_id = k.worksite_id and m.month = k.month and m.due_fen > 0 offset 0) m
            join (select p.person_id, p.work_type from worksite_person p
                   where p.worksite_id = k.worksite_id offset 0) p on p.person_id = m.person_id
          offset 0) o
   where o.day_fen is not null
   group by grouping sets ((o.work_type), ())`
