import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import type { Withdrawer } from '../intake/importer.ts'
import { touchIntake } from '../wage-months/index.ts'
import { touchPunchesOf } from './gate-log.loader.ts'

/** 考勤撤回 — the punches and sheets of a message no longer count; sheets that they had replaced do again. */
export const attendanceWithdrawer: Withdrawer = { withdraw }

async function withdraw(tx: Tx, intakeId: string): Promise<void> {
  const turned = await sql<{ worksite_id: string; replaces_id: string | null }>`
    update attendance_sheet set current = false where intake_id = ${intakeId}::uuid and current
    returning worksite_id, replaces_id`.execute(tx.k)
  for (const { worksite_id, replaces_id } of turned.rows) {
    await touchIntake(tx, worksite_id, intakeId)
    await bringBack(tx, worksite_id, replaces_id)
  }
  const punched = await sql<{ worksite_id: string }>`
    select distinct worksite_id from punch where intake_id = ${intakeId}::uuid`.execute(tx.k)
  for (const { worksite_id } of punched.rows) {
    await touchPunchesOf(tx, { worksiteId: worksite_id, intakeId })
  }
}

/** The newest sheet in the chain of replacements that was not withdrawn itself. */
async function bringBack(tx: Tx, worksiteId: string, sheetId: string | null): Promise<void> {
  for (let next = sheetId; next !== null; ) {
    const { rows } = await sql<{ intake_id: string; replaces_id: string | null; withdrawn: boolean }>`
      select s.intake_id, s.replaces_id,
             exists (select from claim_withdrawal c where c.worksite_id = s.worksite_id
                        and c.intake_id = s.intake_id) as withdrawn
        from attendance_sheet s
       where s.worksite_id = ${worksiteId}::uuid and s.sheet_id = ${next}::uuid`.execute(tx.k)
    const [sheet] = rows
    if (sheet !== undefined && !sheet.withdrawn) {
      await sql`update attendance_sheet set current = true
        where worksite_id = ${worksiteId}::uuid and sheet_id = ${next}::uuid`.execute(tx.k)
      await touchIntake(tx, worksiteId, sheet.intake_id)
      return
    }
    next = sheet?.replaces_id ?? null
  }
}
