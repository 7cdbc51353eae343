-- Folds: what the claims come to. Every row here can be rebuilt from the claims with the same result.

create table attendance_day (
  worksite_id uuid not null,
  person_id uuid not null,
  day date not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  minutes int not null constraint attendance_day_minutes check (minutes >= 0),
  punches int not null,
  missing_in boolean not null,
  missing_out boolean not null,
  constraint attendance_day_pk primary key (worksite_id, person_id, day)
);
comment on table attendance_day is '考勤日 — a worker-day by the gate';
select protect('attendance_day', 'fold');

create table payout_allocation (
  worksite_id uuid not null,
  payout_id uuid not null,
  person_id uuid not null,
  employing_unit_id uuid not null,
  month date not null,
  due_no int not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  amount_fen bigint not null constraint payout_allocation_amount_fen check (amount_fen >= 0),
  paid_on date not null,
  basis text not null
    constraint payout_allocation_basis check (basis in ('pay-file-line', 'stated-month', 'inferred')),
  constraint payout_allocation_pk
    primary key (worksite_id, payout_id, person_id, employing_unit_id, month, due_no)
);
create index payout_allocation_by_person on payout_allocation (worksite_id, person_id);
comment on table payout_allocation is '代发归集 — which wage a payout answers, and how that is known';
comment on column payout_allocation.amount_fen is '归集金额 — the part of the payout that answers this due';
select protect('payout_allocation', 'fold');

create table wage_month (
  worksite_id uuid not null,
  month date not null,
  person_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  gate_days int not null default 0,
  gate_minutes int not null default 0,
  sheet_days_hundredths int, -- by the attendance sheet; null without one
  sheet_minutes int,
  payroll_days_hundredths int, -- days that the payroll claims; null when it has none
  payroll_minutes int,
  payroll_lines int not null default 0,
  rate_kind text,
  rate_fen bigint,
  accrued_fen bigint, -- attendance x rate; null when the rate is not known
  due_fen bigint, -- 应发 by payroll; null without a payroll line
  overtime_fen bigint not null default 0, -- 加班工资 within due_fen, by payroll
  deduction_fen bigint not null default 0,
  advance_fen bigint not null default 0,
  net_fen bigint, -- 实发 to be paid by payroll; null without a payroll line
  confirmation text not null default 'not-reported' constraint wage_month_confirmation
    check (confirmation in ('not-reported', 'declared', 'confirmed', 'contested', 'received',
      'not-received')),
  paid_fen bigint not null default 0 constraint wage_month_paid_fen check (paid_fen >= 0),
  returned_fen bigint not null default 0 constraint wage_month_returned_fen check (returned_fen >= 0),
  first_paid_on date,
  last_paid_on date,
  inferred_fen bigint not null default 0,
  other_account_fen bigint not null default 0,
  due_on date, -- the earliest pay day of the month's dues
  constraint wage_month_pk primary key (worksite_id, month, person_id, employing_unit_id)
);
create index wage_month_by_person on wage_month (person_id);
comment on table wage_month is
  '工资月 — what gate, sheet, payroll, bank and worker say of one person''s month at one unit';
comment on column wage_month.returned_fen is '退票 — paid out and come back';
comment on column wage_month.rate_fen is '工资标准 — wage a unit of rate_kind';
comment on column wage_month.overtime_fen is '加班工资 — overtime pay by payroll';
comment on column wage_month.net_fen is '实发 — to be paid out by payroll';
comment on column wage_month.inferred_fen is '推定归集 — the part of what was paid whose month was inferred';
comment on column wage_month.due_fen is '应发 — gross wage by payroll';
comment on column wage_month.deduction_fen is '扣款 — deductions by payroll';
comment on column wage_month.advance_fen is '预支 — advances by payroll';
comment on column wage_month.accrued_fen is '应计 — attendance times rate';
comment on column wage_month.other_account_fen is '付至他人账户 — paid to an account that is not the worker''s own';
comment on column wage_month.paid_fen is '已发 — paid and not returned';
select protect('wage_month', 'fold');

create table wage_due (
  worksite_id uuid not null,
  month date not null,
  person_id uuid not null,
  employing_unit_id uuid not null,
  due_no int not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  pay_cycle text not null,
  agreed_on date not null,
  due_on date not null,
  basis text not null constraint wage_due_basis check (basis in ('payroll', 'accrued')),
  due_fen bigint not null constraint wage_due_due_fen check (due_fen >= 0),
  paid_fen bigint not null default 0 constraint wage_due_paid_fen check (paid_fen >= 0),
  settled_on date, -- the day on which the sum was full
  constraint wage_due_pk primary key (worksite_id, month, person_id, employing_unit_id, due_no)
);
create index wage_due_open on wage_due (worksite_id, due_on) where settled_on is null;
comment on table wage_due is '应付工资 — one pay day of a wage month: what is to be paid, by when';
comment on column wage_due.paid_fen is '已付 — paid towards it and not returned';
comment on column wage_due.due_fen is '应付 — to be paid on this pay day';
comment on column wage_due.agreed_on is
  '约定发放日 — as agreed; due_on is the same day moved before days off (条例 14)';
select protect('wage_due', 'fold');
