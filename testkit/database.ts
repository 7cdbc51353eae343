import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

import type { fixedClock } from '../src/platform/clock.ts'
import type { Engine, OwnedDb } from '../src/platform/db/db.ts'
import {
  type Actor,
  localOperator,
  read,
  type TransactDeps,
  type Tx,
  transact,
} from '../src/platform/transact.ts'
import { clockAt } from './clock.ts'
import { openEmbedded } from './embedded-template.ts'
import { openOnServer } from './server-template.ts'

export interface TestDatabase extends TransactDeps {
  readonly db: OwnedDb
  readonly clock: ReturnType<typeof fixedClock>
  /** A use-case as the actor, committed. */
  transact<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Work that only reads, as the actor. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Work as the actor that leaves nothing: it is rolled back when it is done. */
  withTx<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Rows that a test starts from, committed as the local operator; leaves one event in a stream of its own.
   */
  seed(work: (tx: Tx) => Promise<unknown>): Promise<void>
}

/** 测试引擎 — which engine the tests run on: `DB=postgres` or, unless said otherwise, PGlite. */
export const testEngine: Engine = process.env['DB'] === 'postgres' ? 'postgres' : 'pglite'

/** 新数据库 — an empty migrated database of one's own, to be closed by whoever asked for it. */
export async function openTestDatabase(): Promise<OwnedDb> {
  return await (testEngine === 'postgres' ? openOnServer() : openEmbedded())
}

/**
 * 用数据库 — gives the tests of a file an empty migrated database: one for all of them, or each its own. The
 * clock stands at 2026-04-01 until a test sets it.
 */
export function useDatabase({ each = 'file' }: { each?: 'file' | 'test' } = {}): TestDatabase {
  let opened: OwnedDb | undefined
  const open = async () => {
    opened = await openTestDatabase()
  }
  const close = async () => {
    await opened?.close()
    opened = undefined
  }
  const [before, after] = each === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach]
  before(open)
  after(close)
  return overDatabase(() => {
    if (opened === undefined) {
      throw new Error('the database is open while tests run, and not before')
    }
    return opened
  })
}

function overDatabase(present: () => OwnedDb): TestDatabase {
  const clock = clockAt('2026-04-01')
  const database: TestDatabase = {
    get db() {
      return present()
    },
    clock,
    transact: (actor, work) => transact(database, actor, work),
    read: (actor, work) => read(database, actor, work),
    withTx: (actor, work) => rolledBack(database, actor, work),
    async seed(work) {
      await transact(database, localOperator, async (tx) => {
        await work(tx)
        tx.record({ stream: seedStream, type: 'test.seeded', data: {}, areaCode: '330000' })
      })
    },
  }
  return database
}

const seedStream = { kind: 'system', id: '00000000-0000-8000-8000-000000000000' } as const

async function rolledBack<T>(deps: TransactDeps, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done: { result?: T } = {}
  const rollBack = new Error('the work is done and leaves nothing')
  try {
    return await transact(deps, actor, async (tx): Promise<T> => {
      done.result = await work(tx)
      throw rollBack
    })
  } catch (error) {
    if (error === rollBack && 'result' in done) {
      return done.result
    }
    throw error
  }
}
