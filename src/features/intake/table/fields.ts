import type { TableDefinition } from './define.ts'
import { attendanceGrid } from './fields/attendance-grid.ts'
import { attendancePunches } from './fields/attendance-punches.ts'
import { bankPayouts } from './fields/bank-payouts.ts'
import { payroll } from './fields/payroll.ts'
import { roster } from './fields/roster.ts'
import { worksiteRegister } from './fields/worksite-register.ts'
import type { TableKind } from './types.ts'

/** 全部表格定义 — every kind of table that is recognized. */
export const tableDefinitions: readonly TableDefinition[] = [
  worksiteRegister,
  roster,
  attendancePunches,
  attendanceGrid,
  payroll,
  bankPayouts,
]

const byKind = new Map(tableDefinitions.map((definition) => [definition.kind, definition]))

/** 表格定义 — the fields, traps and checks of a kind of table. */
export function tableDefinition(kind: TableKind): TableDefinition {
  const definition = byKind.get(kind)
  if (definition === undefined) {
    throw new Error(`no table definition for ${kind}`)
  }
  return definition
}
