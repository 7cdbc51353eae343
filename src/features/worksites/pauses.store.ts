import { Refusal } from '../../contract/errors.ts'
import type { Day } from '../../law/day.ts'
import { newId } from '../../platform/ids.ts'
import type { Tx } from '../../platform/transact.ts'
import { listBelongings } from './registered.store.ts'

/** 停工确认 — a stop of work (holiday, weather, winter) that somebody stands for; both days included. */
export interface Pause {
  readonly worksiteId: string
  readonly fromOn: Day
  readonly untilOn: Day
  readonly reason: string
  readonly confirmedBy: string
}

/**
 * 记停工 — notes a confirmed pause, which rules respect, and the event `worksite.paused`; gives its id. Refuses
 * `worksites.not-found`, and `worksites.pause-reversed` for one that ends before it begins.
 */
export async function addPause(tx: Tx, pause: Pause): Promise<string> {
  const { worksiteId, fromOn, untilOn } = pause
  const [worksite] = await listBelongings(tx, [worksiteId])
  if (worksite === undefined) {
    throw new Refusal('worksites.not-found', { worksiteId }, 'not-found')
  }
  if (untilOn < fromOn) {
    throw new Refusal('worksites.pause-reversed', { from: fromOn, until: untilOn }, 'invalid')
  }
  const pauseId = newId()
  const { areaCode, sector, generalContractorId } = worksite
  await tx.k
    .insertInto('worksite_pause')
    .values({
      worksite_id: worksiteId,
      pause_id: pauseId,
      area_code: areaCode,
      sector,
      general_contractor_id: generalContractorId,
      from_on: fromOn,
      until_on: untilOn,
      reason: pause.reason,
      confirmed_by: pause.confirmedBy,
      received_on: tx.today,
    })
    .execute()
  tx.record({
    stream: { kind: 'worksite', id: worksiteId },
    type: 'worksite.paused',
    data: { pauseId, fromOn, untilOn },
    areaCode,
    generalContractorId,
  })
  return pauseId
}
