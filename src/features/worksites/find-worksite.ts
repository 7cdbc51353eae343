import { Refusal } from '../../contract/errors.ts'
import type { Tx } from '../../platform/transact.ts'
import type { IntakeOptions } from '../intake/importer.ts'
import {
  findWorksiteByCode,
  listCandidates,
  listWorksitesByName,
  type WorksiteFacts,
} from './worksites.store.ts'

/** 用工点指称 — how a message names the worksite that it is about. */
export interface WorksiteName {
  readonly code?: string | null | undefined
  readonly name?: string | null | undefined
  readonly options: Pick<IntakeOptions, 'worksite'>
}

/**
 * 找用工点 — by the code in the message, else by its name where only one in the sender's scope bears it, else by
 * the code that the sender gave beside the message. A code that nobody knows is not replaced by a name, since
 * sections of one works share theirs. Refuses `ask.worksite` with up to ten candidates, and
 * `worksites.differs` where message and sender name two different ones.
 */
export async function findWorksite(tx: Tx, { code, name, options }: WorksiteName): Promise<WorksiteFacts> {
  const named = code ? await findWorksiteByCode(tx, code) : await findByName(tx, name ?? '')
  const chosen = options.worksite === undefined ? undefined : await findWorksiteByCode(tx, options.worksite)
  if (named !== undefined && chosen !== undefined && named.worksiteId !== chosen.worksiteId) {
    throw new Refusal('worksites.differs', { said: named.code, chosen: chosen.code })
  }
  const found = chosen ?? (options.worksite === undefined ? named : undefined)
  if (found !== undefined) {
    return found
  }
  const candidates = await listCandidates(tx, name ?? '')
  throw new Refusal('ask.worksite', {
    asked: options.worksite ?? code ?? name ?? '',
    candidates,
    listed: candidates.map((each) => `${each.code} ${each.name}`),
  })
}

async function findByName(tx: Tx, name: string): Promise<WorksiteFacts | undefined> {
  const found = name.trim() === '' ? [] : await listWorksitesByName(tx, name)
  return found.length === 1 ? found[0] : undefined
}
