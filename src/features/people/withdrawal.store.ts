import { sql } from 'kysely'

import { groupBy } from '../../platform/group-by.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'

const keys = { site_presence: 'presence_id', labor_contract: 'contract_id' } as const

/**
 * 定现行 — of the versions of a stay or contract that one counts which no standing version replaces, however
 * many between them were withdrawn; a row of a withdrawn message never counts.
 */
export async function settleVersions(tx: Tx, table: keyof typeof keys, worksiteId: string): Promise<void> {
  const key = sql.ref(keys[table])
  await sql`with recursive judged as (
      select r.${key} as id, r.replaces_id, exists (
               select from claim_withdrawal gone where gone.worksite_id = r.worksite_id
                                                   and gone.intake_id = r.intake_id) as gone
        from ${sql.table(table)} r where r.worksite_id = ${worksiteId}::uuid),
    replaced as (
      select replaces_id as id from judged where not gone and replaces_id is not null
      union
      select j.replaces_id from replaced r join judged j on j.id = r.id where j.replaces_id is not null),
    counted as (
      select j.id, not j.gone and not exists (select from replaced r where r.id = j.id) as counts
        from judged j)
    update ${sql.table(table)} t set current = counted.counts from counted
     where t.worksite_id = ${worksiteId}::uuid and t.${key} = counted.id
       and t.current <> counted.counts`.execute(tx.k)
}

/** 查撤回所及 — the worksites of which a withdrawn roster spoke, and the people there. */
export async function findWithdrawn(
  tx: Tx,
  intakeId: string,
): Promise<readonly { readonly code: string; readonly personIds: readonly string[] }[]> {
  const { rows } = await sql<{ code: string; person_id: string }>`
    select w.code, named.person_id
      from claim_withdrawal gone
      join worksite w on w.worksite_id = gone.worksite_id
      join (select worksite_id, person_id from site_presence where intake_id = ${intakeId}::uuid
            union select worksite_id, person_id from labor_contract where intake_id = ${intakeId}::uuid
            union select worksite_id, person_id from device_user where intake_id = ${intakeId}::uuid
            union select worksite_id, person_id from worksite_person where intake_id = ${intakeId}::uuid
           ) named
        on named.worksite_id = gone.worksite_id
     where gone.intake_id = ${intakeId}::uuid and ${scopeOf(tx, 'gone')}
     order by w.code, named.person_id`.execute(tx.k)
  return [...groupBy(rows, (row) => row.code)].map(([code, people]) => ({
    code,
    personIds: people.map((row) => row.person_id),
  }))
}

/** 查在册用卡 — the cards that these people have on the worksite's list. */
export async function findCardsInUse(
  tx: Tx,
  worksiteId: string,
  personIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly blind: Buffer }[]> {
  const { rows } = await sql<{ personId: string; blind: Buffer }>`
    select p.person_id as "personId", p.card_blind as blind from worksite_person p
     where p.worksite_id = ${worksiteId}::uuid and p.person_id = any(${personIds}::uuid[])
       and p.card_blind is not null`.execute(tx.k)
  return rows
}

/** 查考勤号所及 — the numbers of which a message told at the worksite. */
export async function findPinsOf(tx: Tx, worksiteId: string, intakeId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ pin: string }>`
    select distinct u.pin from device_user u
     where u.worksite_id = ${worksiteId}::uuid and u.intake_id = ${intakeId}::uuid order by u.pin`.execute(
    tx.k,
  )
  return rows.map((row) => row.pin)
}
