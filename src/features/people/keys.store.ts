import { sql } from 'kysely'

import { invariant } from '../../contract/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'

/** 身份 — whom a blind index names, and whether nobody had named that person before. */
export interface Identity {
  readonly personId: string
  readonly isNew: boolean
}

/** 身份簿 — the identities of a message's people, found or added while its rows are read. */
export interface Identities {
  /** Takes blind indexes of ID numbers, those taken before as well. */
  add(blinds: readonly (Buffer | null)[]): Promise<void>
  /** The identity of each blind index taken; once all are there. */
  all(): Promise<(blind: Buffer) => Identity>
}

const together = 20_000

/**
 * 找或增身份 — goes to the database with many at a time, and does not wait for it before the next are wanted:
 * the child reads on meanwhile.
 */
export function openIdentities(tx: Tx): Identities {
  const known = new Map<string, Identity>()
  const taken = new Set<string>()
  let waiting: [key: string, blind: Buffer][] = []
  let sent: Promise<void> = Promise.resolve()

  async function send(): Promise<void> {
    await sent
    const slice = waiting
    waiting = []
    sent = identify(slice)
    sent.catch(() => undefined)
  }

  async function identify(slice: readonly [key: string, blind: Buffer][]): Promise<void> {
    const found = await identitiesOf(
      tx,
      slice.map(([, blind]) => blind),
    )
    slice.forEach(([key], at) => {
      known.set(key, found[at] as Identity)
    })
  }

  return {
    async add(blinds) {
      for (const blind of blinds) {
        const key = blind?.toString('latin1')
        if (blind !== null && key !== undefined && !taken.has(key)) {
          taken.add(key)
          waiting.push([key, blind])
        }
      }
      if (waiting.length >= together) {
        await send()
      }
    },
    async all() {
      await send()
      await sent
      return (blind) => {
        const identity = known.get(blind.toString('latin1'))
        invariant(identity !== undefined, 'a blind index is taken before it is asked for')
        return identity
      }
    },
  }
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
