import { getByPrefix, withdraw } from '../features/intake/index.ts'
import { importing } from '../importing.ts'
import { localOperator, read } from '../platform/transact.ts'
import { exitCode, type Verb } from './verb.ts'

/** 撤回命令 — `anxin withdraw INTAKE`: what a message says no longer counts. */
export const withdrawVerb: Verb = {
  name: 'withdraw',
  needs: 'platform',
  register(command, say) {
    command.argument('<intake>', say('withdraw.argument.intake'))
  },
  async run(context, [given = '']) {
    const { platform } = context
    const { intakeId } = await read(platform, localOperator, (tx) => getByPrefix(tx, given))
    const receipt = await withdraw(platform, importing, { actor: localOperator, intakeId })
    context.stdout(`${context.say('withdraw.done', { file: receipt.fileName, hash: receipt.hash })}\n`)
    return exitCode.done
  },
}
