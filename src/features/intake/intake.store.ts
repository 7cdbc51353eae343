import { type RawBuilder, sql } from 'kysely'

import type { IntakeQuery } from '../../contract/endpoints/intake.ts'
import { invariant } from '../../contract/errors.ts'
import type { IntakeKind, IntakeState } from '../../contract/intake.ts'
import { intakeKinds } from '../../contract/intake.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import type { IntakeOptions } from './importer.ts'
import type { Outcome, StoredIntake } from './intake.model.ts'

/** What a statement gives for a stored message. The JSON columns hold what this feature wrote into them. */
interface IntakeRow extends Omit<StoredIntake, 'byteCount' | 'kind'> {
  readonly byteCount: bigint
  readonly kind: string | null
}

const columns = sql`i.intake_id as "intakeId", i.sender_id as "senderId",
  i.sender_organization_id as "senderOrganizationId", i.area_code as "areaCode", i.file_name as "fileName",
  i.byte_count as "byteCount", i.content_hash as "contentHash", i.blob_key as "blobKey", i.channel, i.options,
  i.received_at as "receivedAt", i.received_on as "receivedOn", i.state, i.kind, i.rows_taken as "rowsTaken",
  i.rows_failed as "rowsFailed", i.outcome, i.finished_at as "finishedAt"`

function mine(tx: Tx): RawBuilder<boolean> {
  return scopeOf(tx, 'i', ['area_code', 'sender_organization_id'])
}

function stored(row: IntakeRow): StoredIntake {
  const kind = intakeKinds.find((known) => known === row.kind) ?? null
  invariant(kind === row.kind, 'the kind of a stored message is one of the list')
  return { ...row, kind, byteCount: Number(row.byteCount) }
}

/** 锁定内容 — makes whoever sends the same content wait, so that it is stored once. */
export async function lockContent(tx: Tx, contentHash: Buffer): Promise<void> {
  const name = `intake-content:${contentHash.toString('hex')}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.k)
}

/** 同一内容 — the sender's earlier messages of the same content that were not withdrawn, oldest first. */
export async function findSameContent(tx: Tx, contentHash: Buffer): Promise<StoredIntake[]> {
  const { rows } = await sql<IntakeRow>`select ${columns} from intake i
    where i.content_hash = ${contentHash} and i.sender_id = ${tx.actor.id} and i.state <> 'withdrawn'
      and ${mine(tx)}
    order by i.intake_id`.execute(tx.k)
  return rows.map(stored)
}

export async function addIntake(tx: Tx, intake: StoredIntake): Promise<void> {
  await tx.k
    .insertInto('intake')
    .values({
      intake_id: intake.intakeId,
      sender_id: intake.senderId,
      sender_organization_id: intake.senderOrganizationId,
      area_code: intake.areaCode,
      file_name: intake.fileName,
      byte_count: BigInt(intake.byteCount),
      content_hash: intake.contentHash,
      blob_key: intake.blobKey,
      channel: intake.channel,
      options: JSON.stringify(intake.options),
      received_at: intake.receivedAt,
      received_on: intake.receivedOn,
      state: intake.state,
      kind: null,
      finished_at: null,
    })
    .execute()
}

/** 找接收登记 — one message in the actor's scope. */
export async function findIntake(tx: Tx, intakeId: string): Promise<StoredIntake | undefined> {
  const { rows } = await sql<IntakeRow>`select ${columns} from intake i
    where i.intake_id = ${intakeId}::uuid and ${mine(tx)}`.execute(tx.k)
  return rows.map(stored)[0]
}

/** 找多条接收登记 — those of these numbers that are in the actor's scope, in the order of the numbers. */
export async function findIntakes(tx: Tx, intakeIds: readonly string[]): Promise<StoredIntake[]> {
  const { rows } = await sql<IntakeRow>`select ${columns} from intake i
    where i.intake_id = any(${[...intakeIds]}::uuid[]) and ${mine(tx)}
    order by array_position(${[...intakeIds]}::uuid[], i.intake_id)`.execute(tx.k)
  return rows.map(stored)
}

/**
 * 按编号开头查找 — messages whose number or hash begins so, those that count first; a few, for more than one is
 * too many.
 */
export async function findByPrefix(tx: Tx, prefix: string): Promise<StoredIntake[]> {
  const { rows } = await sql<IntakeRow>`select ${columns} from intake i
    where (starts_with(i.intake_id::text, ${prefix}) or starts_with(encode(i.content_hash, 'hex'), ${prefix}))
      and ${mine(tx)} order by i.state = 'withdrawn', i.intake_id limit 3`.execute(tx.k)
  return rows.map(stored)
}

/** 锁定接收登记 — the same, held until the transaction ends. */
export async function lockIntake(tx: Tx, intakeId: string): Promise<StoredIntake | undefined> {
  const { rows } = await sql<IntakeRow>`select ${columns} from intake i
    where i.intake_id = ${intakeId}::uuid and ${mine(tx)} for update`.execute(tx.k)
  return rows.map(stored)[0]
}

/** 再次待办 — the message is to be read again, with these options. */
export async function reopenIntake(tx: Tx, intakeId: string, options: IntakeOptions): Promise<void> {
  await tx.k
    .updateTable('intake')
    .set({ state: 'received', options: JSON.stringify(options), outcome: '{}', finished_at: null })
    .where('intake_id', '=', intakeId)
    .execute()
}

export interface Settlement {
  readonly state: Exclude<IntakeState, 'received'>
  readonly kind: IntakeKind | null
  readonly rowsTaken: number
  readonly rowsFailed: number
  readonly outcome: Outcome
}

/** 办结 — what became of the message. */
export async function settleIntake(tx: Tx, intakeId: string, settlement: Settlement): Promise<void> {
  await tx.k
    .updateTable('intake')
    .set({
      state: settlement.state,
      kind: settlement.kind,
      rows_taken: settlement.rowsTaken,
      rows_failed: settlement.rowsFailed,
      outcome: JSON.stringify(settlement.outcome),
      finished_at: settlement.state === 'asking' ? null : tx.now,
    })
    .where('intake_id', '=', intakeId)
    .execute()
}

/** 未办结 — messages that were stored and not yet read to the end, oldest first. */
export async function listUnfinished(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ intakeId: string }>`select i.intake_id as "intakeId" from intake i
    where i.state = 'received' and ${mine(tx)} order by i.received_at, i.intake_id`.execute(tx.k)
  return rows.map((row) => row.intakeId)
}

/** 接收列表 — messages in the actor's scope, the latest first. */
export async function listIntakes(
  tx: Tx,
  query: IntakeQuery,
): Promise<{ total: number; rows: StoredIntake[] }> {
  const where = sql.join([mine(tx), ...conditions(query)], sql` and `)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from intake i where ${where}`.execute(tx.k)
  const size = query.pageSize ?? 50
  const { rows } = await sql<IntakeRow>`select ${columns} from intake i where ${where}
    order by i.intake_id desc limit ${size} offset ${((query.page ?? 1) - 1) * size}`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows: rows.map(stored) }
}

function conditions(query: IntakeQuery): RawBuilder<unknown>[] {
  const { text } = query
  return [
    ...(query.state === undefined ? [] : [sql`i.state = ${query.state}`]),
    ...(query.kind === undefined ? [] : [sql`i.kind = ${query.kind}`]),
    ...(text === undefined || text === ''
      ? []
      : [
          sql`(strpos(lower(i.file_name), lower(${text})) > 0
            or starts_with(i.intake_id::text, lower(${text}))
            or starts_with(encode(i.content_hash, 'hex'), lower(${text})))`,
        ]),
  ]
}
