import { sql } from 'kysely'

import { slices } from '../../platform/send-ahead.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Vault } from '../../platform/vault/vault.ts'

/** 联系方式申报 — telephone and address of a person as a roster has them; null where it is silent. */
export interface ContactClaim {
  readonly personId: string
  readonly phone: string | null
  readonly phoneBlind: Buffer | null
  readonly address: string | null
}

interface Sealed {
  readonly person_id: string
  readonly phone_blind: Buffer | null
  readonly address_sealed: Buffer | null
}

/** 更新联系方式 — seals what differs from what is known of these people; the rest stays as it is. */
export async function updateContacts(tx: Tx, vault: Vault, claims: readonly ContactClaim[]): Promise<void> {
  for (const slice of slices(claims)) {
    const ids = slice.map((each) => each.personId)
    const { rows } = await sql<Sealed>`select p.person_id, p.phone_blind, p.address_sealed
      from person p where p.person_id = any(${ids}::uuid[])`.execute(tx.k)
    const known = new Map(rows.map((row) => [row.person_id, row]))
    const changed = slice.flatMap((claim) => news(vault, claim, known.get(claim.personId)))
    await sql`update person p set
        phone_sealed = coalesce(n.phone_sealed, p.phone_sealed),
        phone_blind = coalesce(n.phone_blind, p.phone_blind),
        address_sealed = coalesce(n.address_sealed, p.address_sealed)
      from unnest(${changed.map((each) => each.personId)}::uuid[],
        ${changed.map((each) => each.phone)}::bytea[],
          ${changed.map((each) => each.phoneBlind)}::bytea[], ${changed.map((each) => each.address)}::bytea[])
        as n (person_id, phone_sealed, phone_blind, address_sealed)
      where p.person_id = n.person_id`.execute(tx.k)
  }
}

interface News {
  readonly personId: string
  readonly phone: Buffer | null
  readonly phoneBlind: Buffer | null
  readonly address: Buffer | null
}

function news(vault: Vault, claim: ContactClaim, known: Sealed | undefined): readonly News[] {
  const { personId, phone, phoneBlind, address } = claim
  const isOtherPhone = phone !== null && phoneBlind !== null && !known?.phone_blind?.equals(phoneBlind)
  const knownAddress = known?.address_sealed ? vault.open('person.address', known.address_sealed) : null
  const isOtherAddress = address !== null && address !== knownAddress
  return isOtherPhone || isOtherAddress
    ? [
        {
          personId,
          phone: isOtherPhone ? vault.seal('person.phone', phone) : null,
          phoneBlind: isOtherPhone ? phoneBlind : null,
          address: isOtherAddress ? vault.seal('person.address', address) : null,
        },
      ]
    : []
}
