import { sql } from 'kysely'

import { checkCreditCode } from '../../law/identifiers/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import { organizationName, pinyinOf } from './names.ts'

/** 单位申报 — what a message says of a unit. */
export interface OrganizationClaim {
  readonly name: string
  readonly creditCode?: string | null | undefined
  readonly areaCode?: string | null | undefined
  readonly intakeId?: string | undefined
}

interface Known {
  organization_id: string
  credit_code: string | null
  credit_code_valid: boolean
}

/**
 * 找或增单位 — the unit with this valid credit code, else of exactly this name (blanks and width of characters
 * aside), else a new one. A code that fails its check digit does not identify: it is kept beside the name as
 * not valid. A unit that was known by its name alone takes over the code; one of the same name with another
 * valid code is another unit.
 */
export async function findOrAddOrganization(tx: Tx, claim: OrganizationClaim): Promise<string> {
  const name = organizationName(claim.name)
  const check = claim.creditCode ? checkCreditCode(claim.creditCode) : undefined
  const code = check?.ok === true ? check.creditCode : null
  const isValid = check?.ok === true && check.warning === undefined
  const byCode = isValid ? await findByCode(tx, code) : undefined
  if (byCode !== undefined) {
    return byCode
  }
  const namesakes = await findByName(tx, name)
  const same = isValid ? namesakes.find((each) => !standsByCode(each)) : namesakes[0]
  if (same !== undefined) {
    await takeOverCode(tx, same, { code, isValid })
    return same.organization_id
  }
  return await addOrganization(tx, { ...claim, name, code, isValid })
}

function standsByCode(known: Known): boolean {
  return known.credit_code !== null && known.credit_code_valid
}

async function findByCode(tx: Tx, code: string | null): Promise<string | undefined> {
  const { rows } = await sql<{ organization_id: string }>`
    select organization_id from organization where credit_code = ${code}`.execute(tx.k)
  return rows[0]?.organization_id
}

/** Those that stand by a valid code first: who is named without a code is more likely one of them. */
async function findByName(tx: Tx, name: string): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select organization_id, credit_code, credit_code_valid from organization where name = ${name}
     order by credit_code is not null and credit_code_valid desc, organization_id`.execute(tx.k)
  return rows
}

async function takeOverCode(
  tx: Tx,
  known: Known,
  { code, isValid }: { code: string | null; isValid: boolean },
): Promise<void> {
  if (code !== null && !standsByCode(known) && code !== known.credit_code) {
    await sql`update organization set credit_code = ${code}, credit_code_valid = ${isValid}
               where organization_id = ${known.organization_id}::uuid
                 and not exists (select from organization other where other.credit_code = ${code})`.execute(
      tx.k,
    )
  }
}

interface NewOrganization extends OrganizationClaim {
  readonly code: string | null
  readonly isValid: boolean
}

/**
 * A wrong code that another unit was reported with is left out; a right one that came meanwhile is that unit.
 */
async function addOrganization(tx: Tx, added: NewOrganization): Promise<string> {
  const id = newId()
  const insert = (code: string | null) =>
    sql<{ organization_id: string }>`
      insert into organization (organization_id, name, name_pinyin, credit_code, credit_code_valid, area_code,
        created_intake_id, created_at)
      values (${id}::uuid, ${added.name}, ${pinyinOf(added.name)}, ${code}, ${code === null || added.isValid},
        ${added.areaCode ?? null}, ${added.intakeId ?? null}::uuid, ${tx.now}::timestamptz)
      on conflict (credit_code) do nothing returning organization_id`.execute(tx.k)
  if ((await insert(added.code)).rows.length > 0) {
    return id
  }
  const meanwhile = added.isValid ? await findByCode(tx, added.code) : undefined
  if (meanwhile !== undefined) {
    return meanwhile
  }
  await insert(null)
  return id
}
