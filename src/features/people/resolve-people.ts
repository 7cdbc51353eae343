import { checkIdNumber, tail4 } from '../../law/identifiers/index.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { Load } from '../intake/importer.ts'
import { personPinyin, type WorksiteFacts } from '../worksites/index.ts'
import { addOwnCards, type CardClaim, findOwnCards } from './cards.store.ts'
import { isSameName, type PersonClaim } from './claims.ts'
import { crewKey, findOrAddCrews } from './crews.store.ts'
import { type Identities, openIdentities } from './keys.store.ts'
import {
  addToWorksite,
  type CardInUse,
  findByNames,
  findKnownHere,
  findNames,
  type KnownHere,
  type NewHere,
  setCardsInUse,
} from './worksite-people.store.ts'

/** 有身份证号的人 — one ID number of the message, with the first row that names it. */
export interface Numbered {
  readonly claim: PersonClaim
  readonly idNumber: string
  readonly idBlind: Buffer
  readonly personId: string
  readonly isNew: boolean
}

/**
 * 认人结果 — the person of each row, the people by ID number, who of them the worksite knew before, and of whom
 * it uses another card now.
 */
export interface Resolved {
  readonly byRow: Map<number, string>
  readonly numbered: readonly Numbered[]
  readonly knownHere: ReadonlyMap<string, KnownHere>
  readonly otherCards: readonly string[]
}

/**
 * 认人 — the person of each row of a message, by row. With an ID number: known people by its blind index;
 * unknown ones are added, and noted at the worksite as not enrolled. Without one: by the name at the worksite
 * where exactly one person bears it, else the row is rejected (`people.unknown`, `people.ambiguous`). The
 * same ID number under another name is a warning (`people.name-differs`). A card becomes a person's own only
 * where none is known.
 */
export async function resolvePeople(
  load: Load,
  worksite: WorksiteFacts,
  people: readonly PersonClaim[],
  identities = openIdentities(load.tx),
): Promise<Map<number, string>> {
  return (await identifyPeople(load, worksite, { people, areCardsOwn: false, identities })).byRow
}

interface Identifying {
  readonly people: readonly PersonClaim[]
  readonly areCardsOwn: boolean
  /** Of the rows as they were read; of what it lacks the rest is found. */
  readonly identities?: Identities
}

/**
 * 认人登记 — the same, and who was found; `areCardsOwn` where the message is the word on whose card is whose
 * (roster).
 */
export async function identifyPeople(
  load: Load,
  worksite: WorksiteFacts,
  { people, areCardsOwn, identities = openIdentities(load.tx) }: Identifying,
): Promise<Resolved> {
  const { numbered, byNumber } = await numberPeople(people, identities)
  const ids = numbered.map((each) => each.personId)
  const knownHere = await findKnownHere(load.tx, worksite.worksiteId, ids)
  const newHere = numbered.filter((each) => !knownHere.has(each.personId))
  const knownElsewhere = newHere.filter((each) => !each.isNew).map((each) => each.personId)
  const cards = await chooseCards(load, { numbered, knownHere }, areCardsOwn)
  await addNewHere(load, worksite, { people: newHere, cards })
  await addOwnCards(load.tx, [...cards.values()].flatMap(ownCard), { vault: load.vault, ...sourceOf(load) })
  const changed = [...cards.values()].filter((card) => knownHere.has(card.personId))
  const otherCards = await setCardsInUse(load.tx, worksite.worksiteId, changed)
  const names = await findNames(load.tx, knownElsewhere)
  const byRow = new Map<number, string>()
  const unnumbered: PersonClaim[] = []
  for (const claim of people) {
    const person = claim.idNumber === null ? undefined : byNumber.get(claim.idNumber)
    if (person === undefined) {
      unnumbered.push(claim)
      continue
    }
    const { personId } = person
    byRow.set(claim.row, personId)
    const name = knownHere.get(personId)?.name ?? names.get(personId) ?? person.claim.name
    if (!isSameName(name, claim.name)) {
      load.warn(claim.row, 'people.name-differs', { tail: tail4(person.idNumber) })
    }
  }
  await resolveByName(load, worksite, { claims: unnumbered, byRow })
  return { byRow, numbered, knownHere, otherCards }
}

async function numberPeople(
  people: readonly PersonClaim[],
  identities: Identities,
): Promise<{ numbered: readonly Numbered[]; byNumber: ReadonlyMap<string, Numbered> }> {
  const first = new Map<string, PersonClaim & { idNumber: string; idBlind: Buffer }>()
  for (const claim of people) {
    const { idNumber, blinds } = claim
    if (idNumber !== null && blinds.id !== null && !first.has(idNumber)) {
      first.set(idNumber, { ...claim, idNumber, idBlind: blinds.id })
    }
  }
  const claims = [...first.values()]
  await identities.add(claims.map((claim) => claim.idBlind))
  const identityOf = await identities.all()
  const numbered = claims.map((claim) => ({
    claim,
    idNumber: claim.idNumber,
    idBlind: claim.idBlind,
    ...identityOf(claim.idBlind),
  }))
  return { numbered, byNumber: new Map(numbered.map((each) => [each.idNumber, each])) }
}

async function addNewHere(
  load: Load,
  worksite: WorksiteFacts,
  { people, cards }: { people: readonly Numbered[]; cards: ReadonlyMap<string, ChosenCard> },
): Promise<void> {
  if (people.length === 0) {
    return
  }
  const unitOf = (claim: PersonClaim) => claim.unitId ?? worksite.generalContractorId
  const crewOf = (claim: PersonClaim) => ({ unitId: unitOf(claim), name: claim.crew ?? '' })
  const named = people.filter(({ claim }) => claim.crew !== null).map(({ claim }) => crewOf(claim))
  const crews = await findOrAddCrews(load.tx, worksite, named)
  function* rows(): Generator<NewHere> {
    for (const each of people) {
      const { claim, personId } = each
      const crewId = claim.crew === null ? null : (crews.get(crewKey(crewOf(claim))) ?? null)
      yield newHere(load.vault, each, { unitId: unitOf(claim), crewId, card: cards.get(personId) })
    }
  }
  await addToWorksite(load.tx, worksite, { source: sourceOf(load), people: rows() })
}

interface Place {
  readonly unitId: string
  readonly crewId: string | null
  readonly card: ChosenCard | undefined
}

function newHere(vault: Vault, each: Numbered, { unitId, crewId, card }: Place): NewHere {
  const { claim, isNew, personId, idNumber, idBlind } = each
  const check = checkIdNumber(idNumber)
  return {
    personId,
    isNew,
    name: claim.name,
    namePinyin: personPinyin(claim.name),
    sex: claim.sex ?? (check.ok ? check.sex : null),
    bornOn: claim.bornOn ?? (check.ok ? check.birthOn : null),
    unitId,
    crewId,
    idBlind,
    idTail: tail4(idNumber),
    idSealed: isNew ? vault.seal('person.id-number', idNumber) : null,
    phoneBlind: claim.phone === null ? null : vault.blind('phone', claim.phone),
    phoneTail: claim.phone === null ? '' : tail4(claim.phone),
    phoneSealed: isNew && claim.phone !== null ? vault.seal('person.phone', claim.phone) : null,
    addressSealed: isNew && claim.address ? vault.seal('person.address', claim.address) : null,
    cardBlind: card?.blind ?? null,
    cardTail: card?.tail ?? '',
    sourceRow: claim.row,
  }
}

/** 来源 — the message and sheet that a load is about. */
export function sourceOf({ intake, group }: Load): { intakeId: string; sheet: string; receivedOn: string } {
  return { intakeId: intake.id, sheet: group.sheet, receivedOn: intake.receivedOn }
}

async function resolveByName(
  load: Load,
  worksite: WorksiteFacts,
  { claims, byRow }: { claims: readonly PersonClaim[]; byRow: Map<number, string> },
): Promise<void> {
  const names = [...new Set(claims.map((claim) => claim.name))]
  const found = names.length === 0 ? new Map() : await findByNames(load.tx, worksite.worksiteId, names)
  for (const claim of claims) {
    const namesake = found.get(claim.name)
    if (namesake?.count === 1) {
      byRow.set(claim.row, namesake.personId)
    } else if (namesake === undefined) {
      load.reject(claim.row, 'people.unknown')
    } else {
      load.reject(claim.row, 'people.ambiguous', { count: namesake.count })
    }
  }
}

/**
 * 选定的卡 — the card of a person on the worksite's list; with its number where it is to be noted as the person's
 * own.
 */
interface ChosenCard extends CardInUse {
  readonly blind: Buffer
  readonly number: string | null
  readonly bankName: string
}

function ownCard({ number, ...card }: ChosenCard): CardClaim[] {
  return number === null ? [] : [{ ...card, number }]
}

/**
 * The card that a roster names; of people without a card on the list the one they own, or else the message's.
 */
async function chooseCards(
  load: Load,
  { numbered, knownHere }: Pick<Resolved, 'numbered' | 'knownHere'>,
  areOwn: boolean,
): Promise<ReadonlyMap<string, ChosenCard>> {
  const open = numbered.flatMap((each) => {
    const { claim, personId } = each
    const here = knownHere.get(personId)
    const inUse = here?.cardBlind ?? null
    const isStale = here !== undefined && here.receivedOn > load.intake.receivedOn
    const isTold = areOwn && !isStale && claim.cardNumber !== null
    if (inUse !== null && !isTold) {
      return []
    }
    const blind = claim.blinds.card
    return inUse !== null && blind?.equals(inUse) ? [] : [{ ...each, blind, isTold }]
  })
  const known = open.filter((each) => !each.isNew).map((each) => each.personId)
  const owned = await findOwnCards(load.tx, known)
  const chosen = new Map<string, ChosenCard>()
  for (const { personId, claim, blind, isTold } of open) {
    const { cardNumber: number, bankName } = claim
    const own = owned.get(personId) ?? []
    const used = own.find((card) => blind?.equals(card.blind)) ?? (isTold ? undefined : own[0])
    if (used !== undefined) {
      chosen.set(personId, { personId, ...used, number: null, bankName: '' })
    } else if (number !== null && blind !== null) {
      chosen.set(personId, { personId, blind, tail: tail4(number), number, bankName: bankName ?? '' })
    }
  }
  return chosen
}
