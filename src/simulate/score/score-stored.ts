import { Refusal } from '../../contract/errors.ts'
import { readMonitored } from '../../features/findings/index.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Truth } from '../truth/truth.ts'
import { type Score, scoreOf } from './score.ts'

/**
 * 评已存命中 — the score of the findings that are stored. Refusal `score.not-watched` where the rules were never
 * run, and `score.other-county` where the database holds no worksite of the truth.
 */
export async function scoreStored(tx: Tx, truth: Truth): Promise<Score> {
  const monitored = await readMonitored(tx)
  const score = scoreOf(truth, monitored)
  if (score.worksites.known === 0) {
    throw new Refusal(
      'score.other-county',
      { seed: truth.seed, worksites: truth.worksites.length },
      'conflict',
    )
  }
  if (score.watched === null) {
    throw new Refusal('score.not-watched', {}, 'conflict')
  }
  return score
}
