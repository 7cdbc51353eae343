import { type RawBuilder, sql } from 'kysely'

import {
  type ClaimDifference,
  claimDifferences,
  type PersonClaimsQuery,
} from '../../contract/endpoints/worksites.ts'
import type { Day, Month } from '../../law/index.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'

/**
 * 天数不一 — from so many days on the gate and a sheet are said to differ: a forgotten passage here and there is no
 * disagreement. A house figure.
 */
const tellingDays = 2

/** 哪些说法 — the claims of one worksite, judged as of a day: what was due before it, is due. */
export interface ClaimsAsked {
  readonly worksiteId: string
  /** Pay days before this one have passed, and the bank has spoken of them; null where it never spoke. */
  readonly judgedUntil: Day | null
}

/**
 * How two claims of a person's month (m) disagree, given whether the month has a payroll and a gate at all.
 * Before the pay day nobody can hold the bank to the payroll.
 */
function differenceConditions(judgedUntil: Day | null): Record<ClaimDifference, RawBuilder<unknown>> {
  return {
    'gate-without-payroll': sql`m.gate_days > 0 and m.payroll_lines = 0 and m.has_payroll`,
    'payroll-without-gate': sql`m.payroll_lines > 0 and m.gate_days = 0 and m.has_gate`,
    'days-differ': sql`m.gate_days > 0 and greatest(
      abs(m.payroll_days_hundredths - m.gate_days * 100), abs(m.sheet_days_hundredths - m.gate_days * 100),
      abs(m.payroll_days_hundredths - m.sheet_days_hundredths)) >= ${tellingDays * 100}::int`,
    'due-below-accrued': sql`m.due_fen * 10 < m.accrued_fen * 9`,
    'paid-below-net': sql`m.paid_fen < m.net_fen and m.due_on < ${judgedUntil}::date`,
    'paid-above-net': sql`m.paid_fen > coalesce(m.net_fen, 0) and m.has_payroll`,
    'other-account': sql`m.other_account_fen > 0`,
    contested: sql`m.confirmation in ('contested', 'not-received')`,
  }
}

/**
 * The people's months of a worksite, or of one month of it, beside what the months have at all. A person is one
 * row a month: the gate, the payroll and the bank often name different units for the same work, and that
 * alone is no disagreement about it.
 */
function rowsOf(tx: Tx, { worksiteId }: ClaimsAsked, month?: Month): RawBuilder<unknown> {
  return sql`(select w.worksite_id, w.month, w.person_id, array_agg(w.employing_unit_id) as unit_ids,
                     sum(w.gate_days)::int as gate_days, sum(w.sheet_days_hundredths)::int as sheet_days_hundredths,
                     sum(w.payroll_lines)::int as payroll_lines,
                     sum(w.payroll_days_hundredths)::int as payroll_days_hundredths,
                     sum(w.due_fen)::bigint as due_fen, sum(w.deduction_fen)::bigint as deduction_fen,
                     sum(w.advance_fen)::bigint as advance_fen, sum(w.net_fen)::bigint as net_fen,
                     sum(w.paid_fen)::bigint as paid_fen, sum(w.returned_fen)::bigint as returned_fen,
                     sum(w.other_account_fen)::bigint as other_account_fen, max(w.last_paid_on) as last_paid_on,
                     max(w.due_on) as due_on, sum(w.accrued_fen)::bigint as accrued_fen, ${gravestWord} as confirmation,
                     bool_or(sum(w.payroll_lines) > 0) over (partition by w.month) as has_payroll,
                     bool_or(sum(w.gate_days) > 0) over (partition by w.month) as has_gate
                from wage_month w
               where w.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'w', wageScope)}
                 ${month === undefined ? sql`` : sql`and w.month = ${`${month}-01`}::date`}
               group by w.worksite_id, w.month, w.person_id) m`
}

/** What a person says of a month at several units: an objection before a confirmation, a word before none. */
const words = sql`array['contested', 'not-received', 'received', 'confirmed', 'declared', 'not-reported']`
const gravestWord = sql`(${words})[min(array_position(${words}, w.confirmation))]`

const wageScope = ['area_code', 'sector', 'general_contractor_id', 'employing_unit_id'] as const

export interface MonthRow {
  readonly month: string
  readonly people: number
  readonly gate_people: number
  readonly gate_days: number
  readonly sheet_people: number
  readonly sheet_days_hundredths: number | null
  readonly payroll_people: number
  readonly payroll_days_hundredths: number | null
  readonly due_fen: bigint
  readonly net_fen: bigint
  readonly paid_people: number
  readonly paid_fen: bigint
  readonly returned_fen: bigint
  readonly confirmed: number
  readonly declared: number
  readonly contested: number
  readonly silent: number
  readonly open_fen: bigint
  readonly open_people: number
  readonly due_on: Day | null
  readonly differences: Readonly<Record<ClaimDifference, number>>
}

/** 各方说法 — of every month of a worksite, the latest first, five years at most. */
export async function listMonthClaims(tx: Tx, asked: ClaimsAsked): Promise<MonthRow[]> {
  const conditions = differenceConditions(asked.judgedUntil)
  const counts = claimDifferences.map(
    (code) => sql`${code}::text, count(*) filter (where ${conditions[code]})`,
  )
  const people = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
  const { rows } = await sql<MonthRow>`
    select to_char(c.month_on, 'YYYY-MM') as month, c.*, coalesce(d.open_fen, 0) as open_fen,
           coalesce(d.open_people, 0) as open_people, d.due_on
      from (select m.month as month_on, count(*)::int as people,
                   ${people(sql`m.gate_days > 0`)} as gate_people, sum(m.gate_days)::int as gate_days,
                   ${people(sql`m.sheet_days_hundredths is not null`)} as sheet_people,
                   sum(m.sheet_days_hundredths)::int as sheet_days_hundredths,
                   ${people(sql`m.payroll_lines > 0`)} as payroll_people,
                   sum(m.payroll_days_hundredths)::int as payroll_days_hundredths,
                   coalesce(sum(m.due_fen), 0)::bigint as due_fen, coalesce(sum(m.net_fen), 0)::bigint as net_fen,
                   ${people(sql`m.paid_fen > 0`)} as paid_people, sum(m.paid_fen)::bigint as paid_fen,
                   sum(m.returned_fen)::bigint as returned_fen,
                   ${people(sql`m.confirmation in ('confirmed', 'received')`)} as confirmed,
                   ${people(sql`m.confirmation = 'declared'`)} as declared,
                   ${people(sql`m.confirmation in ('contested', 'not-received')`)} as contested,
                   ${people(sql`m.confirmation = 'not-reported'`)} as silent,
                   jsonb_build_object(${sql.join(counts)}) as differences
              from ${rowsOf(tx, asked)} group by m.month) c
      left join ${openDues(tx, asked)} d on d.month = c.month_on
     order by c.month_on desc limit 60`.execute(tx.k)
  return rows
}

/** 到期未付 — by month: what was due before the day judged and is not paid in full, and every month's first due day. */
function openDues(tx: Tx, { worksiteId, judgedUntil }: ClaimsAsked): RawBuilder<unknown> {
  const open = sql`d.settled_on is null and d.due_on < ${judgedUntil}::date and d.paid_fen < d.due_fen`
  return sql`(select d.month, min(d.due_on) as due_on,
      coalesce(sum(d.due_fen - d.paid_fen) filter (where ${open}), 0)::bigint as open_fen,
      count(distinct d.person_id) filter (where ${open})::int as open_people
    from wage_due d where d.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'd', wageScope)} group by d.month)`
}

export interface PersonRow {
  readonly personId: string
  readonly name: string
  readonly idTail: string
  readonly unitName: string
  readonly crewName: string
  readonly workType: string
  readonly enrolled: boolean
  readonly gateDays: number
  readonly sheetHundredths: number | null
  readonly payrollLines: number
  readonly payrollHundredths: number | null
  readonly dueFen: bigint | null
  readonly deductionFen: bigint
  readonly advanceFen: bigint
  readonly netFen: bigint | null
  readonly accruedFen: bigint | null
  readonly paidFen: bigint
  readonly returnedFen: bigint
  readonly otherAccountFen: bigint
  readonly lastPaidOn: Day | null
  readonly dueOn: Day | null
  readonly openFen: bigint
  readonly confirmation: string
  readonly differences: ClaimDifference[]
}

/** 一人一月 — the people of a month, those first whose claims disagree. */
export async function listPersonClaims(
  tx: Tx,
  { month, query, ...asked }: ClaimsAsked & { readonly month: Month; readonly query: PersonClaimsQuery },
): Promise<{ total: number; rows: PersonRow[] }> {
  const conditions = differenceConditions(asked.judgedUntil)
  const codes = claimDifferences.map((code) => sql`case when ${conditions[code]} then ${code}::text end`)
  const found = sql`
    from (select m.*, array_remove(array[${sql.join(codes)}], null) as differences
            from ${rowsOf(tx, asked, month)}) m
    join worksite_person p on p.worksite_id = m.worksite_id and p.person_id = m.person_id
   where ${personConditions(query)}`
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(tx.k)
  const size = query.pageSize ?? 50
  const { rows } = await sql<PersonRow>`
    select page.*, coalesce(c.name, '') as "crewName", ${openOf(asked.judgedUntil)} as "openFen",
           coalesce((select string_agg(o.name, '、' order by o.name) from organization o
                      where o.organization_id = any(page.unit_ids)), '') as "unitName"
      from (select ${personColumns}, row_number() over (order by cardinality(m.differences) desc, p.name_pinyin,
                   m.person_id) as place ${found}
             order by place limit ${size} offset ${((query.page ?? 1) - 1) * size}) page
      left join crew c on c.worksite_id = page.worksite_id and c.crew_id = page.crew_id
     order by page.place`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

const personColumns = sql`m.worksite_id, m.month, p.crew_id, m.unit_ids, m.person_id as "personId", p.name,
  p.id_tail as "idTail", p.work_type as "workType", p.enrolled,
  m.gate_days as "gateDays", m.sheet_days_hundredths as "sheetHundredths", m.payroll_lines as "payrollLines",
  m.payroll_days_hundredths as "payrollHundredths", m.due_fen as "dueFen", m.deduction_fen as "deductionFen",
  m.advance_fen as "advanceFen", m.net_fen as "netFen", m.accrued_fen as "accruedFen", m.paid_fen as "paidFen",
  m.returned_fen as "returnedFen", m.other_account_fen as "otherAccountFen", m.last_paid_on as "lastPaidOn",
  m.due_on as "dueOn", m.confirmation, m.differences`

function openOf(judgedUntil: Day | null): RawBuilder<unknown> {
  return sql`coalesce((select sum(d.due_fen - d.paid_fen) from wage_due d
    where d.worksite_id = page.worksite_id and d.month = page.month and d.person_id = page."personId"
      and d.settled_on is null and d.due_on < ${judgedUntil}::date
      and d.paid_fen < d.due_fen), 0)::bigint`
}

function personConditions({ text, differs }: PersonClaimsQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (text !== undefined && text !== '') {
    all.push(
      sql`(strpos(p.name, ${text}) > 0 or strpos(p.name_pinyin, lower(${text})) > 0 or p.id_tail = ${text})`,
    )
  }
  if (differs !== undefined) {
    all.push(
      differs === 'any' ? sql`cardinality(m.differences) > 0` : sql`${differs}::text = any(m.differences)`,
    )
  }
  return sql.join(all, sql` and `)
}
