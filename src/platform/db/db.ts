import { PGlite } from '@electric-sql/pglite'
import { Client, type ClientBase, Pool, type PoolConfig } from 'pg'

import { invariant } from '../../contract/errors.ts'
import { embeddedStream } from './embedded-stream.ts'
import type { Session } from './session.ts'
import { connect, type Rows, runTransaction } from './transaction.ts'
import { typeParsers } from './types.ts'

export type Engine = 'pglite' | 'postgres'

/** 数据库 — all that a feature gets of the database: a transaction with a session. */
export interface Db {
  readonly engine: Engine
  /** Runs `work` in one transaction as the session says. Refuses to begin inside another one. */
  begin<T>(session: Session, work: (rows: Rows) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * 数据库（属主）— the same with the doors of whoever owns the tables: migrations, backup, tests. Never for a
 * feature.
 */
export interface OwnedDb extends Db {
  /** Lends a bare connection of the login role, outside any transaction, with no second lock. */
  maintain<T>(work: (client: ClientBase) => Promise<T>): Promise<T>
  /** The embedded database as one tar file. PGlite only. */
  dump(compression: 'gzip' | 'none'): Promise<Blob>
}

export interface DbSettings {
  /** `postgres://…`; when it is given the folder is not used. */
  readonly databaseUrl?: string | undefined
  /**
   * The login that owns the tables, for migrations; without it the one of `databaseUrl` does that as well.
   */
  readonly databaseAdminUrl?: string | undefined
  /** The folder of the embedded database, or 'memory'. */
  readonly folder?: string | undefined
  /** A dump to start an embedded database from. */
  readonly dump?: Blob | undefined
  readonly poolSize?: number | undefined
  /** How long a call waits for a connection before it is refused with `database.busy`. */
  readonly waitMilliseconds?: number | undefined
}

/**
 * 打开数据库 — PostgreSQL when there is a URL, else PGlite in its folder. Two must never open one folder: see
 * lock-file.
 */
export async function openDb(settings: DbSettings): Promise<OwnedDb> {
  const common = { types: typeParsers, connectionTimeoutMillis: settings.waitMilliseconds ?? 60_000 }
  if (settings.databaseUrl !== undefined) {
    const { databaseUrl, databaseAdminUrl, poolSize } = settings
    const pool = openPool({ ...common, connectionString: databaseUrl, max: poolSize ?? 8 })
    const ownerPool =
      databaseAdminUrl === undefined
        ? pool
        : openPool({ ...common, connectionString: databaseAdminUrl, max: 2 })
    return ownedDb({ engine: 'postgres', pool, ownerPool, embedded: null })
  }
  invariant(settings.folder !== undefined, 'a database is opened by URL or by folder')
  const options = settings.dump === undefined ? {} : { loadDataDir: settings.dump }
  const embedded = await PGlite.create(settings.folder === 'memory' ? 'memory://' : settings.folder, options)
  const pool = openPool({ ...common, max: 1, idleTimeoutMillis: 0, Client: embeddedClient(embedded) })
  return ownedDb({ engine: 'pglite', pool, ownerPool: pool, embedded })
}

function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  // An idle connection that breaks is dropped by the pool and the next call opens another; without a listener
  // the process would end.
  pool.on('error', () => undefined)
  return pool
}

/**
 * A new client each time, since a client that ended takes its stream with it; the session behind all of them is
 * the one that PGlite has. `Pool` calls it with `new`, hence no arrow.
 */
function embeddedClient(embedded: PGlite): new () => ClientBase {
  function EmbeddedClient(): ClientBase {
    return new Client({ stream: () => embeddedStream(embedded), user: 'postgres', types: typeParsers })
  }
  return EmbeddedClient as unknown as new () => ClientBase
}

interface Opened {
  readonly engine: Engine
  readonly pool: Pool
  readonly ownerPool: Pool
  readonly embedded: PGlite | null
}

function ownedDb({ engine, pool, ownerPool, embedded }: Opened): OwnedDb {
  return {
    engine,
    begin: (session, work) => runTransaction(pool, session, work),
    maintain: (work) => maintain(ownerPool, work),
    async dump(compression) {
      invariant(embedded !== null, 'only an embedded database is dumped as a folder')
      return await embedded.dumpDataDir(compression)
    },
    async close() {
      await pool.end()
      if (ownerPool !== pool) {
        await ownerPool.end()
      }
      await embedded?.close()
    },
  }
}

async function maintain<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await connect(pool)
  let failed: Error | undefined
  try {
    await client.query("SET TimeZone = 'UTC'")
    return await work(client)
  } catch (error) {
    // Nobody knows in what state the work left its connection. On PGlite, whose one session outlives its
    // clients, the roll-back is what ends an open transaction.
    await client.query('ROLLBACK').catch(() => undefined)
    failed = error instanceof Error ? error : new Error('maintenance failed')
    throw error
  } finally {
    client.release(failed)
  }
}
