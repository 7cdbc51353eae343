import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

import { type OwnedDb, openDb } from '../src/platform/db/db.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { templateHash } from './embedded-template.ts'

/**
 * What the app logs in as in tests: as in production it owns nothing, and without `SET ROLE` it sees nothing.
 */
const login = 'anxin_test_login'

/** Held while the template is made or copied, for a database cannot be copied while it is being made. */
const templateLock = 7_240_725

/**
 * 服务器测试库 — a database of one's own on the server of `TEST_DATABASE_URL`, copied from a migrated template. Its
 * login owns nothing; closing drops it.
 */
export async function openOnServer(): Promise<OwnedDb> {
  const adminUrl = process.env['TEST_DATABASE_URL']
  if (adminUrl === undefined) {
    throw new Error('tests on PostgreSQL are run by `npm test -- FILTER`, which starts the server')
  }
  const template = `anxin_template_${(await templateHash('')).slice(0, 16)}`
  const name = `anxin_test_${randomBytes(8).toString('hex')}`
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(${templateLock})`)
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      await makeTemplate(admin, adminUrl, template)
    }
    await admin.query(`create database ${name} template ${template}`)
  })
  const databaseAdminUrl = urlOf(adminUrl, { database: name })
  const db = await openDb({ databaseUrl: urlOf(adminUrl, { database: name, user: login }), databaseAdminUrl })
  return {
    ...db,
    async close() {
      await db.close()
      await asAdmin(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`))
    },
  }
}

async function makeTemplate(admin: Client, adminUrl: string, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`
  await admin.query(`drop database if exists ${unfinished}`)
  await admin.query(`create database ${unfinished}`)
  const db = await openDb({ databaseUrl: urlOf(adminUrl, { database: unfinished }) })
  await migrate(db)
  await db.close()
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [login])
  if (rowCount === 0) {
    const password = decodeURIComponent(new URL(adminUrl).password)
    await admin.query(`create role ${login} login noinherit password ${admin.escapeLiteral(password)}`)
    await admin.query(`grant anxin_app, anxin_engine to ${login}`)
  }
  await admin.query(`alter database ${unfinished} rename to ${template}`)
}

async function asAdmin(url: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

function urlOf(adminUrl: string, { database, user }: { database: string; user?: string }): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  url.username = user ?? url.username
  return url.href
}
