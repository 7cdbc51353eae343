import { sql } from 'kysely'

import { sendAhead, slices } from '../../platform/send-ahead.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Vault } from '../../platform/vault/vault.ts'

/** 银行卡申报 — a card that a message gives as a person's own. */
export interface CardClaim {
  readonly personId: string
  readonly number: string
  readonly blind: Buffer
  readonly tail: string
  readonly bankName: string
}

/** 银行卡来源 — the message that names the cards. */
export interface CardMessage {
  readonly vault: Vault
  readonly intakeId: string
  readonly receivedOn: string
}

/** A card of which only withdrawn messages told is nobody's. */
const stands = sql`not exists (select from claim_withdrawal gone where gone.intake_id = c.intake_id)`

/** 登记本人银行卡 — notes cards as people's own, that are not known as theirs. */
export async function addOwnCards(
  tx: Tx,
  claims: readonly CardClaim[],
  { vault, intakeId, receivedOn }: CardMessage,
): Promise<void> {
  await sendAhead(sealedCards(slices(claims), vault), async ({ cards, sealed }) => {
    await sql`insert into bank_card (person_id, card_blind, card_sealed, card_tail, bank_name, intake_id,
      received_on)
      select person_id, blind, sealed, tail, bank_name, ${intakeId}::uuid, ${receivedOn}::date
        from unnest(${cards.map((each) => each.personId)}::uuid[],
          ${cards.map((each) => each.blind)}::bytea[], ${sealed}::bytea[],
          ${cards.map((each) => each.tail)}::text[], ${cards.map((each) => each.bankName)}::text[])
          as added (person_id, blind, sealed, tail, bank_name)
       order by person_id, blind
      on conflict (person_id, card_blind)
        do update set intake_id = excluded.intake_id, received_on = excluded.received_on`.execute(tx.k)
  })
}

function* sealedCards(lists: Iterable<readonly CardClaim[]>, vault: Vault) {
  for (const cards of lists) {
    yield { cards, sealed: cards.map((each) => vault.seal('bank_card.card', each.number)) }
  }
}

/** 本人银行卡 — a person's own card, as a list may show it. */
export interface OwnCard {
  readonly blind: Buffer
  readonly tail: string
}

/** 查本人银行卡 — the own cards of these people, the latest reported first. */
export async function findOwnCards(tx: Tx, personIds: readonly string[]): Promise<Map<string, OwnCard[]>> {
  const found = new Map<string, OwnCard[]>()
  for (const slice of slices(personIds)) {
    const { rows } = await sql<OwnCard & { person_id: string }>`
      select c.person_id, c.card_blind as blind, c.card_tail as tail
        from unnest(${slice}::uuid[]) as asked (person_id) join bank_card c on c.person_id = asked.person_id
       where ${stands}
       order by c.person_id, c.received_on desc, c.intake_id desc, c.card_blind`.execute(tx.k)
    for (const { person_id, ...card } of rows) {
      found.set(person_id, [...(found.get(person_id) ?? []), card])
    }
  }
  return found
}

/**
 * 按卡找人 — whose card it is among the people of the worksite, by the blind index in hex: the card in use there,
 * else one that the person had before. A card that several share names nobody.
 */
export async function resolveByCard(
  tx: Tx,
  worksiteId: string,
  blinds: readonly Buffer[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const slice of slices(blinds)) {
    const { rows } = await sql<{ blind: Buffer; person_id: string }>`
      select card_blind as blind, min(person_id::text) as person_id from (
        select p.card_blind, p.person_id from worksite_person p
         where p.worksite_id = ${worksiteId}::uuid and p.card_blind = any(${slice}::bytea[])) own
       group by card_blind having count(*) = 1`.execute(tx.k)
    for (const row of rows) {
      found.set(row.blind.toString('hex'), row.person_id)
    }
    const rest = slice.filter((blind) => !found.has(blind.toString('hex')))
    const former = rest.length === 0 ? [] : await findFormerCards(tx, worksiteId, rest)
    for (const row of former) {
      found.set(row.blind.toString('hex'), row.person_id)
    }
  }
  return found
}

/** In two steps, for cards lie with the person and not with the worksite. */
async function findFormerCards(
  tx: Tx,
  worksiteId: string,
  blinds: readonly Buffer[],
): Promise<readonly { blind: Buffer; person_id: string }[]> {
  const people = await sql<{ person_id: string }>`
    select person_id from worksite_person where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  const { rows } = await sql<{ blind: Buffer; person_id: string }>`
    select c.card_blind as blind, min(c.person_id::text) as person_id
      from bank_card c
     where c.person_id = any(${people.rows.map((row) => row.person_id)}::uuid[])
       and c.card_blind = any(${blinds}::bytea[]) and ${stands}
     group by c.card_blind having count(*) = 1`.execute(tx.k)
  return rows
}
