import { invariant } from '../../contract/errors.ts'

/** What a feature may begin a statement with. Transactions, roles, settings and code are the platform's. */
const allowed = new RegExp(
  '^\\(*\\s*(select|insert|update|delete|merge|with|values|analyze|explain' +
    '|create\\s+temp\\s+table|create\\s+index|drop\\s+table)\\b',
  'i',
)

/**
 * Named anywhere, quoted or not: the functions that set a setting or run text as a statement. An update of
 * the view `pg_settings` sets one too.
 */
const forbiddenNames = /\bset_config\b|\bpg_settings\b|_to_xml|\bts_stat\b|\bts_rewrite\b/i

/** Ways of quoting that the pattern below does not follow, and that Kysely never writes. */
const forbiddenQuotes = /\b[eu]&?''|\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/i

const quotedOrComment = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g

const seen = new Set<string>()
const seenMax = 5000

/**
 * 语句检查 — refuses any statement by which a feature could leave the role or the scope its transaction runs
 * with: it must be a single one of a few kinds and name no function that changes settings. On PGlite, whose
 * login is a superuser, this check is what holds the second lock shut.
 */
export function checkStatement(sql: string): void {
  if (seen.has(sql)) {
    return
  }
  const bare = sql.replace(quotedOrComment, "''")
  invariant(allowed.test(bare.trimStart().replace(/^(''\s*)+/, '')), `a feature may not run: ${opening(sql)}`)
  invariant(!/;\s*\S/.test(bare), `a feature runs one statement at a time, not: ${opening(sql)}`)
  invariant(
    !forbiddenQuotes.test(bare),
    `a feature may not quote so that this check cannot read: ${opening(sql)}`,
  )
  invariant(!forbiddenNames.test(sql), `a feature may not change settings: ${opening(sql)}`)
  if (seen.size >= seenMax) {
    seen.clear()
  }
  seen.add(sql)
}

function opening(sql: string): string {
  return sql.trim().slice(0, 60)
}
