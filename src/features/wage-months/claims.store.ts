import { type RawBuilder, sql } from 'kysely'

import { paidDaysOfMonth } from '../../law/index.ts'
import type { Tx } from '../../platform/transact.ts'

/*
 * How the fold reads claims. The planner cannot see through the row locks and may know nothing of rows that
 * came a moment ago, so joins are not left to it: each statement goes out from a temporary table, whose
 * size is known, and asks one table of claims at a time by an index, row by row (`cross join lateral (…
 * offset 0)`).
 */

type Sql = RawBuilder<unknown>

/**
 * 归属单位 — whose wage it is: a general contractor that lists another unit's people pays in that unit's stead
 * (总包代发), so a claim in its name belongs to the unit that the worksite's register says employs the person
 * (`k.own_unit_id`); where the register names none but the general contractor, to the one that lists the
 * person on its payroll of the month.
 */
export function unitOf(claim: string): Sql {
  const column = (name: string) => sql.ref(`${claim}.${name}`)
  return sql`case when ${column('employing_unit_id')} = ${column('general_contractor_id')}
    then coalesce(k.own_unit_id, ${column('employing_unit_id')}) else ${column('employing_unit_id')} end`
}

/** 未撤回 — claims of a withdrawn message never count. A row entered by hand has no message and stands. */
export function standing(claim: string): RawBuilder<boolean> {
  return sql`(${sql.ref(`${claim}.worksite_id`)}, ${sql.ref(`${claim}.intake_id`)}) in (
    select worksite_id, intake_id from claim_withdrawal) is not true`
}

/** The one unit, beside the general contractor, on whose payroll of the month the person stands. */
const unitOnPayroll = sql`
  select case when count(distinct l.employing_unit_id) = 1 then min(l.employing_unit_id::text)::uuid end as unit_id
  from payroll_line l
  where l.worksite_id = t.worksite_id and l.person_id = t.person_id and l.month = t.month
    and l.employing_unit_id <> l.general_contractor_id
    and exists (select from payroll p where p.worksite_id = l.worksite_id and p.payroll_id = l.payroll_id
                and p.current and ${standing('p')})`

/** 归集规模 — what the way to fold depends on. */
export interface FoldSize {
  /**
   * Whether the bank ever told of a payout to one of the people; without one there is no money to deal out.
   */
  readonly anyPayouts: boolean
  readonly isLarge: boolean
}

/**
 * 待归集的月 — makes `fold_key`, the touched months once each, with what the worksite's register says of the
 * person, and whose wage the month is where claims in the general contractor's name leave it open.
 */
export async function findTouched(tx: Tx): Promise<FoldSize> {
  await sql`create temp table fold_key on commit drop as
    select t.worksite_id, t.person_id, t.month, (t.month + interval '1 month')::date as next_month,
      coalesce(l.unit_id, r.employing_unit_id) as own_unit_id, r.employing_unit_id as register_unit_id,
      r.card_blind as own_card
    from (select distinct worksite_id, person_id, month from touched_month) t
    left join lateral (select r.employing_unit_id, r.general_contractor_id, r.card_blind from worksite_person r
      where r.worksite_id = t.worksite_id and r.person_id = t.person_id offset 0) r on true
    left join lateral (${unitOnPayroll}) l on r.employing_unit_id = r.general_contractor_id`.execute(tx.k)
  await sql`create index on fold_key (worksite_id, person_id, month)`.execute(tx.k)
  const { rows } = await sql<FoldSize>`
    select (select count(*) from fold_key) > 50 as "isLarge",
      exists (select from fold_key k cross join lateral (select from payout o
        where o.worksite_id = k.worksite_id and o.person_id = k.person_id limit 1) o) as "anyPayouts"`.execute(
    tx.k,
  )
  return rows[0] ?? { anyPayouts: false, isLarge: false }
}

/** 涉及人员 — the people of the months being folded. */
export const touchedPeople = sql`
  (select distinct worksite_id, person_id, register_unit_id as own_unit_id, own_card from fold_key)`

/**
 * 刷新统计 — tells the planner of temporary tables that are about to be joined, where there are so many rows
 * that a wrong guess would matter; with few any plan will do, and the telling would cost more.
 */
export async function analyze(tx: Tx, { isLarge }: FoldSize, ...tables: readonly string[]): Promise<void> {
  for (const table of isLarge ? tables : []) {
    await sql`analyze ${sql.table(table)} (worksite_id, person_id)`.execute(tx.k)
  }
}

/**
 * What a piece of a wage-month may say; a source fills some of them, and the sum over all sources is the
 * row.
 */
const figures = {
  gate_days: 'int',
  gate_minutes: 'int',
  sheet_days: 'int',
  sheet_minutes: 'int',
  payroll_days: 'int',
  payroll_minutes: 'int',
  payroll_lines: 'int',
  line_rate_kind: 'text',
  line_rate_fen: 'bigint',
  due_fen: 'bigint',
  overtime_fen: 'bigint',
  deduction_fen: 'bigint',
  advance_fen: 'bigint',
  net_fen: 'bigint',
  heard: 'int[]',
} as const

function piece(claim: string, said: Partial<Record<keyof typeof figures, Sql>>, from: Sql): Sql {
  const values = Object.entries(figures).map(([name, type]) => {
    const value = said[name as keyof typeof figures] ?? sql`null`
    return sql`${value}::${sql.raw(type)} as ${sql.ref(name)}`
  })
  return sql`select k.worksite_id, k.month, k.person_id, ${unitOf(claim)} as employing_unit_id,
    ${sql.join(values)} from ${from}`
}

const gate = piece(
  'a',
  { gate_days: sql`1`, gate_minutes: sql`a.minutes` },
  sql`fold_key k cross join lateral (
    select a.* from attendance_day a where a.worksite_id = k.worksite_id and a.person_id = k.person_id
      and a.day >= k.month and a.day < k.next_month offset 0) a`,
)

/** 考勤标记 — the marks `m` of the standing sheets of the touched months, with their key `k`. */
export const sheetMarks = sql`
  (select distinct worksite_id, month from fold_key) t
  cross join lateral (
    select s.worksite_id, s.sheet_id from attendance_sheet s where s.worksite_id = t.worksite_id
      and s.month = t.month and s.current and ${standing('s')} offset 0) s
  cross join lateral (
    select m.* from attendance_mark m where m.worksite_id = s.worksite_id and m.sheet_id = s.sheet_id offset 0) m
  join fold_key k on k.worksite_id = m.worksite_id and k.person_id = m.person_id and k.month = t.month`

const sheet = piece('m', { sheet_days: sql`m.day_hundredths`, sheet_minutes: sql`m.minutes` }, sheetMarks)

const payroll = piece(
  'l',
  {
    payroll_days: sql`l.days_hundredths`,
    payroll_minutes: sql`l.minutes`,
    payroll_lines: sql`1`,
    line_rate_kind: sql`case when l.rate_fen is not null then l.rate_kind end`,
    line_rate_fen: sql`case when l.rate_kind is not null then l.rate_fen end`,
    due_fen: sql`l.due_fen`,
    overtime_fen: sql`l.overtime_fen`,
    deduction_fen: sql`l.deduction_fen`,
    advance_fen: sql`l.advance_fen`,
    net_fen: sql`l.net_fen`,
  },
  sql`fold_key k
  cross join lateral (select l.* from payroll_line l where l.worksite_id = k.worksite_id
    and l.person_id = k.person_id and l.month = k.month offset 0) l
  cross join lateral (select from payroll p where p.worksite_id = l.worksite_id and p.payroll_id = l.payroll_id
    and p.current and ${standing('p')} offset 0) p`,
)

/**
 * The voice that counts is the greatest: the worker's own before the sheet's, then the latest, then the
 * worse news. A signature counts with its sheet; so does a worker's yes to a sheet, while any other word of
 * his stands by itself.
 */
const confirmation = piece(
  'c',
  {
    heard: sql`array[(c.channel = 'worker-phone')::int, c.said_on - date '2000-01-01',
      c.received_on - date '2000-01-01',
      array_position(array['confirmed', 'received', 'not-received', 'contested'], c.answer)]`,
  },
  sql`fold_key k
  cross join lateral (select c.* from wage_confirmation c where c.worksite_id = k.worksite_id
    and c.person_id = k.person_id and c.month = k.month and ${standing('c')} offset 0) c
  left join lateral (select p.current and ${standing('p')} as counts from payroll p
    where p.worksite_id = c.worksite_id and p.payroll_id = c.payroll_id offset 0) p on true
  where c.payroll_id is null or p.counts or (c.channel = 'worker-phone' and c.answer <> 'confirmed')`,
)

/**
 * 汇总各方之言 — makes `fold_claim`: what gate, sheet, payroll and worker say of each touched month, by unit. Two
 * lines that state different rates leave the rate unknown: neither is guessed to be the agreed one.
 */
export async function gatherClaims(tx: Tx): Promise<void> {
  await sql`create temp table fold_claim on commit drop as
    select worksite_id, month, person_id, employing_unit_id,
      coalesce(sum(gate_days), 0)::int as gate_days, coalesce(sum(gate_minutes), 0)::int as gate_minutes,
      sum(sheet_days)::int as sheet_days, sum(sheet_minutes)::int as sheet_minutes,
      sum(payroll_days)::int as payroll_days, sum(payroll_minutes)::int as payroll_minutes,
      coalesce(sum(payroll_lines), 0)::int as payroll_lines,
      case when min(line_rate_kind) = max(line_rate_kind) and min(line_rate_fen) = max(line_rate_fen)
        then min(line_rate_kind) end as line_rate_kind,
      min(line_rate_fen) as line_rate_fen,
      sum(due_fen)::bigint as due_fen, coalesce(sum(overtime_fen), 0)::bigint as overtime_fen,
      coalesce(sum(deduction_fen), 0)::bigint as deduction_fen,
      coalesce(sum(advance_fen), 0)::bigint as advance_fen, sum(net_fen)::bigint as net_fen, max(heard) as heard
    from (${gate} union all ${sheet} union all ${payroll} union all ${confirmation}) piece
    group by worksite_id, month, person_id, employing_unit_id`.execute(tx.k)
}

/**
 * 仅有代发的月 — a month of which only the bank speaks has a row too: money without work or wage is something to
 * see.
 */
export async function addMonthsOnlyPaid(tx: Tx): Promise<void> {
  await sql`insert into fold_claim (worksite_id, month, person_id, employing_unit_id, gate_days, gate_minutes,
      payroll_lines, overtime_fen, deduction_fen, advance_fen)
    select distinct k.worksite_id, k.month, k.person_id,
      coalesce(o.home_unit_id, k.own_unit_id, o.general_contractor_id), 0, 0, 0, 0, 0, 0
    from fold_key k join fold_payout o
      on o.worksite_id = k.worksite_id and o.person_id = k.person_id and o.home_month = k.month
    where not exists (select from fold_claim c
      where c.worksite_id = k.worksite_id and c.person_id = k.person_id and c.month = k.month)`.execute(tx.k)
}

/**
 * 计算应计工资 — makes `fold_row` of the claims: the agreed rate, what attendance has earned by it (accrued) and
 * what is to be paid (basis). A month's wage is cut in proportion where fewer days were worked than the
 * month has paid days (人社部发〔2025〕2号: 21.75); more days do not raise it. Nothing is known to have accrued of
 * piece work, nor by the month before the law package holds its paid days.
 */
export async function accrueWages(tx: Tx): Promise<void> {
  const { spans, until } = paidDaysOfMonth
  const starts = spans.map(({ from }) => from)
  const ends = [...starts.slice(1), until ?? 'infinity']
  const hundredths = spans.map(({ value }) => Number((value.part * 100n) / value.whole))
  await sql`create temp table fold_row on commit drop as
    select a.*, case when a.payroll_lines > 0 then 'payroll' else 'accrued' end as basis,
      coalesce(case when a.payroll_lines > 0 then a.net_fen else a.accrued_fen end, 0) as basis_fen
    from (
      select r.*, case r.rate_kind
          when 'day' then (r.rate_fen * r.worked_days + 50) / 100
          when 'hour' then (r.rate_fen * r.worked_minutes + 30) / 60
          when 'month' then (2 * r.rate_fen * least(r.worked_days, r.paid_days) + r.paid_days) / (2 * r.paid_days)
        end as accrued_fen
      from (
        select f.*,
          case when c.says_rate then c.rate_kind else f.line_rate_kind end as rate_kind,
          case when c.says_rate then c.rate_fen when f.line_rate_kind is not null then f.line_rate_fen end as rate_fen,
          coalesce(f.sheet_days, f.gate_days * 100) as worked_days,
          coalesce(f.sheet_minutes, f.gate_minutes) as worked_minutes,
          d.paid_days, w.area_code, w.sector, w.general_contractor_id, w.pay_month_offset,
          coalesce(c.pay_cycle, 'month') as pay_cycle,
          coalesce(case when c.pay_cycle in ('day', 'task') then null
                        when c.pay_cycle = 'week' then c.pay_day
                        else coalesce(c.pay_day, w.pay_day) end, 0) as pay_day,
          case when c.pay_cycle = 'task' then c.until_on end as ends_on
        from fold_claim f
        join worksite w on w.worksite_id = f.worksite_id
        left join lateral (${contract}) c on true
        left join unnest(${starts}::date[], ${ends}::date[], ${hundredths}::int[]) as d (from_on, until_on, paid_days)
          on f.month >= d.from_on and f.month < d.until_on
      ) r
    ) a`.execute(tx.k)
}

/** The contract in force in the month; of several that of the row's unit, then the one that began last. */
const contract = sql`
  select c.rate_kind, c.rate_fen, c.pay_cycle, c.pay_day, c.until_on,
    coalesce(c.rate_kind = 'piece' or (c.rate_kind is not null and c.rate_fen is not null), false) as says_rate
  from labor_contract c
  where c.worksite_id = f.worksite_id and c.person_id = f.person_id and c.current and ${standing('c')}
    and coalesce(c.from_on, c.signed_on, f.month) < (f.month + interval '1 month')::date
    and coalesce(c.until_on, f.month) >= f.month
  order by c.employing_unit_id = f.employing_unit_id desc, coalesce(c.from_on, c.signed_on) desc nulls last,
    c.received_on desc, c.contract_id desc
  limit 1`
