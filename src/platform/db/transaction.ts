import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'

import type { Tables } from '../../../schema/tables.ts'
import { invariant, Refusal } from '../../contract/errors.ts'
import { checkStatement } from './guard.ts'
import { planName } from './kept-plans.ts'
import { beginMessage, type Session } from './session.ts'

export type Rows = Transaction<Tables>

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}

const counted = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** The transaction that the present call runs in. A second one inside it would wait for ever on PGlite. */
const present = new AsyncLocalStorage<{ open: boolean }>()

/**
 * 事务 — runs `work` between begin and commit as the session says. Whatever `work` throws rolls back, and so
 * does a commit that the database turned into a rollback because a statement had failed and its error was
 * swallowed. Nothing can run on the connection once the transaction has ended.
 */
export async function runTransaction<T>(
  pool: Pool,
  session: Session,
  work: (rows: Rows) => Promise<T>,
): Promise<T> {
  invariant(present.getStore()?.open !== true, 'a transaction does not begin inside another one')
  const message = beginMessage(session)
  const client = await connect(pool)
  const state = { open: true }
  let broken: Error | undefined
  try {
    await client.query(message)
    const result = await present.run(state, () => work(transactionOver(client, state)))
    state.open = false
    const { command } = await client.query('COMMIT')
    invariant(command === 'COMMIT', 'a transaction in which a statement failed is not taken for committed')
    return result
  } catch (error) {
    state.open = false
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** 取连接 — a connection of the pool, or `database.busy` when none came free in time. */
export async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    if (error instanceof Error && error.message === 'timeout exceeded when trying to connect') {
      throw new Refusal('database.busy', {}, 'too-many')
    }
    throw error
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('the roll-back failed')
  }
}

function transactionOver(client: PoolClient, state: { readonly open: boolean }): Rows {
  const connection = guardedConnection(client, state)
  const adapter = dialect.createAdapter()
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), adapter, {
    provideConnection: (consumer) => consumer(connection),
  })
  return new Transaction<Tables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor })
}

function guardedConnection(client: PoolClient, state: { readonly open: boolean }): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      invariant(state.open, 'no statement runs after its transaction has ended')
      checkStatement(query.sql)
      const name = planName(query)
      const { command, rowCount, rows } = await client.query({
        ...(name === undefined ? {} : { name }),
        text: query.sql,
        values: [...query.parameters],
      })
      return counted.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
    },
    streamQuery() {
      throw new Error('rows are not streamed: read them by page')
    },
  }
}
