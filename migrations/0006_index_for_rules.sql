-- What rules ask about is few among many rows. An index of those rows alone keeps a run as fast as there is trouble,
-- however many healthy months there are, and costs the fold little: only a doubtful row is entered. Rules state
-- these conditions in the same words, for the planner proves the one from the other.

create index wage_month_missing on wage_month (worksite_id, month, due_on)
  where gate_days > 0 and payroll_lines = 0;
comment on index wage_month_missing is '有考勤无工资 — attended, and on no payroll';

create index wage_month_unseen on wage_month (worksite_id, month)
  where payroll_lines > 0 and gate_days = 0;
comment on index wage_month_unseen is '有工资无门禁 — on a payroll, and never at the gate';

create index wage_month_unpaid on wage_month (month, worksite_id)
  where paid_fen = 0;
comment on index wage_month_unpaid is '未付 — nothing paid yet';

create index wage_month_low on wage_month (worksite_id, month)
  where (due_fen - overtime_fen) * 100
        < 15000::bigint * coalesce(payroll_days_hundredths, sheet_days_hundredths, gate_days * 100);
comment on index wage_month_low is '低薪 — less than 150 yuan a day without overtime';

create index wage_month_high on wage_month (worksite_id, month)
  where due_fen > 1500000;
comment on index wage_month_high is '高薪 — more than 15,000 yuan a month';

create index wage_month_short on wage_month (worksite_id, month)
  where due_fen * 10 < accrued_fen * 9
     or paid_fen > 0 and (paid_fen + due_fen - net_fen) * 10 < coalesce(accrued_fen, due_fen) * 9;
comment on index wage_month_short is '少发 — less on the payroll or paid than earned';

create index wage_month_flat on wage_month (worksite_id, month)
  where paid_fen between 100000 and 200000 and paid_fen % 10000 = 0
    and greatest(accrued_fen, due_fen) >= paid_fen * 2;
comment on index wage_month_flat is '整额 — paid a flat round sum of half or less of what was earned';

create index wage_month_elsewhere on wage_month (worksite_id, month)
  where other_account_fen > 0;
comment on index wage_month_elsewhere is '付至他人账户 — paid to an account that is not the worker''s own';

create index wage_month_contested on wage_month (worksite_id, month)
  where confirmation in ('contested', 'not-received');
comment on index wage_month_contested is '异议 — the worker says that it is wrong, or that nothing came';

create index wage_due_unsettled on wage_due (worksite_id, person_id)
  where settled_on is null;
comment on index wage_due_unsettled is '未结清 — what of a person''s wages is open, for leavers';

create index person_worksite_by_worksite on person_worksite (worksite_id);
create index feed_receipt_latest on feed_receipt (worksite_id, feed, covered_until_on);
create index payroll_half_signed on payroll (worksite_id, month)
  where signatures in ('none', 'some');
create index payout_by_intake on payout (worksite_id, intake_id);
create index account_movement_doubtful on account_movement (worksite_id, booked_on)
  where kind in ('stranger', 'unexplained');
create index site_presence_left on site_presence (worksite_id, person_id)
  where current and left_on is not null;
create index attendance_day_by_day on attendance_day (day);
create index punch_by_time on punch (worksite_id, punched_at);
