import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'

/** 专户所属用工点 — one of the worksites that a wage account serves. */
export interface AccountUse {
  readonly worksiteId: string
  readonly accountId: string
  readonly code: string
  readonly name: string
}

/** 找专户 — the worksites that an account number serves, by its blind index, in the order of their codes. */
export async function findAccountUses(tx: Tx, blind: Buffer): Promise<AccountUse[]> {
  const { rows } = await sql<{ worksite_id: string; account_id: string; code: string; name: string }>`
    select a.worksite_id, a.account_id, w.code, w.name
      from wage_account a join worksite w on w.worksite_id = a.worksite_id
     where a.number_blind = ${blind} and a.current
     order by w.code`.execute(tx.k)
  return rows.map((row) => ({
    worksiteId: row.worksite_id,
    accountId: row.account_id,
    code: row.code,
    name: row.name,
  }))
}
