import { type RawBuilder, sql } from 'kysely'

import { firstDay, type Month } from '../../law/day.ts'
import { stage } from '../../platform/stage.ts'
import type { Tx } from '../../platform/transact.ts'

/** 待归集工资月 — a person's month at a worksite about which something new has been said. */
export interface TouchedMonth {
  readonly worksiteId: string
  readonly personId: string
  readonly month: Month
}

type Select = RawBuilder<unknown>

/**
 * 标记待归集 — notes months about which something new has been said, for `foldTouched` at the end of the same
 * transaction. Takes rows, or a select of (worksite_id, person_id, month), the month as its first day;
 * doubles do no harm. A payout touches the month that it names (of its pay-file line, else stated, else
 * that of its day); so does what returns it.
 */
export async function touchMonths(tx: Tx, touched: readonly TouchedMonth[] | Select): Promise<void> {
  const rows = isSelect(touched)
    ? []
    : touched.map((each) => [each.worksiteId, each.personId, firstDay(each.month)])
  await stage(tx, 'touched_month', { worksite_id: 'uuid', person_id: 'uuid', month: 'date' }, rows)
  if (isSelect(touched)) {
    await sql`insert into touched_month ${touched}`.execute(tx.k)
  }
}

/** 标记人员 — every month that people have at a worksite: their contract, unit or card has changed. */
export async function touchPeople(
  tx: Tx,
  people: readonly { worksiteId: string; personId: string }[],
): Promise<void> {
  const worksites = people.map(({ worksiteId }) => worksiteId)
  const persons = people.map(({ personId }) => personId)
  await touchMonths(
    tx,
    sql`select w.worksite_id, w.person_id, w.month
        from unnest(${worksites}::uuid[], ${persons}::uuid[]) as named (worksite_id, person_id)
        cross join lateral (select w.* from wage_month w where w.person_id = named.person_id offset 0) w
        where w.worksite_id = named.worksite_id`,
  )
}

/** 标记用工点 — every month of a worksite: its pay day, area, sector or general contractor has changed. */
export async function touchWorksite(tx: Tx, worksiteId: string): Promise<void> {
  await touchMonths(
    tx,
    sql`select worksite_id, person_id, month from wage_month where worksite_id = ${worksiteId}::uuid`,
  )
}

/** 标记一份报文 — every month of which the payrolls, sheets, confirmations and payouts of a message speak. */
export async function touchIntake(tx: Tx, worksiteId: string, intakeId: string): Promise<void> {
  const ofMessage = (alias: string) => sql<boolean>`(${sql.ref(`${alias}.worksite_id`)} = ${worksiteId}::uuid
    and ${sql.ref(`${alias}.intake_id`)} = ${intakeId}::uuid)`
  await touchMonths(tx, claimedMonths(ofMessage))
}

/** 标记整批用工点 — every month of which anything at these worksites speaks, or that has a row already. */
export async function touchAllOf(tx: Tx, worksiteIds: readonly string[]): Promise<void> {
  const there = (alias: string) =>
    sql<boolean>`${sql.ref(`${alias}.worksite_id`)} = any(${worksiteIds}::uuid[])`
  await touchMonths(
    tx,
    sql`${claimedMonths(there)}
      union select w.worksite_id, w.person_id, w.month from wage_month w where ${there('w')}
      union select a.worksite_id, a.person_id, date_trunc('month', a.day)::date
        from attendance_day a where ${there('a')}`,
  )
}

/**
 * 锁定用工点 — lets one transaction at a time change the claims of a worksite, so that each fold sees what the
 * one before it has committed.
 */
export async function lockWorksite(tx: Tx, worksiteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${worksiteId}, 0))`.execute(tx.k)
}

/** The months of the claims that `which` lets through, by the alias of the table that has `intake_id`. */
function claimedMonths(which: (alias: string) => RawBuilder<boolean>): Select {
  return sql`
    select l.worksite_id, l.person_id, l.month
    from payroll p join payroll_line l using (worksite_id, payroll_id) where ${which('p')}
    union
    select m.worksite_id, m.person_id, s.month
    from attendance_sheet s join attendance_mark m using (worksite_id, sheet_id) where ${which('s')}
    union
    select c.worksite_id, c.person_id, c.month from wage_confirmation c where ${which('c')}
    union
    select o.worksite_id, o.person_id, ${payoutMonth}
    from payout o ${payoutLine} where ${which('o')} and o.person_id is not null
    union
    select o.worksite_id, o.person_id, ${payoutMonth}
    from payout_return r join payout o on o.worksite_id = r.worksite_id and o.payout_id = r.payout_id ${payoutLine}
    where ${which('r')} and o.person_id is not null`
}

const payoutMonth = sql`coalesce(l.month, o.month, date_trunc('month', o.paid_on)::date)`
const payoutLine = sql`left join payroll_line l on l.worksite_id = o.worksite_id
  and l.payroll_id = o.payroll_id and l.source_row = o.payroll_row and l.person_id = o.person_id`

function isSelect(touched: readonly TouchedMonth[] | Select): touched is Select {
  return !Array.isArray(touched)
}

/**
 * Locks the touched worksites, always in the same order, so that two folds never wait for each other in a
 * ring.
 */
export async function beginFold(tx: Tx): Promise<void> {
  await touchMonths(tx, [])
  await sql`select pg_advisory_xact_lock(hashtextextended(t.worksite_id::text, 0))
    from (select distinct worksite_id from touched_month order by worksite_id) t`.execute(tx.k)
}

/** Leaves nothing behind, so that the same transaction may fold again. */
export async function endFold(tx: Tx): Promise<void> {
  await sql`drop table if exists touched_month, fold_key, fold_payout, fold_stored, fold_claim, fold_row, fold_weight,
    fold_due, fold_allocation, fold_money`.execute(tx.k)
}
