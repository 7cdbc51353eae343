import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'

const keys = {
  wage_account: ['account_id', 'version'],
  wage_deposit: ['deposit_id'],
  payment_guarantee: ['guarantee_id'],
} as const

/** 登记资料 — registers of which a worksite has one row that counts. */
export type CurrentTable = keyof typeof keys

/**
 * 定现行 — of the rows of a worksite the newest counts, by day of receipt, then order of intake; a row of a
 * withdrawn message never does, so the one before it comes back.
 */
export async function settleCurrent(
  tx: Tx,
  table: CurrentTable,
  worksiteIds: readonly string[],
): Promise<void> {
  const own = sql.join(keys[table].map((key) => sql`${sql.ref(key)} desc`))
  const same = sql.join(
    keys[table].map((key) => sql`t.${sql.ref(key)} = placed.${sql.ref(key)}`),
    sql` and `,
  )
  const columns = sql.join(keys[table].map((key) => sql.ref(key)))
  await sql`with judged as (
      select r.*, exists (select from claim_withdrawal gone where gone.worksite_id = r.worksite_id
                             and gone.intake_id = r.intake_id) as gone
        from ${sql.table(table)} r where r.worksite_id = any(${worksiteIds}::uuid[])),
    placed as (
      select worksite_id, ${columns}, not gone and row_number() over (partition by worksite_id, gone
               order by received_on desc, intake_id desc nulls last, ${own}) = 1 as counts
        from judged)
    update ${sql.table(table)} t set current = placed.counts from placed
     where t.worksite_id = placed.worksite_id and ${same} and t.current <> placed.counts`.execute(tx.k)
}
