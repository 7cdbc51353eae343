import { sql } from 'kysely'
import { expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { newId } from '../../platform/ids.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { endAttendanceFold, foldAttendanceDays, touchDays } from './days.fold.ts'

const database = useDatabase()
const people = 400
/** In seconds; a plan that looks for each punch's person anew for every person takes a minute. */
const most = 8

/** People with numbers at a gate, and ten punches of each, none of whom the planner has seen before. */
async function seed(tx: Tx): Promise<string> {
  const worksiteId = await seedWageWorld(tx, {})
  const gate = newId()
  await sql`insert into device (worksite_id, device_id, area_code, sector, general_contractor_id, serial, registered_on)
    select worksite_id, ${gate}::uuid, area_code, sector, general_contractor_id, 'G1', '2026-01-01'
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  await sql`insert into worksite_person (worksite_id, person_id, area_code, sector, general_contractor_id,
      employing_unit_id, name, name_pinyin, work_type, received_on)
    select w.worksite_id, uuid_v7(${tx.now}::timestamptz), w.area_code, w.sector, w.general_contractor_id,
           w.general_contractor_id, '工人', 'gongren', n::text, '2026-01-01'
      from worksite w, generate_series(1, ${people}::int) n where w.worksite_id = ${worksiteId}::uuid`.execute(
    tx.k,
  )
  await sql`insert into device_user (worksite_id, device_id, pin, person_id, area_code, sector,
      general_contractor_id, from_on, intake_id, received_on)
    select worksite_id, ${gate}::uuid, work_type, person_id, area_code, sector, general_contractor_id,
           '2026-01-01', ${newId()}::uuid, '2026-01-01'
      from worksite_person where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  await sql`insert into punch (worksite_id, device_id, pin, punched_at, direction, intake_id, area_code, sector,
      general_contractor_id, source_row, received_on)
    select p.worksite_id, ${gate}::uuid, p.work_type,
           timestamptz '2026-03-02 07:00:00+08' + (n / 2) * interval '1 day' + (n % 2) * interval '10 hours',
           case n % 2 when 0 then 'in' else 'out' end, ${newId()}::uuid, p.area_code, p.sector,
           p.general_contractor_id, n, '2026-04-01'
      from worksite_person p, generate_series(0, 9) n where p.worksite_id = ${worksiteId}::uuid`.execute(tx.k)
  return worksiteId
}

it(`folds five days of ${people} people within seconds`, async () => {
  await database.withTx(localOperator, async (tx) => {
    const worksiteId = await seed(tx)
    const started = performance.now()
    await touchDays(
      tx,
      sql`select worksite_id, person_id, date '2026-03-02', date '2026-03-06' from worksite_person
        where worksite_id = ${worksiteId}::uuid`,
    )
    await foldAttendanceDays(tx)
    await endAttendanceFold(tx)
    expect((performance.now() - started) / 1000).toBeLessThan(most)
    const { rows } = await sql<{ days: number; minutes: number }>`
      select count(*)::int as days, sum(minutes)::int as minutes from attendance_day`.execute(tx.k)
    expect(rows).toEqual([{ days: 5 * people, minutes: 5 * people * 600 }])
  })
})
