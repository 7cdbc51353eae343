import { day, parseDay } from '../../law/day.ts'
import { tail4 } from '../../law/identifiers/index.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Load, Loaded, Loader } from '../intake/importer.ts'
import { findUnitOf, personPinyin, type WorksiteFacts } from '../worksites/index.ts'
import { blindsOf, type PersonClaim } from './claims.ts'
import { takeContracts } from './contracts.store.ts'
import { type CrewName, crewKey, findOrAddCrews } from './crews.store.ts'
import { addDeviceUsers, everyDevice, findDeviceUsers } from './device-users.store.ts'
import { assignPins, type PinClaim } from './pins.ts'
import { enroll, takePresence } from './presence.store.ts'
import { type ContactClaim, updateContacts } from './private.store.ts'
import { identifyPeople, type Resolved, sourceOf } from './resolve-people.ts'
import { type RosterRecord, termsOf } from './roster.record.ts'
import { type EnrollingRow, stageRoster } from './roster-rows.store.ts'
import { byWorksite, type Part, type RosterRow, textOf } from './roster-worksites.ts'

/** 花名册装载环境 — what other features do once a roster has changed what they build on. */
export interface RosterDeps {
  lockWorksite(tx: Tx, worksiteId: string): Promise<void>
  /** Every month that the people have: their contract, unit or card has changed. */
  touchPeople(tx: Tx, people: readonly { worksiteId: string; personId: string }[]): Promise<void>
  /** Punches of numbers that are somebody's now. */
  resolveWaitingPunches(tx: Tx, worksiteId: string): Promise<void>
}

/**
 * 花名册装载 — enrols people at the worksite that the row or the heading names: unit, crew, entry and exit,
 * contract, attendance number, card. A later roster versions what it says otherwise; the same again changes
 * nothing.
 */
export function rosterLoader(deps: RosterDeps): Loader {
  return { kind: 'roster', feed: 'roster', load: (load) => loadRoster(load, deps) }
}

async function loadRoster(load: Load, deps: RosterDeps): Promise<Loaded> {
  const rows: RosterRow[] = []
  for await (const batch of load.rows) {
    // The reader of rosters made them.
    rows.push(...batch.map(({ row, record }) => ({ row, record: record as unknown as RosterRecord })))
  }
  const worksiteIds: string[] = []
  let taken = 0
  for (const { worksite, rows: own } of await byWorksite(load, rows)) {
    await deps.lockWorksite(load.tx, worksite.worksiteId)
    taken += await takeRoster(load, deps, { worksite, rows: own })
    worksiteIds.push(worksite.worksiteId)
  }
  return { taken, worksiteIds }
}

async function takeRoster(load: Load, deps: RosterDeps, { worksite, rows }: Part): Promise<number> {
  const { tx } = load
  const source = sourceOf(load)
  const units = await unitsOf(load, worksite, rows)
  const claims = rows.map(({ row, record }) => claimOf(row, record, { load, unitId: units.get(row) ?? null }))
  const resolved = await identifyPeople(load, worksite, { people: claims, areCardsOwn: true })
  await updateContacts(tx, load.vault, contactsOf(load, resolved))
  const enrolling = await enrollingRows(load, worksite, { rows, claims, resolved })
  const changed = new Set(resolved.otherCards)
  for (const round of rounds(enrolling)) {
    await stageRoster(tx, round)
    for (const personId of await takePresence(tx, worksite, source)) {
      changed.add(personId)
    }
    await enroll(tx, worksite.worksiteId, source)
    for (const personId of await takeContracts(tx, worksite, source)) {
      changed.add(personId)
    }
  }
  const hasNewPins = await takePins(load, worksite, { rows, byRow: resolved.byRow })
  if (hasNewPins) {
    await deps.resolveWaitingPunches(tx, worksite.worksiteId)
  }
  const { worksiteId, areaCode, generalContractorId } = worksite
  await deps.touchPeople(
    tx,
    [...changed].map((personId) => ({ worksiteId, personId })),
  )
  tx.record({
    stream: { kind: 'worksite', id: worksiteId },
    type: 'worksite.roster-taken',
    data: { intakeId: load.intake.id, rows: enrolling.length, changedPeople: changed.size, hasNewPins },
    areaCode,
    generalContractorId,
  })
  return enrolling.length
}

/**
 * The unit of the row, else of the heading; a roster that names none leaves people with the unit they have.
 */
async function unitsOf(
  load: Load,
  worksite: WorksiteFacts,
  rows: readonly RosterRow[],
): Promise<ReadonlyMap<number, string>> {
  const heading = textOf(load.group.head['employingUnit'])
  const ids = new Map<string, string>()
  const units = new Map<number, string>()
  for (const { row, record } of rows) {
    const name = record.employingUnit ?? heading
    if (name !== null) {
      const known = ids.get(name)
      const id = known ?? (await findUnitOf(load.tx, worksite, { name, ...sourceOf(load) }))
      ids.set(name, id)
      units.set(row, id)
    }
  }
  return units
}

function claimOf(
  row: number,
  record: RosterRecord,
  { load, unitId }: { load: Load; unitId: string | null },
): PersonClaim {
  return {
    row,
    unitId,
    name: record.name,
    idNumber: record.idNumber,
    cardNumber: record.bankCard,
    blinds: blindsOf(load.vault, { idNumber: record.idNumber, cardNumber: record.bankCard }),
    bankName: record.bankName,
    phone: record.phone,
    address: record.address,
    crew: record.crew ?? textOf(load.group.head['crew']),
    bornOn: record.birthOn,
    sex: record.sex,
  }
}

/** Of people who were known before; those of new ones came with them. The last word on each person counts. */
function contactsOf({ vault, intake }: Load, { numbered, knownHere }: Resolved): readonly ContactClaim[] {
  return numbered.flatMap(({ personId, isNew, claim: { phone, address = null } }) => {
    const isStale = (knownHere.get(personId)?.receivedOn ?? '') > intake.receivedOn
    const phoneBlind = phone === null ? null : vault.blind('phone', phone)
    return isNew || isStale || (phone === null && address === null)
      ? []
      : [{ personId, phone, phoneBlind, address }]
  })
}

interface Enrolling {
  readonly rows: readonly RosterRow[]
  readonly claims: readonly PersonClaim[]
  readonly resolved: Resolved
}

async function enrollingRows(
  load: Load,
  worksite: WorksiteFacts,
  { rows, claims, resolved }: Enrolling,
): Promise<readonly EnrollingRow[]> {
  const crewOf = ({ row, unitId, crew }: PersonClaim): CrewName[] => {
    const known = resolved.knownHere.get(resolved.byRow.get(row) ?? '')?.unitId
    return crew === null ? [] : [{ unitId: unitId ?? known ?? worksite.generalContractorId, name: crew }]
  }
  const crews = await findOrAddCrews(load.tx, worksite, claims.flatMap(crewOf))
  return claims.flatMap((claim, at) => {
    const personId = resolved.byRow.get(claim.row)
    const record = rows[at]?.record
    if (personId === undefined || record === undefined) {
      return []
    }
    const [crew] = crewOf(claim)
    const { phone } = claim
    const terms = termsOf(record)
    if (terms.rateFen !== null && terms.rateKind === null) {
      load.warn(claim.row, 'people.rate-kind-missing')
    }
    return [
      {
        row: claim.row,
        personId,
        name: record.name,
        namePinyin: personPinyin(record.name),
        unitId: claim.unitId,
        crewId: crew === undefined ? null : (crews.get(crewKey(crew)) ?? null),
        workType: record.workType,
        enteredOn: record.enteredOn,
        leftOn: record.leftOn,
        phoneBlind: phone === null ? null : load.vault.blind('phone', phone),
        phoneTail: phone === null ? null : tail4(phone),
        terms,
      },
    ]
  })
}

/** The first word on each person, then the second: each round tells of a person once. */
function rounds(rows: readonly EnrollingRow[]): readonly (readonly EnrollingRow[])[] {
  const found: EnrollingRow[][] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const round = seen.get(row.personId) ?? 0
    seen.set(row.personId, round + 1)
    const list = found[round] ?? []
    found[round] = list
    list.push(row)
  }
  return found
}

async function takePins(
  load: Load,
  worksite: WorksiteFacts,
  { rows, byRow }: { rows: readonly RosterRow[]; byRow: ReadonlyMap<number, string> },
): Promise<boolean> {
  const claims = rows.flatMap(({ row, record }): PinClaim[] => {
    const personId = byRow.get(row)
    const enteredOn = record.enteredOn === null ? null : parseDay(record.enteredOn)
    return record.attendanceNo === null || personId === undefined
      ? []
      : [{ row, pin: record.attendanceNo, personId, enteredOn }]
  })
  if (claims.length === 0) {
    return false
  }
  const users = await findDeviceUsers(load.tx, worksite.worksiteId)
  const held = users.filter((user) => user.deviceId === everyDevice)
  const { changed, repeatedRows } = assignPins(held, claims, day(load.intake.receivedOn))
  for (const row of repeatedRows) {
    load.warn(row, 'people.pin-repeated')
  }
  await addDeviceUsers(load.tx, worksite, { holdings: changed, source: sourceOf(load) })
  return changed.length > 0
}
