-- The floor of every other table: roles, the settings that row locks read, the lock itself, areas,
-- organizations, the intake of messages, aliases of outside codes, events. Written for PostgreSQL 15 and
-- PGlite alike.

do $$
begin
  if not exists (select from pg_roles where rolname = 'anxin_app') then
    create role anxin_app nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not exists (select from pg_roles where rolname = 'anxin_engine') then
    create role anxin_engine nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

-- Settings of a transaction. Unset and empty both give null, and null lets nothing through.
create function app_areas() returns text[] language sql stable parallel safe as $$
  select case current_setting('app.areas', true)
           when '*' then array['']
           else string_to_array(nullif(current_setting('app.areas', true), ''), ',') end $$;
create function app_sectors() returns text[] language sql stable parallel safe as $$
  select string_to_array(nullif(current_setting('app.sectors', true), ''), ',') $$;
create function app_organizations() returns uuid[] language sql stable parallel safe as $$
  select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[] $$;
create function app_person() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_sees_all() returns boolean language sql stable parallel safe as $$
  select coalesce('' = any (app_areas()) and '*' = any (app_sectors()), false) $$;
create function app_is_known() returns boolean language sql stable parallel safe as $$
  select app_areas() is not null or app_organizations() is not null or app_person() is not null $$;

-- A UUIDv7 of an instant: time first, so that rows made together lie together; used where SQL makes rows.
create function uuid_v7(at timestamptz) returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
    'hex')::uuid $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = '42501';
end $$;

-- 行锁: puts row-level security on a table from the scope columns that it has, and grants what its kind allows.
-- Who sees all is told apart once a statement, not once a row; and the planner, which takes half the rows to
-- pass a CASE, does not take a large table for a small one.
-- kinds: 'append-only' (insert), 'versioned' (insert and update of its flags), 'fold' (rebuilt at will).
create function protect(
  target text, kind text, extra_condition text default null, write_condition text default null
) returns void language plpgsql as $$
declare
  seen text := '';
  may_write text;
  by_area text;
  found text;
begin
  if exists (select from information_schema.columns where table_schema = 'public' and table_name = target
              and column_name = 'area_code') then
    by_area := 'area_code ^@ any ((select app_areas())::text[])';
    if exists (select from information_schema.columns where table_schema = 'public' and table_name = target
                and column_name = 'sector') then
      by_area := '(' || by_area || ' and (''*'' = any ((select app_sectors())::text[])'
              || ' or sector = any ((select app_sectors())::text[])))';
    end if;
    seen := 'case when (select app_sees_all()) then true else ' || by_area || ' end';
  end if;
  for found in select column_name from information_schema.columns
    where table_schema = 'public' and table_name = target
      and column_name in ('general_contractor_id', 'employing_unit_id', 'project_owner_id', 'account_bank_id',
                          'sender_organization_id') order by column_name loop
    seen := seen || case when seen = '' then '' else ' or ' end
         || format('%I = any ((select app_organizations())::uuid[])', found);
  end loop;
  if extra_condition is not null then
    seen := seen || case when seen = '' then '' else ' or ' end || '(' || extra_condition || ')';
  end if;
  may_write := coalesce(write_condition, seen);
  if exists (select from information_schema.columns where table_schema = 'public' and table_name = target
              and column_name = 'person_id') then
    seen := seen || ' or person_id = (select app_person())';
  end if;
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy %I on %I for select using (%s)', target || '_seen', target, seen);
  execute format('create policy %I on %I for insert with check (%s)', target || '_added', target, may_write);
  execute format('revoke all on %I from public', target);
  execute format('grant select, insert on %I to anxin_app, anxin_engine', target);
  if kind <> 'append-only' then
    execute format('create policy %I on %I for update using (%s) with
      check (%s)', target || '_changed', target,
                   may_write, may_write);
    execute format('grant update on %I to anxin_app, anxin_engine', target);
  end if;
  if kind = 'fold' then
    execute format('create policy %I on %I for delete using (%s)', target || '_removed', target, may_write);
    execute format('grant delete on %I to anxin_app, anxin_engine', target);
  end if;
  if kind = 'append-only' then
    execute format('create trigger %I before update or delete or truncate on %I for each statement
                    execute function refuse_change()', target || '_stays', target);
  end if;
end $$;

-- Reference tables ------------------------------------------------------------------------------------------

create table area (
  code text constraint area_pk primary key constraint area_code_shape check (code ~ '^[0-9]{6}([0-9]{3})?$'),
  name text not null,
  level text not null constraint area_level check (level in ('province', 'city', 'county', 'township')),
  parent_code text, -- null at the top
  withdrawn boolean not null default false
);
comment on table area is '行政区划 — areas by GB/T 2260, withdrawn codes included [reference]';

create table organization (
  organization_id uuid constraint organization_pk primary key,
  name text not null,
  name_pinyin text not null,
  credit_code text constraint organization_credit_code_once unique, -- null until somebody reports it
  credit_code_valid boolean not null default true,
  area_code text, -- null when no claim names one
  created_intake_id uuid, -- null when entered by hand
  created_at timestamptz not null
);
create index organization_by_name on organization (name);
comment on table organization is '单位 — companies and offices [reference]';

create table organization_alias (
  alias_id uuid constraint organization_alias_pk primary key,
  same_id uuid not null,
  organization_id uuid not null
);
comment on table organization_alias is
  '单位合并 — says that two organizations are one, without rewriting facts [reference]';

create table alias (
  scheme text not null
    constraint alias_scheme check (scheme in ('worksite-code', 'device-serial', 'wage-account', 'worksite')),
  code text not null,
  target_id uuid not null,
  worksite_id uuid not null,
  constraint alias_pk primary key (scheme, code, worksite_id)
);
create unique index alias_once on alias (scheme, code) where scheme in ('worksite-code', 'device-serial');
comment on table alias is
  '外部编码 — codes of the outside world and what they name here; account numbers stand as blind index '
  '[reference]';

create table person_key (
  blind bytea constraint person_key_pk primary key,
  person_id uuid not null
);
comment on table person_key is
  '身份索引 — keyed blind index of an ID number to the person; holds nothing readable [reference]';

create table work_calendar (
  day date constraint work_calendar_pk primary key,
  kind text not null constraint work_calendar_kind check (kind in ('working', 'rest', 'statutory')),
  source text not null
);
comment on table work_calendar is
  '工作日历 — days that differ from the calendar of the law package, entered by an official [reference]';

create table rule_pack (
  pack_id uuid constraint rule_pack_pk primary key,
  area_code text not null,
  name text not null,
  from_on date not null,
  until_on date, -- null while in force
  source text not null,
  status text not null constraint rule_pack_status check (status in ('draft', 'published', 'withdrawn'))
);
comment on table rule_pack is '规则包 — dated settings of an area [reference]';

create table rule_band (
  pack_id uuid not null,
  rule_id text not null,
  level text not null constraint rule_band_level check (level in ('notice', 'yellow', 'orange', 'red')),
  from_measure numeric not null,
  constraint rule_band_pk primary key (pack_id, rule_id, level)
);
comment on table rule_band is '预警档位 — where a level of a rule begins in a pack [reference]';

create table rule_parameter (
  pack_id uuid not null,
  name text not null,
  value jsonb not null,
  source text not null,
  status text not null
    constraint rule_parameter_status check (status in ('confirmed', 'secondary', 'memory', 'house')),
  constraint rule_parameter_pk primary key (pack_id, name)
);
comment on table rule_parameter is '规则参数 — local figures of a pack with their source [reference]';

create table column_mapping (
  sender_id text not null,
  kind text not null,
  title text not null,
  field text not null,
  mapped_at timestamptz not null,
  constraint column_mapping_pk primary key (sender_id, kind, title)
);
comment on table column_mapping is '列映射 — what a sender''s own column titles mean [reference]';

-- Everybody who is known may read these. Officials and companies add to the registers among them, officials alone
-- to calendars and packs.
do $$
declare found text;
begin
  foreach found in array array['organization', 'organization_alias', 'alias', 'person_key', 'column_mapping'] loop
    perform protect(found, 'versioned', '(select app_is_known())',
      '(select app_areas()) is not null or (select app_organizations()) is not null');
  end loop;
  foreach found in array array['area', 'work_calendar', 'rule_pack', 'rule_band', 'rule_parameter'] loop
    perform protect(found, 'versioned', '(select app_is_known())', '(select app_areas()) is not null');
  end loop;
end $$;

-- Messages --------------------------------------------------------------------------------------------------

create table intake (
  intake_id uuid constraint intake_pk primary key,
  sender_id text not null,
  sender_organization_id uuid, -- null when the operator sent it
  area_code text not null,
  file_name text not null,
  byte_count bigint not null constraint intake_byte_count check (byte_count >= 0),
  content_hash bytea not null,
  blob_key text not null,
  channel text not null constraint intake_channel check (channel in ('cli', 'web', 'api', 'gate', 'bank')),
  options jsonb not null default '{}',
  received_at timestamptz not null,
  received_on date not null,
  state text not null
    constraint intake_state check (state in ('received', 'asking', 'done', 'refused', 'withdrawn')),
  kind text, -- null until recognized
  rows_taken int not null default 0 constraint intake_rows_taken check (rows_taken >= 0),
  rows_failed int not null default 0 constraint intake_rows_failed check (rows_failed >= 0),
  outcome jsonb not null default '{}',
  finished_at timestamptz -- null until done or refused
);
create index intake_by_hash on intake (content_hash);
create index intake_by_state on intake (state, received_at);
comment on table intake is
  '接收登记 — every message as received: hash, sender, time, size, and what became of it';
comment on column intake.content_hash is
  '内容摘要 — keyed hash of the bytes, so that sending again is recognized';
select protect('intake', 'versioned');

create table intake_issue (
  intake_id uuid not null,
  issue_no int not null,
  area_code text not null,
  sender_organization_id uuid,
  sheet text not null,
  row_no int not null,
  column_name text not null default '',
  severity text not null constraint intake_issue_severity check (severity in ('error', 'warning')),
  code text not null,
  data jsonb not null default '{}',
  constraint intake_issue_pk primary key (intake_id, issue_no)
);
comment on table intake_issue is
  '导入问题 — a row of a message that was refused or doubted, and why; no personal values [append-only]';
select protect('intake_issue', 'append-only');

-- Events ----------------------------------------------------------------------------------------------------

create table event (
  stream_id uuid not null,
  seq bigint not null constraint event_seq check (seq > 0),
  stream_kind text not null constraint event_stream_kind
    check (stream_kind in ('worksite', 'area', 'person', 'intake', 'system')),
  type text not null constraint event_type check (type ~ '^[a-z-]+\.[a-z-]+$'),
  version int not null default 1,
  actor_id text not null,
  request_id uuid not null,
  at timestamptz not null,
  area_code text not null,
  general_contractor_id uuid,
  person_id uuid,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint event_pk primary key (stream_id, seq)
);
create index event_by_time on event (at);
comment on table event is
  '留痕 — what happened, by whom; history, audit and outbox in one; hash-chained per stream [append-only]';
select protect('event', 'append-only', 'person_id = (select app_person())');
