import { describe, expect, it } from 'vitest'

import { openTestDatabase, useDatabase } from '../../../testkit/database.ts'
import { openDb } from '../db/db.ts'
import { migrate, readMigrations } from '../db/migrate.ts'
import { localOperator } from '../transact.ts'
import { compareTables, inOneLoad, inSnapshot, migrateAsBefore, readApplied } from './database.ts'
import { moveRows } from './move.ts'
import { listTables, sumTable } from './tables.ts'

const source = useDatabase({ each: 'test' })
const refusal = (code: string, data: object = {}) =>
  expect.objectContaining({ name: 'Refusal', code, data: expect.objectContaining(data) })

function addAreas(count: number) {
  return source.seed((tx) => {
    const areas = Array.from({ length: count }, (_, at) => ({
      code: String(330000 + at),
      name: `区县${at}`,
      level: 'county' as const,
    }))
    return tx.k.insertInto('area').values(areas).execute()
  })
}

describe('moveRows', () => {
  it('carries every row to an empty database, and the sums are those of both', async () => {
    await addAreas(2500)
    const target = await openDb({ folder: 'memory' })
    const sums = await moveRows(source.db, target)
    expect(sums.find(({ name }) => name === 'area')?.rows).toBe(2500)
    await inSnapshot(target, async (client) => {
      await compareTables(client, await listTables(client), sums)
      expect(await readApplied(client)).toEqual(await inSnapshot(source.db, readApplied))
    })
    const found = await target.begin(
      { role: 'app', actor: 'local-operator', scope: localOperator.scope, readOnly: true },
      (k) => k.selectFrom('area').select('name').where('code', '=', '330007').executeTakeFirst(),
    )
    expect(found).toEqual({ name: '区县7' })
    await target.close()
  })

  it('refuses a target that has rows, and leaves them alone', async () => {
    await addAreas(1)
    const target = await openTestDatabase()
    await target.maintain((client) =>
      client.query("insert into area (code, name, level) values ('110000', '北京', 'province')"),
    )
    await expect(moveRows(source.db, target)).rejects.toEqual(
      refusal('database.not-empty', { table: 'area' }),
    )
    const { rows } = await target.maintain((client) => client.query('select name from area'))
    expect(rows).toEqual([{ name: '北京' }])
    await target.close()
  })
})

describe('compareTables', () => {
  it('refuses one changed letter, one row more and one row less', async () => {
    await addAreas(3)
    const sums = await inSnapshot(source.db, async (client) => {
      const [area] = (await listTables(client)).filter(({ name }) => name === 'area')
      return area === undefined ? [] : [await sumTable(client, area)]
    })
    for (const change of [
      "update area set name = '区县x' where code = '330000'",
      "insert into area (code, name, level) values ('330009', '区县9', 'county')",
      "delete from area where code = '330001'",
    ]) {
      const compared = inOneLoad(source.db, async (client) => {
        await client.query(change)
        await compareTables(client, await listTables(client), sums)
      })
      await expect(compared).rejects.toEqual(refusal('backup.table-differs', { table: 'area', expected: 3 }))
    }
    await inSnapshot(source.db, async (client) => compareTables(client, await listTables(client), sums))
  })
})

describe('migrateAsBefore', () => {
  it('stops at the migrations that the data had, and the rest follow later', async () => {
    const ours = await readMigrations()
    const db = await openDb({ folder: 'memory' })
    await migrateAsBefore(db, ours.slice(0, 2))
    const count = () => inSnapshot(db, async (client) => (await readApplied(client)).length)
    expect(await count()).toBe(2)
    await migrate(db)
    expect(await count()).toBe(ours.length)
    await db.close()
  })

  it('refuses migrations that are not ours', async () => {
    const [first] = await readMigrations()
    const changed = [{ number: 1, name: first?.name ?? '', sha256: 'of another' }]
    await expect(migrateAsBefore(source.db, changed)).rejects.toEqual(
      refusal('backup.schema-differs', { number: 1 }),
    )
  })
})
