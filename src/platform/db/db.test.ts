import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { testEngine, useDatabase } from '../../../testkit/database.ts'
import { embeddedDump } from '../../../testkit/embedded-template.ts'
import { openDb } from './db.ts'
import type { Session } from './session.ts'
import type { Rows } from './transaction.ts'

const database = useDatabase()

const operator: Session = {
  role: 'app',
  actor: 'local-operator',
  scope: { areas: '*', sectors: '*', organizations: [], person: null },
  readOnly: false,
}

function insertArea(rows: Rows, code: string) {
  return rows
    .insertInto('area')
    .values({ code, name: '西湖区', level: 'county', parent_code: null })
    .execute()
}

async function hasArea(code: string): Promise<boolean> {
  const found = await database.db.begin(operator, (rows) =>
    rows.selectFrom('area').select('code').where('code', '=', code).execute(),
  )
  return found.length === 1
}

describe('begin', () => {
  it('runs as the role, with the settings of the session', async () => {
    const session: Session = {
      role: 'engine',
      actor: 'someone',
      scope: {
        areas: ['3301', '33'],
        sectors: ['housing'],
        organizations: ['01890a5d-ac96-774b-bcce-b302099a8057'],
        person: null,
      },
      readOnly: false,
    }
    const [row] = await database.db.begin(session, async (rows) => {
      const asked = sql<Record<string, unknown>>`
        select current_user::text as role, app_areas() as areas, app_sectors() as sectors,
               app_organizations() as organizations, app_person() as person,
               current_setting('app.actor') as actor`
      return (await asked.execute(rows)).rows
    })
    expect(row).toEqual({
      role: 'anxin_engine',
      areas: ['3301', '33'],
      sectors: ['housing'],
      organizations: ['01890a5d-ac96-774b-bcce-b302099a8057'],
      person: null,
      actor: 'someone',
    })
  })

  it('keeps what the work wrote', async () => {
    await database.db.begin(operator, (rows) => insertArea(rows, '330106'))
    expect(await hasArea('330106')).toBe(true)
  })

  it('rolls back when the work throws, and gives the connection back', async () => {
    for (let round = 0; round < 20; round += 1) {
      const failing = database.db.begin(operator, async (rows) => {
        await insertArea(rows, '330108')
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
    }
    expect(await hasArea('330108')).toBe(false)
  })

  it('does not take a transaction for committed whose failed statement was swallowed', async () => {
    const swallowing = database.db.begin(operator, async (rows) => {
      await insertArea(rows, '330109')
      await sql`select 1 / 0`.execute(rows).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('not taken for committed')
    expect(await hasArea('330109')).toBe(false)
  })

  it('refuses to begin inside another transaction at once', async () => {
    const nested = database.db.begin(operator, () => database.db.begin(operator, async () => 1))
    await expect(nested).rejects.toThrow('does not begin inside another one')
  })

  it('lets work that outlives its transaction begin one of its own', async () => {
    let later: Promise<boolean> | undefined
    await database.db.begin(operator, async () => {
      later = new Promise((done) => setTimeout(done, 20)).then(() => hasArea('330106'))
    })
    expect(await later).toBe(true)
  })

  it('runs no statement on the connection after the transaction has ended', async () => {
    const kept: Rows[] = []
    await database.db.begin(operator, async (rows) => {
      kept.push(rows)
    })
    const late = Promise.all(kept.map((rows) => sql`select 1`.execute(rows)))
    await expect(late).rejects.toThrow('after its transaction has ended')
  })

  it('refuses a write where the session only reads', async () => {
    const writing = database.db.begin({ ...operator, readOnly: true }, (rows) => insertArea(rows, '330110'))
    await expect(writing).rejects.toMatchObject({ code: '25006' })
  })

  it('queues those who come at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        database.db.begin(operator, async (rows) => {
          const asked = await sql<{ at: number }>`select ${at}::int as at`.execute(rows)
          return asked.rows[0]?.at
        }),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 30 }, (_, at) => at))
  })
})

describe('values', () => {
  it('arrive alike from either engine', async () => {
    const [row] = await database.db.begin(operator, async (rows) => {
      const asked = sql<Record<string, unknown>>`
        select 7::bigint as small, 9007199254740993::bigint as large, date '2026-04-01' as day,
               1.10::numeric as ratio,
               timestamptz '2026-04-01 08:00:00.5+08' as at, timestamptz '2026-04-01 08:00+08' as whole,
               '{"a": [1, null]}'::jsonb as json, '\\xff00'::bytea as bytes, 5::int as count, true as yes,
               array[date '2026-04-01'] as days, array[1::bigint, null] as sums,
               array[timestamptz '2026-04-01 08:00+08'] as instants, '{}'::numeric[] as none`
      return (await asked.execute(rows)).rows
    })
    expect(row).toEqual({
      small: 7n,
      large: 9007199254740993n,
      day: '2026-04-01',
      ratio: '1.10',
      at: '2026-04-01T00:00:00.500Z',
      whole: '2026-04-01T00:00:00.000Z',
      json: { a: [1, null] },
      bytes: Buffer.from([0xff, 0x00]),
      count: 5,
      yes: true,
      days: ['2026-04-01'],
      sums: [1n, null],
      instants: ['2026-04-01T00:00:00.000Z'],
      none: [],
    })
  })
})

describe('openDb', () => {
  it('refuses with database.busy when no connection comes free in time', async () => {
    const db = await openDb({ folder: 'memory', dump: await embeddedDump(), waitMilliseconds: 50 })
    const busy = await db.maintain(async () => {
      return await db.maintain(async () => 'a second connection').catch((error: unknown) => error)
    })
    expect(busy).toMatchObject({ code: 'database.busy', kind: 'too-many' })
    await db.close()
  })

  it('finds in a folder what was committed there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'anxin-db-'))
    const first = await openDb({ folder, dump: await embeddedDump() })
    await first.maintain((client) => client.query('create table hut as select 7::bigint as a'))
    await first.close()
    const second = await openDb({ folder })
    const { rows } = await second.maintain((client) => client.query('select a from hut'))
    await second.close()
    await rm(folder, { recursive: true })
    expect(rows).toEqual([{ a: 7n }])
  })

  it('ends an open transaction that maintenance left behind', async () => {
    const failing = database.db.maintain(async (client) => {
      await client.query('begin')
      await client.query("insert into area (code, name, level) values ('330111', '富阳区', 'county')")
      throw new Error('stopped halfway')
    })
    await expect(failing).rejects.toThrow('stopped halfway')
    expect(await hasArea('330111')).toBe(false)
  })

  it('names its engine', () => {
    expect(database.db.engine).toBe(testEngine)
  })
})
