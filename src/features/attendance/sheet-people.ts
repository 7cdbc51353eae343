import type { Load, SourceRow } from '../intake/importer.ts'
import { blindsOf, findDeviceUsers, resolvePeople } from '../people/index.ts'
import { findUnit, findWorksite, type WorksiteFacts } from '../worksites/index.ts'

/** 考勤表人员 — how a row of an attendance sheet names a person. */
export interface SheetPerson {
  readonly name: string | null
  readonly idNumber: string | null
  readonly attendanceNo: string | null
  readonly employingUnit: string | null
  readonly crew: string | null
  readonly phone: string | null
  readonly worksiteCode: string | null
  readonly worksiteName: string | null
}

export interface SheetRow<R> {
  readonly row: number
  readonly record: R
}

/** 收齐 — all rows of a group. Sheets of a month are small; gate logs do not come this way. */
export async function collect<R>(rows: AsyncIterable<readonly SourceRow[]>): Promise<SheetRow<R>[]> {
  const all: SheetRow<R>[] = []
  for await (const batch of rows) {
    for (const { row, record } of batch) {
      all.push({ row, record: record as R })
    }
  }
  return all
}

/** 考勤表用工点 — the worksite that the sheet's heading or its first row names. */
export async function worksiteOf(load: Load, rows: readonly SheetRow<SheetPerson>[]): Promise<WorksiteFacts> {
  const { head } = load.group
  const first = rows[0]?.record
  return await findWorksite(load.tx, {
    code: textOf(head['worksiteCode']) ?? first?.worksiteCode,
    name: textOf(head['projectName']) ?? first?.worksiteName,
    options: load.intake.options,
  })
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** 认人 — by attendance number where a row has nothing but that, else as every message does; by row. */
export async function identify(
  load: Load,
  worksite: WorksiteFacts,
  rows: readonly SheetRow<SheetPerson>[],
): Promise<Map<number, { personId: string; unitId: string }>> {
  const units = await unitsOf(load, worksite, rows)
  const numbered = rows.filter(({ record }) => record.idNumber === null && record.name === null)
  const named = rows.filter(({ record }) => record.idNumber !== null || record.name !== null)
  const people = await resolvePeople(
    load,
    worksite,
    named.map(({ row, record }) => ({
      row,
      name: record.name ?? '',
      idNumber: record.idNumber,
      cardNumber: null,
      blinds: blindsOf(load.vault, { idNumber: record.idNumber, cardNumber: null }),
      phone: record.phone,
      crew: record.crew,
      unitId: record.employingUnit === null ? null : (units.get(record.employingUnit) ?? null),
      bornOn: null,
      sex: null,
    })),
  )
  const pins = new Map(
    (await findDeviceUsers(load.tx, worksite.worksiteId)).map((user) => [user.pin, user.personId]),
  )
  for (const { row, record } of numbered) {
    const personId = pins.get(record.attendanceNo ?? '')
    if (personId === undefined) {
      load.reject(row, 'attendance.number-unknown', { row, number: record.attendanceNo ?? '' })
    } else {
      people.set(row, personId)
    }
  }
  const fallback = await findUnit(load.tx, worksite, textOf(load.group.head['employingUnit']))
  return new Map(
    rows.flatMap(({ row, record }) => {
      const personId = people.get(row)
      const unitId = units.get(record.employingUnit ?? '') ?? fallback
      return personId === undefined ? [] : [[row, { personId, unitId }] as const]
    }),
  )
}

async function unitsOf(
  load: Load,
  worksite: WorksiteFacts,
  rows: readonly SheetRow<SheetPerson>[],
): Promise<Map<string, string>> {
  const names = new Set(rows.flatMap(({ record }) => record.employingUnit ?? []))
  const units = new Map<string, string>()
  for (const name of names) {
    units.set(name, await findUnit(load.tx, worksite, name))
  }
  return units
}
