import type { Receipt } from '../../contract/endpoints/intake.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, read, type Tx, transact } from '../../platform/transact.ts'
import { isChangedMeanwhile, lockAsSeen } from './as-seen.ts'
import { readColumns } from './columns.store.ts'
import type { RememberedColumns } from './importer.ts'
import { receiptOf, type StoredIntake, type Verdict, verdictOf } from './intake.model.ts'
import { findIntake, findIntakes, settleIntake } from './intake.store.ts'
import { openMessageStream } from './message-stream.ts'
import type { Importing } from './ports.ts'
import { takeIn } from './take-in.ts'

export interface ProcessRequest {
  readonly intakeId: string
  readonly actor: Actor
  readonly onProgress?: ((share: number) => void) | undefined
}

/**
 * 办理消息 — reads a stored message and takes it in, or settles it as asking or refused; one that is not
 * waiting to be read stays as it is. An unexpected error leaves it `received`, to be tried again, and is
 * thrown on.
 */
export async function processIntake(
  platform: Platform,
  importing: Importing,
  request: ProcessRequest,
): Promise<Receipt> {
  for (;;) {
    const { intake, remembered } = await read(platform, request.actor, async (tx) => {
      const found = await getIntake(tx, request.intakeId)
      return { intake: found, remembered: await readColumns(tx, found.senderId) }
    })
    if (intake.state !== 'received') {
      return receiptOf(intake, false)
    }
    try {
      await inTurn(platform, () => attempt(platform, importing, { ...request, intake, remembered }))
    } catch (error) {
      // Then the message is looked at anew: another process was quicker, or the sender has said more.
      if (!isChangedMeanwhile(error)) {
        logFailure(platform, intake.intakeId, error)
        throw error
      }
    }
  }
}

const turns = new WeakMap<Platform, Promise<unknown>>()

/**
 * One message at a time in this process, whoever asks for it: reading is bounded in memory for one, not
 * for many.
 */
export async function inTurn(platform: Platform, work: () => Promise<void>): Promise<void> {
  const turn = (turns.get(platform) ?? Promise.resolve()).then(work)
  turns.set(
    platform,
    turn.catch(() => undefined),
  )
  await turn
}

/** 取接收登记 — Refusal `intake.not-found` where the actor's scope has none. */
export async function getIntake(tx: Tx, intakeId: string): Promise<StoredIntake> {
  const intake = await findIntake(tx, intakeId)
  if (intake === undefined) {
    throw new Refusal('intake.not-found', { intakeId }, 'not-found')
  }
  return intake
}

/** 取多条接收登记 — as `getIntake`, for several at once, in the order given. */
export async function getIntakes(tx: Tx, intakeIds: readonly string[]): Promise<StoredIntake[]> {
  const found = await findIntakes(tx, intakeIds)
  const known = new Set(found.map(({ intakeId }) => intakeId))
  const missing = intakeIds.find((intakeId) => !known.has(intakeId))
  if (missing !== undefined) {
    throw new Refusal('intake.not-found', { intakeId: missing }, 'not-found')
  }
  return found
}

interface Attempt extends ProcessRequest {
  readonly intake: StoredIntake
  readonly remembered: RememberedColumns
}

async function attempt(platform: Platform, importing: Importing, request: Attempt): Promise<void> {
  const { intake, remembered, actor, onProgress } = request
  const { fileName, options } = intake
  const bytes = platform.blobs.get(intake.blobKey)
  try {
    const stream = openMessageStream(importing.read({ bytes, fileName, options, remembered, onProgress }))
    try {
      // The child needs a while to start and to find the first table; no transaction waits for that.
      await stream.peek()
      await transact(platform, actor, async (tx) => {
        await lockAsSeen(tx, intake)
        await takeIn(tx, { platform, importing, intake, stream })
        await importing.foldTouched(tx)
      })
    } finally {
      await stream.close()
    }
  } catch (error) {
    const verdict = isChangedMeanwhile(error) ? null : verdictOf(error)
    if (verdict === null) {
      throw error
    }
    await settle(platform, request, verdict)
  }
}

async function settle(platform: Platform, { actor, intake }: Attempt, verdict: Verdict): Promise<void> {
  await transact(platform, actor, async (tx) => {
    await lockAsSeen(tx, intake)
    const { state, code, data } = verdict
    await settleIntake(tx, intake.intakeId, {
      state,
      kind: intake.kind,
      rowsTaken: 0,
      rowsFailed: 0,
      outcome: { code, data },
    })
    tx.record({
      stream: { kind: 'intake', id: intake.intakeId },
      type: state === 'asking' ? 'intake.asked' : 'intake.refused',
      data: { code },
      areaCode: intake.areaCode,
    })
  })
}

/** The message of an unexpected error may quote a cell or a row, so only its kind and place are logged. */
function logFailure(platform: Platform, intakeId: string, error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error('thrown value')
  const { code, table, constraint }: Readonly<Record<string, unknown>> = Object(error)
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  platform.log.error(
    { intakeId, kind: name, code, table, constraint, frames },
    'a message could not be processed',
  )
}
