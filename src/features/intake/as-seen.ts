import { Refusal } from '../../contract/errors.ts'
import type { Tx } from '../../platform/transact.ts'
import type { StoredIntake } from './intake.model.ts'
import { lockIntake } from './intake.store.ts'

const changedCode = 'intake.changed-meanwhile'
const mostTries = 5

/**
 * 按所见锁定 — holds a message until the transaction ends. What it decides was decided on what had been seen,
 * so a message that somebody changed in between is refused (`intake.changed-meanwhile`) and the use-case
 * begins anew: see `retried`.
 */
export async function lockAsSeen(tx: Tx, seen: StoredIntake): Promise<void> {
  const present = await lockIntake(tx, seen.intakeId)
  if (present?.state !== seen.state || JSON.stringify(present.options) !== JSON.stringify(seen.options)) {
    throw new Refusal(changedCode, { intakeId: seen.intakeId }, 'conflict')
  }
}

/** 是否已被改动 — whether somebody else changed the message first. */
export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof Refusal && error.code === changedCode
}

/** 重试 — runs a use-case again when somebody else changed the message first. */
export async function retried<T>(useCase: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await useCase()
    } catch (error) {
      if (!isChangedMeanwhile(error) || tries === mostTries) {
        throw error
      }
    }
  }
}
