-- Findings: what the rules found, on which figures, and since when.

create table rule_run (
  run_id uuid constraint rule_run_pk primary key,
  rule_id text not null,
  rule_version int not null,
  as_of date not null,
  mode text not null constraint rule_run_mode check (mode in ('live', 'shadow', 'rehearsal')),
  at timestamptz not null,
  hits int not null,
  unknown int not null,
  opened int not null,
  raised int not null,
  cleared int not null
);
comment on table rule_run is
  '规则运行 — one rule measured over all subjects as of a day [append-only] [reference]';
select protect('rule_run', 'append-only', '(select app_is_known())');

create table finding (
  worksite_id uuid not null,
  finding_id uuid not null,
  rule_id text not null,
  rule_version int not null,
  subject_key text not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid,
  month date, -- null for a rule that is not about a month
  person_id uuid, -- null for a rule about a worksite
  outcome text not null default 'hit' constraint finding_outcome check (outcome in ('hit', 'unknown')),
  level text not null constraint finding_level check (level in ('notice', 'yellow', 'orange', 'red')),
  breach boolean not null,
  measure numeric not null,
  people int not null default 0,
  amount_fen bigint not null default 0,
  evidence jsonb not null,
  opened_on date not null,
  since_on date not null,
  refreshed_on date not null,
  cleared_on date, -- null while open
  run_id uuid not null,
  constraint finding_pk primary key (worksite_id, finding_id)
);
create unique index finding_open_once on finding (worksite_id, rule_id, subject_key) where cleared_on is null;
create index finding_by_level on finding (level, opened_on);
create index finding_by_run on finding (run_id);
comment on table finding is '命中 — what a rule found about a subject, with its figures and since when';
comment on column finding.amount_fen is '涉及金额 — what is owed or missing in the finding';
comment on column finding.breach is
  '违法 — true where the statute says duty breached, not only risk (law.md 14 RED)';
select protect('finding', 'versioned');

create table finding_level (
  worksite_id uuid not null,
  finding_id uuid not null,
  from_on date not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  level text not null constraint finding_level_level check (level in ('clear', 'notice', 'yellow', 'orange', 'red')),
  people int not null,
  amount_fen bigint not null,
  constraint finding_level_pk primary key (worksite_id, finding_id, from_on)
);
create index finding_level_by_day on finding_level (from_on);
comment on table finding_level is '预警变化 — how a finding stood from a day on, until its next row';
comment on column finding_level.amount_fen is '涉及金额 — what was owed or missing in the finding from that day on';
select protect('finding_level', 'versioned');

create table finding_member (
  worksite_id uuid not null,
  finding_id uuid not null,
  person_id uuid not null,
  area_code text not null,
  sector text not null,
  general_contractor_id uuid not null,
  employing_unit_id uuid,
  amount_fen bigint not null default 0,
  measure numeric not null,
  evidence jsonb not null default '{}',
  constraint finding_member_pk primary key (worksite_id, finding_id, person_id)
);
comment on table finding_member is '命中人员 — the people that a finding is about';
comment on column finding_member.amount_fen is '涉及金额 — the part of the finding that is this person''s';
select protect('finding_member', 'fold');
