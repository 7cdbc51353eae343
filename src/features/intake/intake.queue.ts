import type { IntakeProgress } from '../../contract/endpoints/intake.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, localOperator } from '../../platform/transact.ts'
import { processIntake } from './intake.process.ts'
import { unfinished } from './intake.service.ts'
import type { Importing } from './ports.ts'

/** 办理队列 — processes stored messages in the background, one at a time, and knows how far each one is. */
export interface IntakeQueue {
  add(intakeId: string, actor: Actor): void
  /** Null for a message that neither waits, nor is being read, nor failed unexpectedly since the start. */
  progressOf(intakeId: string): IntakeProgress | null
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
  /** Lets the present message end and takes up no other. */
  stop(): Promise<void>
}

export function openIntakeQueue(platform: Platform, importing: Importing): IntakeQueue {
  const progress = new Map<string, IntakeProgress>()
  let last = Promise.resolve()
  let stopped = false

  async function run(intakeId: string, actor: Actor): Promise<void> {
    if (stopped) {
      return
    }
    const onProgress = (share: number) => progress.set(intakeId, { phase: 'reading', share })
    onProgress(0)
    try {
      await processIntake(platform, importing, { intakeId, actor, onProgress })
      progress.delete(intakeId)
    } catch {
      // Logged where it happened; the message stays stored and is tried again at the next start, or when
      // sent again.
      progress.set(intakeId, { phase: 'failed', share: 0 })
    }
  }

  return {
    add(intakeId, actor) {
      const phase = progress.get(intakeId)?.phase
      if (phase === 'waiting' || stopped) {
        return
      }
      progress.set(intakeId, { phase: 'waiting', share: 0 })
      last = last.then(() => run(intakeId, actor))
    },
    progressOf: (intakeId) => progress.get(intakeId) ?? null,
    idle: () => last,
    async stop() {
      stopped = true
      await last
    },
  }
}

/**
 * 续办 — takes up what an earlier run of the program stored and did not finish. Every sender is the operator
 * of this machine until there are accounts, so he acts for all of them.
 */
export async function resumeUnfinished(platform: Platform, queue: IntakeQueue): Promise<number> {
  const intakeIds = await unfinished(platform, localOperator)
  for (const intakeId of intakeIds) {
    queue.add(intakeId, localOperator)
  }
  return intakeIds.length
}
