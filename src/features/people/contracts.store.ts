import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import type { WorksiteFacts } from '../worksites/index.ts'
import type { Source } from './worksite-people.store.ts'

/**
 * 记劳动合同 — the terms of the staged roster, after `enroll`. A row speaks of the contract that begins on its day
 * (起始日, else 签订日); without a day, of the latest; one that had no day takes it over. Where it says something
 * new it becomes a new version, and what it leaves blank stays. Another day is another contract, which holds
 * from then on. Gives the people of whom something changed.
 */
export async function takeContracts(
  tx: Tx,
  worksite: WorksiteFacts,
  source: Source,
): Promise<readonly string[]> {
  const { worksiteId, areaCode, sector, generalContractorId } = worksite
  const { rows } = await sql<{ person_id: string }>`
    with matched as (
      select r.person_id, r.source_row, was.contract_id, was.received_on as old_received_on,
             coalesce(r.unit_id, was.employing_unit_id, p.employing_unit_id) as unit_id,
             coalesce(r.signed_on, was.signed_on) as signed_on, coalesce(r.from_on, was.from_on) as from_on,
             coalesce(r.until_on, was.until_on) as until_on,
             coalesce(r.rate_kind, was.rate_kind) as rate_kind,
             coalesce(r.rate_fen, was.rate_fen) as rate_fen,
             coalesce(r.pay_cycle, was.pay_cycle, 'month') as pay_cycle,
             coalesce(r.pay_day, was.pay_day) as pay_day,
             (was.employing_unit_id, was.signed_on, was.from_on, was.until_on, was.rate_kind, was.rate_fen,
              was.pay_cycle, was.pay_day) as old_terms
        from roster_row r
        join worksite_person p on p.worksite_id = ${worksiteId}::uuid and p.person_id = r.person_id
        cross join lateral (select coalesce(r.from_on, r.signed_on) as starts_on) claimed
        left join lateral (
          select c.* from labor_contract c
           where c.worksite_id = ${worksiteId}::uuid and c.person_id = r.person_id and c.current
             and (claimed.starts_on is null
               or coalesce(c.from_on, c.signed_on, claimed.starts_on) = claimed.starts_on
               or (c.signed_on = r.signed_on and (c.from_on is null or r.from_on is null)))
           order by coalesce(c.from_on, c.signed_on) is not distinct from claimed.starts_on desc,
                    coalesce(c.from_on, c.signed_on) desc nulls last, c.contract_id desc
           limit 1) was on true
       where r.has_terms),
    added as (
      insert into labor_contract (worksite_id, contract_id, person_id, area_code, sector,
        general_contractor_id, employing_unit_id, signed_on, from_on,
        until_on, rate_kind, rate_fen, pay_cycle, pay_day, replaces_id,
        intake_id, source_sheet, source_row, received_on)
      select ${worksiteId}::uuid, uuid_v7(${tx.now}::timestamptz), person_id, ${areaCode}, ${sector},
             ${generalContractorId}::uuid, unit_id, signed_on, from_on, until_on, rate_kind, rate_fen,
             pay_cycle, pay_day, contract_id, ${source.intakeId}::uuid, ${source.sheet}, source_row,
             ${source.receivedOn}::date
        from matched
       where contract_id is null
          or (old_received_on <= ${source.receivedOn}::date
              and (unit_id, signed_on, from_on, until_on, rate_kind, rate_fen, pay_cycle, pay_day)
                  is distinct from old_terms)
      returning person_id, replaces_id),
    ended as (
      update labor_contract c set current = false from added a
       where c.worksite_id = ${worksiteId}::uuid and c.contract_id = a.replaces_id)
    select person_id from added`.execute(tx.k)
  return rows.map((row) => row.person_id)
}
