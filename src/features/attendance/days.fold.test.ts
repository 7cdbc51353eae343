import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { type SeedPunch, seedGateWorld, seedPunches } from '../../../testkit/gate-world.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { endAttendanceFold, foldAttendanceDays, touchDays } from './days.fold.ts'

interface Day {
  day: string
  minutes: number
  missing_in: boolean
  missing_out: boolean
}

const database = useDatabase()

async function fold(tx: Tx, personId: string): Promise<Day[]> {
  await touchDays(
    tx,
    sql`select worksite_id, ${personId}::uuid, date '2026-02-01', date '2026-05-01' from worksite_person
      where person_id = ${personId}::uuid`,
  )
  await foldAttendanceDays(tx)
  await endAttendanceFold(tx)
  const { rows } = await sql<Day>`select day, minutes, missing_in, missing_out from attendance_day
    where person_id = ${personId}::uuid order by day`.execute(tx.k)
  return rows
}

async function daysOf(punches: readonly SeedPunch[], gate: 'in' | 'out' | 'both' = 'both'): Promise<Day[]> {
  return await database.withTx(localOperator, async (tx) => {
    const world = await seedGateWorld(tx, gate)
    await seedPunches(tx, world, punches)
    return await fold(tx, world.personId)
  })
}

const whole = { missing_in: false, missing_out: false }

describe('foldAttendanceDays', () => {
  it('joins an entry with the exit after it', async () => {
    expect(
      await daysOf([
        { at: '2026-03-02 07:00', direction: 'in' },
        { at: '2026-03-02 11:30', direction: 'out' },
        { at: '2026-03-02 13:00', direction: 'in' },
        { at: '2026-03-02 17:30', direction: 'out' },
      ]),
    ).toEqual([{ day: '2026-03-02', minutes: 540, ...whole }])
  })

  it('counts a night shift on the day of its entry', async () => {
    expect(
      await daysOf([
        { at: '2026-03-31 20:00', direction: 'in' },
        { at: '2026-04-01 06:00', direction: 'out' },
        { at: '2026-04-01 20:00', direction: 'in' },
        { at: '2026-04-02 06:00', direction: 'out' },
      ]),
    ).toEqual([
      { day: '2026-03-31', minutes: 600, ...whole },
      { day: '2026-04-01', minutes: 600, ...whole },
    ])
  })

  it('marks a missing exit and a missing entry and still counts the day', async () => {
    expect(
      await daysOf([
        { at: '2026-03-02 07:00', direction: 'in' },
        { at: '2026-03-03 07:00', direction: 'in' },
        { at: '2026-03-03 17:00', direction: 'out' },
        { at: '2026-03-05 17:00', direction: 'out' },
      ]),
    ).toEqual([
      { day: '2026-03-02', minutes: 0, missing_in: false, missing_out: true },
      { day: '2026-03-03', minutes: 600, ...whole },
      { day: '2026-03-05', minutes: 0, missing_in: true, missing_out: false },
    ])
  })

  it('takes doubles and a second gate once', async () => {
    expect(
      await daysOf([
        { at: '2026-03-02 07:00', direction: 'in' },
        { at: '2026-03-02 07:01', direction: 'in' },
        { at: '2026-03-02 17:00', direction: 'out' },
        { at: '2026-03-02 17:02', direction: 'out' },
      ]),
    ).toEqual([{ day: '2026-03-02', minutes: 600, ...whole }])
  })

  it('lets punches without a direction alternate within a worker-day', async () => {
    expect(
      await daysOf([{ at: '2026-03-02 07:00' }, { at: '2026-03-02 17:00' }, { at: '2026-03-03 07:10' }]),
    ).toEqual([
      { day: '2026-03-02', minutes: 600, ...whole },
      { day: '2026-03-03', minutes: 0, missing_in: false, missing_out: true },
    ])
  })

  it('takes the direction of the gate where the punch has none', async () => {
    expect(await daysOf([{ at: '2026-03-02 17:00' }], 'out')).toEqual([
      { day: '2026-03-02', minutes: 0, missing_in: true, missing_out: false },
    ])
  })

  it('leaves punches of unknown numbers waiting', async () => {
    expect(await daysOf([{ at: '2026-03-02 07:00', pin: '2' }])).toEqual([])
  })

  it('counts overlapping logs once and forgets a withdrawn one', async () => {
    await database.withTx(localOperator, async (tx) => {
      const world = await seedGateWorld(tx)
      const shift: SeedPunch[] = [
        { at: '2026-03-02 07:00', direction: 'in' },
        { at: '2026-03-02 17:00', direction: 'out' },
      ]
      const first = await seedPunches(tx, world, shift)
      const second = await seedPunches(tx, world, shift)
      expect(await fold(tx, world.personId)).toEqual([{ day: '2026-03-02', minutes: 600, ...whole }])
      for (const [intakeId, left] of [
        [first, 1],
        [second, 0],
      ] as const) {
        await sql`insert into claim_withdrawal (worksite_id, intake_id, area_code, sector, general_contractor_id,
            withdrawn_on, actor_id)
          select worksite_id, ${intakeId}::uuid, area_code, sector, general_contractor_id, '2026-04-02', 'test'
            from worksite where worksite_id = ${world.worksiteId}::uuid`.execute(tx.k)
        expect(await fold(tx, world.personId)).toHaveLength(left)
      }
    })
  })
})
