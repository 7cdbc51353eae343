import { checkHealth } from '../../platform/health.ts'
import { exitCode, type Verb } from '../verb.ts'

/** 健康检查 — says in a line whether database and data folder are well. */
export const healthVerb: Verb = {
  name: 'health',
  register(command, say) {
    command.option('--json', say('option.json'))
  },
  async run(context, _, options) {
    const health = await checkHealth(context.platform)
    const text =
      options['json'] === true ? JSON.stringify(health) : context.say(`health.${health.ok}`, { ...health })
    context.stdout(`${text}\n`)
    return health.ok ? exitCode.done : exitCode.failed
  },
}
