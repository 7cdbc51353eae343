import { sql } from 'kysely'

import { Refusal } from '../../contract/errors.ts'
import { firstDay, isMonth, lastDay, type Month } from '../../law/index.ts'
import { groupBy } from '../../platform/group-by.ts'
import { newId } from '../../platform/ids.ts'
import { stage } from '../../platform/stage.ts'
import type { Load, Loaded, Loader } from '../intake/importer.ts'
import { lockWorksite, touchIntake } from '../wage-months/index.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import { collect, identify, type SheetPerson, type SheetRow, textOf, worksiteOf } from './sheet-people.ts'

interface GridRow extends SheetPerson {
  readonly month: string
  readonly days: readonly {
    readonly day: string
    readonly dayHundredths: number
    readonly minutes: number | null
    readonly overtimeMinutes: number
    readonly mark: string
  }[]
}

/**
 * 考勤表装载 — a month of attendance as a unit wrote it down; the same unit, month and number replaces the whole
 * sheet.
 */
export const gridLoader: Loader = { kind: 'attendance-grid', feed: 'attendance-sheet', load: loadGrid }

async function loadGrid(load: Load): Promise<Loaded> {
  const rows = await collect<GridRow>(load.rows)
  const month = rows[0]?.record.month ?? load.intake.options.month ?? ''
  if (!isMonth(month)) {
    throw new Refusal('ask.month', { sheet: load.group.sheet })
  }
  const worksite = await worksiteOf(load, rows)
  await lockWorksite(load.tx, worksite.worksiteId)
  const people = await identify(load, worksite, rows)
  const known = rows.flatMap((each) => {
    const person = people.get(each.row)
    return person === undefined ? [] : [{ ...each, ...person }]
  })
  for (const [unitId, ofUnit] of groupBy(known, (each) => each.unitId)) {
    await insertSheet(load, worksite, { unitId, month, rows: ofUnit })
  }
  await touchIntake(load.tx, worksite.worksiteId, load.intake.id)
  return { taken: known.length, worksiteIds: [worksite.worksiteId], coversUntil: lastDay(month) }
}

interface UnitSheet {
  readonly unitId: string
  readonly month: Month
  readonly rows: readonly (SheetRow<GridRow> & { personId: string })[]
}

async function insertSheet(load: Load, worksite: WorksiteFacts, sheet: UnitSheet): Promise<void> {
  const { tx, intake, group } = load
  const number = intake.options.number ?? textOf(group.head['sheetNumber']) ?? group.sheet
  const sheetId = newId()
  const replaced = await sql<{ sheet_id: string; intake_id: string }>`
    update attendance_sheet set current = false
     where worksite_id = ${worksite.worksiteId}::uuid and employing_unit_id = ${sheet.unitId}::uuid
       and month = ${firstDay(sheet.month)}::date and number = ${number} and current
    returning sheet_id, intake_id`.execute(tx.k)
  for (const { intake_id } of replaced.rows) {
    await touchIntake(tx, worksite.worksiteId, intake_id)
  }
  await sql`insert into attendance_sheet (worksite_id, sheet_id, employing_unit_id, area_code, sector,
      general_contractor_id, month, number, replaces_id, intake_id, source_sheet, received_on)
    values (${worksite.worksiteId}::uuid, ${sheetId}::uuid, ${sheet.unitId}::uuid, ${worksite.areaCode},
            ${worksite.sector}, ${worksite.generalContractorId}::uuid, ${firstDay(sheet.month)}::date, ${number},
            ${replaced.rows[0]?.sheet_id ?? null}::uuid, ${intake.id}::uuid, ${group.sheet},
            ${intake.receivedOn}::date)`.execute(tx.k)
  await insertMarks(load, worksite, { ...sheet, sheetId })
}

async function insertMarks(
  { tx }: Load,
  worksite: WorksiteFacts,
  { sheetId, unitId, rows }: UnitSheet & { sheetId: string },
): Promise<void> {
  await sql`drop table if exists new_mark`.execute(tx.k)
  await stage(
    tx,
    'new_mark',
    {
      source_row: 'int',
      person_id: 'uuid',
      day: 'date',
      day_hundredths: 'int',
      minutes: 'int',
      overtime_minutes: 'int',
      mark: 'text',
    },
    rows.flatMap(({ row, personId, record }) =>
      record.days.map((each) => [
        row,
        personId,
        each.day,
        each.dayHundredths,
        each.minutes,
        each.overtimeMinutes,
        each.mark,
      ]),
    ),
  )
  await sql`insert into attendance_mark (worksite_id, sheet_id, source_row, day, person_id, employing_unit_id,
      area_code, sector, general_contractor_id, day_hundredths, minutes, overtime_minutes, mark)
    select ${worksite.worksiteId}::uuid, ${sheetId}::uuid, n.source_row, n.day, n.person_id, ${unitId}::uuid,
           ${worksite.areaCode}, ${worksite.sector}, ${worksite.generalContractorId}::uuid, n.day_hundredths,
           n.minutes, n.overtime_minutes, n.mark
      from new_mark n`.execute(tx.k)
}
