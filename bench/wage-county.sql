-- A county of worksites for the bench of the rules: 40 people each, four months that are over and one that runs,
-- seen on 20 April 2026. About one row in fifty is in trouble; the others are what most months are: worked, on a
-- payroll, paid on the pay day. Needs the setting bench.worksites, and bench_month with the pay day of each month.

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$
  select ('019c' || kind || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;

-- Trouble comes to whole units, to some people of a site, and here and there to one person.
create function pg_temp.trouble(w int, m int, p int) returns text language sql immutable as $$
  select case
    when m = 4 then null
    when w % 50 = 0 and m = 3 and p < 20 or w % 200 = 0 and m = 2 and p < 20 then 'unpaid'
    when w % 250 = 7 and m = 1 then 'unpaid'
    when w % 100 = 3 and m = 3 and p >= 20 then 'no-payroll'
    when w % 100 = 11 and p < 10 then 'allowance'
    when w % 100 = 21 and p < 10 then 'unseen'
    when (w + m * 7) % 100 = 29 and p < 10 then 'other-account'
    when (w + m * 13) % 200 = 43 and p < 20 then 'underpaid'
    when (w + m * 11) % 200 = 71 and p < 10 then 'unsigned'
    when (w + m * 17) % 100 = 53 and p < 10 then 'low'
    when (w + m * 19) % 50 = 31 and p between 30 and 34 then 'high'
    when (w + m * 3) % 80 = 17 and p = 25 then 'contested'
    else (array['part-paid', 'missing'])[(w * 7919 + m * 104729 + p * 1299709) % 400 + 1] end $$;

-- A worker in forty leaves at the end of March, and a quarter of an unpaid unit.
create function pg_temp.has_left(w int, p int) returns boolean language sql immutable as $$
  select w % 50 = 0 and p < 5 or w % 2 = 0 and p = 39 $$;

create temp table bench_site as
select w, pg_temp.id('0001', w) as worksite_id, pg_temp.id('0002', w % 997) as contractor,
       pg_temp.id('0002', 1000 + w % 1999) as subcontractor, pg_temp.id('0002', 3000 + w % 499) as owner,
       (array['330102', '330105', '330106', '330108', '330109'])[w % 5 + 1] as area_code, 'housing' as sector,
       case when w % 10 = 9 then 'establishment' else 'project' end as kind, w % 10 = 0 as is_deep
  from generate_series(1, current_setting('bench.worksites')::int) w;

create temp table bench_row as
select s.*, t.*, p.person_id, p.p, case when p.p < 20 then s.contractor else s.subcontractor end as unit,
       pg_temp.trouble(s.w, t.m, p.p) as trouble, 30000 + p.p % 10 * 1000 as rate_fen,
       case when t.m = 4 then 12 + p.p % 3 else 20 + (p.p + t.m) % 5 end as days
  from bench_month t
 cross join bench_site s
 cross join lateral (select p, pg_temp.id('0003', s.w * 40 + p) as person_id from generate_series(0, 39) p) p
 where not (t.m = 4 and pg_temp.has_left(s.w, p.p));

insert into organization (organization_id, name, name_pinyin, created_at)
select pg_temp.id('0002', n), '测速公司' || n, 'cesugongsi', '2025-11-01' from generate_series(0, 3600) n;

insert into worksite (worksite_id, kind, code, name, name_pinyin, area_code, sector, project_owner_id,
    general_contractor_id, contract_signed_on, permit_on, starts_on, pay_day, labor_cost_pay_day, labor_cost_fen,
    labor_cost_cycle_months, labor_officer_name, rights_notice_on, version, received_on)
select worksite_id, kind, 'BENCH' || w, '测速工程' || w, 'cesugongcheng', area_code, sector, owner, contractor,
       '2025-10-10', '2025-10-20', '2025-11-20', 15, 10, 30000000, 1, '劳资员', '2025-11-20', 1, '2025-11-01'
  from bench_site;
insert into worksite_version (worksite_id, version, area_code, sector, project_owner_id, general_contractor_id, fields,
    received_on)
select worksite_id, 1, area_code, sector, owner, contractor, '{}', '2025-11-01' from bench_site;
insert into worksite_unit (worksite_id, employing_unit_id, area_code, sector, general_contractor_id, role, received_on)
select worksite_id, unit, area_code, sector, contractor, role, '2025-11-01'
  from bench_site, lateral (values (contractor, 'general-contractor'), (subcontractor, 'subcontractor')) u (unit, role);
insert into wage_deposit (worksite_id, deposit_id, area_code, sector, general_contractor_id, form, amount_fen, stored_on,
    received_on)
select worksite_id, pg_temp.id('0004', w), area_code, sector, contractor, 'cash', 50000000, '2025-11-05', '2025-11-05'
  from bench_site where kind = 'project';
insert into payment_guarantee (worksite_id, guarantee_id, area_code, sector, general_contractor_id, project_owner_id,
    amount_fen, given_on, expires_on, received_on)
select worksite_id, pg_temp.id('0005', w), area_code, sector, contractor, owner, 90000000, '2025-11-05', '2027-11-05',
       '2025-11-05'
  from bench_site where kind = 'project';
insert into wage_account (worksite_id, account_id, version, area_code, sector, general_contractor_id, number_sealed,
    number_blind, number_tail, opened_on, agreement_on, received_on)
select worksite_id, pg_temp.id('0006', w), 1, area_code, sector, contractor, '\x00', int8send(w), '0000', '2025-11-03',
       '2025-11-03', '2025-11-03'
  from bench_site where kind = 'project';
insert into device (worksite_id, device_id, area_code, sector, general_contractor_id, serial, registered_on)
select worksite_id, pg_temp.id('0007', w), area_code, sector, contractor, 'B' || w, '2025-11-20' from bench_site;

create temp table bench_person as
select s.*, p, pg_temp.id('0003', s.w * 40 + p) as person_id, s.w * 40 + p as n,
       case when p < 20 then s.contractor else s.subcontractor end as unit,
       case when pg_temp.has_left(s.w, p) then date '2026-03-31' end as left_on
  from bench_site s, generate_series(0, 39) p;
insert into worksite_person (worksite_id, person_id, area_code, sector, general_contractor_id, employing_unit_id, name,
    name_pinyin, work_type, born_on, id_blind, card_blind, entered_on, left_on, enrolled, received_on)
select worksite_id, person_id, area_code, sector, contractor, unit, '工人' || n, 'gongren',
       (array['钢筋工', '木工', '普工'])[p % 3 + 1], '1980-01-01', int8send(n), int8send(n), '2025-12-01', left_on, true,
       '2025-12-01'
  from bench_person;
insert into person_worksite (person_id, worksite_id, area_code, sector, general_contractor_id, employing_unit_id)
select person_id, worksite_id, area_code, sector, contractor, unit from bench_person;
insert into site_presence (worksite_id, presence_id, person_id, area_code, sector, general_contractor_id,
    employing_unit_id, entered_on, left_on, intake_id, received_on)
select worksite_id, pg_temp.id('0008', n), person_id, area_code, sector, contractor, unit, '2025-12-01', left_on,
       pg_temp.id('0009', w), coalesce(left_on, '2025-12-01')
  from bench_person;
insert into labor_contract (worksite_id, contract_id, person_id, area_code, sector, general_contractor_id,
    employing_unit_id, signed_on, from_on, rate_kind, rate_fen, intake_id, received_on)
select worksite_id, pg_temp.id('000a', n), person_id, area_code, sector, contractor, unit, '2025-12-01', '2025-12-01',
       'day', 30000 + p % 10 * 1000, pg_temp.id('0009', w), '2025-12-01'
  from bench_person;

-- What the gate, the office and the bank have sent, and when.
insert into feed_receipt (worksite_id, feed, intake_id, area_code, sector, general_contractor_id, received_on,
    covered_until_on)
select worksite_id, feed, pg_temp.id(code, w * 100 + no), area_code, sector, contractor, on_day, on_day - 1
  from bench_site, lateral (
    select 'gate' as feed, 'f001' as code, no, date '2026-04-20' - no * 4 as on_day from generate_series(0, 34) no
    union all select 'payroll', 'f002', m, due_on - 7 from bench_month where m < 4
    union all select 'bank', 'f003', m, due_on + 1 from bench_month where m < 4
    union all select 'bank', 'f003', 9, '2026-04-20'
    union all select 'roster', 'f004', 0, '2025-12-01'
    union all select 'register', 'f005', 0, '2025-11-01') f;

create temp table bench_line as
select r.*, case trouble when 'low' then 8000 * days when 'high' then 6000000 when 'unseen' then rate_fen * 22
                         when 'underpaid' then rate_fen * days * 7 / 10 else rate_fen * days end as due_fen,
       pg_temp.id('000b', (w * 5 + m) * 2 + (p / 20)) as payroll_id
  from bench_row r
 where m < 4 and (trouble is null or trouble not in ('missing', 'no-payroll'))
 order by m, w, p;
insert into payroll (worksite_id, payroll_id, employing_unit_id, area_code, sector, general_contractor_id, month, number,
    line_count, due_fen, net_fen, signatures, intake_id, received_on)
select worksite_id, payroll_id, unit, area_code, sector, contractor, month, '1', count(*), sum(due_fen), sum(due_fen),
       case when bool_or(trouble = 'unsigned') then 'some' when w % 3 = 0 then 'not-reported' else 'all' end,
       pg_temp.id('f002', w * 100 + m), min(due_on) - 7
  from bench_line
 group by w, m, worksite_id, payroll_id, unit, area_code, sector, contractor, month;
insert into payroll_line (worksite_id, payroll_id, source_row, person_id, employing_unit_id, area_code, sector,
    general_contractor_id, month, days_hundredths, rate_kind, rate_fen, due_fen, net_fen, card_blind, signed)
select worksite_id, payroll_id, p + 2, person_id, unit, area_code, sector, contractor, month, days * 100, 'day',
       rate_fen, due_fen, due_fen, int8send(w * 40 + p),
       case when trouble = 'unsigned' then false when w % 3 > 0 then true end
  from bench_line order by m, w, p;

insert into wage_month (worksite_id, month, person_id, employing_unit_id, area_code, sector, general_contractor_id,
    gate_days, gate_minutes, payroll_days_hundredths, payroll_lines, rate_kind, rate_fen, accrued_fen, due_fen, net_fen,
    confirmation, paid_fen, first_paid_on, last_paid_on, other_account_fen, due_on)
select r.worksite_id, r.month, r.person_id, r.unit, r.area_code, r.sector, r.contractor, seen.days, seen.days * 540,
       case when l.w is not null then r.days * 100 end, case when l.w is null then 0 else 1 end, rate.kind, rate.fen,
       seen.days * rate.fen, l.due_fen, l.due_fen,
       case when r.trouble = 'contested' then 'contested' when r.trouble = 'unsigned' or r.w % 3 = 0 or l.w is null
            then 'not-reported' else 'declared' end,
       paid.fen, case when paid.fen > 0 then r.due_on end, case when paid.fen > 0 then r.due_on end,
       case when r.trouble = 'other-account' then paid.fen else 0 end, r.due_on
  from bench_row r
  left join bench_line l on l.worksite_id = r.worksite_id and l.m = r.m and l.p = r.p
 cross join lateral (select case when r.trouble = 'unseen' then 0 else r.days end as days) seen
 cross join lateral (select case when r.trouble in ('low', 'high') then null else 'day' end as kind,
                            case when r.trouble in ('low', 'high') then null else r.rate_fen end as fen) rate
 cross join lateral (select case when l.w is null or r.trouble = 'unpaid' then 0 when r.trouble = 'part-paid'
                                 then l.due_fen / 2 when r.trouble = 'allowance' then 150000 else l.due_fen end as fen) paid
 order by r.m, r.w, r.p;
insert into wage_due (worksite_id, month, person_id, employing_unit_id, due_no, area_code, sector, general_contractor_id,
    pay_cycle, agreed_on, due_on, basis, due_fen, paid_fen, settled_on)
select d.worksite_id, d.month, d.person_id, d.employing_unit_id, 1, d.area_code, d.sector, d.general_contractor_id,
       'month', t.agreed_on, t.due_on, case when d.net_fen is null then 'accrued' else 'payroll' end,
       coalesce(d.net_fen, d.accrued_fen), d.paid_fen, case when d.paid_fen >= d.net_fen then t.due_on end
  from wage_month d join bench_month t on t.month = d.month
 order by d.month, d.person_id;
insert into wage_confirmation (worksite_id, confirmation_id, person_id, employing_unit_id, area_code, sector,
    general_contractor_id, month, channel, answer, said_on, intake_id, received_on)
select worksite_id, pg_temp.id('000c', (w * 5 + m) * 40 + p), person_id, unit, area_code, sector, contractor, month,
       'worker-phone', 'contested', due_on + 2, pg_temp.id('0009', w), due_on + 2
  from bench_row where trouble = 'contested';

-- Every tenth worksite is laid out to the last punch and payout: of these a new claim is told. Of the others only
-- what rules of the whole county look at stands here.
create temp table bench_payout as
select d.*, r.w, r.m, r.p, r.trouble, pg_temp.id('000d', (r.w * 5 + r.m) * 40 + r.p) as payout_id
  from bench_row r
  join wage_month d on d.worksite_id = r.worksite_id and d.month = r.month and d.person_id = r.person_id
 where d.paid_fen > 0 and (r.is_deep or r.trouble = 'other-account')
 order by r.m, r.w, r.p;
insert into payout (worksite_id, payout_id, person_id, employing_unit_id, area_code, sector, general_contractor_id,
    amount_fen, paid_on, month, payee_name, card_blind, intake_id, source_row, received_on)
select worksite_id, payout_id, person_id, employing_unit_id, area_code, sector, general_contractor_id, paid_fen,
       first_paid_on, month, case when trouble = 'other-account' then '领班' else '工人' || w * 40 + p end,
       int8send(case when trouble = 'other-account' then -w else w * 40 + p end), pg_temp.id('f003', w * 100 + m),
       p + 2, first_paid_on + 1
  from bench_payout;
insert into payout_allocation (worksite_id, payout_id, person_id, employing_unit_id, month, due_no, area_code, sector,
    general_contractor_id, amount_fen, paid_on, basis)
select worksite_id, payout_id, person_id, employing_unit_id, month, 1, area_code, sector, general_contractor_id, paid_fen,
       first_paid_on, 'stated-month'
  from bench_payout;
insert into account_movement (worksite_id, movement_id, account_id, area_code, sector, general_contractor_id, booked_on,
    direction, amount_fen, kind, bank_reference, counterparty_name, balance_fen, intake_id, source_row, received_on)
select worksite_id, pg_temp.id('000e', (w * 5 + m) * 2 + no), pg_temp.id('0006', w), area_code, sector, contractor,
       due_on - case no when 1 then 5 else 0 end, case no when 1 then 'credit' else 'debit' end, 30000000,
       case when no = 1 then 'labor-cost' when w % 200 = 13 then 'unexplained' else 'payout-batch' end, 'B' || m || no,
       '测速对手', case no when 1 then 32000000 else 2000000 end, pg_temp.id('f003', w * 100 + m), no, due_on + 1
  from bench_site, bench_month, generate_series(1, 2) no where m < 4 and kind = 'project';
insert into labor_cost_payment (worksite_id, payment_id, area_code, sector, general_contractor_id, amount_fen, paid_on,
    intake_id, source_row, received_on)
select worksite_id, pg_temp.id('000f', w * 5 + m), area_code, sector, contractor, 30000000, due_on - 5,
       pg_temp.id('f003', w * 100 + m), 1, due_on + 1
  from bench_site, bench_month where m < 4 and kind = 'project';
insert into attendance_day (worksite_id, person_id, day, area_code, sector, general_contractor_id, employing_unit_id,
    first_at, last_at, minutes, punches, missing_in, missing_out)
select worksite_id, person_id, day, area_code, sector, contractor, unit, day::timestamp + came, day::timestamp + went, 540,
       2, false, false
  from bench_person, generate_series(date '2026-04-05', '2026-04-19', '1 day') d (at), lateral (
    select at::date as day, make_interval(hours => 23, secs => p * 77 - 86400) as came,
           make_interval(hours => 9, secs => (p * 131 + extract(day from at)::int * 17) % 3000) as went) t
 where is_deep and left_on is null and p % 7 <> extract(day from at)::int % 7;
insert into punch (worksite_id, device_id, pin, punched_at, direction, intake_id, person_id, area_code, sector,
    general_contractor_id, source_row, received_on)
select a.worksite_id, pg_temp.id('0007', s.w), right(a.person_id::text, 6), x.at, x.way, pg_temp.id('0009', s.w), a.person_id,
       a.area_code, a.sector, a.general_contractor_id, x.no, a.day + 1
  from attendance_day a
  join bench_site s on s.worksite_id = a.worksite_id
 cross join lateral (values (1, a.first_at, 'in'), (2, a.last_at, 'out')) x (no, at, way);

drop table bench_site, bench_row, bench_person, bench_line, bench_payout, bench_month;
