import type { Sex } from '../../law/identifiers/index.ts'

/** 人员申报 — what a row of a message says of a person. */
export interface PersonClaim {
  readonly row: number
  readonly name: string
  /** As the reader of ID numbers leaves it: 18 characters, check digit right. */
  readonly idNumber: string | null
  readonly cardNumber: string | null
  readonly phone: string | null
  readonly bankName?: string | null
  readonly address?: string | null
  readonly crew: string | null
  /** null: the general contractor, until a roster says otherwise. */
  readonly unitId: string | null
  /** YYYY-MM-DD; null: as the ID number says. */
  readonly bornOn: string | null
  readonly sex: Sex | null
}

/** 是否同名 — whether two ways to write a name are one: blanks, width of characters and the kind of dot aside. */
export function isSameName(one: string, other: string): boolean {
  return one === other || bareName(one) === bareName(other)
}

function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・‧∙⋅.]+/g, '')
    .toLowerCase()
}

/** 分片 — lists of at most so many items, small enough to be the parameters of one statement. */
export function* slices<T>(items: readonly T[], size = 20_000): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size)
  }
}
