import { demoVerb } from './demo.ts'
import { simulateVerb } from './simulate.ts'
import { templatesVerb } from './templates.ts'
import type { BareVerb } from './verb.ts'
import { migrateVerb } from './verbs/migrate.ts'
import { moveVerb } from './verbs/move.ts'
import { restoreVerb } from './verbs/restore.ts'
import { serveVerb } from './verbs/serve.ts'

/** 命令清单（自行打开）— every verb that opens the platform in its own way, by hand, in the order of the help. */
export const bareVerbs: readonly BareVerb[] = [
  serveVerb,
  demoVerb,
  simulateVerb,
  templatesVerb,
  migrateVerb,
  restoreVerb,
  moveVerb,
]
