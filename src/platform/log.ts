import { type Logger, pino } from 'pino'

export type Log = Logger

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

/** Fields that may hold a personal value. They are cut wherever they stand, up to three levels deep. */
const personalFields = [
  'name',
  'personName',
  'idNumber',
  'phone',
  'bankCard',
  'address',
  'account',
  'accountNumber',
  'text',
  'body',
  'row',
  'rows',
  'cells',
  'parameters',
  'password',
  'authorization',
  'cookie',
  'masterKey',
] as const

const redacted = personalFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/**
 * 日志 — structured lines on stderr (stdout belongs to the verbs). Logs hold ids, sums and field names;
 * fields known to carry personal values are cut should one slip in, and so are the parameters of a failed
 * statement.
 */
export function openLog(level: LogLevel, destination: NodeJS.WritableStream = process.stderr): Log {
  const options = {
    level,
    base: null,
    redact: { paths: redacted, censor: '[cut]' },
    serializers: { err: errorFields },
  }
  return pino(options, destination)
}

/**
 * Only these fields of an error are logged: a driver's `detail` quotes the row, and so does its message at
 * times.
 */
function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) {
    return { kind: typeof error }
  }
  const { code, table, constraint } = error as Error & Record<'code' | 'table' | 'constraint', unknown>
  return { type: error.name, message: error.message, code, table, constraint, stack: error.stack }
}
