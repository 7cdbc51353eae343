import type { ClientBase } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { beginMessage, type Scope, type Session } from './session.ts'

/*
 * For every table that has rows of somebody: who asks without a scope, with an empty one or with that of
 * somebody else gets nothing and adds nothing, and who has the scope gets the row. Tables are taken from the
 * catalog, so that one added tomorrow is held to the same.
 */

const database = useDatabase()

const everyId = '01890a5d-ac96-774b-bcce-b302099a0001'
const organization = '01890a5d-ac96-774b-bcce-b302099a0002'
const stranger = '01890a5d-ac96-774b-bcce-b302099a0009'
const nothing: Scope = { areas: [], sectors: [], organizations: [], person: null }
const organizationColumns = [
  'general_contractor_id',
  'employing_unit_id',
  'project_owner_id',
  'account_bank_id',
  'sender_organization_id',
]

interface Table {
  readonly name: string
  readonly reference: boolean
  readonly columns: readonly string[]
}

const tables: Table[] = []

const sampleOfType: Readonly<Record<string, unknown>> = {
  uuid: everyId,
  text: 'x',
  int4: 1,
  int8: 1,
  numeric: 1,
  bool: true,
  date: '2026-04-01',
  timestamptz: '2026-04-01T00:00:00Z',
  jsonb: {},
  bytea: '\\x00',
}

function sampleOf(column: string, type: string): unknown {
  if (organizationColumns.includes(column)) {
    return organization
  }
  return { area_code: '330106', sector: 'housing' }[column] ?? sampleOfType[type]
}

/**
 * One row in every table. Checks are dropped first: what a row says does not matter here, only whose it is.
 */
async function fillTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`
    select table_name as name,
           coalesce(obj_description(table_name::regclass) ~ '\\[reference\\]', false) as reference,
           json_object_agg(column_name, udt_name) as types
      from information_schema.columns
     where table_schema = 'public' and table_name <> 'schema_migration'
     group by table_name order by table_name`)
  const checks = await client.query(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
      from pg_constraint
     where connamespace = 'public'::regnamespace and contype = 'c'`)
  for (const { statement } of checks.rows) {
    await client.query(statement)
  }
  for (const { name, reference, types } of rows) {
    const columns = Object.keys(types)
    const row = Object.fromEntries(columns.map((column) => [column, sampleOf(column, types[column])]))
    await client.query(`insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`, [row])
    tables.push({ name, reference, columns })
  }
}

beforeAll(() => database.db.maintain(fillTables))

/** The names of tables of which the transaction that `message` opens sees a row. */
async function seenAfter(message: string): Promise<string[]> {
  return await database.db.maintain(async (client) => {
    await client.query(message)
    const seen: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query(`select count(*)::int as n from ${name}`)
      seen.push(...(rows[0]?.n === 0 ? [] : [name]))
    }
    await client.query('rollback')
    return seen
  })
}

/**
 * The names of tables to which the transaction that `message` opens can add a row like the one that is there.
 */
async function addedAfter(message: string): Promise<string[]> {
  return await database.db.maintain(async (client) => {
    const added: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query(`select to_jsonb(t) as row from ${name} t`)
      await client.query(message)
      const code = await client
        .query(`insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`, [rows[0]?.row])
        .then(
          () => 'none',
          (error: { code: string }) => error.code,
        )
      await client.query('rollback')
      added.push(...(code === '42501' ? [] : [name]))
    }
    return added
  })
}

function asScope(scope: Partial<Scope>, role: Session['role'] = 'app'): string {
  return beginMessage({ role, actor: 'someone', scope: { ...nothing, ...scope }, readOnly: false })
}

const all = () => tables.map(({ name }) => name)
const referenceTables = () => tables.filter(({ reference }) => reference).map(({ name }) => name)
const withColumn = (...any: string[]) =>
  tables.filter(({ columns }) => columns.some((column) => any.includes(column))).map(({ name }) => name)

describe.each(['app', 'engine'] as const)('the row lock before %s', (role) => {
  it('shows the owner a row of every table, so that what follows can fail', async () => {
    expect(all().length).toBeGreaterThan(30)
    expect(await seenAfter('begin')).toEqual(all())
  })

  it('shows nothing where no setting was ever made, and takes nothing', async () => {
    const unset = await database.db.maintain((client) =>
      client.query(`select nullif(current_setting('app.areas', true), '') as areas`),
    )
    expect(unset.rows).toEqual([{ areas: null }])
    expect(await seenAfter(`begin; set local role anxin_${role}`)).toEqual([])
    expect(await addedAfter(`begin; set local role anxin_${role}`)).toEqual([])
  })

  it('shows nothing where the settings are empty, and takes nothing', async () => {
    expect(await seenAfter(asScope({}, role))).toEqual([])
    expect(await addedAfter(asScope({}, role))).toEqual([])
  })

  it('shows to another area, company or person reference tables only, and takes nothing else', async () => {
    const other = asScope(
      { areas: ['4401'], sectors: '*', organizations: [stranger], person: stranger },
      role,
    )
    expect(await seenAfter(other)).toEqual(referenceTables())
    expect((await addedAfter(other)).filter((name) => !referenceTables().includes(name))).toEqual([])
  })

  it('shows its rows to the area', async () => {
    expect(await seenAfter(asScope({ areas: ['3301'], sectors: '*' }, role))).toEqual(all())
  })

  it('shows rows of a sector to nobody without it', async () => {
    const seen = await seenAfter(asScope({ areas: ['3301'], sectors: ['transport'] }, role))
    expect(seen.filter((name) => withColumn('sector').includes(name))).toEqual([])
  })

  it('shows its rows to the company, and takes them', async () => {
    const company = asScope({ organizations: [organization] }, role)
    const own = withColumn(...organizationColumns)
    expect(await seenAfter(company)).toEqual(expect.arrayContaining(own))
    expect(await addedAfter(company)).toEqual(expect.arrayContaining(own))
  })

  it('shows a person their own rows, and takes from them only the trace of what they did', async () => {
    const own = asScope({ person: everyId }, role)
    expect(await seenAfter(own)).toEqual(expect.arrayContaining(withColumn('person_id')))
    expect((await addedAfter(own)).filter((name) => !referenceTables().includes(name))).toEqual(['event'])
  })
})
