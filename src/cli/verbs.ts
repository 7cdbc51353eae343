import { findingsVerb, monitorVerb } from './findings.ts'
import { importVerb } from './import.ts'
import { intakesVerb } from './import-list.ts'
import { reasonsVerb } from './import-reasons.ts'
import { scoreVerb } from './score.ts'
import type { Verb } from './verb.ts'
import { auditVerifyVerb } from './verbs/audit.ts'
import { backupVerb } from './verbs/backup.ts'
import { healthVerb } from './verbs/health.ts'
import { rebuildVerb } from './verbs/rebuild.ts'
import { withdrawVerb } from './withdraw.ts'

/** 命令清单 — every verb that works on the open platform, by hand, in the order of the help. */
export const verbs: readonly Verb[] = [
  importVerb,
  intakesVerb,
  reasonsVerb,
  withdrawVerb,
  monitorVerb,
  findingsVerb,
  scoreVerb,
  rebuildVerb,
  auditVerifyVerb,
  healthVerb,
  backupVerb,
]
