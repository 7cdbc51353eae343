import { sql } from 'kysely'

import type { Tx } from '../../platform/transact.ts'
import type { Feed } from './importer.ts'
import type { StoredIntake } from './intake.model.ts'

/** 用工点来报 — that a feed of a worksite spoke, and until which day. */
export interface Spoken {
  readonly worksiteId: string
  readonly feed: Feed
  /** YYYY-MM-DD */
  readonly coversUntil: string
}

/** A worksite as its own stream of events needs it. */
export interface ToldWorksite {
  readonly worksiteId: string
  readonly areaCode: string
  readonly generalContractorId: string
}

/** 记数据到达 — one row for each feed of each worksite that the message spoke of. */
export async function addFeedReceipts(
  tx: Tx,
  intake: StoredIntake,
  spoken: readonly Spoken[],
): Promise<void> {
  await sql`insert into feed_receipt (worksite_id, feed, intake_id, area_code, sector, general_contractor_id,
      received_on, covered_until_on)
    select w.worksite_id, told.feed, ${intake.intakeId}::uuid, w.area_code, w.sector, w.general_contractor_id,
           ${intake.receivedOn}::date, told.covered_until_on
      from unnest(${spoken.map((each) => each.worksiteId)}::uuid[],
                  ${spoken.map((each) => each.feed)}::text[],
                  ${spoken.map((each) => each.coversUntil)}::date[])
             as told(worksite_id, feed, covered_until_on)
      join worksite w on w.worksite_id = told.worksite_id`.execute(tx.k)
}

/** 用工点归属 — area and general contractor of worksites. */
export async function findToldWorksites(tx: Tx, worksiteIds: readonly string[]): Promise<ToldWorksite[]> {
  const { rows } = await sql<ToldWorksite>`select w.worksite_id as "worksiteId", w.area_code as "areaCode",
      w.general_contractor_id as "generalContractorId" from worksite w
    where w.worksite_id = any(${worksiteIds}::uuid[]) order by w.worksite_id`.execute(tx.k)
  return rows
}

/** 记撤回 — the claims of the message no longer count at these worksites; a row that stands already stays. */
export async function addWithdrawals(
  tx: Tx,
  intakeId: string,
  worksiteIds: readonly string[],
): Promise<void> {
  await sql`insert into claim_withdrawal (worksite_id, intake_id, area_code, sector, general_contractor_id,
      withdrawn_on, actor_id)
    select w.worksite_id, ${intakeId}::uuid, w.area_code, w.sector, w.general_contractor_id,
           ${tx.today}::date, ${tx.actor.id}
      from worksite w where w.worksite_id = any(${worksiteIds}::uuid[])
    on conflict (worksite_id, intake_id) do nothing`.execute(tx.k)
}
