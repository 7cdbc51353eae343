import { type RawBuilder, sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import { analyze, type FoldSize, touchedPeople } from './claims.store.ts'
import { otherRows } from './payouts.store.ts'

const moneyColumns = [
  'paid_fen',
  'returned_fen',
  'first_paid_on',
  'last_paid_on',
  'inferred_fen',
  'other_account_fen',
] as const

const claimColumns = [
  'area_code',
  'sector',
  'general_contractor_id',
  'gate_days',
  'gate_minutes',
  'sheet_days_hundredths',
  'sheet_minutes',
  'payroll_days_hundredths',
  'payroll_minutes',
  'payroll_lines',
  'rate_kind',
  'rate_fen',
  'accrued_fen',
  'due_fen',
  'overtime_fen',
  'deduction_fen',
  'advance_fen',
  'net_fen',
  'confirmation',
  'due_on',
] as const

/** Columns of `wage_month` after its key, in the order in which they are selected below. */
const wageMonthColumns = [...claimColumns, ...moneyColumns]

const wageDueColumns = [
  'area_code',
  'sector',
  'general_contractor_id',
  'pay_cycle',
  'agreed_on',
  'due_on',
  'basis',
  'due_fen',
  'paid_fen',
  'settled_on',
] as const

type Sql = RawBuilder<unknown>

const rowKey = ['worksite_id', 'month', 'person_id', 'employing_unit_id'] as const

const references = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))
const overwrite = (names: readonly string[]) =>
  sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))

/**
 * Money by row, into `fold_money`. What came back stands where the payout was at home, else on the oldest
 * due that is still open, for it is open again.
 */
async function sumMoney(tx: Tx, size: FoldSize): Promise<void> {
  await sql`create temp table fold_money on commit drop as
    with paid as (
      select worksite_id, month, person_id, employing_unit_id, sum(amount_fen)::bigint as paid_fen,
        min(paid_on) as first_paid_on, max(paid_on) as last_paid_on,
        coalesce(sum(amount_fen) filter (where basis = 'inferred'), 0)::bigint as inferred_fen,
        coalesce(sum(amount_fen) filter (where other_account), 0)::bigint as other_account_fen
      from fold_allocation group by worksite_id, month, person_id, employing_unit_id),
    open_due as (
      select distinct on (worksite_id, person_id) worksite_id, person_id, month, employing_unit_id from fold_due
      order by worksite_id, person_id, paid_fen >= due_fen, case when paid_fen < due_fen then due_on end,
        due_on desc, month, employing_unit_id, due_no),
    returned as (
      select o.worksite_id, coalesce(o.home_month, d.month) as month, o.person_id,
        case when o.home_month is null then d.employing_unit_id else o.home_unit_id end as employing_unit_id,
        sum(o.returned_fen)::bigint as returned_fen
      from fold_payout o left join open_due d using (worksite_id, person_id)
      where o.returned_fen > 0 and (o.home_month is not null or d.month is not null)
      group by 1, 2, 3, 4)
    select worksite_id, month, person_id, employing_unit_id, paid_fen, returned_fen, first_paid_on, last_paid_on,
      inferred_fen, other_account_fen
    from paid full join returned using (worksite_id, month, person_id, employing_unit_id)`.execute(tx.k)
  await analyze(tx, size, 'fold_money')
}

async function leaveMoney(tx: Tx): Promise<void> {
  await sql`create temp table fold_money (worksite_id uuid, month date, person_id uuid, employing_unit_id uuid,
    paid_fen bigint, returned_fen bigint, first_paid_on date, last_paid_on date, inferred_fen bigint,
    other_account_fen bigint) on commit drop`.execute(tx.k)
}

/**
 * Where the stored rows lie that are not among the found ones. Told by counting and not by a join, whose
 * plan would hang on what the planner makes of tables that it has not seen before.
 */
function gone(columns: readonly string[], { stored, found }: { stored: Sql; found: Sql }): Sql {
  return sql`any(array(
    select max(each.ctid) from (${stored} union all ${found}) each group by ${references(columns)}
    having count(*) = 1 and max(each.ctid) is not null))`
}

const ofMonth = sql`of_month.worksite_id = k.worksite_id and of_month.month = k.month
  and of_month.person_id = k.person_id`

/** Rows of the folded months that no claim holds up any more. */
const removeWageMonths = sql`
  delete from wage_month where ctid = ${gone(rowKey, {
    stored: sql`select s.ctid, ${references(rowKey.map((name) => `s.${name}`))} from fold_key k cross join lateral (
      select of_month.ctid, of_month.* from wage_month of_month where ${ofMonth} offset 0) s`,
    found: sql`select null::tid, ${references(rowKey)} from fold_row`,
  })}`

const writeWageMonths = sql`
  insert into wage_month (${references(rowKey)}, ${references(wageMonthColumns)})
  select ${references(rowKey.map((name) => `r.${name}`))},
    r.area_code, r.sector, r.general_contractor_id, r.gate_days, r.gate_minutes, r.sheet_days, r.sheet_minutes,
    r.payroll_days, r.payroll_minutes, r.payroll_lines, r.rate_kind, r.rate_fen, r.accrued_fen,
    r.due_fen, r.overtime_fen, r.deduction_fen, r.advance_fen, r.net_fen,
    case when r.heard is null then 'not-reported' when r.heard[1] = 0 and r.heard[4] = 1 then 'declared'
      else (array['confirmed', 'received', 'not-received', 'contested'])[r.heard[4]] end,
    d.due_on, coalesce(m.paid_fen, 0), coalesce(m.returned_fen, 0), m.first_paid_on, m.last_paid_on,
    coalesce(m.inferred_fen, 0), coalesce(m.other_account_fen, 0)
  from fold_row r
  left join fold_money m using (${references(rowKey)})
  left join (select ${references(rowKey)}, min(due_on) as due_on from fold_due where is_fresh
    group by ${references(rowKey)}) d using (${references(rowKey)})
  on conflict (${references(rowKey)}) do update set ${overwrite(wageMonthColumns)}
  where wage_month.* is distinct from excluded.*`

/**
 * The money of the same people's other months, where a payout has found another due. Each of these rows is
 * there.
 */
const updateMoneyOfOthers = sql`
  insert into wage_month (${references(rowKey)}, ${references(wageMonthColumns)})
  select ${references(rowKey)}, ${references(claimColumns.map((name) => `o.${name}`))},
    coalesce(m.paid_fen, 0), coalesce(m.returned_fen, 0), m.first_paid_on, m.last_paid_on,
    coalesce(m.inferred_fen, 0), coalesce(m.other_account_fen, 0)
  from (${otherRows}) o left join fold_money m using (${references(rowKey)})
  where (o.paid_fen, o.returned_fen, o.first_paid_on, o.last_paid_on, o.inferred_fen, o.other_account_fen)
    is distinct from (coalesce(m.paid_fen, 0), coalesce(m.returned_fen, 0), m.first_paid_on, m.last_paid_on,
      coalesce(m.inferred_fen, 0), coalesce(m.other_account_fen, 0))
  on conflict (${references(rowKey)}) do update set ${overwrite(moneyColumns)}`

const removeDues = sql`
  delete from wage_due where ctid = ${gone([...rowKey, 'due_no'], {
    stored: sql`select s.ctid, ${references(rowKey.map((name) => `s.${name}`))}, s.due_no
      from fold_key k cross join lateral (
        select of_month.ctid, of_month.* from wage_due of_month where ${ofMonth} offset 0) s`,
    found: sql`select null::tid, ${references(rowKey)}, due_no from fold_due where is_fresh`,
  })}`

const writeDues = sql`
  insert into wage_due (${references(rowKey)}, due_no, ${references(wageDueColumns)})
  select ${references(rowKey.map((name) => `d.${name}`))}, d.due_no, w.area_code, w.sector,
    w.general_contractor_id, d.pay_cycle, d.agreed_on, d.due_on, d.basis, d.due_fen, d.paid_fen, d.settled_on
  from fold_due d join worksite w using (worksite_id)
  where d.is_fresh or (d.paid_fen, d.settled_on) is distinct from (d.stored_paid_fen, d.stored_settled_on)
  on conflict (${references(rowKey)}, due_no) do update set ${overwrite(wageDueColumns)}
  where wage_due.* is distinct from excluded.*`

const answerKey = ['worksite_id', 'payout_id', 'person_id', 'employing_unit_id', 'month', 'due_no'] as const
const answerColumns = [
  'area_code',
  'sector',
  'general_contractor_id',
  'amount_fen',
  'paid_on',
  'basis',
] as const

/** A payout may have been dealt to one due in two passes, hence the sum. */
const answers = sql`
  select a.worksite_id, a.payout_id, a.person_id, a.employing_unit_id, a.month, a.due_no, w.area_code, w.sector,
    w.general_contractor_id, sum(a.amount_fen)::bigint as amount_fen, a.paid_on, a.basis
  from fold_allocation a join worksite w using (worksite_id)
  group by a.worksite_id, a.payout_id, a.person_id, a.employing_unit_id, a.month, a.due_no, w.worksite_id,
    a.paid_on, a.basis`

/** An allocation that changed goes, and comes again below. */
const removeAllocations = sql`
  delete from payout_allocation where ctid = ${gone([...answerKey, ...answerColumns], {
    stored: sql`select s.ctid, ${references([...answerKey, ...answerColumns].map((name) => `s.${name}`))}
      from ${touchedPeople} p cross join lateral (select a.ctid, a.* from payout_allocation a
        where a.worksite_id = p.worksite_id and a.person_id = p.person_id offset 0) s`,
    found: sql`select null::tid, ${references([...answerKey, ...answerColumns])} from (${answers}) n`,
  })}`

const writeAllocations = sql`
  insert into payout_allocation (${references(answerKey)}, ${references(answerColumns)})
  ${answers} on conflict (${references(answerKey)}) do nothing`

const rows = [removeWageMonths, writeWageMonths, removeDues, writeDues]
const rowsAndMoney = [...rows, updateMoneyOfOthers, removeAllocations, writeAllocations]

/**
 * 归集入表 — writes what the fold found, and only where it differs from what stands; gives the number of
 * changed rows. Where the bank never told of a payout there is no money to move.
 */
export async function writeFold(tx: Tx, size: FoldSize): Promise<number> {
  await (size.anyPayouts ? sumMoney(tx, size) : leaveMoney(tx))
  let changed = 0
  for (const step of size.anyPayouts ? rowsAndMoney : rows) {
    changed += Number((await step.execute(tx.k)).numAffectedRows ?? 0)
  }
  return changed
}
