import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import type { Source } from './worksite-people.store.ts'

/**
 * 记进退场 — the stays of the staged roster. A row speaks of the stay with its entry day, else of the latest that
 * it does not lie before or after, and becomes a new version of it where it says something new; what it
 * leaves blank stays. An entry after an exit begins a new stay. Gives the people of whom something changed.
 */
export async function takePresence(
  tx: Tx,
  worksite: WorksiteFacts,
  source: Source,
): Promise<readonly string[]> {
  const { worksiteId, areaCode, sector, generalContractorId } = worksite
  const { rows } = await sql<{ person_id: string }>`
    with matched as (
      select r.person_id, r.source_row, stay.presence_id,
             coalesce(r.unit_id, stay.employing_unit_id, p.employing_unit_id) as unit_id,
             coalesce(r.entered_on, stay.entered_on) as entered_on,
             coalesce(r.left_on, stay.left_on) as left_on,
             stay.employing_unit_id as old_unit_id, stay.entered_on as old_entered_on,
             stay.left_on as old_left_on, stay.received_on as old_received_on
        from roster_row r
        join worksite_person p on p.worksite_id = ${worksiteId}::uuid and p.person_id = r.person_id
        left join lateral (
          select s.* from site_presence s
           where s.worksite_id = ${worksiteId}::uuid and s.person_id = r.person_id and s.current
             and (s.entered_on = r.entered_on
               or not (coalesce(r.entered_on >= s.left_on, false)
                       or coalesce(r.left_on <= s.entered_on, false)))
           order by s.entered_on is not distinct from r.entered_on desc, s.entered_on desc nulls last,
                    s.presence_id desc
           limit 1) stay on true),
    added as (
      insert into site_presence (worksite_id, presence_id, person_id, area_code, sector,
        general_contractor_id, employing_unit_id, entered_on, left_on,
        replaces_id, intake_id, source_sheet, source_row, received_on)
      select ${worksiteId}::uuid, uuid_v7(${tx.now}::timestamptz), person_id, ${areaCode}, ${sector},
             ${generalContractorId}::uuid, unit_id, entered_on, left_on, presence_id,
             ${source.intakeId}::uuid, ${source.sheet}, source_row, ${source.receivedOn}::date
        from matched
       where presence_id is null
          or (old_received_on <= ${source.receivedOn}::date
              and (unit_id, entered_on, left_on)
                  is distinct from (old_unit_id, old_entered_on, old_left_on))
      returning person_id, replaces_id),
    ended as (
      update site_presence s set current = false from added a
       where s.worksite_id = ${worksiteId}::uuid and s.presence_id = a.replaces_id)
    select person_id from added`.execute(tx.k)
  return rows.map((row) => row.person_id)
}

/** The stay that the list of the worksite shows of the person of `alias`: the latest. */
function latestStay(worksiteId: string, alias: string) {
  return sql`select s.employing_unit_id, s.entered_on, s.left_on from site_presence s
    where s.worksite_id = ${worksiteId}::uuid and s.person_id = ${sql.ref(`${alias}.person_id`)} and s.current
    order by s.entered_on desc nulls last, s.received_on desc, s.presence_id desc limit 1`
}

/**
 * 记在册 — enrols the people of the staged roster: unit, entry and exit of the latest stay, and what the row
 * says of name, crew, kind of work and telephone. Nothing is written where nothing is new, nor by a roster
 * that was received before the one that stands.
 */
export async function enroll(tx: Tx, worksiteId: string, source: Source): Promise<void> {
  await sql`with said as (
      select r.person_id, r.source_row, stay.employing_unit_id, stay.entered_on, stay.left_on, r.name,
             r.name_pinyin, coalesce(r.crew_id, p.crew_id) as crew_id,
             coalesce(r.work_type, p.work_type) as work_type,
             coalesce(r.phone_blind, p.phone_blind) as phone_blind,
             coalesce(r.phone_tail, p.phone_tail) as phone_tail
        from roster_row r
        join worksite_person p on p.worksite_id = ${worksiteId}::uuid and p.person_id = r.person_id
        join lateral (${latestStay(worksiteId, 'r')}) stay on true
       where not p.enrolled or p.received_on <= ${source.receivedOn}::date)
    update worksite_person p set
      employing_unit_id = n.employing_unit_id, entered_on = n.entered_on, left_on = n.left_on,
      enrolled = true, name = n.name, name_pinyin = n.name_pinyin,
      crew_id = n.crew_id, work_type = n.work_type,
      phone_blind = n.phone_blind, phone_tail = n.phone_tail, intake_id = ${source.intakeId}::uuid,
      source_sheet = ${source.sheet}, source_row = n.source_row, received_on = ${source.receivedOn}::date
     from said n
    where p.worksite_id = ${worksiteId}::uuid and p.person_id = n.person_id
      and (not p.enrolled
        or (p.employing_unit_id, p.entered_on, p.left_on, p.name, p.crew_id, p.work_type, p.phone_blind)
          is distinct from
           (n.employing_unit_id, n.entered_on, n.left_on, n.name, n.crew_id, n.work_type,
             n.phone_blind))`.execute(tx.k)
  await sql`update person_worksite w set employing_unit_id = p.employing_unit_id
     from roster_row r
     join worksite_person p on p.worksite_id = ${worksiteId}::uuid and p.person_id = r.person_id
    where w.person_id = r.person_id and w.worksite_id = ${worksiteId}::uuid
      and w.employing_unit_id <> p.employing_unit_id`.execute(tx.k)
}

/**
 * 归集在册 — unit, entry and exit of these people as the stays that count say; without any they are not enrolled.
 */
export async function foldPresence(
  tx: Tx,
  worksite: WorksiteFacts,
  personIds: readonly string[],
): Promise<void> {
  const { worksiteId, generalContractorId } = worksite
  await sql`with stays as (
      select named.person_id, stay.entered_on, stay.left_on, stay.employing_unit_id
        from unnest(${personIds}::uuid[]) as named (person_id)
        left join lateral (${latestStay(worksiteId, 'named')}) stay on true)
    update worksite_person p set
      employing_unit_id = coalesce(n.employing_unit_id, ${generalContractorId}::uuid),
      entered_on = n.entered_on, left_on = n.left_on, enrolled = n.employing_unit_id is not null
     from stays n where p.worksite_id = ${worksiteId}::uuid and p.person_id = n.person_id`.execute(tx.k)
}
