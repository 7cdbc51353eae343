import type { Receipt } from '../../contract/endpoints/intake.ts'
import { Refusal } from '../../contract/errors.ts'
import type { IntakeChannel } from '../../contract/intake.ts'
import type { Day } from '../../law/day.ts'
import { newId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, read, type Tx, transact } from '../../platform/transact.ts'
import { lockAsSeen, retried } from './as-seen.ts'
import { addWithdrawals } from './claims.store.ts'
import type { IntakeOptions } from './importer.ts'
import { mergeOptions, receiptOf, type StoredIntake, saysTheSame } from './intake.model.ts'
import { getIntake } from './intake.process.ts'
import {
  addIntake,
  findByPrefix,
  findSameContent,
  listUnfinished,
  lockContent,
  reopenIntake,
  settleIntake,
} from './intake.store.ts'
import { storable } from './json-text.ts'
import type { Importing } from './ports.ts'

export interface NewMessage {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly channel: IntakeChannel
  readonly options: IntakeOptions
  /** The day on which the message counts as received; today in China when absent. */
  readonly receivedOn?: Day | undefined
}

const nameLength = 255
/**
 * Where an actor has no area of its own: outside every area, so that only whoever sees everything sees it
 * by area.
 */
const noArea = '000000'

/**
 * 接收消息 — stores a message, encrypted, and answers with its receipt; when it answers the message is on the
 * disk. The same content again gives the receipt of the first time; unless that one was taken in, it is to
 * be read again, with what the sender says now. Refuses `file.too-big` and stores nothing then.
 */
export async function receive(platform: Platform, actor: Actor, message: NewMessage): Promise<Receipt> {
  checkSize(platform, message.bytes.length)
  const blobKey = platform.blobs.put(message.bytes)
  const contentHash = Buffer.from(blobKey, 'hex')
  return await change(platform, actor, async (tx) => {
    await lockContent(tx, contentHash)
    const same = await findSameContent(tx, contentHash)
    const earlier = same.find((each) => saysTheSame(each.options, message.options))
    if (earlier !== undefined) {
      return receiptOf(await sentAgain(tx, earlier, message.options), true)
    }
    const intake = newIntake(tx, { message, blobKey, contentHash })
    await addIntake(tx, intake)
    recordOf(tx, intake, 'intake.received', { bytes: intake.byteCount, channel: intake.channel })
    return receiptOf(intake, false)
  })
}

/** 大小检查 — refuses `file.too-big`; whoever knows the size asks before reading the bytes. */
export function checkSize(platform: Platform, byteCount: number): void {
  const limit = platform.settings.maxUploadBytes
  if (byteCount > limit) {
    const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
    throw new Refusal(
      'file.too-big',
      { megabytes: megabytes(byteCount), limitMegabytes: megabytes(limit) },
      'too-large',
    )
  }
}

interface NewParts {
  readonly message: NewMessage
  readonly blobKey: string
  readonly contentHash: Buffer
}

function newIntake(tx: Tx, { message, blobKey, contentHash }: NewParts): StoredIntake {
  const { scope } = tx.actor
  const [area] = scope.areas === '*' ? [] : scope.areas
  return {
    intakeId: newId(),
    senderId: tx.actor.id,
    senderOrganizationId: scope.organizations[0] ?? null,
    areaCode: area === undefined ? noArea : area.padEnd(6, '0'),
    fileName: plainName(message.fileName),
    byteCount: message.bytes.length,
    contentHash,
    blobKey,
    channel: message.channel,
    options: mergeOptions({}, message.options),
    receivedAt: tx.now,
    receivedOn: message.receivedOn ?? tx.today,
    state: 'received',
    kind: null,
    rowsTaken: 0,
    rowsFailed: 0,
    outcome: {},
    finishedAt: null,
  }
}

/** The name without folders and characters that do not print; browsers and devices send both. */
function plainName(fileName: string): string {
  const last = storable(fileName).split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(-nameLength)
}

async function sentAgain(tx: Tx, earlier: StoredIntake, options: IntakeOptions): Promise<StoredIntake> {
  const merged = mergeOptions(earlier.options, options)
  const saysMore = JSON.stringify(merged) !== JSON.stringify(earlier.options)
  if (
    earlier.state === 'done' ||
    earlier.state === 'withdrawn' ||
    (earlier.state === 'received' && !saysMore)
  ) {
    return earlier
  }
  return await reopen(tx, earlier, { options: merged, event: 'intake.sent-again' })
}

interface Reopening {
  readonly options: IntakeOptions
  readonly event: 'intake.sent-again' | 'intake.answered'
}

async function reopen(tx: Tx, intake: StoredIntake, { options, event }: Reopening): Promise<StoredIntake> {
  await lockAsSeen(tx, intake)
  await reopenIntake(tx, intake.intakeId, options)
  recordOf(tx, intake, event, { stateBefore: intake.state, said: Object.keys(options) })
  return { ...intake, options, state: 'received', outcome: {}, finishedAt: null }
}

/**
 * 答复消息 — what the sender says to a message that asks, or that was refused for want of it; it is to be read
 * again. Refuses `intake.not-waiting` where nothing was asked.
 */
export async function answer(
  platform: Platform,
  actor: Actor,
  { intakeId, options }: { intakeId: string; options: IntakeOptions },
): Promise<Receipt> {
  return await change(platform, actor, async (tx) => {
    const intake = await getIntake(tx, intakeId)
    if (intake.state !== 'asking' && intake.state !== 'refused') {
      throw new Refusal('intake.not-waiting', { state: intake.state }, 'conflict')
    }
    const merged = mergeOptions(intake.options, options)
    return receiptOf(await reopen(tx, intake, { options: merged, event: 'intake.answered' }), false)
  })
}

/**
 * 撤回消息 — the claims of a message no longer count: a withdrawal is added for each worksite, every feature
 * turns its part off and brings back what it had replaced, and the wage-months are folded again. A message
 * withdrawn before stays so.
 */
export async function withdraw(
  platform: Platform,
  importing: Pick<Importing, 'withdrawers' | 'foldTouched'>,
  { actor, intakeId }: { actor: Actor; intakeId: string },
): Promise<Receipt> {
  return await change(platform, actor, async (tx) => {
    const intake = await getIntake(tx, intakeId)
    if (intake.state === 'withdrawn') {
      return receiptOf(intake, false)
    }
    await lockAsSeen(tx, intake)
    const worksiteIds = intake.outcome.worksiteIds ?? []
    if (intake.state === 'done') {
      await addWithdrawals(tx, intakeId, worksiteIds)
      for (const withdrawer of importing.withdrawers) {
        await withdrawer.withdraw(tx, intakeId)
      }
      await importing.foldTouched(tx)
    }
    const withdrawn: StoredIntake = { ...intake, state: 'withdrawn', finishedAt: tx.now }
    await settleIntake(tx, intakeId, { ...intake, state: 'withdrawn' })
    recordOf(tx, intake, 'intake.withdrawn', { stateBefore: intake.state, worksites: worksiteIds.length })
    return receiptOf(withdrawn, false)
  })
}

/** 未办结消息 — the numbers of the messages that were stored and not yet read to the end, oldest first. */
export async function unfinished(platform: Platform, actor: Actor): Promise<string[]> {
  return await read(platform, actor, listUnfinished)
}

/**
 * 按编号取消息 — by its number or hash, or the beginning of either, from 8 characters on. Refuses
 * `intake.not-found` and `intake.ambiguous`.
 */
export async function getByPrefix(tx: Tx, given: string): Promise<StoredIntake> {
  const prefix = given.trim().toLowerCase()
  const found = /^[0-9a-f-]{8,64}$/.test(prefix) ? await findByPrefix(tx, prefix) : []
  // What was withdrawn and sent again has the hash of what took its place.
  const standing = found.filter((intake) => intake.state !== 'withdrawn')
  const [intake, second] = standing.length === 1 ? standing : found
  if (intake === undefined) {
    throw new Refusal('intake.not-found', { intakeId: given }, 'not-found')
  }
  if (second !== undefined) {
    throw new Refusal('intake.ambiguous', { intakeId: given }, 'invalid')
  }
  return intake
}

/** One use-case on a message: a transaction, begun anew when somebody else changed the message first. */
async function change<T>(platform: Platform, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await retried(() => transact(platform, actor, work))
}

/** 留痕 — in the stream of the message. */
export function recordOf(
  tx: Tx,
  intake: StoredIntake,
  type: string,
  data: Readonly<Record<string, unknown>>,
): void {
  tx.record({ stream: { kind: 'intake', id: intake.intakeId }, type, data, areaCode: intake.areaCode })
}
