-- Registers: worksites and what the law asks of them, people, contracts, devices. Facts of a worksite begin
-- their key with worksite_id; facts of a person with person_id. Registers are versioned: a correction is a
-- new row that names what it replaces; only the flag `current` of the old row changes.

create table worksite (
  worksite_id uuid constraint worksite_pk primary key,
  kind text not null constraint worksite_kind check (kind in ('project', 'establishment', 'labor-platform')),
  code text not null,
  name text not null,
  name_pinyin text not null,
  area_code text not null,
  sector text not null,
  project_owner_id uuid, -- null for establishments
  general_contractor_id uuid not null,
  regulator text not null default '',
  contract_fen bigint constraint worksite_contract_fen check (contract_fen >= 0),
  contract_signed_on date,
  permit_on date,
  permit_number text not null default '',
  starts_on date,
  ends_on date,
  completed_on date,
  labor_cost_cycle_months int,
  labor_cost_pay_day int constraint worksite_labor_cost_pay_day check (labor_cost_pay_day between 1 and 31),
  labor_cost_fen bigint constraint worksite_labor_cost_fen check (labor_cost_fen >= 0),
  labor_cost_share_hundredths int, -- share of works payment in 1/10000; null when an amount is agreed
  pay_day int constraint worksite_pay_day check (pay_day between 1 and 31),
  pay_month_offset int not null default 1
    constraint worksite_pay_month_offset check (pay_month_offset in (0, 1)),
  labor_officer_name text not null default '',
  labor_officer_phone_sealed bytea,
  labor_officer_phone_tail text not null default '',
  rights_notice_on date,
  version int not null,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null
);
create index worksite_by_area on worksite (area_code);
create index worksite_by_name on worksite (name);
comment on table worksite is
  '用工点 — a watched unit: project, establishment or labor platform; the present fold of its versions';
comment on column worksite.labor_cost_fen is '人工费用 — agreed labor cost a cycle';
comment on column worksite.contract_fen is '合同价 — price of the general contract';
comment on column worksite.general_contractor_id is
  '施工总承包单位 — for an establishment or platform, the unit that runs it';
select protect('worksite', 'versioned');

create table worksite_version (
  worksite_id uuid not null,
  version int not null,
  area_code text not null,
  sector text not null,
  project_owner_id uuid,
  general_contractor_id uuid not null,
  fields jsonb not null,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint worksite_version_pk primary key (worksite_id, version)
);
comment on table worksite_version is
  '用工点登记版本 — each register row as claimed, without personal values [append-only]';
select protect('worksite_version', 'append-only');

create table worksite_unit (
  worksite_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  role text not null
    constraint worksite_unit_role check (role in ('general-contractor', 'subcontractor', 'employing-unit')),
  intake_id uuid,
  received_on date not null,
  constraint worksite_unit_pk primary key (worksite_id, employing_unit_id)
);
comment on table worksite_unit is '用工单位 — units that employ people at a worksite';
select protect('worksite_unit', 'versioned');

create table wage_account (
  worksite_id uuid not null,
  account_id uuid not null,
  version int not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  project_owner_id uuid,
  account_bank_id uuid,
  account_name text not null default '',
  bank_name text not null default '',
  number_sealed bytea not null,
  number_blind bytea not null,
  number_tail text not null,
  opened_on date,
  agreement_on date,
  filed_on date,
  closed_on date,
  current boolean not null default true,
  replaces_version int,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint wage_account_pk primary key (worksite_id, account_id, version)
);
create index wage_account_by_number on wage_account (number_blind);
comment on table wage_account is
  '农民工工资专用账户 — with its three-party agreement; an account may serve several worksites, one row each';
select protect('wage_account', 'versioned');

create table wage_deposit (
  worksite_id uuid not null,
  deposit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  form text not null
    constraint wage_deposit_form check (form in ('cash', 'bank-guarantee', 'surety-insurance', 'exempt')),
  amount_fen bigint constraint wage_deposit_amount_fen check (amount_fen >= 0),
  stored_on date,
  expires_on date,
  current boolean not null default true,
  replaces_id uuid,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint wage_deposit_pk primary key (worksite_id, deposit_id)
);
comment on table wage_deposit is '工资保证金 — stored money, guarantee, surety insurance or exemption';
comment on column wage_deposit.amount_fen is '保证金金额 — sum stored or guaranteed';
select protect('wage_deposit', 'versioned');

create table payment_guarantee (
  worksite_id uuid not null,
  guarantee_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  project_owner_id uuid,
  amount_fen bigint constraint payment_guarantee_amount_fen check (amount_fen >= 0),
  given_on date,
  expires_on date,
  current boolean not null default true,
  replaces_id uuid,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint payment_guarantee_pk primary key (worksite_id, guarantee_id)
);
comment on table payment_guarantee is '工程款支付担保 — given by the project owner';
comment on column payment_guarantee.amount_fen is '担保金额 — sum that the guarantee covers';
select protect('payment_guarantee', 'versioned');

create table worksite_pause (
  worksite_id uuid not null,
  pause_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  confirmed_by text not null,
  current boolean not null default true,
  received_on date not null,
  constraint worksite_pause_pk primary key (worksite_id, pause_id),
  constraint worksite_pause_span check (until_on >= from_on)
);
comment on table worksite_pause is '停工确认 — a confirmed pause of a site that rules respect';
select protect('worksite_pause', 'versioned');

create table crew (
  worksite_id uuid not null,
  crew_id uuid not null,
  employing_unit_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  name text not null,
  constraint crew_pk primary key (worksite_id, crew_id),
  constraint crew_name_once unique (worksite_id, employing_unit_id, name)
);
comment on table crew is '班组 — a crew of a unit at a worksite';
select protect('crew', 'versioned');

create table worksite_person (
  worksite_id uuid not null,
  person_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid not null,
  crew_id uuid,
  name text not null,
  name_pinyin text not null,
  work_type text not null default '',
  born_on date,
  id_blind bytea, -- null only for a person whose number is not known
  id_tail text not null default '',
  phone_blind bytea,
  phone_tail text not null default '',
  card_blind bytea,
  card_tail text not null default '',
  entered_on date,
  left_on date,
  enrolled boolean not null default false,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint worksite_person_pk primary key (worksite_id, person_id)
);
create index worksite_person_by_id on worksite_person (id_blind);
create index worksite_person_by_card on worksite_person (card_blind);
comment on table worksite_person is '在册人员 — a person at a worksite, masked, as an official''s list needs it';
comment on column worksite_person.enrolled is
  '实名登记 — false when a payroll or gate names somebody whom no roster has';
comment on column worksite_person.employing_unit_id is
  '用人单位 — the general contractor until a roster says otherwise';
select protect('worksite_person', 'versioned');

create table labor_contract (
  worksite_id uuid not null,
  contract_id uuid not null,
  person_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid not null,
  signed_on date,
  from_on date,
  until_on date,
  rate_kind text constraint labor_contract_rate_kind check (rate_kind in ('day', 'hour', 'month', 'piece')),
  rate_fen bigint constraint labor_contract_rate_fen check (rate_fen >= 0),
  pay_cycle text not null default 'month' constraint labor_contract_pay_cycle
    check (pay_cycle in ('month', 'half-month', 'week', 'day', 'task')),
  pay_day int, -- day of the month, or of the week (1 Monday); null = the worksite's
  current boolean not null default true,
  replaces_id uuid,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint labor_contract_pk primary key (worksite_id, contract_id)
);
create index labor_contract_by_person on labor_contract (worksite_id, person_id);
comment on table labor_contract is '劳动合同 — agreed rate and pay cycle of a person at a worksite';
comment on column labor_contract.rate_fen is '约定工资标准 — agreed wage a unit of rate_kind';
select protect('labor_contract', 'versioned');

create table site_presence (
  worksite_id uuid not null,
  presence_id uuid not null,
  person_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid not null,
  entered_on date,
  left_on date,
  current boolean not null default true,
  replaces_id uuid,
  intake_id uuid,
  source_sheet text not null default '',
  source_row int not null default 0,
  received_on date not null,
  constraint site_presence_pk primary key (worksite_id, presence_id)
);
create index site_presence_by_person on site_presence (worksite_id, person_id);
comment on table site_presence is '进退场 — entry and exit of a person at a worksite';
select protect('site_presence', 'versioned');

create table device (
  worksite_id uuid not null,
  device_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  serial text not null,
  direction text not null default 'both'
    constraint device_direction check (direction in ('in', 'out', 'both')),
  kind text not null default 'gate' constraint device_kind check (kind in ('gate', 'sheet')),
  registered_on date not null,
  constraint device_pk primary key (worksite_id, device_id)
);
comment on table device is '考勤设备 — a gate device; one of kind sheet stands for punches typed into a file';
select protect('device', 'versioned');

create table device_user (
  worksite_id uuid not null,
  device_id uuid not null,
  pin text not null,
  person_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  from_on date not null,
  until_on date, -- null while in use
  current boolean not null default true,
  intake_id uuid not null,
  received_on date not null,
  constraint device_user_pk primary key (worksite_id, device_id, pin, person_id, intake_id)
);
comment on table device_user is
  '考勤号 — who a device user is, and when; device_id of zeros means every device of the worksite';
select protect('device_user', 'versioned');

-- People ----------------------------------------------------------------------------------------------------

create table person_worksite (
  person_id uuid not null,
  worksite_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid not null,
  constraint person_worksite_pk primary key (person_id, worksite_id)
);
comment on table person_worksite is
  '人员所在用工点 — where a person is known, kept with the person so that a row lock can ask';
select protect('person_worksite', 'versioned');

create table person (
  person_id uuid constraint person_pk primary key,
  name text not null,
  sex text constraint person_sex check (sex in ('male', 'female')),
  id_number_sealed bytea,
  id_blind bytea,
  phone_sealed bytea,
  phone_blind bytea,
  address_sealed bytea,
  created_intake_id uuid,
  created_at timestamptz not null
);
comment on table person is '农民工 — a person, opened by id; numbers and address are encrypted';
select protect('person', 'versioned', $$ '' = any ((select app_areas())::text[])
  or (select app_person()) is null
    and exists (select from person_worksite known where known.person_id = person.person_id) $$);

create table bank_card (
  person_id uuid not null,
  card_blind bytea not null,
  card_sealed bytea not null,
  card_tail text not null,
  bank_name text not null default '',
  intake_id uuid,
  received_on date not null,
  constraint bank_card_pk primary key (person_id, card_blind)
);
comment on table bank_card is '工资卡 — a person''s bank cards, encrypted, with a blind index';
select protect('bank_card', 'versioned', $$ '' = any ((select app_areas())::text[])
  or (select app_person()) is null
    and exists (select from person_worksite known where known.person_id = bank_card.person_id) $$);

create table person_alias (
  person_id uuid not null,
  same_id uuid not null,
  said_by text not null,
  said_on date not null,
  constraint person_alias_pk primary key (person_id, same_id)
);
comment on table person_alias is '人员合并 — says that two persons are one, without rewriting facts';
select protect('person_alias', 'versioned', $$ '' = any ((select app_areas())::text[])
  or (select app_person()) is null
    and exists (select from person_worksite known where known.person_id = person_alias.person_id) $$);
