import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import { slices } from './claims.ts'

/** 身份 — whom a blind index names, and whether nobody had named that person before. */
export interface Identity {
  readonly personId: string
  readonly isNew: boolean
}

/** 找或增身份 — the person of each blind index of an ID number, in the order given; no blind index twice. */
export async function findOrAddIdentities(tx: Tx, blinds: readonly Buffer[]): Promise<readonly Identity[]> {
  const found: Identity[] = []
  for (const slice of slices(blinds)) {
    found.push(...(await identitiesOf(tx, slice)))
  }
  return found
}

async function identitiesOf(tx: Tx, blinds: readonly Buffer[]): Promise<readonly Identity[]> {
  const known = await findKeys(tx, blinds)
  const missing = blinds.flatMap((blind, at) => (known.has(at) ? [] : [{ blind, at, id: newId() }]))
  if (missing.length === 0) {
    return blinds.map((_, at) => ({ personId: known.get(at) ?? '', isNew: false }))
  }
  // In the order of the index, so that two messages that add the same people do not wait for each other.
  const { rows } = await sql<{ person_id: string }>`
    insert into person_key (blind, person_id)
    select blind, person_id from unnest(${missing.map((each) => each.blind)}::bytea[],
                                        ${missing.map((each) => each.id)}::uuid[]) as added (blind, person_id)
     order by blind
    on conflict (blind) do nothing returning person_id`.execute(tx.k)
  const added = new Set(rows.map((row) => row.person_id))
  const ids = new Map(missing.map((each) => [each.at, each.id]))
  const meanwhile = added.size === missing.length ? known : await findKeys(tx, blinds)
  return blinds.map((_, at) => {
    const id = ids.get(at) ?? ''
    return added.has(id) ? { personId: id, isNew: true } : { personId: meanwhile.get(at) ?? '', isNew: false }
  })
}

async function findKeys(tx: Tx, blinds: readonly Buffer[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ place: number; person_id: string }>`
    select (asked.place - 1)::int as place, k.person_id
      from unnest(${blinds}::bytea[]) with ordinality as asked (blind, place)
      join person_key k on k.blind = asked.blind`.execute(tx.k)
  return new Map(rows.map((row) => [row.place, row.person_id]))
}
