import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import { organizationName } from './names.ts'
import { findOrAddOrganization } from './organizations.store.ts'
import type { WorksiteFacts } from './worksites.store.ts'

/** 来源 — the message that a row comes from, and the day it was received. */
export interface Message {
  readonly intakeId: string | null
  readonly receivedOn: string
}

/** 用工单位角色 */
export type UnitRole = 'general-contractor' | 'subcontractor' | 'employing-unit'

/**
 * 找用工单位 — the unit of this name at the worksite, noted there when it is new; without a name the general
 * contractor.
 */
export async function findUnit(tx: Tx, worksite: WorksiteFacts, unitName: string | null): Promise<string> {
  return await findUnitOf(tx, worksite, { name: unitName, intakeId: null, receivedOn: tx.today })
}

/** 找用工单位 — the same for a message, which the row then names. */
export async function findUnitOf(
  tx: Tx,
  worksite: WorksiteFacts,
  unit: Message & { readonly name: string | null; readonly creditCode?: string | null },
): Promise<string> {
  if (unit.name === null || unit.name.trim() === '') {
    return worksite.generalContractorId
  }
  const known = await findKnownUnit(tx, worksite, unit.name)
  if (known !== undefined && !unit.creditCode) {
    return known
  }
  const { name, creditCode } = unit
  const added = await findOrAddOrganization(tx, { name, creditCode, intakeId: unit.intakeId ?? undefined })
  if (added !== worksite.generalContractorId) {
    const role = worksite.kind === 'project' ? 'subcontractor' : 'employing-unit'
    await addUnit(tx, worksite, { ...unit, organizationId: added, role })
  }
  return added
}

/** The name at the worksite comes first: elsewhere in the country another unit may bear it. */
async function findKnownUnit(tx: Tx, worksite: WorksiteFacts, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ organization_id: string }>`
    select o.organization_id from organization o
     where o.name = ${organizationName(name)}
       and (o.organization_id = ${worksite.generalContractorId}::uuid
         or exists (select from worksite_unit u where u.worksite_id = ${worksite.worksiteId}::uuid
                                                  and u.employing_unit_id = o.organization_id))
     order by o.organization_id = ${worksite.generalContractorId}::uuid desc,
       o.organization_id limit 1`.execute(tx.k)
  return rows[0]?.organization_id
}

/** 记用工单位 — that a unit employs people at the worksite; changes nothing where that is known. */
export async function addUnit(
  tx: Tx,
  worksite: Pick<WorksiteFacts, 'worksiteId' | 'areaCode' | 'sector' | 'generalContractorId'>,
  unit: Message & { readonly organizationId: string; readonly role: UnitRole },
): Promise<void> {
  await sql`insert into worksite_unit (worksite_id, employing_unit_id, area_code, sector,
      general_contractor_id, role, intake_id, received_on)
    values (${worksite.worksiteId}::uuid, ${unit.organizationId}::uuid, ${worksite.areaCode},
      ${worksite.sector}, ${worksite.generalContractorId}::uuid,
      ${unit.role}, ${unit.intakeId}::uuid, ${unit.receivedOn}::date)
    on conflict (worksite_id, employing_unit_id) do nothing`.execute(tx.k)
}
