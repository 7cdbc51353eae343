import { resolve } from 'node:path'

import { Refusal } from '../../contract/errors.ts'
import { moveToServer } from '../../platform/backup/move.ts'
import { movedFolder } from '../../platform/platform.ts'
import { type BareVerb, exitCode } from '../verb.ts'

/** 迁移到服务器 — the embedded database of this folder to PostgreSQL, compared row by row. */
export const moveVerb: BareVerb = {
  name: 'move',
  needs: 'nothing',
  register(command, say) {
    command
      .requiredOption('--to <url>', say('move.option.to'))
      .option('--data <folder>', say('move.option.data'))
  },
  async run(context, _, options) {
    const databaseUrl = String(options['to'])
    if (!/^postgres(ql)?:\/\/\S+$/.test(databaseUrl)) {
      throw new Refusal('setting.not-postgres', { setting: '--to' }, 'invalid')
    }
    const { dataFolder } = context.settings
    const newFolder = typeof options['data'] === 'string' ? resolve(context.cwd, options['data']) : undefined
    const { tables, blobs } = await moveToServer(context.settings, { databaseUrl, newFolder })
    for (const { name, rows, sha256 } of tables) {
      context.stdout(`${name.padEnd(28)} ${String(rows).padStart(12)}  ${sha256.slice(0, 16)}\n`)
    }
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const kept = movedFolder(dataFolder)
    const folder = newFolder ?? dataFolder
    context.stdout(`${context.say('move.done', { tables: tables.length, rows, blobs, folder, kept })}\n`)
    return exitCode.done
  },
}
