import { types } from 'pg'

type Parse = (text: string) => unknown

const utcInstant = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** Transactions run with TimeZone UTC, so anything else means that a connection was not set up by us. */
function instant(text: string): string {
  const [, day, time, fraction = ''] = utcInstant.exec(text) ?? []
  if (day === undefined || time === undefined) {
    throw new Error(`the database sent an instant that is not in UTC: ${text}`)
  }
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}

/** Enough for the types below, whose texts hold no comma, quote or brace. */
function elements(text: string, parse: Parse): unknown[] {
  const parts = text === '{}' ? [] : text.slice(1, -1).split(',')
  return parts.map((part) => (part === 'NULL' ? null : parse(part.replaceAll('"', ''))))
}

const same: Parse = (text) => text

/** One line a type: its oid, the oid of its array, and how its text becomes a value. */
const parsed: readonly (readonly [oid: number, arrayOid: number, parse: Parse])[] = [
  [types.builtins.INT8, 1016, BigInt],
  [types.builtins.NUMERIC, 1231, same],
  [types.builtins.DATE, 1182, same],
  [types.builtins.TIMESTAMPTZ, 1185, instant],
]

const parsers = new Map<number, Parse>(
  parsed.flatMap(([oid, arrayOid, parse]): [number, Parse][] => [
    [oid, parse],
    [arrayOid, (text) => elements(text, parse)],
  ]),
)

/**
 * 类型对照 — how values of either engine reach us, in this one place: int8 as bigint, numeric as text, date as
 * 'YYYY-MM-DD', timestamptz as ISO 8601 in UTC; everything else as node-postgres has it (bytea as Buffer,
 * jsonb parsed).
 */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    parsers.get(oid) ?? types.getTypeParser(oid, format),
}
