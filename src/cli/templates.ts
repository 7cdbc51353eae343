import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

import { templateKinds } from '../contract/intake.ts'
import { template } from '../features/intake/index.ts'
import { writeFileDurably } from '../platform/files.ts'
import { type BareVerb, exitCode } from './verb.ts'

/** 模板命令 — `anxin templates`: a blank workbook of every kind of table. */
export const templatesVerb: BareVerb = {
  name: 'templates',
  needs: 'nothing',
  register(command, say) {
    command.option('--out <folder>', say('templates.option.out'))
  },
  async run(context, _, options) {
    const out = options['out']
    const folder = resolve(context.cwd, typeof out === 'string' ? out : '.')
    mkdirSync(folder, { recursive: true })
    for (const kind of templateKinds) {
      const { fileName, bytes } = await template(kind)
      const file = resolve(folder, fileName)
      writeFileDurably(file, bytes)
      context.stdout(`${context.say('templates.written', { file })}\n`)
    }
    return exitCode.done
  },
}
