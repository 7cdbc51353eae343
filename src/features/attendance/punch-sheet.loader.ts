import { sql } from 'kysely'

import { stage } from '../../platform/stage.ts'
import type { Load, Loaded, Loader } from '../intake/importer.ts'
import { lockWorksite } from '../wage-months/index.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import { getSheetDevice } from './devices.store.ts'
import { touchPunchesOf } from './gate-log.loader.ts'
import { collect, identify, type SheetPerson, type SheetRow, worksiteOf } from './sheet-people.ts'

interface PunchRow extends SheetPerson {
  /** ISO 8601 with +08:00. */
  readonly at: string
  readonly direction: 'in' | 'out' | 'unknown'
}

/** 打卡表装载 — punches typed into a spreadsheet, or exported by a gate as one. */
export const punchSheetLoader: Loader = { kind: 'attendance-punches', feed: 'gate', load: loadPunches }

async function loadPunches(load: Load): Promise<Loaded> {
  const { tx, intake } = load
  const rows = await collect<PunchRow>(load.rows)
  const worksite = await worksiteOf(load, rows)
  await lockWorksite(tx, worksite.worksiteId)
  const people = await identify(load, worksite, rows)
  const known = rows.filter(({ row }) => people.has(row))
  await insertPunches(load, worksite, { rows: known, people })
  await touchPunchesOf(tx, { worksiteId: worksite.worksiteId, intakeId: intake.id })
  const days = known.map(({ record }) => record.at.slice(0, 10)).sort()
  const last = days.at(-1)
  return {
    taken: known.length,
    worksiteIds: [worksite.worksiteId],
    ...(last === undefined ? {} : { coversUntil: last }),
  }
}

interface Known {
  readonly rows: readonly SheetRow<PunchRow>[]
  readonly people: ReadonlyMap<number, { personId: string }>
}

async function insertPunches(load: Load, worksite: WorksiteFacts, { rows, people }: Known): Promise<void> {
  const { tx, intake, group } = load
  const deviceId = await getSheetDevice(tx, worksite)
  const columns = { person_id: 'uuid', at: 'timestamptz', direction: 'text', source_row: 'int' } as const
  await sql`drop table if exists new_punch`.execute(tx.k)
  await stage(
    tx,
    'new_punch',
    columns,
    rows.map(({ row, record }) => [people.get(row)?.personId, record.at, record.direction, row]),
  )
  await sql`insert into punch (worksite_id, device_id, pin, punched_at, direction, intake_id, person_id, area_code,
      sector, general_contractor_id, source_sheet, source_row, received_on)
    select ${worksite.worksiteId}::uuid, ${deviceId}::uuid, n.person_id::text, n.at, n.direction,
           ${intake.id}::uuid, n.person_id, ${worksite.areaCode}, ${worksite.sector},
           ${worksite.generalContractorId}::uuid, ${group.sheet}, n.source_row, ${intake.receivedOn}::date
      from new_punch n
     where not exists (
       select from punch p
        where p.worksite_id = ${worksite.worksiteId}::uuid and p.device_id = ${deviceId}::uuid
          and p.pin = n.person_id::text and p.punched_at = n.at and p.direction = n.direction
          and not exists (select from claim_withdrawal c
                           where c.worksite_id = p.worksite_id and c.intake_id = p.intake_id))
    on conflict do nothing`.execute(tx.k)
}
