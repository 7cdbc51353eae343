import { sql } from 'kysely'

import { firstDay, type Month, tail4 } from '../../law/index.ts'
import { newId } from '../../platform/ids.ts'
import { type StageType, stage } from '../../platform/stage.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Load } from '../intake/importer.ts'
import { touchIntake, touchMonths } from '../wage-months/index.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import { type PayrollRow, signaturesOf } from './payroll.record.ts'

/** 工资表归属 — whose sheet of which month. */
export interface PayrollKey {
  readonly worksiteId: string
  readonly unitId: string
  readonly month: Month
}

/** 在用工资表 — a sheet that counts. */
export interface CurrentPayroll {
  readonly payrollId: string
  readonly number: string
  readonly intakeId: string
}

/** 查在用工资表 — the sheets of a unit's month that count now. */
export async function findCurrentPayrolls(tx: Tx, key: PayrollKey): Promise<CurrentPayroll[]> {
  const { rows } = await sql<CurrentPayroll>`
    select payroll_id as "payrollId", number, intake_id as "intakeId" from payroll
     where worksite_id = ${key.worksiteId}::uuid and employing_unit_id = ${key.unitId}::uuid
       and month = ${firstDay(key.month)}::date and current
     order by received_on, payroll_id`.execute(tx.k)
  return rows
}

/** 替换工资表 — the sheet no longer counts; the months of its people are folded again. */
export async function replacePayroll(
  tx: Tx,
  worksiteId: string,
  { payrollId }: CurrentPayroll,
): Promise<void> {
  await sql`update payroll set current = false
    where worksite_id = ${worksiteId}::uuid and payroll_id = ${payrollId}::uuid`.execute(tx.k)
  await touchMonths(
    tx,
    sql`select worksite_id, person_id, month from payroll_line
      where worksite_id = ${worksiteId}::uuid and payroll_id = ${payrollId}::uuid`,
  )
}

/** 新工资表 — the sheet and its lines. */
export interface NewPayroll extends PayrollKey {
  readonly number: string
  readonly rows: readonly PayrollRow[]
  readonly people: ReadonlyMap<number, string>
  readonly replacesId: string | null
}

/** 记工资表 — the header, the lines, and what the signatures on it are said to say. */
export async function insertPayroll(load: Load, worksite: WorksiteFacts, payroll: NewPayroll): Promise<void> {
  const { tx, intake, group } = load
  const payrollId = newId()
  const signatures = signaturesOf(payroll.rows)
  const payOn = payroll.rows.find(({ record }) => record.paidOn !== null)?.record.paidOn ?? null
  const sum = (of: 'dueFen' | 'netFen') => payroll.rows.reduce((total, { record }) => total + record[of], 0n)
  await sql`insert into payroll (worksite_id, payroll_id, employing_unit_id, area_code, sector,
      general_contractor_id, month, number, pay_on, line_count, due_fen, net_fen, signatures, replaces_id, intake_id,
      source_sheet, received_on)
    values (${payroll.worksiteId}::uuid, ${payrollId}::uuid, ${payroll.unitId}::uuid, ${worksite.areaCode},
            ${worksite.sector}, ${worksite.generalContractorId}::uuid, ${firstDay(payroll.month)}::date,
            ${payroll.number}, ${payOn}::date, ${payroll.rows.length}, ${sum('dueFen')}, ${sum('netFen')},
            ${signatures}, ${payroll.replacesId}::uuid, ${intake.id}::uuid, ${group.sheet},
            ${intake.receivedOn}::date)`.execute(tx.k)
  await stageLines(load, payroll)
  await insertLines(tx, worksite, { payroll, payrollId })
  if (signatures !== 'not-reported') {
    await insertConfirmations(load, worksite, { payroll, payrollId })
  }
  tx.record({
    stream: { kind: 'worksite', id: payroll.worksiteId },
    type: 'payroll.taken',
    areaCode: worksite.areaCode,
    generalContractorId: worksite.generalContractorId,
    data: {
      payrollId,
      intakeId: intake.id,
      month: payroll.month,
      number: payroll.number,
      lines: payroll.rows.length,
      netFen: sum('netFen').toString(),
      replacesId: payroll.replacesId,
    },
  })
}

const columns: Readonly<Record<string, StageType>> = {
  source_row: 'int',
  person_id: 'uuid',
  days_hundredths: 'int',
  minutes: 'int',
  rate_kind: 'text',
  rate_fen: 'bigint',
  overtime_fen: 'bigint',
  due_fen: 'bigint',
  deduction_fen: 'bigint',
  advance_fen: 'bigint',
  net_fen: 'bigint',
  deductions: 'jsonb',
  card_blind: 'bytea',
  card_tail: 'text',
  signed: 'boolean',
}

async function stageLines({ tx }: Load, payroll: NewPayroll): Promise<void> {
  await sql`drop table if exists new_line`.execute(tx.k)
  await stage(tx, 'new_line', columns, linesOf(payroll))
}

function* linesOf({ rows, people }: NewPayroll): Generator<readonly unknown[]> {
  for (const { row, record, blinds } of rows) {
    const { rateKind, rateFen, overtimeFen, dueFen, deductionFen, advanceFen, netFen } = record
    const deductions = record.deductions.map(({ title, fen }) => [title, fen.toString()])
    yield [
      ...[row, people.get(row), record.daysWorked, record.minutesWorked, rateKind, rateFen],
      ...[overtimeFen ?? 0n, dueFen, deductionFen, advanceFen, netFen],
      JSON.stringify(Object.fromEntries(deductions)),
      ...[blinds.card, tail4(record.bankCard ?? ''), record.signed],
    ]
  }
}

interface Inserting {
  readonly payroll: NewPayroll
  readonly payrollId: string
}

async function insertLines(
  tx: Tx,
  worksite: WorksiteFacts,
  { payroll, payrollId }: Inserting,
): Promise<void> {
  await sql`insert into payroll_line (worksite_id, payroll_id, employing_unit_id, area_code, sector,
      general_contractor_id, month, source_row, person_id, days_hundredths, minutes, rate_kind, rate_fen,
      overtime_fen, due_fen, deduction_fen, advance_fen, net_fen, deductions, card_blind, card_tail, signed)
    select ${payroll.worksiteId}::uuid, ${payrollId}::uuid, ${payroll.unitId}::uuid, ${worksite.areaCode},
           ${worksite.sector}, ${worksite.generalContractorId}::uuid, ${firstDay(payroll.month)}::date, n.*
      from new_line n`.execute(tx.k)
  const month = firstDay(payroll.month)
  await touchMonths(tx, sql`select ${payroll.worksiteId}::uuid, person_id, ${month}::date from new_line`)
}

/** A signature on the sheet is what the contractor declares of the worker, not the worker's own word. */
async function insertConfirmations(
  { tx, intake }: Load,
  worksite: WorksiteFacts,
  { payroll, payrollId }: Inserting,
): Promise<void> {
  await sql`insert into wage_confirmation (worksite_id, confirmation_id, person_id, employing_unit_id, area_code,
      sector, general_contractor_id, month, payroll_id, channel, answer, said_on, intake_id, source_row, received_on)
    select ${payroll.worksiteId}::uuid, uuid_v7(${tx.now}::timestamptz), n.person_id, ${payroll.unitId}::uuid,
           ${worksite.areaCode}, ${worksite.sector}, ${worksite.generalContractorId}::uuid,
           ${firstDay(payroll.month)}::date, ${payrollId}::uuid, 'contractor-sheet', 'confirmed',
           ${intake.receivedOn}::date, ${intake.id}::uuid, n.source_row, ${intake.receivedOn}::date
      from new_line n where n.signed`.execute(tx.k)
}

/**
 * 撤回工资表 — the sheets of a message no longer count; those that they had replaced, and still stand, do again.
 */
export async function withdrawPayrolls(tx: Tx, intakeId: string): Promise<void> {
  const turned = await sql<{ worksite_id: string; replaces_id: string | null }>`
    update payroll set current = false where intake_id = ${intakeId}::uuid and current
    returning worksite_id, replaces_id`.execute(tx.k)
  for (const { worksite_id, replaces_id } of turned.rows) {
    await touchIntake(tx, worksite_id, intakeId)
    await bringBack(tx, worksite_id, replaces_id)
  }
}

/** The newest sheet in the chain of replacements that was not withdrawn itself. */
async function bringBack(tx: Tx, worksiteId: string, payrollId: string | null): Promise<void> {
  for (let next = payrollId; next !== null; ) {
    const { rows } = await sql<{ intake_id: string; replaces_id: string | null; withdrawn: boolean }>`
      select s.intake_id, s.replaces_id,
             exists (select from claim_withdrawal c where c.worksite_id = s.worksite_id
                        and c.intake_id = s.intake_id) as withdrawn
        from payroll s where s.worksite_id = ${worksiteId}::uuid and s.payroll_id = ${next}::uuid`.execute(
      tx.k,
    )
    const [sheet] = rows
    if (sheet !== undefined && !sheet.withdrawn) {
      await sql`update payroll set current = true
        where worksite_id = ${worksiteId}::uuid and payroll_id = ${next}::uuid`.execute(tx.k)
      await touchIntake(tx, worksiteId, sheet.intake_id)
      return
    }
    next = sheet?.replaces_id ?? null
  }
}
