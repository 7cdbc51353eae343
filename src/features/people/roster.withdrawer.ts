import type { Tx } from '../../platform/transact.ts'
import type { Withdrawer } from '../intake/importer.ts'
import { findWorksite } from '../worksites/index.ts'
import { findOwnCards } from './cards.store.ts'
import { settleDeviceUsers } from './device-users.store.ts'
import { foldPresence } from './presence.store.ts'
import type { RosterDeps } from './roster.loader.ts'
import { findCardsInUse, findPinsOf, findWithdrawn, settleVersions } from './withdrawal.store.ts'
import { setCardsInUse } from './worksite-people.store.ts'

/**
 * 花名册撤回 — stays, contracts, attendance numbers and cards as the rosters that were not withdrawn have them.
 * Name, crew, kind of work and telephone stay as last told, for no version of them is kept.
 */
export function rosterWithdrawer(deps: RosterDeps): Withdrawer {
  return {
    async withdraw(tx, intakeId) {
      for (const { code, personIds } of await findWithdrawn(tx, intakeId)) {
        const worksite = await findWorksite(tx, { code, options: {} })
        const { worksiteId } = worksite
        await deps.lockWorksite(tx, worksiteId)
        await settleVersions(tx, 'site_presence', worksiteId)
        await settleVersions(tx, 'labor_contract', worksiteId)
        await settleDeviceUsers(tx, worksiteId, await findPinsOf(tx, worksiteId, intakeId))
        await foldPresence(tx, worksite, personIds)
        await settleCards(tx, worksiteId, personIds)
        await deps.resolveWaitingPunches(tx, worksiteId)
        await deps.touchPeople(
          tx,
          personIds.map((personId) => ({ worksiteId, personId })),
        )
      }
    },
  }
}

/** Whose card on the list is no longer known as theirs has the latest that is, or none. */
async function settleCards(tx: Tx, worksiteId: string, personIds: readonly string[]): Promise<void> {
  const own = await findOwnCards(tx, personIds)
  const inUse = await findCardsInUse(tx, worksiteId, personIds)
  const lost = inUse.filter(
    ({ personId, blind }) => own.get(personId)?.some((card) => card.blind.equals(blind)) !== true,
  )
  const cards = lost.map(({ personId }) => {
    const [latest] = own.get(personId) ?? []
    return { personId, blind: latest?.blind ?? null, tail: latest?.tail ?? '' }
  })
  await setCardsInUse(tx, worksiteId, cards)
}
