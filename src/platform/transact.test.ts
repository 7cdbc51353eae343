import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { inspector } from '../../testkit/actors.ts'
import { useDatabase } from '../../testkit/database.ts'
import { newId } from './ids.ts'
import { localOperator, systemMonitoring, type Tx } from './transact.ts'

const database = useDatabase()

function insertArea(tx: Tx, code: string) {
  return tx.k
    .insertInto('area')
    .values({ code, name: '西湖区', level: 'county', parent_code: null })
    .execute()
}

function recordArea(tx: Tx, code: string): void {
  tx.record({ stream: { kind: 'system', id: newId() }, type: 'area.added', data: { code }, areaCode: code })
}

async function hasArea(code: string): Promise<boolean> {
  const found = await database.read(localOperator, (tx) =>
    tx.k.selectFrom('area').select('code').where('code', '=', code).execute(),
  )
  return found.length === 1
}

describe('transact', () => {
  it('keeps rows and events together', async () => {
    const result = await database.transact(localOperator, async (tx) => {
      await insertArea(tx, '330106')
      recordArea(tx, '330106')
      return 'added'
    })
    const events = await database.read(localOperator, (tx) =>
      tx.k
        .selectFrom('event')
        .select(['type', 'actor_id', 'data'])
        .where('area_code', '=', '330106')
        .execute(),
    )
    expect(result).toBe('added')
    expect(await hasArea('330106')).toBe(true)
    expect(events).toEqual([{ type: 'area.added', actor_id: 'local-operator', data: { code: '330106' } }])
  })

  it('rolls back work that changed something and recorded no event', async () => {
    const silent = database.transact(localOperator, (tx) => insertArea(tx, '330108'))
    await expect(silent).rejects.toThrow('records at least one event')
    expect(await hasArea('330108')).toBe(false)
  })

  it('lets work pass that changed nothing and recorded nothing', async () => {
    const counted = await database.transact(localOperator, (tx) =>
      tx.k.selectFrom('area').select('code').execute(),
    )
    expect(Array.isArray(counted)).toBe(true)
  })

  it('rolls back rows and events when the work throws', async () => {
    const failing = database.transact(localOperator, async (tx) => {
      await insertArea(tx, '330109')
      recordArea(tx, '330109')
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await hasArea('330109')).toBe(false)
  })

  it('refuses an event outside the scope of the actor, and the rows with it', async () => {
    const overreaching = database.transact(inspector('3302'), async (tx) => {
      recordArea(tx, '330110')
    })
    await expect(overreaching).rejects.toMatchObject({ code: '42501' })
  })

  it('refuses an event whose type does not read noun.verb-ed', async () => {
    const misnamed = database.transact(localOperator, async (tx) => {
      tx.record({ stream: { kind: 'system', id: newId() }, type: 'AreaAdded', data: {}, areaCode: '330106' })
    })
    await expect(misnamed).rejects.toThrow('noun.verb-ed')
  })

  it('has one instant, and the day of that instant in China', async () => {
    database.clock.set('2026-04-30T16:30:00Z')
    const [now, today] = await database.read(localOperator, async (tx) => [tx.now, tx.today])
    expect([now, today]).toEqual(['2026-04-30T16:30:00.000Z', '2026-05-01'])
  })

  it('runs the engine under its own role', async () => {
    const role = await database.read(systemMonitoring, async (tx) => {
      const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(tx.k)
      return rows[0]?.role
    })
    expect(role).toBe('anxin_engine')
  })
})

describe('read', () => {
  it('refuses a write', async () => {
    const writing = database.read(localOperator, (tx) => insertArea(tx, '330111'))
    await expect(writing).rejects.toMatchObject({ code: '25006' })
  })

  it('refuses to record', async () => {
    const recording = database.read(localOperator, async (tx) => recordArea(tx, '330111'))
    await expect(recording).rejects.toThrow('has nothing to record')
  })
})
