import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Belonging, RegisterSource } from './registered.store.ts'

/** 工资专户 — what a register says of a wage account; null where it says nothing. Days are YYYY-MM-DD. */
export interface AccountTerms {
  readonly accountName: string | null
  readonly bankName: string | null
  readonly bankId: string | null
  readonly openedOn: string | null
  readonly agreementOn: string | null
  readonly filedOn: string | null
}

/** 专户账号 — sealed, with its blind index and last four digits. */
export interface AccountNumber {
  readonly sealed: Buffer
  readonly blind: Buffer
  readonly tail: string
}

/** 现行专户 */
export interface CurrentAccount extends AccountTerms, AccountNumber {
  readonly worksiteId: string
  readonly accountId: string
  readonly receivedOn: string
}

/** 查现行专户 — of these worksites, by worksite. */
export async function findCurrentAccounts(
  tx: Tx,
  worksiteIds: readonly string[],
): Promise<ReadonlyMap<string, CurrentAccount>> {
  const { rows } = await sql<CurrentAccount>`
    select a.worksite_id as "worksiteId", a.account_id as "accountId", a.received_on as "receivedOn",
           a.number_sealed as sealed, a.number_blind as blind, a.number_tail as tail,
           nullif(a.account_name, '') as "accountName", nullif(a.bank_name, '') as "bankName",
           a.account_bank_id as "bankId", a.opened_on as "openedOn", a.agreement_on as "agreementOn",
           a.filed_on as "filedOn"
      from wage_account a where a.worksite_id = any(${worksiteIds}::uuid[]) and a.current`.execute(tx.k)
  return new Map(rows.map((row) => [row.worksiteId, row]))
}

/**
 * 新增专户版本 — of the account with this number at the worksite, or the first version of a new one. The number's
 * blind index becomes an alias, one for each worksite that the account serves.
 */
export async function addAccount(
  tx: Tx,
  belonging: Belonging,
  { number, terms, source }: { number: AccountNumber; terms: AccountTerms; source: RegisterSource },
): Promise<void> {
  const accountId = await accountOf(tx, belonging.worksiteId, number.blind)
  await sql`insert into wage_account (worksite_id, account_id, version, replaces_version, area_code, sector,
      general_contractor_id, project_owner_id, account_bank_id, account_name, bank_name, number_sealed,
      number_blind, number_tail, opened_on, agreement_on, filed_on, current, intake_id,
      source_sheet, source_row,
      received_on)
    select ${belonging.worksiteId}::uuid, ${accountId}::uuid, coalesce(max(a.version), 0) + 1, max(a.version),
           ${belonging.areaCode}, ${belonging.sector}, ${belonging.generalContractorId}::uuid,
           ${belonging.projectOwnerId}::uuid, ${terms.bankId}::uuid, ${terms.accountName ?? ''},
           ${terms.bankName ?? ''}, ${number.sealed}::bytea, ${number.blind}::bytea, ${number.tail},
           ${terms.openedOn}::date, ${terms.agreementOn}::date, ${terms.filedOn}::date, true,
           ${source.intakeId}::uuid, ${source.sheet}, ${source.row}, ${source.receivedOn}::date
      from wage_account a
     where a.worksite_id = ${belonging.worksiteId}::uuid and a.account_id = ${accountId}::uuid`.execute(tx.k)
}

async function accountOf(tx: Tx, worksiteId: string, blind: Buffer): Promise<string> {
  const { rows } = await sql<{ target_id: string }>`
    insert into alias (scheme, code, target_id, worksite_id)
    values ('wage-account', ${blind.toString('hex')}, ${newId()}::uuid, ${worksiteId}::uuid)
    on conflict (scheme, code, worksite_id) do update set target_id = alias.target_id
    returning target_id`.execute(tx.k)
  return rows[0]?.target_id ?? ''
}
