import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import { aliasCode } from './names.ts'
import type { Belonging } from './registered.store.ts'

/** 设备登记结果 — which of the serial numbers were new, and which stand at another worksite. */
export interface DevicesAdded {
  readonly added: readonly string[]
  readonly elsewhere: readonly string[]
}

/** 登记考勤设备 — gates by serial number; one that stands at another worksite is left there. */
export async function addDevices(
  tx: Tx,
  belonging: Belonging,
  { serials, registeredOn }: { serials: readonly string[]; registeredOn: string },
): Promise<DevicesAdded> {
  const codes = [...new Set(serials.map(aliasCode))].filter((code) => code !== '')
  if (codes.length === 0) {
    return { added: [], elsewhere: [] }
  }
  const { rows } = await sql<{ code: string; device_id: string }>`
    insert into alias (scheme, code, target_id, worksite_id)
    select 'device-serial', named.code, named.device_id, ${belonging.worksiteId}::uuid
      from unnest(${codes}::text[], ${codes.map(() => newId())}::uuid[]) as named (code, device_id)
    on conflict do nothing returning code, target_id as device_id`.execute(tx.k)
  await sql`insert into device (worksite_id, device_id, area_code, sector, general_contractor_id, serial,
      registered_on)
    select ${belonging.worksiteId}::uuid, named.device_id, ${belonging.areaCode}, ${belonging.sector},
           ${belonging.generalContractorId}::uuid, named.serial, ${registeredOn}::date
      from unnest(${rows.map((row) => row.device_id)}::uuid[], ${rows.map((row) => row.code)}::text[])
        as named (device_id, serial)`.execute(tx.k)
  const others = await sql<{ code: string }>`
    select a.code from alias a where a.scheme = 'device-serial' and a.code = any(${codes}::text[])
       and a.worksite_id <> ${belonging.worksiteId}::uuid order by a.code`.execute(tx.k)
  return { added: rows.map((row) => row.code), elsewhere: others.rows.map((row) => row.code) }
}
