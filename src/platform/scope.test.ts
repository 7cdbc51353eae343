import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'

import { useDatabase } from '../../testkit/database.ts'
import type { Scope } from './db/session.ts'
import { type ScopeColumn, scopeOf, within } from './scope.ts'
import { localOperator } from './transact.ts'

const database = useDatabase()

const companies = {
  a: '01890a5d-ac96-774b-bcce-b30209900001',
  b: '01890a5d-ac96-774b-bcce-b30209900002',
}
const person = '01890a5d-ac96-774b-bcce-b302099a0001'
const nothing: Scope = { areas: [], sectors: [], organizations: [], person: null }

const sites = [
  { name: '杭州住建', area: '330106', sector: 'housing', contractor: companies.a, unit: companies.a },
  { name: '杭州交通', area: '330106', sector: 'transport', contractor: companies.b, unit: companies.a },
  { name: '杭州镇街', area: '330106001', sector: 'housing', contractor: companies.b, unit: companies.b },
  { name: '宁波住建', area: '330206', sector: 'housing', contractor: companies.a, unit: companies.b },
]

beforeAll(() =>
  database.seed(async (tx) => {
    for (const [at, site] of sites.entries()) {
      const worksite_id = `01890a5d-ac96-774b-bcce-b302099b000${at}`
      await tx.k
        .insertInto('worksite_person')
        .values({
          worksite_id,
          person_id: at === 0 ? person : worksite_id,
          area_code: site.area,
          sector: site.sector,
          general_contractor_id: site.contractor,
          employing_unit_id: site.unit,
          name: site.name,
          name_pinyin: '',
          received_on: '2026-04-01',
        })
        .execute()
    }
  }),
)

const personColumns: readonly ScopeColumn[] = [
  'area_code',
  'sector',
  'general_contractor_id',
  'employing_unit_id',
  'person_id',
]

async function namesWithin(scope: Partial<Scope>, columns = personColumns): Promise<string[]> {
  const rows = await database.read(localOperator, (tx) =>
    tx.k
      .selectFrom('worksite_person as p')
      .select('p.name')
      .where(within({ ...nothing, ...scope }, 'p', columns))
      .orderBy('p.worksite_id')
      .execute(),
  )
  return rows.map((row) => row.name)
}

const cases: readonly (readonly [string, Partial<Scope>, readonly number[]])[] = [
  ['nothing', {}, []],
  ['an area without any sector', { areas: ['33'] }, []],
  ['sectors without any area', { sectors: '*' }, []],
  ['everything', { areas: '*', sectors: '*' }, [0, 1, 2, 3]],
  ['a province', { areas: ['33'], sectors: '*' }, [0, 1, 2, 3]],
  ['a city', { areas: ['3301'], sectors: '*' }, [0, 1, 2]],
  ['a township', { areas: ['330106001'], sectors: '*' }, [2]],
  ['two areas', { areas: ['330106001', '3302'], sectors: '*' }, [2, 3]],
  ['another province', { areas: ['34'], sectors: '*' }, []],
  ['a sector of a city', { areas: ['3301'], sectors: ['transport'] }, [1]],
  ['a sector everywhere', { areas: '*', sectors: ['housing'] }, [0, 2, 3]],
  ['one company, as contractor or as unit', { organizations: [companies.a] }, [0, 1, 3]],
  ['two companies', { organizations: [companies.a, companies.b] }, [0, 1, 2, 3]],
  ['one person', { person }, [0]],
  [
    'a city and a company besides',
    { areas: ['3302'], sectors: '*', organizations: [companies.b] },
    [1, 2, 3],
  ],
]

describe('within', () => {
  it.each(cases)('opens for %s what it should', async (_, scope, expected) => {
    expect(await namesWithin(scope)).toEqual(expected.map((at) => sites[at]?.name))
  })

  it.each(cases)('opens for %s the same rows as the second lock', async (_, scope) => {
    const session = {
      role: 'app',
      actor: 'local-operator',
      scope: { ...nothing, ...scope },
      readOnly: true,
    } as const
    const rows = await database.db.begin(session, (k) =>
      k.selectFrom('worksite_person').select('name').orderBy('worksite_id').execute(),
    )
    expect(rows.map((row) => row.name)).toEqual(await namesWithin(scope))
  })

  it('asks only for columns that the table has', async () => {
    expect(await namesWithin({ person }, ['area_code', 'sector'])).toEqual([])
    expect(await namesWithin({ organizations: [companies.a] }, ['general_contractor_id'])).toHaveLength(2)
    expect(await namesWithin({ areas: ['3301'], sectors: ['transport'] }, ['area_code'])).toHaveLength(3)
  })

  it('is served by the index on the area', async () => {
    const plan = await database.read(localOperator, async (tx) => {
      const scope = { ...nothing, areas: ['330106'], sectors: '*' } as const
      const condition = within(scope, 'worksite', ['area_code', 'sector', 'general_contractor_id'])
      const asked = sql<Record<string, string>>`explain select * from worksite where ${condition}`
      return (await asked.execute(tx.k)).rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(/Index Cond: \(\(area_code >= '330106'::text\) AND \(area_code < '330107'::text\)\)/)
  })
})

describe('scopeOf', () => {
  it('takes the scope of the actor', async () => {
    const found = await database.read(localOperator, (tx) =>
      tx.k.selectFrom('worksite_person as p').select('p.name').where(scopeOf(tx, 'p')).execute(),
    )
    expect(found).toHaveLength(4)
  })
})
