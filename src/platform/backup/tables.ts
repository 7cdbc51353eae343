import { createHash } from 'node:crypto'
import { type ClientBase, escapeIdentifier } from 'pg'

import { invariant } from '../../contract/errors.ts'

/*
 * Rows as lines of JSON, one row a line in the order of the primary key: the same text on every engine and
 * version, so that it can be carried between them and compared by hash. Postgres writes and reads it
 * itself, which keeps every type.
 */

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** Sort keys that do not depend on the collation of the database. */
  readonly order: readonly string[]
}

export interface TableSum {
  readonly name: string
  readonly rows: number
  /** SHA-256 over the lines of all rows. */
  readonly sha256: string
}

export interface Slice {
  readonly rows: number
  readonly lines: string
}

const ROWS_A_FETCH = 1000
/** Characters from which a slice is handed on; with its last fetch it stays in the order of this size. */
const SLICE = 2_000_000

/** 列出表 — every table of ours but the list of migrations, which the migrations themselves keep. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
           array(select quote_ident(a.attname)
                        || case when a.attcollation <> 0 then ' collate "C"' else '' end
                   from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k(attnum, place)
                   join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                  where i.indrelid = c.oid and i.indisprimary order by k.place) as "order"
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> 'schema_migration'
     order by c.relname collate "C"`)
  for (const table of rows) {
    invariant(
      table.order.length > 0,
      `table ${table.name} has a primary key, without which its rows have no order`,
    )
  }
  return rows
}

/**
 * 读表 — the rows of a table in slices, inside the transaction that the client is in. Gives their number and
 * hash when all have been read.
 */
export async function* readTable(client: ClientBase, table: Table): AsyncGenerator<Slice, TableSum> {
  const hash = createHash('sha256')
  let rows = 0
  let pending: string[] = []
  let pendingLength = 0
  const handOn = (): Slice => {
    const slice = { rows: pending.length, lines: pending.join('') }
    hash.update(slice.lines)
    rows += slice.rows
    pending = []
    pendingLength = 0
    return slice
  }
  await client.query(
    `declare every_row no scroll cursor for
      select to_jsonb(t)::text as line from ${escapeIdentifier(table.name)} t
       order by ${table.order.join(', ')}`,
  )
  for (let more = true; more; ) {
    const fetched = await client.query(`fetch ${ROWS_A_FETCH} from every_row`)
    for (const { line } of fetched.rows) {
      pending.push(`${line}\n`)
      pendingLength += line.length
    }
    more = fetched.rows.length === ROWS_A_FETCH
    if (pending.length > 0 && (pendingLength >= SLICE || !more)) {
      yield handOn()
    }
  }
  await client.query('close every_row')
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

/** 写表 — puts a slice of rows into a table. */
export async function writeSlice(client: ClientBase, table: Table, lines: string): Promise<void> {
  const columns = table.columns.map(escapeIdentifier).join(', ')
  const name = escapeIdentifier(table.name)
  await client.query(
    `insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [`[${lines.trimEnd().replaceAll('\n', ',')}]`],
  )
}

/** 表摘要 — number and hash of the rows of a table as they stand. */
export async function sumTable(client: ClientBase, table: Table): Promise<TableSum> {
  const slices = readTable(client, table)
  let next = await slices.next()
  while (next.done !== true) {
    next = await slices.next()
  }
  return next.value
}
