-- The wage months of some worksites as flat rows for engines that judge one row at a time. What a rule asks of the
-- unit, the worksite or other months stands in the row, worked out before the clock starts. The first parameter is
-- the day asked about, the second the worksites.

with row as not materialized (select m.* from wage_month m where m.worksite_id = any($2::uuid[])),
bank as (
  select worksite_id, max(covered_until_on) as until_on from feed_receipt
   where feed = 'bank' and received_on <= $1::date and worksite_id = any($2::uuid[]) group by worksite_id),
due as not materialized (
  select d.*, case when d.settled_on is null then d.due_fen - d.paid_fen else 0 end as open_fen
    from wage_due d where d.worksite_id = any($2::uuid[])),
site as (
  select d.worksite_id, least($1::date, bank.until_on) - min(d.due_on) as overdue_days
    from due d join bank using (worksite_id)
   where d.open_fen >= 100 and d.due_on < $1::date group by d.worksite_id, bank.until_on),
unit as (
  select worksite_id, month, employing_unit_id, sum(gate_days) as gate_days, max(payroll_lines) as listed,
         max(paid_fen) as paid_fen, max(gate_days) as most_gate_days
    from row group by worksite_id, month, employing_unit_id),
paid as (select worksite_id, month, max(paid_fen) as paid_fen from row group by worksite_id, month),
trade as materialized (
  select r.worksite_id, r.month, p.work_type, grouping(p.work_type) = 1 as is_whole, count(*) as people,
         percentile_disc(0.5) within group (order by r.due_fen * 100.0 / r.payroll_days_hundredths) as median_fen
    from row r join worksite_person p on p.worksite_id = r.worksite_id and p.person_id = r.person_id
   where r.due_fen > 0 and r.payroll_days_hundredths > 0
   group by grouping sets ((r.worksite_id, r.month, p.work_type), (r.worksite_id, r.month))),
flat as (
  select f.*, count(*) over (partition by f.worksite_id, f.person_id, f.row_of order by f.month) as in_row
    from (select r.worksite_id, r.person_id, r.month,
                 extract(year from r.month) * 12 + extract(month from r.month)
                   - row_number() over (partition by r.worksite_id, r.person_id order by r.month) as row_of
            from row r
           where r.paid_fen between 100000 and 200000 and r.paid_fen % 10000 = 0
             and greatest(r.accrued_fen, r.due_fen) >= r.paid_fen * 2 and r.due_on < $1::date) f)
select r.worksite_id as "worksiteId", to_char(r.month, 'YYYY-MM') as month, r.person_id as "personId",
       d.open_fen::float8 as "openFen", $1::date - r.due_on as "daysPastDue", bank.until_on - r.due_on as "bankDaysPastDue",
       coalesce(site.overdue_days, 0) as "siteOverdueDays", r.gate_days as "gateDays", r.payroll_lines as "payrollLines",
       coalesce(r.due_fen, 0)::float8 as "dueFen", r.paid_fen::float8 as "paidFen",
       r.other_account_fen::float8 as "otherAccountFen", (s.worksite_id is not null)::int as "unitHasPayroll",
       u.most_gate_days as "unitSeenDays", u.gate_days::int as "unitGateDays", u.listed as "unitListed",
       u.paid_fen::float8 as "unitPaidFen", paid.paid_fen::float8 as "monthPaidFen",
       (date_trunc('month', $1::date)::date - r.month) as "daysSinceMonth",
       exists (select from wage_month e where e.worksite_id = r.worksite_id and e.person_id = r.person_id and e.gate_days > 0
                  and e.month in (r.month, (r.month - interval '1 month')::date))::int as "wasSeenLately",
       (coalesce(r.due_fen, 0) * 2175)::float8 as "paidHundredfold",
       r.area_code as "areaCode", coalesce(r.payroll_days_hundredths, 0) as "payrollDaysHundredths",
       coalesce(r.due_fen * 100.0 / r.payroll_days_hundredths, 0)::float8 as "dayFen",
       (coalesce(own.median_fen, everybody.median_fen, 1e9) * 3)::float8 as "highDayFen",
       year.fen::float8 as "yearFen", coalesce(r.accrued_fen, r.due_fen, 0)::float8 as "earnedFen",
       least(r.due_fen, case when r.paid_fen > 0 and r.due_on < bank.until_on
                             then r.paid_fen + r.due_fen - r.net_fen end)::float8 as "givenFen",
       r.gate_days * 100 as "daysHundredths", coalesce(flat.in_row, 0)::int as "monthsInRow",
       case when r.month <= p.left_on then bank.until_on - p.left_on else -1 end as "daysSinceLeaving"
  from row r
  join bank using (worksite_id)
  join due d using (worksite_id, month, person_id, employing_unit_id)
  join unit u using (worksite_id, month, employing_unit_id)
  join paid on paid.worksite_id = r.worksite_id and paid.month = r.month
  join worksite_person p on p.worksite_id = r.worksite_id and p.person_id = r.person_id
  left join site on site.worksite_id = r.worksite_id
  left join payroll s on s.worksite_id = r.worksite_id and s.month = r.month
   and s.employing_unit_id = r.employing_unit_id and s.current
  left join trade own on own.worksite_id = r.worksite_id and own.month = r.month and own.work_type = p.work_type
   and own.people >= 5
  left join trade everybody on everybody.worksite_id = r.worksite_id and everybody.month = r.month
   and everybody.is_whole and everybody.people >= 5
  left join flat on flat.worksite_id = r.worksite_id and flat.month = r.month and flat.person_id = r.person_id
 cross join lateral (select coalesce(sum(e.due_fen), 0) as fen from wage_month e
                      where e.worksite_id = r.worksite_id and e.person_id = r.person_id and e.month <= r.month
                        and e.month >= date_trunc('year', r.month)::date) year
 where r.worksite_id = any($2::uuid[])
