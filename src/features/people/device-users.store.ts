import { sql } from 'kysely'

import type { Day } from '../../law/day.ts'
import type { Tx } from '../../platform/transact.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import type { Holding } from './pins.ts'
import type { Source } from './worksite-people.store.ts'

/**
 * 所有设备 — the device of a number that a roster gives without naming a gate: it holds at every gate of the
 * worksite.
 */
export const everyDevice = '00000000-0000-0000-0000-000000000000'

/** 考勤号持有 — who a device user is, and in which days. */
export interface DeviceUser extends Holding {
  readonly deviceId: string
}

/** 查考勤号 — who the device users of the worksite are and were, by pin and day. */
export async function findDeviceUsers(tx: Tx, worksiteId: string): Promise<readonly DeviceUser[]> {
  const { rows } = await sql<DeviceUser>`
    select u.device_id as "deviceId", u.pin, u.person_id as "personId", u.from_on as "fromOn",
           u.until_on as "untilOn"
      from device_user u where u.worksite_id = ${worksiteId}::uuid and u.current
     order by u.pin, u.from_on, u.device_id, u.person_id`.execute(tx.k)
  return rows
}

/**
 * 记考勤号 — holdings as a roster has changed them; what the same people were said to hold before stays as
 * history.
 */
export async function addDeviceUsers(
  tx: Tx,
  worksite: WorksiteFacts,
  { holdings, source }: { holdings: readonly Holding[]; source: Source },
): Promise<void> {
  if (holdings.length === 0) {
    return
  }
  const { worksiteId, areaCode, sector, generalContractorId } = worksite
  const pins = holdings.map((each) => each.pin)
  const days = (pick: (holding: Holding) => Day | null) => holdings.map(pick)
  await sql`insert into device_user (worksite_id, device_id, pin, person_id, area_code, sector,
      general_contractor_id, from_on, until_on, intake_id, received_on)
    select ${worksiteId}::uuid, ${everyDevice}::uuid, held.pin, held.person_id, ${areaCode}, ${sector},
           ${generalContractorId}::uuid, held.from_on, held.until_on, ${source.intakeId}::uuid,
           ${source.receivedOn}::date
      from unnest(${pins}::text[], ${holdings.map((each) => each.personId)}::uuid[],
        ${days((each) => each.fromOn)}::date[], ${days((each) => each.untilOn)}::date[])
        as held (pin, person_id, from_on, until_on)
    on conflict (worksite_id, device_id, pin, person_id, intake_id)
      do update set from_on = excluded.from_on, until_on = excluded.until_on`.execute(tx.k)
  await settleDeviceUsers(tx, worksiteId, pins)
}

/** 定现行考勤号 — of what was said of a person and a number the newest counts; a withdrawn message never does. */
export async function settleDeviceUsers(tx: Tx, worksiteId: string, pins: readonly string[]): Promise<void> {
  await sql`with judged as (
      select u.*, exists (select from claim_withdrawal gone where gone.worksite_id = u.worksite_id
                             and gone.intake_id = u.intake_id) as gone
        from device_user u where u.worksite_id = ${worksiteId}::uuid and u.pin = any(${pins}::text[])),
    placed as (
      select device_id, pin, person_id, intake_id, not gone and row_number() over (
               partition by device_id, pin, person_id, gone
               order by received_on desc, intake_id desc) = 1 as counts
        from judged)
    update device_user u set current = placed.counts from placed
     where u.worksite_id = ${worksiteId}::uuid and u.device_id = placed.device_id and u.pin = placed.pin
       and u.person_id = placed.person_id and u.intake_id = placed.intake_id
       and u.current <> placed.counts`.execute(tx.k)
}
