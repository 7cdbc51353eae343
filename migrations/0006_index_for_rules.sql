-- What rules ask about is few among many rows. An index of those rows alone keeps a run as fast as there is trouble,
-- however many healthy months there are, and costs the fold little: only a doubtful row is entered. Rules state
-- these conditions in the same words, for the planner proves the one from the other.

create index wage_month_missing on wage_month (worksite_id, month)
  where gate_days > 0 and payroll_lines = 0;
comment on index wage_month_missing is '有考勤无工资 — attended, and on no payroll';

create index wage_month_unseen on wage_month (worksite_id, month)
  where payroll_lines > 0 and gate_days = 0;
comment on index wage_month_unseen is '有工资无门禁 — on a payroll, and never at the gate';

create index wage_month_unpaid on wage_month (month, worksite_id)
  where paid_fen = 0;
comment on index wage_month_unpaid is '未付 — nothing paid yet';

create index wage_month_doubtful on wage_month (worksite_id, month)
  where due_fen > 1500000
     or (due_fen - overtime_fen) * 100
        < 15000::bigint * coalesce(payroll_days_hundredths, sheet_days_hundredths, gate_days * 100)
     or due_fen * 10 < accrued_fen * 9
     or paid_fen > 0 and (paid_fen + due_fen - net_fen) * 10 < coalesce(accrued_fen, due_fen) * 9
     or paid_fen between 100000 and 200000 and paid_fen % 10000 = 0
        and greatest(accrued_fen, due_fen) >= paid_fen * 2
     or other_account_fen > 0
     or confirmation in ('contested', 'not-received');
comment on index wage_month_doubtful is
  '存疑 — very high or low pay, less than earned, a flat round sum, another account, an objection';

create index feed_receipt_latest on feed_receipt (worksite_id, feed, covered_until_on);
create index payroll_half_signed on payroll (worksite_id, month)
  where signatures in ('none', 'some');
create index payout_by_intake on payout (worksite_id, intake_id);
create index account_movement_doubtful on account_movement (worksite_id, booked_on)
  where kind in ('stranger', 'unexplained');
create index site_presence_left on site_presence (worksite_id, person_id)
  where current and left_on is not null;
create index attendance_day_by_day on attendance_day (day);
-- Punches come in the order of their days, so a summary of their blocks finds a week of them.
create index punch_by_time on punch using brin (punched_at);
