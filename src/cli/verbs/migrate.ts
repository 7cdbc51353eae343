import { openDb } from '../../platform/db/db.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openPlatform } from '../../platform/platform.ts'
import { tellNotices } from '../run.ts'
import { type BareContext, type BareVerb, exitCode } from '../verb.ts'

/** 数据库升级 — brings the tables up to date, on a server with the login that owns them. */
export const migrateVerb: BareVerb = {
  name: 'migrate',
  needs: 'nothing',
  register: () => undefined,
  async run(context) {
    const applied = await bringUpToDate(context)
    const text =
      applied.length === 0 ? context.say('migrate.nothing') : context.say('migrate.done', { applied })
    context.stdout(`${text}\n`)
    return exitCode.done
  },
}

async function bringUpToDate(context: BareContext): Promise<readonly string[]> {
  const { databaseUrl, databaseAdminUrl } = context.settings
  if (databaseUrl === undefined) {
    // To open an embedded database is to bring it up to date.
    const opened = await openPlatform(context.settings, { role: 'verb' })
    tellNotices(opened.notices, context)
    await opened.close()
    return opened.applied
  }
  const db = await openDb({ databaseUrl, databaseAdminUrl })
  try {
    return await migrate(db)
  } finally {
    await db.close()
  }
}
