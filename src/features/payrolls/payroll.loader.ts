import { Refusal } from '../../contract/errors.ts'
import { isMonth, lastDay, type Month } from '../../law/index.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { Load, Loaded, Loader, SourceRow } from '../intake/importer.ts'
import { blindsOf, openIdentities, resolvePeople } from '../people/index.ts'
import { lockWorksite } from '../wage-months/index.ts'
import { findUnitOf, findWorksite, type WorksiteFacts } from '../worksites/index.ts'
import type { PayrollRecord, PayrollRow } from './payroll.record.ts'
import { type CurrentPayroll, findCurrentPayrolls, insertPayroll, replacePayroll } from './payrolls.store.ts'

/**
 * 工资支付表装载 — a sheet by worksite, employing unit, month and number: the same number replaces the whole
 * sheet, another adds to it. The sender is asked for a number where a sheet without one stands beside
 * another of the month.
 */
export const payrollLoader: Loader = { kind: 'payroll', feed: 'payroll', load: loadPayroll }

async function loadPayroll(load: Load): Promise<Loaded> {
  const rows: PayrollRow[] = []
  const identities = openIdentities(load.tx)
  for await (const batch of load.rows) {
    const read = batch.map((each) => payrollRow(load, each))
    rows.push(...read)
    await identities.add(read.map(({ blinds }) => blinds.id))
  }
  const worksite = await worksiteOf(load, rows[0]?.record)
  const { worksiteId } = worksite
  await lockWorksite(load.tx, worksiteId)
  const own = ownRows(load, worksite, rows)
  const units = await unitsOf(load, worksite, own)
  const people = await resolvePeople(load, worksite, claims(own, units), identities)
  const known = own.filter(({ row }) => people.has(row))
  for (const sheet of groupBy(known, ({ row, record }) => `${units.get(row)} ${record.month}`).values()) {
    await takeSheet(load, worksite, { rows: sheet, people, unitId: units.get(sheet[0]?.row ?? 0) ?? '' })
  }
  const months = known.map(({ record }) => record.month).filter(isMonth)
  const last = months.reduce<Month | null>(
    (latest, each) => (latest === null || each > latest ? each : latest),
    null,
  )
  return {
    taken: known.length,
    worksiteIds: [worksiteId],
    ...(last === null ? {} : { coversUntil: lastDay(last) }),
  }
}

function payrollRow({ vault }: Load, { row, record }: SourceRow): PayrollRow {
  // The table of payrolls made these records.
  const line = record as unknown as PayrollRecord
  return {
    row,
    record: line,
    blinds: blindsOf(vault, { idNumber: line.idNumber, cardNumber: line.bankCard }),
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

async function worksiteOf(load: Load, first: PayrollRecord | undefined): Promise<WorksiteFacts> {
  const { head } = load.group
  return await findWorksite(load.tx, {
    code: textOf(head['worksiteCode']) ?? first?.worksiteCode,
    name: textOf(head['projectName']) ?? first?.worksiteName,
    options: load.intake.options,
  })
}

/** A payroll is of one worksite; a line that names another one is kept out. */
function ownRows(load: Load, worksite: WorksiteFacts, rows: readonly PayrollRow[]): PayrollRow[] {
  return rows.filter(({ row, record }) => {
    const other = record.worksiteCode !== null && record.worksiteCode !== worksite.code
    if (other) {
      load.reject(row, 'payroll.other-worksite', { row, said: record.worksiteCode, code: worksite.code })
    }
    return !other
  })
}

/** The unit of each row: its own, else that of the heading, else the general contractor. */
async function unitsOf(
  load: Load,
  worksite: WorksiteFacts,
  rows: readonly PayrollRow[],
): Promise<ReadonlyMap<number, string>> {
  const heading = textOf(load.group.head['employingUnit'])
  const { id: intakeId, receivedOn } = load.intake
  const ids = new Map<string | null, string>()
  const units = new Map<number, string>()
  for (const { row, record } of rows) {
    const name = record.employingUnit ?? heading
    const id = ids.get(name) ?? (await findUnitOf(load.tx, worksite, { name, intakeId, receivedOn }))
    ids.set(name, id)
    units.set(row, id)
  }
  return units
}

function claims(rows: readonly PayrollRow[], units: ReadonlyMap<number, string>) {
  return rows.map(({ row, record, blinds }) => ({
    row,
    blinds,
    name: record.name,
    idNumber: record.idNumber,
    cardNumber: record.bankCard,
    bankName: record.bankName,
    phone: record.phone,
    crew: record.crew,
    unitId: units.get(row) ?? null,
    bornOn: null,
    sex: null,
  }))
}

interface Sheet {
  readonly rows: readonly PayrollRow[]
  readonly people: ReadonlyMap<number, string>
  readonly unitId: string
}

async function takeSheet(
  load: Load,
  worksite: WorksiteFacts,
  { rows, people, unitId }: Sheet,
): Promise<void> {
  const month = rows[0]?.record.month ?? ''
  if (!isMonth(month)) {
    throw new Refusal('ask.month', { sheet: load.group.sheet })
  }
  const key = { worksiteId: worksite.worksiteId, unitId, month }
  const standing = await findCurrentPayrolls(load.tx, key)
  const number = numberOf(load, standing)
  const replaced = standing.find((each) => each.number === number) ?? null
  if (replaced !== null) {
    await replacePayroll(load.tx, worksite.worksiteId, replaced)
  }
  await insertPayroll(load, worksite, {
    ...key,
    number,
    rows,
    people,
    replacesId: replaced?.payrollId ?? null,
  })
}

/**
 * 工资表编号 — what the sender or the sheet says; the first sheet of a month without one is number 1, and beside
 * a sheet of an earlier message the sender is asked. Sheets of one workbook that would bear the same number
 * are told apart by their names, the same way each time, so that sending the workbook again replaces each
 * by its successor.
 */
function numberOf({ intake, group }: Load, standing: readonly CurrentPayroll[]): string {
  const said = intake.options.number ?? textOf(group.head['sheetNumber'])
  const isOurs = (each: CurrentPayroll) => each.intakeId === intake.id
  if (said === null && !standing.every(isOurs)) {
    const numbers = standing.map((each) => each.number)
    throw new Refusal('ask.payroll-number', { sheet: group.sheet, numbers })
  }
  const isTaken = (number: string) => standing.some((each) => isOurs(each) && each.number === number)
  const base = said ?? '1'
  let number = base
  for (let count = 1; isTaken(number); count += 1) {
    number = count === 1 ? `${base} ${group.sheet}` : `${base} ${group.sheet} ${count}`
  }
  return number
}
