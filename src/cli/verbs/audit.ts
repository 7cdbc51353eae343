import { verifyChain } from '../../platform/events/verify.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { exitCode, type Verb } from '../verb.ts'

/** 核验留痕 — reads every event and says whether each chain is whole; exit code 3 when one is broken. */
export const auditVerifyVerb: Verb = {
  name: 'audit verify',
  register(command, say) {
    command.option('--json', say('option.json'))
  },
  async run(context, _, options) {
    const report = await read(context.platform, localOperator, (tx) => verifyChain(tx))
    const { broken } = report
    if (options['json'] === true) {
      const plain = { ...report, broken: broken && { ...broken, seq: Number(broken.seq) } }
      context.stdout(`${JSON.stringify(plain)}\n`)
    } else if (broken === null) {
      context.stdout(`${context.say('audit.whole', { ...report })}\n`)
    } else {
      const reason = context.say(`audit.reason.${broken.reason}`)
      context.stdout(`${context.say('audit.broken', { ...broken, reason })}\n`)
    }
    return broken === null ? exitCode.done : exitCode.found
  },
}
