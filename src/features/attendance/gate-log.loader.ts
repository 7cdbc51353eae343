import { type RawBuilder, sql } from 'kysely'

import { Refusal } from '../../contract/errors.ts'
import { stage } from '../../platform/stage.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Load, Loaded, Loader } from '../intake/importer.ts'
import { shownText } from '../intake/table/text.ts'
import { lockWorksite, touchMonths } from '../wage-months/index.ts'
import { findWorksite, type WorksiteFacts } from '../worksites/index.ts'
import { endAttendanceFold, foldAttendanceDays, isAnyTouched, touchDays } from './days.fold.ts'
import { addDevice, findDevice } from './devices.store.ts'
import { type PunchRecord, refuseEmptyLog } from './gate-log.reader.ts'

/** 考勤机记录装载 — puts the punches of a gate log in, once each however often they are sent. */
export const gateLogLoader: Loader = { kind: 'gate-log', feed: 'gate', load: loadGateLog }

async function loadGateLog(load: Load): Promise<Loaded> {
  const { tx, intake } = load
  const { worksite, deviceId } = await resolveDevice(load)
  await lockWorksite(tx, worksite.worksiteId)
  const taken = await stagePunches(load)
  refuseEmptyLog(taken, intake.fileName)
  await insertPunches(load, worksite, deviceId)
  await warnOfWaiting(load, worksite.worksiteId)
  await touchPunchesOf(tx, { worksiteId: worksite.worksiteId, intakeId: intake.id })
  return { taken, worksiteIds: [worksite.worksiteId], ...(await coveredUntil(tx)) }
}

/** The device by option, then by the file's name; one that is new needs a worksite to stand at. */
async function resolveDevice(load: Load): Promise<{ worksite: WorksiteFacts; deviceId: string }> {
  const { tx, intake, group } = load
  const named = intake.options.device ?? group.head['serial']
  if (typeof named !== 'string' || named === '') {
    throw new Refusal('ask.device', { name: intake.fileName })
  }
  const device = await findDevice(tx, named)
  if (device === undefined) {
    const worksite = await findWorksite(tx, { options: intake.options })
    return { worksite, deviceId: await addDevice(tx, worksite, named) }
  }
  const worksite = await findWorksite(tx, { code: device.worksiteCode, options: {} })
  if (intake.options.worksite !== undefined && intake.options.worksite !== worksite.code) {
    throw new Refusal('gate-log.device-elsewhere', { device: named, code: worksite.code })
  }
  return { worksite, deviceId: device.deviceId }
}

async function stagePunches(load: Load): Promise<number> {
  const columns = { pin: 'text', at: 'timestamptz', direction: 'text', source_row: 'int' } as const
  await sql`drop table if exists new_punch`.execute(load.tx.k)
  await stage(load.tx, 'new_punch', columns, [])
  let taken = 0
  for await (const batch of load.rows) {
    const rows = batch.map(({ row, record }) => {
      const punch = record as Readonly<Record<keyof PunchRecord, unknown>>
      return [punch.pin, punch.at, punch.direction, row]
    })
    await stage(load.tx, 'new_punch', columns, rows)
    taken += rows.length
  }
  return taken
}

/**
 * Overlapping logs are usual: a gate's memory is read out again and again. What stands already is not put in
 * twice.
 */
async function insertPunches(load: Load, worksite: WorksiteFacts, deviceId: string): Promise<void> {
  const { tx, intake, group } = load
  await sql`insert into punch (worksite_id, device_id, pin, punched_at, direction, intake_id, area_code, sector,
      general_contractor_id, source_sheet, source_row, received_on)
    select ${worksite.worksiteId}::uuid, ${deviceId}::uuid, n.pin, n.at, n.direction, ${intake.id}::uuid,
           ${worksite.areaCode}, ${worksite.sector}, ${worksite.generalContractorId}::uuid, ${group.sheet},
           n.source_row, ${intake.receivedOn}::date
      from new_punch n
     where not exists (
       select from punch p
        where p.worksite_id = ${worksite.worksiteId}::uuid and p.device_id = ${deviceId}::uuid
          and p.pin = n.pin and p.punched_at = n.at and p.direction = n.direction
          and not exists (select from claim_withdrawal c
                           where c.worksite_id = p.worksite_id and c.intake_id = p.intake_id))
    on conflict do nothing`.execute(tx.k)
}

/** Punches of numbers that no roster names wait; the sender is told once a number. */
async function warnOfWaiting(load: Load, worksiteId: string): Promise<void> {
  const { rows } = await sql<{ pin: string; punches: number; first_row: number }>`
    select n.pin, count(*)::int as punches, min(n.source_row) as first_row from new_punch n
     where not exists (select from device_user u
                        where u.worksite_id = ${worksiteId}::uuid and u.pin = n.pin and u.current)
     group by n.pin order by n.pin`.execute(load.tx.k)
  for (const { pin, punches, first_row } of rows) {
    load.warn(first_row, 'gate-log.pin-waits', { pin: shownText(pin), punches })
  }
}

async function coveredUntil(tx: Tx): Promise<{ coversUntil: string }> {
  const { rows } = await sql<{ until_on: string }>`
    select max((at at time zone 'Asia/Shanghai')::date) as until_on from new_punch`.execute(tx.k)
  return { coversUntil: rows[0]?.until_on ?? tx.today }
}

interface PunchesOf {
  readonly worksiteId: string
  readonly intakeId: string
}

/** 标记一份报文的打卡 — the days of everybody of whom a message tells, for `foldDays` in the same transaction. */
export async function touchPunchesOf(tx: Tx, { worksiteId, intakeId }: PunchesOf): Promise<void> {
  await touchDays(tx, spansOf(sql`p.worksite_id = ${worksiteId}::uuid and p.intake_id = ${intakeId}::uuid`))
}

/** From the first to the last punch of each person; of a device user, of whoever ever had the number. */
function spansOf(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.worksite_id, coalesce(s.person_id, u.person_id), min(s.from_on), max(s.until_on)
      from (select p.worksite_id, p.person_id, p.pin,
                   (min(p.punched_at) at time zone 'Asia/Shanghai')::date as from_on,
                   (max(p.punched_at) at time zone 'Asia/Shanghai')::date as until_on
              from punch p where ${which}
             group by p.worksite_id, p.person_id, p.pin) s
      left join device_user u on u.worksite_id = s.worksite_id and u.pin = s.pin and s.person_id is null
     where coalesce(s.person_id, u.person_id) is not null
     group by s.worksite_id, coalesce(s.person_id, u.person_id)`
}

/** 归集并标记月份 — folds the touched days, if any, and hands the months that changed to the wage-months. */
export async function foldDays(tx: Tx): Promise<void> {
  if (!(await isAnyTouched(tx))) {
    return
  }
  await foldAttendanceDays(tx)
  await touchMonths(tx, sql`select worksite_id, person_id, month from folded_month`)
  await endAttendanceFold(tx)
}

/** 待认领打卡 — touches the days of device users whom a roster has just named. */
export async function resolveWaitingPunches(tx: Tx, worksiteId: string): Promise<void> {
  await touchDays(tx, spansOf(sql`p.worksite_id = ${worksiteId}::uuid and p.person_id is null`))
}

/**
 * 重建考勤日 — folds every worker-day in the actor's scope again from the punches; gives the number of days that
 * are not as they were.
 */
export async function rebuildAttendanceDays(tx: Tx): Promise<number> {
  await sql`create temp table day_before on commit drop as select * from attendance_day`.execute(tx.k)
  await touchDays(
    tx,
    sql`${spansOf(sql`true`)}
        union all
        select worksite_id, person_id, min(day), max(day) from attendance_day group by worksite_id, person_id`,
  )
  await foldDays(tx)
  const { rows } = await sql<{ count: number }>`
    select count(distinct (worksite_id, person_id, day))::int as count from (
      (table day_before except table attendance_day)
      union all (table attendance_day except table day_before)) d`.execute(tx.k)
  return rows[0]?.count ?? 0
}
