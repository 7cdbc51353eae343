import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Belonging, RegisterSource } from './registered.store.ts'

/** 工资保证金 — money stored, a guarantee, an insurance, or an exemption. */
export interface DepositTerms {
  readonly form: 'cash' | 'bank-guarantee' | 'surety-insurance' | 'exempt'
  readonly amountFen: bigint | null
  readonly storedOn: string | null
  readonly expiresOn: string | null
}

/** 工程款支付担保 — given by the project owner. */
export interface GuaranteeTerms {
  readonly amountFen: bigint | null
  readonly givenOn: string | null
  readonly expiresOn: string | null
}

/** 现行 — the row that counts, and when it was received. */
export type Current<T> = T & { readonly id: string; readonly worksiteId: string; readonly receivedOn: string }

/** 查现行保证金 — of these worksites, by worksite. */
export async function findCurrentDeposits(
  tx: Tx,
  worksiteIds: readonly string[],
): Promise<ReadonlyMap<string, Current<DepositTerms>>> {
  const { rows } = await sql<Current<DepositTerms>>`
    select d.worksite_id as "worksiteId", d.deposit_id as id, d.received_on as "receivedOn", d.form,
           d.amount_fen as "amountFen", d.stored_on as "storedOn", d.expires_on as "expiresOn"
      from wage_deposit d where d.worksite_id = any(${worksiteIds}::uuid[]) and d.current`.execute(tx.k)
  return new Map(rows.map((row) => [row.worksiteId, row]))
}

/** 查现行支付担保 — of these worksites, by worksite. */
export async function findCurrentGuarantees(
  tx: Tx,
  worksiteIds: readonly string[],
): Promise<ReadonlyMap<string, Current<GuaranteeTerms>>> {
  const { rows } = await sql<Current<GuaranteeTerms>>`
    select g.worksite_id as "worksiteId", g.guarantee_id as id, g.received_on as "receivedOn",
           g.amount_fen as "amountFen", g.given_on as "givenOn", g.expires_on as "expiresOn"
      from payment_guarantee g where g.worksite_id = any(${worksiteIds}::uuid[]) and g.current`.execute(tx.k)
  return new Map(rows.map((row) => [row.worksiteId, row]))
}

interface Added<T> {
  readonly terms: T
  readonly replacesId: string | null
  readonly source: RegisterSource
}

/** 新增保证金 */
export async function addDeposit(tx: Tx, belonging: Belonging, added: Added<DepositTerms>): Promise<void> {
  const { terms, replacesId, source } = added
  await tx.k
    .insertInto('wage_deposit')
    .values({
      deposit_id: newId(),
      ...belongingColumns(belonging),
      form: terms.form,
      amount_fen: terms.amountFen,
      stored_on: terms.storedOn,
      expires_on: terms.expiresOn,
      replaces_id: replacesId,
      ...sourceColumns(source),
    })
    .execute()
}

/** 新增支付担保 */
export async function addGuarantee(
  tx: Tx,
  belonging: Belonging,
  added: Added<GuaranteeTerms>,
): Promise<void> {
  const { terms, replacesId, source } = added
  await tx.k
    .insertInto('payment_guarantee')
    .values({
      guarantee_id: newId(),
      ...belongingColumns(belonging),
      project_owner_id: belonging.projectOwnerId,
      amount_fen: terms.amountFen,
      given_on: terms.givenOn,
      expires_on: terms.expiresOn,
      replaces_id: replacesId,
      ...sourceColumns(source),
    })
    .execute()
}

function belongingColumns({ worksiteId, areaCode, sector, generalContractorId }: Belonging) {
  return {
    worksite_id: worksiteId,
    area_code: areaCode,
    sector,
    general_contractor_id: generalContractorId,
  }
}

function sourceColumns({ intakeId, sheet, row, receivedOn }: RegisterSource) {
  return { intake_id: intakeId, source_sheet: sheet, source_row: row, received_on: receivedOn }
}
