import type { Platform } from '../../platform/platform.ts'
import { type Actor, read, transact } from '../../platform/transact.ts'
import { lockAsSeen } from './as-seen.ts'
import { readColumns } from './columns.store.ts'
import type { RememberedColumns } from './importer.ts'
import type { StoredIntake } from './intake.model.ts'
import { getIntake, inTurn } from './intake.process.ts'
import { openMessageStream } from './message-stream.ts'
import type { Importing } from './ports.ts'
import { takeIn } from './take-in.ts'

/** So many small messages share a transaction: nobody else is to wait long for the embedded database. */
const mostMessages = 20
const mostBytes = 2 * 1024 * 1024

export interface Together {
  readonly intakeIds: readonly string[]
  readonly actor: Actor
}

/**
 * 分批 — numbers of messages in the order given, in lists that `takeTogether` may take at once. A large message is
 * alone in its list.
 */
export async function inBatches(platform: Platform, { intakeIds, actor }: Together): Promise<string[][]> {
  const sizes = await read(platform, actor, async (tx) => {
    const found: number[] = []
    for (const intakeId of intakeIds) {
      found.push((await getIntake(tx, intakeId)).byteCount)
    }
    return found
  })
  const batches: string[][] = []
  let bytes = mostBytes
  for (const [at, intakeId] of intakeIds.entries()) {
    const own = sizes[at] ?? 0
    const last = batches.at(-1)
    if (last === undefined || last.length === mostMessages || bytes + own > mostBytes) {
      batches.push([intakeId])
      bytes = own
    } else {
      last.push(intakeId)
      bytes += own
    }
  }
  return batches
}

/**
 * 一并办理 — takes several stored messages in within one transaction, for a fold costs as much for one as for
 * twenty. Where one of them asks, is refused or fails, nothing of any is kept: all stay as they were, and
 * `processIntake` of each says why.
 */
export async function takeTogether(
  platform: Platform,
  importing: Importing,
  { intakeIds, actor }: Together,
): Promise<void> {
  const { intakes, remembered } = await read(platform, actor, async (tx) => {
    const found: StoredIntake[] = []
    for (const intakeId of intakeIds) {
      found.push(await getIntake(tx, intakeId))
    }
    return { intakes: found, remembered: await readColumns(tx, actor.id) }
  })
  const waiting = intakes.filter(({ state, senderId }) => state === 'received' && senderId === actor.id)
  if (waiting.length > 1) {
    const work = { importing, remembered, actor }
    await inTurn(platform, () => attemptTogether(platform, waiting, work).catch(() => undefined))
  }
}

interface Work {
  readonly importing: Importing
  readonly remembered: RememberedColumns
  readonly actor: Actor
}

async function attemptTogether(
  platform: Platform,
  intakes: readonly StoredIntake[],
  { importing, remembered, actor }: Work,
): Promise<void> {
  await transact(platform, actor, async (tx) => {
    for (const intake of intakes) {
      await lockAsSeen(tx, intake)
      const { blobKey, fileName, options } = intake
      const bytes = platform.blobs.get(blobKey)
      const stream = openMessageStream(importing.read({ bytes, fileName, options, remembered }))
      try {
        await takeIn(tx, { platform, importing, intake, stream })
      } finally {
        await stream.close()
      }
    }
    await importing.foldTouched(tx)
  })
}
