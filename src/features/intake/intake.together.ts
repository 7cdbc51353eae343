import { invariant } from '../../contract/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, read, transact } from '../../platform/transact.ts'
import { lockAsSeen } from './as-seen.ts'
import { readColumns } from './columns.store.ts'
import type { RememberedColumns } from './importer.ts'
import type { StoredIntake } from './intake.model.ts'
import { getIntakes, inTurn } from './intake.process.ts'
import { type MessageStream, openMessageStream } from './message-stream.ts'
import type { Importing } from './ports.ts'
import { takeIn } from './take-in.ts'

/** 一批的上限 — what may share a transaction, during which nobody else gets at the embedded database. */
export interface BatchLimits {
  readonly messages: number
  readonly bytes: number
}

const whileOthersWait: BatchLimits = { messages: 20, bytes: 2 * 1024 * 1024 }

export interface Together {
  readonly intakeIds: readonly string[]
  readonly actor: Actor
}

/**
 * 分批 — numbers of messages in the order given, in lists that `takeTogether` may take at once. A large message is
 * alone in its list. A caller who has the database to himself may give other limits.
 */
export async function inBatches(
  platform: Platform,
  { intakeIds, actor }: Together,
  most: BatchLimits = whileOthersWait,
): Promise<string[][]> {
  const intakes = await read(platform, actor, (tx) => getIntakes(tx, intakeIds))
  const batches: string[][] = []
  let bytes = most.bytes
  for (const { intakeId, byteCount } of intakes) {
    const last = batches.at(-1)
    if (last === undefined || last.length === most.messages || bytes + byteCount > most.bytes) {
      batches.push([intakeId])
      bytes = byteCount
    } else {
      last.push(intakeId)
      bytes += byteCount
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
    const found = await getIntakes(tx, intakeIds)
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
  const streams = intakes.map(({ blobKey, fileName, options }) =>
    openLater(() => {
      const bytes = platform.blobs.get(blobKey)
      return openMessageStream(importing.read({ bytes, fileName, options, remembered }))
    }),
  )
  try {
    await transact(platform, actor, async (tx) => {
      for (const [at, intake] of intakes.entries()) {
        const stream = streams[at]?.open()
        invariant(stream !== undefined, 'each message has its stream')
        await lockAsSeen(tx, intake)
        // While the database takes one message, another process reads the one after it.
        streams[at + 1]
          ?.open()
          .peek()
          .catch(() => undefined)
        await takeIn(tx, { platform, importing, intake, stream })
        await stream.close()
      }
      await importing.foldTouched(tx)
    })
  } finally {
    await Promise.all(streams.map((stream) => stream.close()))
  }
}

/** A stream that is opened when it is asked for, once. */
function openLater(open: () => MessageStream) {
  let opened: MessageStream | undefined
  return {
    open(): MessageStream {
      opened ??= open()
      return opened
    },
    async close(): Promise<void> {
      await opened?.close()
    },
  }
}
