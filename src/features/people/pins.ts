import { addDays, type Day, day } from '../../law/day.ts'
import { groupBy } from '../../platform/group-by.ts'

/** 考勤号持有 — a person and a number of the attendance device, with its days; null while in use. */
export interface Holding {
  readonly pin: string
  readonly personId: string
  readonly fromOn: Day
  readonly untilOn: Day | null
}

/** 考勤号申报 — that a roster gives a number to a person, from the day of entry where it tells one. */
export interface PinClaim {
  readonly row: number
  readonly pin: string
  readonly personId: string
  readonly enteredOn: Day | null
}

/**
 * 分配结果 — the holdings that are new or have other days now, and the rows that give a number twice at one time.
 */
export interface Assigned {
  readonly changed: readonly Holding[]
  readonly repeatedRows: readonly number[]
}

/** Of a number that nobody held before and an entry that nobody knows: it may be as old as the device. */
const sinceEver = day('1900-01-01')

/**
 * 分配考勤号 — whose a number is from when: the holder before loses it on the day before the new one's entry, and
 * one who held it from that very day never had it. A claim older than the present holder fills the days
 * before. The same claim again changes nothing.
 */
export function assignPins(held: readonly Holding[], claims: readonly PinClaim[], receivedOn: Day): Assigned {
  const heldByPin = groupBy(held, (holding) => holding.pin)
  const changed: Holding[] = []
  const repeatedRows: number[] = []
  for (const [pin, claimsOfPin] of groupBy(claims, (claim) => claim.pin)) {
    const before = heldByPin.get(pin) ?? []
    const given = assignPin(before, claimsOfPin, receivedOn)
    changed.push(...given.holdings.filter((holding) => !before.includes(holding)))
    repeatedRows.push(...given.repeatedRows)
  }
  return { changed, repeatedRows }
}

interface AssignedPin {
  readonly holdings: readonly Holding[]
  readonly repeatedRows: readonly number[]
}

function assignPin(before: readonly Holding[], claims: readonly PinClaim[], receivedOn: Day): AssignedPin {
  const dated = claims
    .map((claim) => ({
      ...claim,
      fromOn: claim.enteredOn ?? (isOthers(before, claim) ? receivedOn : sinceEver),
    }))
    .sort((one, other) =>
      one.fromOn === other.fromOn ? one.row - other.row : one.fromOn < other.fromOn ? -1 : 1,
    )
  let holdings = before
  const repeatedRows: number[] = []
  const claimants = new Set<string>()
  for (const claim of dated) {
    const others = holdings.filter((each) => each.personId !== claim.personId)
    const isRepeated = others.some((each) => each.fromOn === claim.fromOn && claimants.has(each.personId))
    if (isRepeated) {
      repeatedRows.push(claim.row)
    } else if (isNews(holdings, claim)) {
      holdings = [...others.map((each) => endBefore(each, claim.fromOn)), hold(claim, others)]
    }
    claimants.add(claim.personId)
  }
  return { holdings, repeatedRows }
}

function isOthers(before: readonly Holding[], { personId }: PinClaim): boolean {
  return before.some((each) => each.personId !== personId)
}

/**
 * Of one who holds or held the number only an earlier entry is news, or one after it was given to somebody
 * else.
 */
function isNews(holdings: readonly Holding[], claim: PinClaim & { readonly fromOn: Day }): boolean {
  const own = holdings.find((each) => each.personId === claim.personId)
  if (own === undefined) {
    return true
  }
  if (claim.enteredOn === null) {
    return false
  }
  return own.untilOn === null ? claim.fromOn < own.fromOn : claim.fromOn > own.untilOn
}

function endBefore(holding: Holding, fromOn: Day): Holding {
  const isOver = holding.untilOn !== null && holding.untilOn < fromOn
  return isOver || holding.fromOn > fromOn ? holding : { ...holding, untilOn: addDays(fromOn, -1) }
}

function hold(
  { pin, personId, fromOn }: PinClaim & { readonly fromOn: Day },
  others: readonly Holding[],
): Holding {
  const later = others.filter((each) => each.fromOn > fromOn).map((each) => each.fromOn)
  const next = later.sort()[0]
  return { pin, personId, fromOn, untilOn: next === undefined ? null : addDays(next, -1) }
}
