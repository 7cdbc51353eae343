import type { Sex } from '../../law/identifiers/index.ts'
import type { Vault } from '../../platform/vault/vault.ts'

/** 人员申报 — what a row of a message says of a person. */
export interface PersonClaim {
  readonly row: number
  readonly name: string
  /** As the reader of ID numbers leaves it: 18 characters, check digit right. */
  readonly idNumber: string | null
  readonly cardNumber: string | null
  readonly blinds: Blinds
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

/** 盲索引 — of the ID number and the card of a row. */
export interface Blinds {
  readonly id: Buffer | null
  readonly card: Buffer | null
}

/** 取盲索引 — best while the rows are read: the child is at work meanwhile. */
export function blindsOf(
  vault: Vault,
  { idNumber, cardNumber }: { idNumber: string | null; cardNumber: string | null },
): Blinds {
  return {
    id: idNumber === null ? null : vault.blind('id-number', idNumber),
    card: cardNumber === null ? null : vault.blind('bank-card', cardNumber),
  }
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
