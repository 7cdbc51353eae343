import { sql } from 'kysely'

import { invariant } from '../contract/errors.ts'
import type { Day } from '../law/day.ts'
import { chinaDay } from '../law/instant.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/db.ts'
import type { DbRole, Scope, Session } from './db/session.ts'
import type { Rows } from './db/transaction.ts'
import { appendEvents, checkEvent, type NewEvent } from './events/append.ts'
import { newId } from './ids.ts'

export type { Scope } from './db/session.ts'
export type { NewEvent } from './events/append.ts'

/** 行为人 — who acts, and whose rows they may see and change. One grant's scope, never a mixture. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly scope: Scope
  /** The database role; `app` unless said otherwise. */
  readonly role?: DbRole
}

/** 事务 — what every store and service function takes first. */
export interface Tx {
  readonly k: Rows
  readonly actor: Actor
  /** The instant of the transaction, ISO 8601 in UTC. */
  readonly now: string
  /** The day of that instant in China. */
  readonly today: Day
  /** Notes an event; it is written, hash-chained, when the work is done. */
  record(event: NewEvent): void
}

export interface TransactDeps {
  readonly db: Db
  readonly clock: Clock
}

const everywhere: Scope = { areas: '*', sectors: '*', organizations: [], person: null }

/**
 * 本机操作员 — whoever sits at the machine, until the doors for others are built; the server listens there only.
 */
export const localOperator: Actor = { id: 'local-operator', name: '本机操作员', scope: everywhere }

/** 监测引擎 — acts for the rules, with the engine's own role. */
export const systemMonitoring: Actor = {
  id: 'system:monitoring',
  name: '监测引擎',
  scope: everywhere,
  role: 'engine',
}

/**
 * 办理 — runs a use-case in one transaction as the actor, and writes the events that it recorded at the end.
 * Work that changed something and recorded no event is a bug and is rolled back; so is whatever throws.
 */
export async function transact<T>(
  platform: TransactDeps,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await platform.db.begin(sessionOf(actor, false), async (k) => {
    const events: NewEvent[] = []
    const tx = openTx(platform, { k, actor }, (event) => {
      checkEvent(event)
      events.push(event)
    })
    const result = await work(tx)
    if (events.length === 0) {
      invariant(!(await hasWritten(k)), 'work that changes anything records at least one event')
      return result
    }
    await appendEvents(k, events, { actorId: actor.id, requestId: newId(), at: tx.now })
    return result
  })
}

/** 查询 — runs work that only reads, as the actor; the database itself refuses a write. */
export async function read<T>(
  platform: TransactDeps,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await platform.db.begin(sessionOf(actor, true), async (k) => {
    const refuse = () => invariant(false, 'work that only reads has nothing to record')
    return await work(openTx(platform, { k, actor }, refuse))
  })
}

function sessionOf(actor: Actor, readOnly: boolean): Session {
  return { role: actor.role ?? 'app', actor: actor.id, scope: actor.scope, readOnly }
}

function openTx(
  platform: TransactDeps,
  { k, actor }: { k: Rows; actor: Actor },
  record: (event: NewEvent) => void,
): Tx {
  const now = platform.clock.now()
  return { k, actor, now, today: chinaDay(now), record }
}

/** PostgreSQL gives a transaction its number with its first change, or when it makes a temporary table. */
async function hasWritten(k: Rows): Promise<boolean> {
  const asked = sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote`
  const { rows } = await asked.execute(k)
  return rows[0]?.wrote !== false
}
