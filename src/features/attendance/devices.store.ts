import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import { aliasCode, type WorksiteFacts } from '../worksites/index.ts'

/** 考勤设备 — a gate of a worksite. */
export interface DeviceFacts {
  readonly deviceId: string
  readonly worksiteId: string
  readonly worksiteCode: string
}

/** 找设备 — the gate with a serial number, or undefined where none of the actor's scope has it. */
export async function findDevice(tx: Tx, serial: string): Promise<DeviceFacts | undefined> {
  const { rows } = await sql<{ target_id: string; worksite_id: string; code: string }>`
    select a.target_id, a.worksite_id, w.code from alias a join worksite w on w.worksite_id = a.worksite_id
     where a.scheme = 'device-serial' and a.code = ${aliasCode(serial)}`.execute(tx.k)
  const [row] = rows
  return row && { deviceId: row.target_id, worksiteId: row.worksite_id, worksiteCode: row.code }
}

/** 登记设备 — adds a gate to a worksite. */
export async function addDevice(tx: Tx, worksite: WorksiteFacts, serial: string): Promise<string> {
  const deviceId = newId()
  await insertDevice(tx, worksite, { deviceId, serial, kind: 'gate' })
  await sql`insert into alias (scheme, code, target_id, worksite_id)
    values ('device-serial', ${aliasCode(serial)}, ${deviceId}::uuid, ${worksite.worksiteId}::uuid)`.execute(
    tx.k,
  )
  return deviceId
}

/** 表格打卡 — the device that stands for punches typed into files; one a worksite. */
export async function getSheetDevice(tx: Tx, worksite: WorksiteFacts): Promise<string> {
  const { rows } = await sql<{ device_id: string }>`select device_id from device
     where worksite_id = ${worksite.worksiteId}::uuid and kind = 'sheet'`.execute(tx.k)
  if (rows[0] !== undefined) {
    return rows[0].device_id
  }
  const deviceId = newId()
  await insertDevice(tx, worksite, { deviceId, serial: 'sheet', kind: 'sheet' })
  return deviceId
}

interface NewDevice {
  readonly deviceId: string
  readonly serial: string
  readonly kind: 'gate' | 'sheet'
}

async function insertDevice(tx: Tx, worksite: WorksiteFacts, device: NewDevice): Promise<void> {
  await sql`insert into device (worksite_id, device_id, area_code, sector, general_contractor_id, serial, kind,
      registered_on)
    values (${worksite.worksiteId}::uuid, ${device.deviceId}::uuid, ${worksite.areaCode}, ${worksite.sector},
            ${worksite.generalContractorId}::uuid, ${device.serial}, ${device.kind}, ${tx.today}::date)`.execute(
    tx.k,
  )
}
