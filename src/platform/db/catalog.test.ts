import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'

const database = useDatabase()

/** Tables of the program itself, which say nothing about anybody. Every other table has the row lock. */
const exempt = ['schema_migration']

const roles = ['anxin_app', 'anxin_engine'] as const

const tables = `select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment
                  from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and c.relname <> all ($1)`

const columns = `select t.name || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                        col_description(t.oid, a.attnum) as comment, a.attname as column
                   from (${tables}) t
                   join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`

async function ask(query: string, values: readonly unknown[] = [exempt]): Promise<Record<string, unknown>[]> {
  return await database.db.maintain(async (client) => (await client.query(query, [...values])).rows)
}

async function names(query: string, values?: readonly unknown[]): Promise<unknown[]> {
  return (await ask(`select name from (${query}) found order by name`, values)).map((row) => row['name'])
}

describe('tables', () => {
  it('are there', async () => {
    expect((await names(tables)).length).toBeGreaterThan(30)
  })

  it('have the row lock switched on, for their owner too', async () => {
    const open = `select t.name from (${tables}) t join pg_class c on c.oid = t.oid
                   where not (c.relrowsecurity and c.relforcerowsecurity)`
    expect(await names(open)).toEqual([])
  })

  it('have policies for what the roles may do, and none that lets everything through', async () => {
    const open = `select tablename || '.' || policyname as name from pg_policies
                   where schemaname = 'public'
                     and (coalesce(qual, with_check) = 'true' or with_check = 'true' or cmd = 'ALL')`
    expect(await names(open, [])).toEqual([])
  })

  it('have a comment that begins with the Chinese term', async () => {
    expect(await names(`select * from (${tables}) t where comment is null or comment !~ '^[一-鿿]'`)).toEqual(
      [],
    )
  })

  it('name their constraints themselves', async () => {
    const unnamed = `select conrelid::regclass || '.' || conname as name from pg_constraint
                      where connamespace = 'public'::regnamespace and contype <> 'n'
                        and conname ~ '_(pkey|fkey|key|check|excl)[0-9]*$'`
    expect(await names(unnamed, [])).toEqual([])
  })
})

describe('columns', () => {
  it('hold money as bigint fen, and say what money it is', async () => {
    expect(await names(`select * from (${columns}) c where "column" ~ '_fen$' and type <> 'bigint'`)).toEqual(
      [],
    )
    const mute = `select * from (${columns}) c
                   where "column" ~ '_fen$' and (comment is null or comment !~ '^[一-鿿]')`
    expect(await names(mute)).toEqual([])
  })

  it('hold days as date and instants as timestamptz, and are named so', async () => {
    const days = `select * from (${columns}) c
                   where ("column" ~ '_on$' or "column" in ('day', 'month', 'as_of')) <> (type = 'date')`
    expect(await names(days)).toEqual([])
    const instants = `select * from (${columns}) c
                       where ("column" ~ '(^|_)at$') <> (type = 'timestamp with time zone')`
    expect(await names(instants)).toEqual([])
  })

  it('hold no floating-point number and no local time', async () => {
    const inexact = [
      'real',
      'double precision',
      'money',
      'timestamp without time zone',
      'time without time zone',
    ]
    expect(await names(`select * from (${columns}) c where type = any ($2)`, [exempt, inexact])).toEqual([])
  })

  it('hold what is sealed or blind as bytes', async () => {
    const readable = `select * from (${columns}) c
                       where "column" ~ '_(sealed|blind|hash)$' and type <> 'bytea'`
    expect(await names(readable)).toEqual([])
  })
})

describe.each(roles)('role %s', (role) => {
  const may = (privilege: string) => `has_table_privilege('${role}', t.oid, '${privilege}')`

  it('is nobody special and owns nothing', async () => {
    const [found] = await ask(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              (select count(*)::int from pg_class where relowner = r.oid) as tables,
              (select count(*)::int from pg_proc where proowner = r.oid) as functions,
              (select count(*)::int from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname = $1`,
      [role],
    )
    expect(found).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      tables: 0,
      functions: 0,
      memberships: 0,
    })
  })

  it('may make temporary tables and no others', async () => {
    const [found] = await ask(
      `select has_schema_privilege($1, 'public', 'CREATE') as lasting,
              has_database_privilege($1, current_database(), 'CREATE') as schemas,
              has_database_privilege($1, current_database(), 'TEMP') as temporary`,
      [role],
    )
    expect(found).toEqual({ lasting: false, schemas: false, temporary: true })
  })

  it('may read every table', async () => {
    expect(await names(`select * from (${tables}) t where not ${may('SELECT')}`)).toEqual([])
  })

  it('may only add to what is append-only', async () => {
    const appendOnly = `select * from (${tables}) t where comment ~ '\\[append-only\\]'`
    expect((await names(appendOnly)).length).toBeGreaterThan(5)
    const changeable = `select t.name from (${appendOnly}) t
                         where ${may('UPDATE')} or ${may('DELETE')} or ${may('TRUNCATE')}
                            or has_any_column_privilege('${role}', t.oid, 'UPDATE')`
    expect(await names(changeable)).toEqual([])
  })

  it('may never empty a table, nor hang keys or triggers on it', async () => {
    const any = ['TRUNCATE', 'REFERENCES', 'TRIGGER'].map(may).join(' or ')
    const handed = `select * from (${tables}) t where ${any}`
    expect(await names(handed)).toEqual([])
  })

  it('may not touch the list of migrations', async () => {
    const [found] = await ask(
      `select has_table_privilege($1, 'schema_migration', 'INSERT, UPDATE, DELETE') as may`,
      [role],
    )
    expect(found).toEqual({ may: false })
  })
})

describe('append-only tables', () => {
  it('have a trigger that raises, whoever asks', async () => {
    const unguarded = `select * from (${tables}) t where comment ~ '\\[append-only\\]'
                          and not exists (select from pg_trigger g where g.tgrelid = t.oid
                                             and g.tgfoid = 'refuse_change'::regproc and g.tgenabled = 'O')`
    expect(await names(unguarded)).toEqual([])
  })

  it('are those that the roles cannot update', async () => {
    const unmarked = `select * from (${tables}) t where comment !~ '\\[append-only\\]'
                         and not has_table_privilege('anxin_app', t.oid, 'UPDATE')`
    expect(await names(unmarked)).toEqual([])
  })
})

describe('everybody else', () => {
  it('has no right on any table', async () => {
    const given = `select distinct table_name || ' to ' || grantee as name
                     from information_schema.role_table_grants
                    where table_schema = 'public' and grantee <> all ($1) and grantee <> grantor`
    expect(await names(given, [roles])).toEqual([])
  })
})
