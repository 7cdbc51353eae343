import { sql } from 'kysely'

import type { Platform } from '../src/platform/platform.ts'
import { systemMonitoring, transact } from '../src/platform/transact.ts'
import { seenOn } from './wage-county.ts'

/**
 * 新申报 — gives worksites one after the other, of which a new claim has come: the bank has paid a part of an open
 * wage, as far as the fold has written it down. Only worksites that are laid out to the last punch.
 */
export async function* worksitesAfterClaims(platform: Platform, claims: number): AsyncGenerator<string> {
  const ids = await transact(platform, systemMonitoring, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select worksite_id as id from worksite where substr(code, 6)::int % 10 = 0 order by code`.execute(tx.k)
    return rows.map(({ id }) => id)
  })
  for (let index = 0; index < claims; index++) {
    const id = ids[(index * 7) % ids.length] ?? ''
    await transact(platform, systemMonitoring, async (tx) => {
      await sql`
        with claimed as (
          select d.* from wage_due d where d.worksite_id = ${id}::uuid and d.settled_on is null
           order by d.due_on, d.paid_fen, d.person_id limit 1),
        paid as (
          update wage_due d set paid_fen = d.paid_fen + 100 from claimed c
           where d.worksite_id = c.worksite_id and d.month = c.month and d.person_id = c.person_id
             and d.employing_unit_id = c.employing_unit_id and d.due_no = c.due_no),
        heard as (
          insert into feed_receipt (worksite_id, feed, intake_id, area_code, sector, general_contractor_id,
                                    received_on, covered_until_on)
          select c.worksite_id, 'bank', gen_random_uuid(), c.area_code, c.sector, c.general_contractor_id,
                 ${seenOn}::date, ${seenOn}::date - 1 from claimed c)
        update wage_month m set paid_fen = m.paid_fen + 100 from claimed c
         where m.worksite_id = c.worksite_id and m.month = c.month and m.person_id = c.person_id
           and m.employing_unit_id = c.employing_unit_id`.execute(tx.k)
      tx.record({ stream: { kind: 'worksite', id }, type: 'bench.claimed', areaCode: '330000', data: {} })
    })
    yield id
  }
}
