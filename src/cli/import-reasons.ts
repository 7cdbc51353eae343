import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { getByPrefix, reasonsFile } from '../features/intake/index.ts'
import { importing } from '../importing.ts'
import { writeFileDurably } from '../platform/files.ts'
import { localOperator, read } from '../platform/transact.ts'
import { exitCode, type Verb } from './verb.ts'

/** 原因命令 — `anxin reasons INTAKE`: writes the rows that were refused, with the reason in a last column. */
export const reasonsVerb: Verb = {
  name: 'reasons',
  needs: 'platform',
  register(command, say) {
    command
      .argument('<intake>', say('withdraw.argument.intake'))
      .option('--out <file>', say('reasons.option.out'))
  },
  async run(context, [given = ''], options) {
    const { platform, locale, cwd } = context
    const { intakeId } = await read(platform, localOperator, (tx) => getByPrefix(tx, given))
    const { fileName, bytes } = await reasonsFile(platform, importing, {
      actor: localOperator,
      intakeId,
      locale,
    })
    const out = options['out']
    const file = resolve(cwd, typeof out === 'string' ? out : fileName)
    if (existsSync(file)) {
      throw new Refusal('reasons.exists', { file }, 'conflict')
    }
    writeFileDurably(file, bytes)
    context.stdout(`${context.say('reasons.written', { file })}\n`)
    return exitCode.done
  },
}
