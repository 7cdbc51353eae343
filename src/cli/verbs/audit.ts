import { verifyChain } from '../../platform/events/verify.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { exitCode, type Verb, type VerbContext } from '../verb.ts'

/** 核验留痕 — reads every event, and with `--files` every stored file; exit code 3 when one is not whole. */
export const auditVerifyVerb: Verb = {
  name: 'audit verify',
  register(command, say) {
    command.option('--files', say('audit.option.files')).option('--json', say('option.json'))
  },
  async run(context, _, options) {
    const { broken, ...chains } = await read(context.platform, localOperator, (tx) => verifyChain(tx))
    const files = options['files'] === true ? await context.platform.blobs.verify() : null
    const where = broken && { ...broken, seq: Number(broken.seq) }
    if (options['json'] === true) {
      context.stdout(`${JSON.stringify({ ...chains, broken: where, files })}\n`)
    } else {
      const lines = [where === null ? context.say('audit.whole', { ...chains }) : tellBreak(context, where)]
      if (files !== null) {
        lines.push(
          context.say(files.damaged.length === 0 ? 'audit.files-whole' : 'audit.files-damaged', { ...files }),
        )
      }
      context.stdout(`${lines.join('\n')}\n`)
    }
    return broken === null && (files?.damaged ?? []).length === 0 ? exitCode.done : exitCode.found
  },
}

function tellBreak(context: VerbContext, where: { readonly reason: string }): string {
  return context.say('audit.broken', { ...where, reason: context.say(`audit.reason.${where.reason}`) })
}
