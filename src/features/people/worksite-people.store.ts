import { sql } from 'kysely'

import { slices } from '../../platform/send-ahead.ts'
import { stage } from '../../platform/stage.ts'
import type { Tx } from '../../platform/transact.ts'
import type { WorksiteFacts } from '../worksites/index.ts'

/** 在册状况 — what the worksite knows of a person already. */
export interface KnownHere {
  readonly personId: string
  readonly name: string
  readonly unitId: string
  /** Of the card on the list; null where none is known. */
  readonly cardBlind: Buffer | null
  readonly receivedOn: string
}

/** 查在册人员 — those of the people who are known at the worksite, by person. */
export async function findKnownHere(
  tx: Tx,
  worksiteId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, KnownHere>> {
  const found = new Map<string, KnownHere>()
  for (const slice of slices(personIds)) {
    const { rows } = await sql<KnownHere>`
      select p.person_id as "personId", p.name, p.employing_unit_id as "unitId",
             p.card_blind as "cardBlind", p.received_on as "receivedOn"
        from unnest(${slice}::uuid[]) as asked (person_id)
        join worksite_person p on p.worksite_id = ${worksiteId}::uuid
          and p.person_id = asked.person_id`.execute(tx.k)
    for (const row of rows) {
      found.set(row.personId, row)
    }
  }
  return found
}

/** 查姓名 — the names under which people are known anywhere; only those whom the actor may see. */
export async function findNames(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const slice of slices(personIds)) {
    const { rows } = await sql<{ person_id: string; name: string }>`
      select p.person_id, p.name from unnest(${slice}::uuid[]) as asked (person_id)
        join person p on p.person_id = asked.person_id`.execute(tx.k)
    for (const row of rows) {
      found.set(row.person_id, row.name)
    }
  }
  return found
}

/** 按姓名找在册人员 — for each name how many at the worksite bear it, and who it is where that is one. */
export async function findByNames(
  tx: Tx,
  worksiteId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, { readonly count: number; readonly personId: string }>> {
  const { rows } = await sql<{ name: string; count: number; personId: string }>`
    select p.name, count(*)::int as count, min(p.person_id::text) as "personId"
      from worksite_person p where p.worksite_id = ${worksiteId}::uuid and p.name = any(${names}::text[])
     group by p.name`.execute(tx.k)
  return new Map(rows.map((row) => [row.name, row]))
}

/** 新到人员 — a person who was not known at the worksite; sealed values only for one whom nobody knew. */
export interface NewHere {
  readonly personId: string
  readonly isNew: boolean
  readonly name: string
  readonly namePinyin: string
  readonly sex: string | null
  readonly bornOn: string | null
  readonly unitId: string
  readonly crewId: string | null
  readonly idBlind: Buffer
  readonly idTail: string
  readonly idSealed: Buffer | null
  readonly phoneBlind: Buffer | null
  readonly phoneTail: string
  readonly phoneSealed: Buffer | null
  readonly addressSealed: Buffer | null
  readonly cardBlind: Buffer | null
  readonly cardTail: string
  readonly sourceRow: number
}

const columns = {
  person_id: 'uuid',
  is_new: 'boolean',
  name: 'text',
  name_pinyin: 'text',
  sex: 'text',
  born_on: 'date',
  unit_id: 'uuid',
  crew_id: 'uuid',
  id_blind: 'bytea',
  id_tail: 'text',
  id_sealed: 'bytea',
  phone_blind: 'bytea',
  phone_tail: 'text',
  phone_sealed: 'bytea',
  address_sealed: 'bytea',
  card_blind: 'bytea',
  card_tail: 'text',
  source_row: 'int',
} as const

/** 来源 — the message and the sheet of it that name the people. */
export interface Source {
  readonly intakeId: string
  readonly sheet: string
  readonly receivedOn: string
}

/**
 * 登记到用工点 — notes people at a worksite, not enrolled (未实名登记), and those whom nobody knew as persons. The
 * worksite of a person comes first, since the row lock of a person asks for it.
 */
export async function addToWorksite(
  tx: Tx,
  worksite: WorksiteFacts,
  { source, people }: { source: Source; people: Iterable<NewHere> },
): Promise<void> {
  await sql`drop table if exists pg_temp.new_here`.execute(tx.k)
  await stage(tx, 'new_here', columns, valuesOf(people))
  const belongs = sql`${worksite.areaCode}, ${worksite.sector}, ${worksite.generalContractorId}::uuid`
  await sql`insert into person_worksite (person_id, worksite_id, area_code, sector, general_contractor_id,
      employing_unit_id)
    select person_id, ${worksite.worksiteId}::uuid, ${belongs}, unit_id from new_here order by person_id
    on conflict (person_id, worksite_id) do nothing`.execute(tx.k)
  await sql`insert into person (person_id, name, sex, id_number_sealed, id_blind, phone_sealed, phone_blind,
      address_sealed, created_intake_id, created_at)
    select person_id, name, sex, id_sealed, id_blind, phone_sealed, phone_blind, address_sealed,
           ${source.intakeId}::uuid, ${tx.now}::timestamptz
      from new_here where is_new order by person_id`.execute(tx.k)
  await sql`insert into worksite_person (worksite_id, person_id, area_code, sector, general_contractor_id,
      employing_unit_id, crew_id, name, name_pinyin, born_on, id_blind, id_tail, phone_blind, phone_tail,
      card_blind, card_tail, enrolled, intake_id, source_sheet, source_row, received_on)
    select ${worksite.worksiteId}::uuid, person_id, ${belongs}, unit_id, crew_id, name, name_pinyin, born_on,
           id_blind, id_tail, phone_blind, phone_tail, card_blind, card_tail, false,
           ${source.intakeId}::uuid, ${source.sheet}, source_row, ${source.receivedOn}::date
      from new_here order by person_id
    on conflict (worksite_id, person_id) do nothing`.execute(tx.k)
  await sql`drop table pg_temp.new_here`.execute(tx.k)
}

function* valuesOf(people: Iterable<NewHere>): Generator<readonly unknown[]> {
  for (const each of people) {
    yield [
      ...[each.personId, each.isNew, each.name, each.namePinyin, each.sex, each.bornOn, each.unitId],
      ...[each.crewId, each.idBlind, each.idTail, each.idSealed, each.phoneBlind, each.phoneTail],
      ...[each.phoneSealed, each.addressSealed, each.cardBlind, each.cardTail, each.sourceRow],
    ]
  }
}

/** 在册人员用卡 — which own card of a person is in use at the worksite; none where nobody knows one. */
export interface CardInUse {
  readonly personId: string
  readonly blind: Buffer | null
  readonly tail: string
}

/**
 * 记在册用卡 — notes the card in use on the list of the worksite; gives the people whose card is another one now.
 */
export async function setCardsInUse(
  tx: Tx,
  worksiteId: string,
  cards: readonly CardInUse[],
): Promise<readonly string[]> {
  const changed: string[] = []
  for (const slice of slices(cards)) {
    const { rows } = await sql<{ person_id: string }>`
      update worksite_person p set card_blind = used.blind, card_tail = used.tail
        from unnest(${slice.map((each) => each.personId)}::uuid[],
          ${slice.map((each) => each.blind)}::bytea[],
                    ${slice.map((each) => each.tail)}::text[]) as used (person_id, blind, tail)
       where p.worksite_id = ${worksiteId}::uuid and p.person_id = used.person_id
         and p.card_blind is distinct from used.blind
      returning p.person_id`.execute(tx.k)
    changed.push(...rows.map((row) => row.person_id))
  }
  return changed
}
