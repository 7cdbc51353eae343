import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { Refusal } from '../../contract/errors.ts'
import { restoreBackup } from '../../platform/backup/restore.ts'
import { masterKeyFile } from '../../platform/vault/master-key.ts'
import { type BareVerb, exitCode } from '../verb.ts'

/** 恢复 — a backup into the data folder, or into the database that is set, both empty. */
export const restoreVerb: BareVerb = {
  name: 'restore',
  needs: 'nothing',
  register(command, say) {
    command.argument('<file>', say('backup.argument.file')).option('--key <file>', say('restore.option.key'))
  },
  async run(context, args, options) {
    const { settings } = context
    const file = resolve(context.cwd, args[0] ?? '')
    const masterKey = readKey(context.cwd, options['key'])
    const { manifest, hasKey } = await restoreBackup(settings, { file, masterKey })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const { madeAt, blobs } = manifest
    const folder = settings.dataFolder
    context.stdout(
      `${context.say('restore.done', { madeAt, tables: manifest.tables.length, rows, blobs, folder })}\n`,
    )
    if (!hasKey) {
      context.stderr(`${context.say('restore.key-missing', { file: masterKeyFile(folder) })}\n`)
    }
    return exitCode.done
  },
}

function readKey(cwd: string, given: unknown): string | undefined {
  if (typeof given !== 'string') {
    return undefined
  }
  const file = resolve(cwd, given)
  if (!existsSync(file)) {
    throw new Refusal('restore.no-such-key', { file }, 'invalid')
  }
  return readFileSync(file, 'utf8')
}
