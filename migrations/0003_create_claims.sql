-- Claims: what the gate, the payroll, the bank and the worker say. Rows are appended; a whole sheet is
-- replaced by turning its header's `current` off; a message is withdrawn by a row in claim_withdrawal.

create table claim_withdrawal (
  worksite_id uuid not null,
  intake_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  withdrawn_on date not null,
  actor_id text not null,
  constraint claim_withdrawal_pk primary key (worksite_id, intake_id)
);
comment on table claim_withdrawal is
  '撤回 — the claims of a message at a worksite no longer count [append-only]';
select protect('claim_withdrawal', 'append-only');

create table punch (
  worksite_id uuid not null,
  device_id uuid not null,
  pin text not null,
  punched_at timestamptz not null,
  direction text not null constraint punch_direction check (direction in ('in', 'out', 'unknown')),
  intake_id uuid not null,
  person_id uuid, -- null for a device user: device_user says who it was
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  source_sheet text not null default '',
  source_row int not null,
  received_on date not null,
  constraint punch_pk primary key (worksite_id, device_id, pin, punched_at, direction, intake_id)
);
comment on table punch is '考勤打卡 — one passage of a gate as the device reported it [append-only]';
select protect('punch', 'append-only');

create table attendance_sheet (
  worksite_id uuid not null,
  sheet_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  month date not null,
  number text not null,
  current boolean not null default true,
  replaces_id uuid,
  intake_id uuid not null,
  source_sheet text not null default '',
  received_on date not null,
  constraint attendance_sheet_pk primary key (worksite_id, sheet_id)
);
create index attendance_sheet_by_month on attendance_sheet (worksite_id, month);
comment on table attendance_sheet is '考勤表 — a month of attendance as a unit wrote it down';
select protect('attendance_sheet', 'versioned');

create table attendance_mark (
  worksite_id uuid not null,
  sheet_id uuid not null,
  source_row int not null,
  day date not null,
  person_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  day_hundredths int not null
    constraint attendance_mark_day_hundredths check (day_hundredths between 0 and 300),
  minutes int, -- null when the sheet says days, not hours
  overtime_minutes int not null default 0,
  mark text not null default '',
  constraint attendance_mark_pk primary key (worksite_id, sheet_id, source_row, day)
);
comment on table attendance_mark is '考勤标记 — a day of a person on an attendance sheet [append-only]';
select protect('attendance_mark', 'append-only');

create table payroll (
  worksite_id uuid not null,
  payroll_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  month date not null,
  number text not null,
  pay_on date,
  line_count int not null,
  due_fen bigint not null constraint payroll_due_fen check (due_fen >= 0),
  net_fen bigint not null constraint payroll_net_fen check (net_fen >= 0),
  signatures text not null
    constraint payroll_signatures check (signatures in ('none', 'some', 'all', 'not-reported')),
  current boolean not null default true,
  replaces_id uuid,
  intake_id uuid not null,
  source_sheet text not null default '',
  received_on date not null,
  constraint payroll_pk primary key (worksite_id, payroll_id)
);
create index payroll_by_month on payroll (worksite_id, month);
comment on table payroll is
  '工资支付表 — a unit''s sheet for a month; the same number replaces, another number adds';
comment on column payroll.net_fen is '实发合计 — sum of the lines'' net wages';
comment on column payroll.due_fen is '应发合计 — sum of the lines'' gross wages';
select protect('payroll', 'versioned');

create table payroll_line (
  worksite_id uuid not null,
  payroll_id uuid not null,
  source_row int not null,
  person_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  month date not null,
  days_hundredths int, -- null when the sheet has no days
  minutes int, -- null when the sheet has no hours
  rate_kind text constraint payroll_line_rate_kind check (rate_kind in ('day', 'hour', 'month', 'piece')),
  rate_fen bigint,
  overtime_fen bigint not null default 0,
  due_fen bigint not null constraint payroll_line_due_fen check (due_fen >= 0),
  deduction_fen bigint not null default 0 constraint payroll_line_deduction_fen check (deduction_fen >= 0),
  advance_fen bigint not null default 0 constraint payroll_line_advance_fen check (advance_fen >= 0),
  net_fen bigint not null constraint payroll_line_net_fen check (net_fen >= 0),
  deductions jsonb not null default '{}',
  card_blind bytea,
  card_tail text not null default '',
  signed boolean, -- null when the sheet does not report signatures
  constraint payroll_line_pk primary key (worksite_id, payroll_id, source_row)
);
create index payroll_line_by_person on payroll_line (worksite_id, person_id);
comment on table payroll_line is '工资支付表明细 — what a sheet says is owed to a person [append-only]';
comment on column payroll_line.rate_fen is '工资标准 — wage a unit of rate_kind, as the sheet says';
comment on column payroll_line.overtime_fen is '加班工资 — overtime pay, part of the gross wage';
comment on column payroll_line.deduction_fen is '扣款 — deducted from the gross wage';
comment on column payroll_line.advance_fen is '预支 — already paid in advance (生活费, 借支)';
comment on column payroll_line.due_fen is '应发 — gross wage of the month';
comment on column payroll_line.net_fen is '实发 — what is to be paid out after deductions';
select protect('payroll_line', 'append-only');

create table wage_confirmation (
  worksite_id uuid not null,
  confirmation_id uuid not null,
  person_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  month date not null,
  payroll_id uuid,
  channel text not null
    constraint wage_confirmation_channel check (channel in ('worker-phone', 'contractor-sheet')),
  answer text not null
    constraint wage_confirmation_answer
    check (answer in ('confirmed', 'contested', 'received', 'not-received')),
  said_on date not null,
  intake_id uuid,
  source_row int not null default 0,
  received_on date not null,
  constraint wage_confirmation_pk primary key (worksite_id, confirmation_id)
);
create index wage_confirmation_by_person on wage_confirmation (worksite_id, person_id);
comment on table wage_confirmation is
  '工资确认 — what the worker says, or what a signature on the sheet is said to say [append-only]';
select protect('wage_confirmation', 'append-only');

create table account_movement (
  worksite_id uuid not null,
  movement_id uuid not null,
  account_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  project_owner_id uuid,
  account_bank_id uuid,
  booked_on date not null,
  valued_on date,
  direction text not null constraint account_movement_direction check (direction in ('credit', 'debit')),
  amount_fen bigint not null constraint account_movement_amount_fen check (amount_fen >= 0),
  kind text not null constraint account_movement_kind
    check (kind in ('labor-cost', 'payout', 'payout-batch', 'return', 'fee', 'interest', 'reversal',
      'stranger', 'unexplained')),
  bank_reference text not null,
  counterparty_name text not null default '',
  counterparty_blind bytea,
  counterparty_tail text not null default '',
  balance_fen bigint, -- the bank's own closing balance where it says one
  intake_id uuid not null,
  source_sheet text not null default '',
  source_row int not null,
  received_on date not null,
  constraint account_movement_pk primary key (worksite_id, movement_id)
);
create index account_movement_by_day on account_movement (worksite_id, account_id, booked_on);
create index account_movement_by_reference on account_movement (worksite_id, bank_reference);
comment on table account_movement is
  '专户流水 — a booked movement of the wage account as the bank reported it [append-only]';
comment on column account_movement.balance_fen is
  '余额 — the bank''s own closing balance, where it says one';
comment on column account_movement.amount_fen is '金额 — always positive; the direction says which way';
select protect('account_movement', 'append-only');

create table labor_cost_payment (
  worksite_id uuid not null,
  payment_id uuid not null,
  movement_id uuid,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  project_owner_id uuid,
  amount_fen bigint not null constraint labor_cost_payment_amount_fen check (amount_fen >= 0),
  paid_on date not null,
  payer_name text not null default '',
  intake_id uuid not null,
  source_row int not null,
  received_on date not null,
  constraint labor_cost_payment_pk primary key (worksite_id, payment_id)
);
comment on table labor_cost_payment is
  '人工费用拨付 — money that came into the wage account for wages [append-only]';
comment on column labor_cost_payment.amount_fen is '拨付金额 — labor cost paid into the wage account';
select protect('labor_cost_payment', 'append-only');

create table payout (
  worksite_id uuid not null,
  payout_id uuid not null,
  person_id uuid, -- null while nobody can be named: it waits
  employing_unit_id uuid, -- null when not stated
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  amount_fen bigint not null constraint payout_amount_fen check (amount_fen >= 0),
  paid_on date not null,
  month date, -- the wage month that the bank's message names; null when it names none
  payroll_id uuid,
  payroll_row int, -- the pay-file line it answers
  movement_id uuid,
  bank_reference text not null default '',
  payee_name text not null default '',
  card_blind bytea,
  card_tail text not null default '',
  corroborates_id uuid, -- another message already told of this payout: counted once
  intake_id uuid not null,
  source_sheet text not null default '',
  source_row int not null,
  received_on date not null,
  constraint payout_pk primary key (worksite_id, payout_id)
);
create index payout_by_person on payout (worksite_id, person_id);
create index payout_by_card on payout (worksite_id, card_blind);
comment on table payout is '代发 — money that the bank says it paid to somebody as wages [append-only]';
comment on column payout.amount_fen is '代发金额 — what the bank says it paid';
select protect('payout', 'append-only');

create table payout_return (
  worksite_id uuid not null,
  return_id uuid not null,
  payout_id uuid, -- null while the payout it returns is not found: it waits
  person_id uuid,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  amount_fen bigint not null constraint payout_return_amount_fen check (amount_fen >= 0),
  returned_on date not null,
  reason text not null default '',
  bank_reference text not null default '',
  card_blind bytea,
  movement_id uuid,
  intake_id uuid not null,
  source_sheet text not null default '',
  source_row int not null,
  received_on date not null,
  constraint payout_return_pk primary key (worksite_id, return_id)
);
create index payout_return_by_payout on payout_return (worksite_id, payout_id);
comment on table payout_return is '退票 — a payout that came back [append-only]';
comment on column payout_return.amount_fen is '退票金额 — what came back';
select protect('payout_return', 'append-only');

create table feed_receipt (
  worksite_id uuid not null,
  feed text not null constraint feed_receipt_feed
    check (feed in ('register', 'roster', 'gate', 'attendance-sheet', 'payroll', 'bank')),
  intake_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  received_on date not null,
  covered_until_on date not null, -- the last day that the message speaks of: a statement's end, a log's last punch
  constraint feed_receipt_pk primary key (worksite_id, feed, intake_id)
);
comment on table feed_receipt is
  '数据到达 — that a feed of a worksite spoke on a day; a rule asks it whether silence hides something [append-only]';
select protect('feed_receipt', 'append-only');
