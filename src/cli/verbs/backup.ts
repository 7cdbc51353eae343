import { statSync } from 'node:fs'
import { resolve } from 'node:path'

import { makeBackup } from '../../platform/backup/backup.ts'
import { masterKeyFile } from '../../platform/vault/master-key.ts'
import { exitCode, type Verb } from '../verb.ts'

/** 备份 — everything into one file; says whether the master key is in it. */
export const backupVerb: Verb = {
  name: 'backup',
  register(command, say) {
    command
      .argument('<file>', say('backup.argument.file'))
      .option('--with-key', say('backup.option.with-key'))
  },
  async run(context, args, options) {
    const file = resolve(context.cwd, args[0] ?? '')
    const withKey = options['withKey'] === true
    const { tables, blobs } = await makeBackup(context, { file, withKey })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const bytes = statSync(file).size
    context.stdout(`${context.say('backup.done', { file, tables: tables.length, rows, blobs, bytes })}\n`)
    const key = masterKeyFile(context.platform.settings.dataFolder)
    const fromEnvironment = context.platform.settings.masterKey !== undefined
    const where = fromEnvironment ? 'ANXIN_MASTER_KEY' : key
    context.stderr(`${context.say(withKey ? 'backup.key-inside' : 'backup.key-outside', { where })}\n`)
    return exitCode.done
  },
}
