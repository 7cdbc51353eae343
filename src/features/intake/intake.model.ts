import type { Receipt } from '../../contract/endpoints/intake.ts'
import { type ErrorKind, Refusal } from '../../contract/errors.ts'
import type { IntakeChannel, IntakeKind, IntakeState } from '../../contract/intake.ts'
import type { IntakeOptions } from './importer.ts'
import type { HeaderRows } from './ports.ts'

/** 一组结果 — what became of one sheet, statement or log. */
export interface GroupOutcome {
  readonly kind: IntakeKind
  readonly sheet: string
  readonly headerRows: HeaderRows
  readonly taken: number
  readonly failed: number
}

/**
 * 结果 — what is kept of a reading: the question or the reason of refusal, or what was taken from which
 * sheet.
 */
export interface Outcome {
  readonly code?: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly groups?: readonly GroupOutcome[]
  readonly worksiteIds?: readonly string[]
}

/** 接收登记行 — a message as stored. */
export interface StoredIntake {
  readonly intakeId: string
  readonly senderId: string
  readonly senderOrganizationId: string | null
  readonly areaCode: string
  readonly fileName: string
  readonly byteCount: number
  readonly contentHash: Buffer
  readonly blobKey: string
  readonly channel: IntakeChannel
  readonly options: IntakeOptions
  readonly receivedAt: string
  readonly receivedOn: string
  readonly state: IntakeState
  readonly kind: IntakeKind | null
  readonly rowsTaken: number
  readonly rowsFailed: number
  readonly outcome: Outcome
  readonly finishedAt: string | null
}

/**
 * 回执 — of a stored message. `sentBefore`: the same content came before and this is the receipt of that
 * time.
 */
export function receiptOf(intake: StoredIntake, sentBefore: boolean): Receipt {
  return {
    intakeId: intake.intakeId,
    hash: intake.contentHash.toString('hex').slice(0, 16),
    state: intake.state,
    kind: intake.kind,
    fileName: intake.fileName,
    byteCount: intake.byteCount,
    channel: intake.channel,
    receivedAt: intake.receivedAt,
    receivedOn: intake.receivedOn,
    rowsTaken: intake.rowsTaken,
    rowsFailed: intake.rowsFailed,
    sentBefore,
  }
}

const singleOptions = ['kind', 'worksite', 'device', 'number', 'month'] as const

/**
 * 是否同一消息 — whether the same bytes with these options say the same as a stored message. They do not where both
 * name something and name it differently: one sheet sent for two worksites is two messages.
 */
export function saysTheSame(stored: IntakeOptions, given: IntakeOptions): boolean {
  return singleOptions.every(
    (name) => stored[name] === undefined || given[name] === undefined || stored[name] === given[name],
  )
}

/** 合并选项 — what was said before, and over it what is said now. */
export function mergeOptions(before: IntakeOptions, now: IntakeOptions): IntakeOptions {
  const mapping = { ...before.mapping, ...now.mapping }
  const merged = { ...before, ...withoutUndefined(now) }
  return Object.keys(mapping).length === 0 ? merged : { ...merged, mapping }
}

function withoutUndefined(options: IntakeOptions): IntakeOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

/** What makes a refusal a judgement of the message itself, and not of the moment or of us. */
const verdictKinds: ReadonlySet<ErrorKind> = new Set([
  'invalid',
  'refused',
  'not-found',
  'conflict',
  'too-large',
  'law-not-covered',
])

export interface Verdict {
  readonly state: 'asking' | 'refused'
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * 判定 — what an error in reading or loading says about the message; null where it says nothing: it is tried
 * again.
 */
export function verdictOf(error: unknown): Verdict | null {
  if (!(error instanceof Refusal) || !verdictKinds.has(error.kind)) {
    return null
  }
  const { code, data } = error
  return { state: code.startsWith('ask.') ? 'asking' : 'refused', code, data }
}
