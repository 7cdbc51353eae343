import { invariant } from '../../contract/errors.ts'

/**
 * 范围 — whose rows one grant opens. An empty list opens nothing; a row must pass areas and sectors together.
 */
export interface Scope {
  /** Prefixes of area codes (33, 3301, 330106, 330106001); `*` is for the named system actors only. */
  readonly areas: readonly string[] | '*'
  readonly sectors: readonly string[] | '*'
  readonly organizations: readonly string[]
  readonly person: string | null
}

export type DbRole = 'app' | 'engine'

/**
 * 会话 — as whom a transaction runs: the database role, the actor for the record, and the scope of one grant.
 */
export interface Session {
  readonly role: DbRole
  readonly actor: string
  readonly scope: Scope
  /** The database itself then refuses every write. */
  readonly readOnly: boolean
}

/** The only actors that may look everywhere. */
export const everywhereActors: ReadonlySet<string> = new Set([
  'local-operator',
  'system:monitoring',
  'system:maintenance',
])

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const patterns = {
  actor: /^[a-z0-9][a-z0-9:_-]{0,79}$/,
  area: /^[1-8]\d{1,8}$/,
  sector: /^[a-z][a-z0-9-]{0,39}$/,
} as const

/**
 * 开启语句 — the one message that opens a transaction: begin, role, settings. Every value is checked by pattern
 * here, so that nothing but lists of known shape can stand between the quotes. `SET LOCAL` and not
 * `set_config()`: on Citus only the former reaches the shards.
 */
export function beginMessage(session: Session): string {
  const { areas, sectors, organizations, person } = session.scope
  invariant(patterns.actor.test(session.actor), 'an actor id has the shape that the settings allow')
  invariant(
    areas !== '*' || everywhereActors.has(session.actor),
    'only a named system actor may look at every area',
  )
  const settings = {
    areas: list(areas, patterns.area),
    sectors: list(sectors, patterns.sector),
    organizations: list(organizations, uuid),
    person: person === null ? '' : list([person], uuid),
    actor: session.actor,
  }
  const locals = Object.entries(settings).map(([name, value]) => `SET LOCAL app.${name} = '${value}'`)
  const begin = session.readOnly ? 'BEGIN READ ONLY' : 'BEGIN'
  // Compiling a statement costs a quarter of a second, which the statements of a fold never earn back.
  return [
    begin,
    "SET LOCAL TimeZone = 'UTC'",
    'SET LOCAL jit = off',
    // The engine sorts what whole counties have in trouble; to do that on disk takes twice as long.
    ...(session.role === 'engine' ? ["SET LOCAL work_mem = '32MB'"] : []),
    `SET LOCAL ROLE anxin_${session.role}`,
    ...locals,
  ].join('; ')
}

function list(values: readonly string[] | '*', pattern: RegExp): string {
  if (values === '*') {
    return '*'
  }
  invariant(
    values.every((value) => pattern.test(value)),
    'each value of a scope has the shape that its setting allows',
  )
  return values.join(',')
}
