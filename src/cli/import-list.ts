import { Option } from 'commander'

import { intakeStates } from '../contract/intake.ts'
import { queryIntakes } from '../features/intake/index.ts'
import { localOperator, read } from '../platform/transact.ts'
import { exitCode, type Verb } from './verb.ts'

const most = 200

/** 回执命令 — `anxin intakes`: the files received and what became of them, the latest first. */
export const intakesVerb: Verb = {
  name: 'intakes',
  needs: 'platform',
  register(command, say) {
    command
      .addOption(new Option('--state <state>', say('intakes.option.state')).choices(intakeStates))
      .option('--json', say('import.option.json'))
  },
  async run(context, _, options) {
    const state = intakeStates.find((known) => known === options['state'])
    const query = { ...(state === undefined ? {} : { state }), page: 1, pageSize: most }
    const { total, items } = await read(context.platform, localOperator, (tx) =>
      queryIntakes(tx, query, context.locale),
    )
    if (options['json'] === true) {
      context.stdout(`${JSON.stringify({ total, items }, null, 2)}\n`)
      return exitCode.done
    }
    for (const item of items) {
      const line = context.say('intakes.line', {
        ...item,
        state: context.say(`intake.state.${item.state}`),
        kind: item.kind === null ? '—' : context.say(`intake.kind.${item.kind}`),
        taken: item.rowsTaken,
        failed: item.rowsFailed,
        file: item.fileName,
      })
      context.stdout(`${line}\n${item.problem === null ? '' : `    ${item.problem.message}\n`}`)
    }
    if (total > items.length) {
      context.stdout(`${context.say('intakes.more', { count: total - items.length })}\n`)
    }
    return exitCode.done
  },
}
