import { sql } from 'kysely'

import { localOperator, read, type TransactDeps } from '../../../platform/transact.ts'

/** Names of the organizations that messages have added, in order. */
export async function organizations(platform: TransactDeps, intakeId: string): Promise<string[]> {
  const { rows: found } = await read(platform, localOperator, (tx) =>
    sql<{ name: string }>`select name from organization where created_intake_id = ${intakeId}::uuid
      order by organization_id`.execute(tx.k),
  )
  return found.map((row) => row.name)
}

/** Types of the events in the stream of a message, in order. */
export async function events(platform: TransactDeps, streamId: string): Promise<string[]> {
  const { rows: found } = await read(platform, localOperator, (tx) =>
    sql<{ type: string }>`select type from event where stream_id = ${streamId}::uuid order by seq`.execute(
      tx.k,
    ),
  )
  return found.map((row) => row.type)
}
