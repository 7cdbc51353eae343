import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import type { WorksiteFacts } from '../worksites/index.ts'

/** 班组名 — a crew as messages name it: under a unit. */
export interface CrewName {
  readonly unitId: string
  readonly name: string
}

/** 班组键 — under which `findOrAddCrews` gives the crew. */
export function crewKey({ unitId, name }: CrewName): string {
  return `${unitId} ${name}`
}

/** 找或增班组 — the crews of these names at the worksite, by `crewKey`. */
export async function findOrAddCrews(
  tx: Tx,
  worksite: WorksiteFacts,
  names: Iterable<CrewName>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Map([...names].map((each) => [crewKey(each), each])).values()]
  if (wanted.length === 0) {
    return new Map()
  }
  const units = wanted.map((each) => each.unitId)
  const words = wanted.map((each) => each.name)
  await sql`insert into crew (worksite_id, crew_id, employing_unit_id, area_code, sector,
      general_contractor_id, name)
    select ${worksite.worksiteId}::uuid, added.crew_id, added.unit_id, ${worksite.areaCode},
           ${worksite.sector}, ${worksite.generalContractorId}::uuid, added.name
      from unnest(${wanted.map(() => newId())}::uuid[], ${units}::uuid[], ${words}::text[])
        as added (crew_id, unit_id, name)
     order by added.unit_id, added.name
    on conflict (worksite_id, employing_unit_id, name) do nothing`.execute(tx.k)
  const { rows } = await sql<{ crew_id: string; unit_id: string; name: string }>`
    select c.crew_id, c.employing_unit_id as unit_id, c.name
      from unnest(${units}::uuid[], ${words}::text[]) as asked (unit_id, name)
      join crew c on c.worksite_id = ${worksite.worksiteId}::uuid and c.employing_unit_id = asked.unit_id
                 and c.name = asked.name`.execute(tx.k)
  return new Map(rows.map((row) => [crewKey({ unitId: row.unit_id, name: row.name }), row.crew_id]))
}
