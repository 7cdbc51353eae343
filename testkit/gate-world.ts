import { sql } from 'kysely'

import { newId } from '../src/platform/ids.ts'
import type { Tx } from '../src/platform/transact.ts'
import { seedWageWorld } from './wage-world.ts'

/** 门禁小世界 — a worksite with one gate and one worker whose device number is 1. */
export interface GateWorld {
  readonly worksiteId: string
  readonly deviceId: string
  readonly personId: string
}

export interface SeedPunch {
  /** 'YYYY-MM-DD HH:mm' in China time. */
  readonly at: string
  readonly direction?: 'in' | 'out' | 'unknown'
  readonly pin?: string
  readonly intakeId?: string
}

const everywhere = '00000000-0000-0000-0000-000000000000'

/** 建门禁小世界 — seeds worksite, gate, worker and number. */
export async function seedGateWorld(tx: Tx, gate: 'in' | 'out' | 'both' = 'both'): Promise<GateWorld> {
  const worksiteId = await seedWageWorld(tx, {})
  const [deviceId, personId] = [newId(), newId()]
  await sql`insert into device (worksite_id, device_id, area_code, sector, general_contractor_id, serial, direction,
      registered_on)
    select worksite_id, ${deviceId}::uuid, area_code, sector, general_contractor_id, ${deviceId}, ${gate},
           '2026-01-01'
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  await sql`insert into worksite_person (worksite_id, person_id, area_code, sector, general_contractor_id,
      employing_unit_id, name, name_pinyin, received_on)
    select worksite_id, ${personId}::uuid, area_code, sector, general_contractor_id, general_contractor_id, '小张',
           'xiaozhang', '2026-01-01'
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  await sql`insert into device_user (worksite_id, device_id, pin, person_id, area_code, sector,
      general_contractor_id, from_on, intake_id, received_on)
    select worksite_id, ${everywhere}::uuid, '1', ${personId}::uuid, area_code, sector, general_contractor_id,
           '2026-01-01', ${newId()}::uuid, '2026-01-01'
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  return { worksiteId, deviceId, personId }
}

/** 打卡 — puts punches in as a message would. Gives the message's id. */
export async function seedPunches(tx: Tx, world: GateWorld, punches: readonly SeedPunch[]): Promise<string> {
  const ownIntake = newId()
  for (const [index, { at, direction = 'unknown', pin = '1', intakeId = ownIntake }] of punches.entries()) {
    await sql`insert into punch (worksite_id, device_id, pin, punched_at, direction, intake_id, area_code, sector,
        general_contractor_id, source_row, received_on)
      select worksite_id, ${world.deviceId}::uuid, ${pin}, ${`${at}:00+08:00`}::timestamptz, ${direction},
             ${intakeId}::uuid, area_code, sector, general_contractor_id, ${index + 1}, '2026-04-01'
        from worksite where worksite_id = ${world.worksiteId}::uuid`.execute(tx.k)
  }
  return ownIntake
}
