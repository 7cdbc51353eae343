import { type RawBuilder, sql } from 'kysely'

import type { Asking, Feed } from './rule.ts'

/** 已收到 — the claim of that alias had been received by the day asked about, and no withdrawal took it back. */
export function heard({ asOf }: Asking, alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('received_on')} <= ${asOf}::date and not exists (
    select from claim_withdrawal gone
     where gone.worksite_id = ${column('worksite_id')} and gone.intake_id = ${column('intake_id')}))`
}

/**
 * 来源截至 — a relation (worksite_id, first_on, until_on, received_on): when a feed was heard first and
 * last, and the last day of which it has spoken. For rules that ask of every worksite; see `lastWord`.
 */
export function spokenUntil(asking: Asking, feed: Feed): RawBuilder<unknown> {
  return sql`(select r.worksite_id, min(r.received_on) as first_on, max(r.covered_until_on) as until_on,
                     max(r.received_on) as received_on
                from feed_receipt r
               where r.feed = ${feed} and ${heard(asking, 'r')} and ${asking.only('r.worksite_id')}
               group by r.worksite_id)`
}

/** 最后来源日 — a lateral row (until_on): the last day of which a feed of one worksite has spoken, or none. */
export function lastWord(asking: Asking, feed: Feed, worksiteColumn: string): RawBuilder<unknown> {
  return sql`(select r.covered_until_on as until_on from feed_receipt r
               where r.worksite_id = ${sql.ref(worksiteColumn)} and r.feed = ${feed} and ${heard(asking, 'r')}
               order by r.covered_until_on desc limit 1)`
}

/**
 * 对账单截至 — a row (until_on): until which day the statements of the wage account of a worksite speak. The
 * results of payouts come from the bank as well and tell nothing of money that came in; they are known by
 * payouts without a booking.
 */
export function statementUntil(asking: Asking, worksiteColumn: string): RawBuilder<unknown> {
  return sql`(select max(r.covered_until_on) as until_on from feed_receipt r
               where r.worksite_id = ${sql.ref(worksiteColumn)} and r.feed = 'bank' and ${heard(asking, 'r')}
                 and not exists (select from payout o
                                  where o.worksite_id = r.worksite_id and o.intake_id = r.intake_id
                                    and o.movement_id is null))`
}

/**
 * 来源行 — where the row of that alias stands in the message that brought it, as one entry of a list of
 * sources.
 */
export function sourceRow(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`jsonb_build_object('intakeId', ${column('intake_id')}, 'sheet', ${column('source_sheet')},
    'row', ${column('source_row')})`
}

/** 打卡来源 — the source row of the punch of a worksite at an instant; null where no message holds one. */
export function punchAt(worksiteColumn: string, at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select ${sourceRow('x')} from punch x
    where x.worksite_id = ${sql.ref(worksiteColumn)} and x.punched_at = ${at}
    order by x.intake_id, x.source_row limit 1)`
}

/**
 * 占比 — percent of the whole, rounded up to a tenth, so that a band from 10.1 begins just above ten percent.
 */
export function percentOf(part: RawBuilder<unknown>, whole: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`round(ceil(1000.0 * (${part}) / nullif(${whole}, 0)) / 10, 1)`
}
