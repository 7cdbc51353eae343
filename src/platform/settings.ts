import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'

import { Refusal } from '../contract/errors.ts'
import { type Locale, locales } from '../contract/messages/index.ts'
import { type LogLevel, logLevels } from './log.ts'

export const ciphers = ['aes-256-gcm', 'sm4'] as const

export type Cipher = (typeof ciphers)[number]

/** 设置 — everything that can be set from outside, read once at start. */
export interface Settings {
  /** The data folder, absolute: blobs and keys, and the database where no server is named. */
  readonly dataFolder: string
  /** A PostgreSQL server; without one the database is embedded in the data folder. */
  readonly databaseUrl: string | undefined
  /** The role that owns the tables, for `migrate` and `move` on a server; the app's own role owns nothing. */
  readonly databaseAdminUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly locale: Locale
  readonly maxUploadBytes: number
  readonly cipher: Cipher
  /**
   * The master key as text (64 hex digits, or base64 of 32 bytes); without it the key file is used. Never
   * logged.
   */
  readonly masterKey: string | undefined
  readonly logLevel: LogLevel
  readonly colors: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const known = new Set([
  'ANXIN_DATA',
  'ANXIN_HOST',
  'ANXIN_PORT',
  'ANXIN_LANG',
  'ANXIN_MAX_UPLOAD_MB',
  'ANXIN_CIPHER',
  'ANXIN_MASTER_KEY',
])

/** Whoever reaches the server acts as its operator, so it listens to this machine only. */
const loopback = ['127.0.0.1', '::1', 'localhost'] as const

const MEBIBYTE = 1024 * 1024

/**
 * 读取设置 — the environment, and under it the file `.env` of the current folder. An unknown `ANXIN_…` name or
 * a value out of range is refused rather than passed over, since a misspelt setting is a setting that
 * silently does not hold.
 */
export function readSettings(
  environment: Environment = process.env,
  folder: string = process.cwd(),
): Settings {
  const values = { ...readDotEnv(folder), ...withoutEmpty(environment) }
  const stranger = Object.keys(values).find((name) => name.startsWith('ANXIN_') && !known.has(name))
  if (stranger !== undefined) {
    throw new Refusal('setting.unknown', { setting: stranger, known: [...known] }, 'invalid')
  }
  return {
    dataFolder: resolve(folder, values['ANXIN_DATA'] ?? 'data'),
    databaseUrl: postgresUrl(values, 'DATABASE_URL'),
    databaseAdminUrl: postgresUrl(values, 'DATABASE_ADMIN_URL'),
    host: oneOf(values, 'ANXIN_HOST', loopback),
    port: wholeNumber(values, 'ANXIN_PORT', { from: 0, to: 65_535, otherwise: 7240 }),
    locale: oneOf(values, 'ANXIN_LANG', locales),
    maxUploadBytes:
      wholeNumber(values, 'ANXIN_MAX_UPLOAD_MB', { from: 1, to: 1024, otherwise: 50 }) * MEBIBYTE,
    cipher: oneOf(values, 'ANXIN_CIPHER', ciphers),
    masterKey: values['ANXIN_MASTER_KEY'],
    logLevel: oneOf({ LOG_LEVEL: 'info', ...values }, 'LOG_LEVEL', logLevels),
    colors: values['NO_COLOR'] === undefined,
  }
}

function readDotEnv(folder: string): Environment {
  const file = join(folder, '.env')
  return existsSync(file) ? withoutEmpty(parseEnv(readFileSync(file, 'utf8'))) : {}
}

/**
 * An empty variable means "not set", as Docker and systemd write it; `NO_COLOR` is meant so too
 * (no-color.org).
 */
function withoutEmpty(values: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  )
}

function oneOf<const T extends string>(
  values: Environment,
  setting: string,
  allowed: readonly [T, ...T[]],
): T {
  const given = values[setting]
  const found = given === undefined ? allowed[0] : allowed.find((value) => value === given)
  if (found === undefined) {
    throw new Refusal('setting.not-one-of', { setting, given, allowed: [...allowed] }, 'invalid')
  }
  return found
}

function wholeNumber(
  values: Environment,
  setting: string,
  range: { from: number; to: number; otherwise: number },
): number {
  const given = values[setting]
  if (given === undefined) {
    return range.otherwise
  }
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
  if (!(value >= range.from && value <= range.to)) {
    throw new Refusal('setting.not-in-range', { setting, given, from: range.from, to: range.to }, 'invalid')
  }
  return value
}

/** The value itself is not repeated in the error: it holds a password. */
function postgresUrl(values: Environment, setting: string): string | undefined {
  const given = values[setting]
  if (given !== undefined && !/^postgres(ql)?:\/\/\S+$/.test(given)) {
    throw new Refusal('setting.not-postgres', { setting }, 'invalid')
  }
  return given
}
