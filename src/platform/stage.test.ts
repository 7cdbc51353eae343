import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { inspector } from '../../testkit/actors.ts'
import { useDatabase } from '../../testkit/database.ts'
import { newId } from './ids.ts'
import { stage } from './stage.ts'
import { localOperator, type Tx } from './transact.ts'

const database = useDatabase()

async function all(tx: Tx, name: string): Promise<unknown[]> {
  const { rows } = await sql`select * from ${sql.table(name)}`.execute(tx.k)
  return rows
}

describe('stage', () => {
  it('keeps every type and awkward text as given', async () => {
    const id = newId()
    const rows = await database.withTx(inspector('3301'), async (tx) => {
      const columns = {
        id: 'uuid',
        name: 'text',
        line: 'int',
        due_fen: 'bigint',
        ratio: 'numeric',
        signed: 'boolean',
        paid_on: 'date',
        at: 'timestamptz',
        data: 'jsonb',
        blind: 'bytea',
      } as const
      await stage(tx, 'lines', columns, [
        [
          id,
          '张"三\\,{}\n\'NULL',
          -1,
          9007199254740993n,
          '0.10',
          false,
          '2026-04-01',
          '2026-04-01T08:00:00+08:00',
          '{"a":[1,"\\""]}',
          Buffer.from([0, 255, 34]),
        ],
        [id, 'NULL', null, null, null, null, null, null, null, null],
        [id, '', undefined, null, null, null, null, null, null, null],
      ])
      return await all(tx, 'lines')
    })
    const empty = {
      line: null,
      due_fen: null,
      ratio: null,
      signed: null,
      paid_on: null,
      at: null,
      data: null,
      blind: null,
    }
    expect(rows).toEqual([
      {
        id,
        name: '张"三\\,{}\n\'NULL',
        line: -1,
        due_fen: 9007199254740993n,
        ratio: '0.10',
        signed: false,
        paid_on: '2026-04-01',
        at: '2026-04-01T00:00:00.000Z',
        data: { a: [1, '"'] },
        blind: Buffer.from([0, 255, 34]),
      },
      { id, name: 'NULL', ...empty },
      { id, name: '', ...empty },
    ])
  })

  it('appends on the next call, and takes more rows than a statement does', async () => {
    const total = await database.withTx(localOperator, async (tx) => {
      const rows = Array.from({ length: 25_000 }, (_, at) => [at])
      await stage(tx, 'numbers', { n: 'int' }, rows)
      await stage(tx, 'numbers', { n: 'int' }, [[100_000]])
      const asked = sql<{
        rows: bigint
        sum: bigint
      }>`select count(*) as rows, sum(n)::bigint as sum from numbers`
      return (await asked.execute(tx.k)).rows[0]
    })
    expect(total).toEqual({ rows: 25_001n, sum: 312_587_500n })
  })

  it('makes an empty table where there are no rows', async () => {
    expect(
      await database.withTx(localOperator, async (tx) => {
        await stage(tx, 'numbers', { n: 'int' }, [])
        return await all(tx, 'numbers')
      }),
    ).toEqual([])
  })

  it('leaves nothing behind when the transaction ends', async () => {
    const stageOne = (tx: Tx) => stage(tx, 'numbers', { n: 'int' }, [[1]]).then(() => all(tx, 'numbers'))
    await database.seed(stageOne)
    expect(await database.withTx(localOperator, stageOne)).toEqual([{ n: 1 }])
    await expect(database.read(localOperator, (tx) => all(tx, 'numbers'))).rejects.toMatchObject({
      code: '42P01',
    })
  })

  it('goes to the temporary table even where a real one has its name', async () => {
    const counts = await database.withTx(localOperator, async (tx) => {
      await stage(tx, 'area', { code: 'text' }, [['330106']])
      const real = await sql<{ n: number }>`select count(*)::int as n from public.area`.execute(tx.k)
      return [(await all(tx, 'area')).length, real.rows[0]?.n]
    })
    expect(counts).toEqual([1, 0])
  })

  it('refuses names and types that are not plain words of the list', async () => {
    const staging = (name: string, columns: Record<string, never>) =>
      database.withTx(localOperator, (tx) => stage(tx, name, columns, []))
    const strange: Record<string, never> = JSON.parse('{"n": "int); drop table area; --"}')
    const quoted: Record<string, never> = JSON.parse('{"n\\" int); --": "int"}')
    await expect(staging('a"; --', JSON.parse('{"n": "int"}'))).rejects.toThrow('plain words')
    await expect(staging('numbers', quoted)).rejects.toThrow('plain words')
    await expect(staging('numbers', strange)).rejects.toThrow('a type of the list')
    await expect(staging('numbers', {})).rejects.toThrow('a type of the list')
  })
})
