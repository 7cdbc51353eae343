import type { Tx } from '../../platform/transact.ts'
import type { Load, Loaded, Loader, Withdrawer } from '../intake/importer.ts'
import { findCurrentAccounts } from './accounts.store.ts'
import { settleCurrent } from './current.store.ts'
import { findCurrentDeposits, findCurrentGuarantees } from './guarantees.store.ts'
import { aliasCode, pinyinOf } from './names.ts'
import { findOrAddOrganization } from './organizations.store.ts'
import { changedFields, claimedFields, type RegisterRecord } from './register.record.ts'
import { type Before, type RegisterRow, takeHoldings } from './register-holdings.ts'
import {
  addVersion,
  addWorksite,
  findRegistered,
  foldWorksites,
  listBelongings,
  listWithdrawnFrom,
  type Registered,
} from './registered.store.ts'
import { addUnit } from './units.store.ts'
import { listWorksitesByName } from './worksites.store.ts'

/** 登记装载环境 — what the wage-months feature does for the register. */
export interface RegisterDeps {
  lockWorksite(tx: Tx, worksiteId: string): Promise<void>
  touchWorksite(tx: Tx, worksiteId: string): Promise<void>
}

/** Fields of which every fact of a worksite, or its pay days, depend. */
const foldedFields = ['area_code', 'sector', 'general_contractor_id', 'pay_day', 'pay_month_offset']

interface Change {
  readonly worksiteId: string
  readonly isNew: boolean
  readonly fields: readonly string[]
}

/**
 * 项目登记表装载 — one row a worksite. A code that is known makes the row a correction: it is kept as a version, and
 * the worksite shows the newest word on each field. A row that says nothing new changes nothing.
 */
export function registerLoader(deps: RegisterDeps): Loader {
  return { kind: 'worksite-register', feed: 'register', load: (load) => loadRegister(load, deps) }
}

async function loadRegister(load: Load, deps: RegisterDeps): Promise<Loaded> {
  const { tx } = load
  const rows = await codedRows(load)
  const registered = await findRegistered(tx, [...rows.keys()])
  const known = [...registered.values()].flatMap((each) => (each === null ? [] : [each.worksiteId]))
  const before: Before = {
    accounts: await findCurrentAccounts(tx, known),
    deposits: await findCurrentDeposits(tx, known),
    guarantees: await findCurrentGuarantees(tx, known),
  }
  const changes: Change[] = []
  for (const [code, row] of rows) {
    const standing = registered.get(code)
    if (standing === null) {
      load.reject(row.source.row, 'worksites.code-taken', { code: row.record.code ?? '' })
    } else {
      changes.push(await takeRow(load, { row, standing, before }))
    }
  }
  await settle(
    tx,
    changes.filter((change) => change.fields.length > 0).map((change) => change.worksiteId),
  )
  await tell(load, deps, changes)
  return { taken: changes.length, worksiteIds: changes.map((change) => change.worksiteId) }
}

/**
 * The rows by code. A row without one is taken where its name is known, and the second row of a code is
 * refused.
 */
async function codedRows(load: Load): Promise<ReadonlyMap<string, RegisterRow>> {
  const rows = new Map<string, RegisterRow>()
  for await (const batch of load.rows) {
    for (const { row, record } of batch) {
      // The reader of registers made it.
      const claimed = record as unknown as RegisterRecord
      const code = claimed.code ?? (await codeOfName(load.tx, claimed.name))
      const first = code === undefined ? undefined : rows.get(aliasCode(code))
      if (code === undefined) {
        load.reject(row, 'worksites.code-missing', { name: claimed.name })
      } else if (first !== undefined) {
        load.reject(row, 'worksites.code-repeated', { code, first: first.source.row })
      } else {
        const { intake, group } = load
        const source = { intakeId: intake.id, sheet: group.sheet, row, receivedOn: intake.receivedOn }
        rows.set(aliasCode(code), { record: { ...claimed, code }, source })
      }
    }
  }
  return rows
}

async function codeOfName(tx: Tx, name: string): Promise<string | undefined> {
  const [only, ...others] = await listWorksitesByName(tx, name)
  return others.length > 0 ? undefined : only?.code
}

interface Taking {
  readonly row: RegisterRow
  readonly standing: Registered | undefined
  readonly before: Before
}

async function takeRow(load: Load, { row, standing, before }: Taking): Promise<Change> {
  const { tx } = load
  const { record, source } = row
  const units = await findUnits(tx, row)
  const fields = claimedFields(record, {
    ...units,
    code: record.code ?? '',
    namePinyin: pinyinOf(record.name),
  })
  const changed = changedFields(fields, standing?.standing ?? {})
  const worksiteId = standing?.worksiteId ?? (await addWorksite(tx, fields, source))
  const { areaCode, sector } = record
  const belonging = { worksiteId, areaCode, sector, ...units }
  if (changed.length > 0) {
    await addVersion(tx, belonging, { fields, source })
  }
  await addUnits(tx, row, { ...belonging, isNew: standing === undefined })
  const held = await takeHoldings(load, { belonging, row, standing, before })
  return { worksiteId, isNew: standing === undefined, fields: [...changed, ...held] }
}

interface Units {
  readonly generalContractorId: string
  readonly projectOwnerId: string | null
}

/** Of an establishment the unit that runs it stands where a project has its general contractor. */
async function findUnits(tx: Tx, { record, source }: RegisterRow): Promise<Units> {
  const { intakeId } = source
  const isByContractor = record.generalContractor !== null
  const generalContractorId = await findOrAddOrganization(tx, {
    name: record.generalContractor ?? record.employingUnit ?? '',
    creditCode: isByContractor ? record.generalContractorCode : record.employingUnitCode,
    intakeId,
  })
  const { projectOwner: name, projectOwnerCode: creditCode } = record
  const projectOwnerId =
    name === null ? null : await findOrAddOrganization(tx, { name, creditCode, intakeId })
  return { generalContractorId, projectOwnerId }
}

async function addUnits(
  tx: Tx,
  { record, source }: RegisterRow,
  worksite: Units & { worksiteId: string; areaCode: string; sector: string; isNew: boolean },
): Promise<void> {
  const { intakeId, receivedOn } = source
  const { generalContractorId } = worksite
  if (worksite.isNew) {
    const contractor = { organizationId: generalContractorId, role: 'general-contractor' } as const
    await addUnit(tx, worksite, { ...contractor, intakeId, receivedOn })
  }
  const { employingUnit, employingUnitCode } = record
  const employing = employingUnit === null ? [] : [{ name: employingUnit, creditCode: employingUnitCode }]
  const listed = [
    ...record.subcontractors.map((unit) => ({ ...unit, role: 'subcontractor' as const })),
    ...employing.map((unit) => ({ ...unit, role: 'employing-unit' as const })),
  ]
  for (const { role, ...unit } of listed) {
    const organizationId = await findOrAddOrganization(tx, { ...unit, intakeId })
    if (organizationId !== generalContractorId) {
      await addUnit(tx, worksite, { organizationId, role, intakeId, receivedOn })
    }
  }
}

/**
 * 项目登记撤回 — worksites, accounts, deposits and guarantees as the registers that were not withdrawn have them.
 */
export function registerWithdrawer(deps: RegisterDeps): Withdrawer {
  return {
    async withdraw(tx, intakeId) {
      const worksiteIds = await listWithdrawnFrom(tx, intakeId)
      await settle(tx, worksiteIds)
      for (const worksiteId of worksiteIds) {
        await deps.lockWorksite(tx, worksiteId)
        await deps.touchWorksite(tx, worksiteId)
      }
    },
  }
}

/** The worksites as their versions say, and of each kind of holding the row that counts. */
async function settle(tx: Tx, worksiteIds: readonly string[]): Promise<void> {
  await foldWorksites(tx, worksiteIds)
  await settleCurrent(tx, 'wage_account', worksiteIds)
  await settleCurrent(tx, 'wage_deposit', worksiteIds)
  await settleCurrent(tx, 'payment_guarantee', worksiteIds)
}

/** In the order of their ids, so that two registers do not wait for each other's worksites. */
async function tell({ tx, intake }: Load, deps: RegisterDeps, changes: readonly Change[]): Promise<void> {
  const changed = new Map(
    changes.filter((each) => each.fields.length > 0).map((each) => [each.worksiteId, each]),
  )
  for (const worksite of await listBelongings(tx, [...changed.keys()])) {
    const { worksiteId, areaCode, generalContractorId } = worksite
    const { isNew, fields } = changed.get(worksiteId) ?? { isNew: false, fields: [] }
    if (!isNew && fields.some((field) => foldedFields.includes(field))) {
      await deps.lockWorksite(tx, worksiteId)
      await deps.touchWorksite(tx, worksiteId)
    }
    tx.record({
      stream: { kind: 'worksite', id: worksiteId },
      type: isNew ? 'worksite.registered' : 'worksite.corrected',
      data: { intakeId: intake.id, fields: [...fields] },
      areaCode,
      generalContractorId,
    })
  }
}
