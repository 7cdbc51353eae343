import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { checkStatement } from './guard.ts'

const database = useDatabase()

const harmless = [
  'select 1',
  'SELECT "name" from "area" where "code" = $1 and "level" = $2',
  '(select 1) union (select 2)',
  'with a as (select 1) insert into area select * from a',
  "-- what the list needs; it's all\nselect 'a;b', 'the', 'set role'",
  "select ';' as a;",
  'create temp table if not exists "rows" (a int) on commit drop',
  'update "worksite" set "name" = $1',
]

const refused = [
  'set role postgres',
  'SET LOCAL app.areas = $1',
  'set session authorization default',
  'reset role',
  'reset all',
  'discard all',
  'begin',
  'commit',
  'rollback',
  'savepoint a',
  'do $$ begin reset role; end $$',
  "select set_config('role', 'none', true)",
  'select "set_config"($1, $2, true)',
  'select pg_catalog.set_config($1, $2, true)',
  'select U&"s\\0065t_config"($1, $2, true)',
  "update pg_settings set setting = '*' where name = 'app.areas'",
  'select 1; reset role',
  "select 'a'; reset role; select 'b'",
  "select e'\\''; reset role; select '",
  'select $a$ $a$; reset role',
  '/* note */ reset role',
  "-- it's\nreset role",
  "select query_to_xml('reset role', true, true, '')",
  'create function f() returns int language sql as $1',
  'create table t (a int)',
  'prepare p as select 1',
  'execute p',
  'copy area to stdout',
  'listen a',
  'call p()',
  'truncate area',
  '',
]

describe('checkStatement', () => {
  it.each(harmless)('lets pass: %s', (text) => {
    expect(() => checkStatement(text)).not.toThrow()
  })

  it.each(refused)('refuses: %s', (text) => {
    expect(() => checkStatement(text)).toThrow('a feature')
  })

  it('stands before every statement of a transaction', async () => {
    const scope = { areas: ['33'], sectors: '*', organizations: [], person: null } as const
    const session = { role: 'app', actor: 'someone', scope, readOnly: false } as const
    const leaving = database.db.begin(session, (rows) => sql`reset role`.execute(rows))
    await expect(leaving).rejects.toThrow('a feature may not run')
  })
})
