import { isWithin, type Sex } from '../../law/identifiers/index.ts'
import {
  compoundSurnames,
  givenCharacters,
  minorityNamings,
  type Naming,
  rareCharacters,
  surnames,
} from './name-lists.ts'
import type { Random } from './random.ts'

/** What makes a name a test of other people's software. */
export type NameKind = 'common' | 'compound-surname' | 'rare-character' | 'minority'

interface InventedName {
  readonly name: string
  readonly ethnicity: string
}

function hanName(random: Random, sex: Sex, kind: NameKind): string {
  const surname = kind === 'compound-surname' ? random.pick(compoundSurnames) : random.pickSkewed(surnames)
  const last =
    kind === 'rare-character' ? random.pick(rareCharacters) : random.pickSkewed(givenCharacters[sex])
  const middle = random.chance(0.72) ? random.pickSkewed(givenCharacters[sex]) : ''
  return `${surname}${middle}${last}`
}

function minorityName(random: Random, sex: Sex, naming: Naming): string {
  const given = random.pick(naming.given[sex])
  const family = random.pick(naming.family.filter((each) => each !== given))
  const parts = naming.order === 'given-first' ? [given, family] : [family, given]
  return parts.join(naming.joint)
}

function drawKind(random: Random, namings: readonly Naming[]): NameKind {
  if (namings.length > 0 && random.chance(0.7)) {
    return 'minority'
  }
  if (random.chance(0.01)) {
    return 'compound-surname'
  }
  return random.chance(0.01) ? 'rare-character' : 'common'
}

/** 虚构姓名 — a name that a person of this sex from this area may have; the kind is drawn where none is asked. */
export function inventName(
  random: Random,
  person: { sex: Sex; areaCode: string; kind?: NameKind | undefined },
): InventedName {
  const local = minorityNamings.filter(({ homes }) => homes.some((home) => isWithin(person.areaCode, home)))
  const kind = person.kind ?? drawKind(random, local)
  if (kind !== 'minority') {
    return { name: hanName(random, person.sex, kind), ethnicity: '汉族' }
  }
  const naming = random.pick(local.length > 0 ? local : minorityNamings)
  return { name: minorityName(random, person.sex, naming), ethnicity: naming.ethnicity }
}
