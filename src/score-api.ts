import { CountyAnswer, ScoreAnswer, type SimulatedCounty } from './contract/endpoints/score.ts'
import { invariant, Refusal } from './contract/errors.ts'
import { readCountyNote } from './county-note.ts'
import { findAlarms, findLastRun, findWorksiteIds } from './features/findings/index.ts'
import { day } from './law/day.ts'
import type { HttpApp } from './platform/http/http.ts'
import type { Platform } from './platform/platform.ts'
import { localOperator, read, type Tx } from './platform/transact.ts'
import { simulateCounty, type Truth, truthOf } from './simulate/index.ts'
import { scoreStored } from './simulate/score/index.ts'

const tags = ['score']

/**
 * 评分接口 — how well the warnings met the truth, where the data folder holds a simulated county. It stands at
 * the app, since features know nothing of simulations.
 */
export function scoreRoutes(app: HttpApp, platform: Platform): void {
  const truthFor = keeping(truthOfCounty)
  const answers = new Map<string, ScoreAnswer>()

  app.get('/api/county', { schema: { tags, response: { 200: CountyAnswer } } }, () => ({
    county: readCountyNote(platform.settings.dataFolder),
  }))
  app.get('/api/score', { schema: { tags, response: { 200: ScoreAnswer } } }, () => {
    const county = readCountyNote(platform.settings.dataFolder)
    if (county === null) {
      throw new Refusal('score.no-county', {}, 'not-found')
    }
    return read(platform, localOperator, async (tx) => {
      const key = `${await findLastRun(tx)} ${JSON.stringify(county)}`
      const answer = answers.get(key) ?? (await scoreCounty(tx, county, truthFor(county)))
      answers.clear()
      answers.set(key, answer)
      return answer
    })
  })
}

/** Only the latest is kept, for a folder holds one county; making its truth anew takes seconds. */
function keeping(make: (county: SimulatedCounty) => Truth): (county: SimulatedCounty) => Truth {
  let kept: { readonly key: string; readonly truth: Truth } | undefined
  return (county) => {
    const key = JSON.stringify(county)
    kept = kept?.key === key ? kept : { key, truth: make(county) }
    return kept.truth
  }
}

function truthOfCounty({ seed, months, worksites, until }: SimulatedCounty): Truth {
  return truthOf(simulateCounty({ seed, months, worksites, until: day(until) }))
}

/** With the places that the score speaks of, so that each can be opened. */
async function scoreCounty(tx: Tx, county: SimulatedCounty, truth: Truth): Promise<ScoreAnswer> {
  const { watched, worksites, months, total, wageRules, traced, ...lists } = await scoreStored(tx, truth)
  invariant(watched !== null, 'what was never watched is not scored')
  const { byCause, byRule, apart, missed, falseAlarms } = lists
  const ids = await findWorksiteIds(tx)
  const names = new Map(truth.worksites.map(({ code, name }) => [code, name]))
  const place = (code: string) => ({
    worksiteId: ids.get(code) ?? null,
    worksiteName: names.get(code) ?? code,
  })
  const findingIds = await findAlarms(tx, falseAlarms)
  return {
    county,
    watched,
    worksites,
    months,
    total,
    wageRules,
    traced,
    byCause: [...byCause],
    byRule: [...byRule],
    apart: [...apart],
    missed: missed.map((each) => ({ ...each, ...place(each.worksiteCode) })),
    falseAlarms: falseAlarms.map((each, at) => ({
      ...each,
      ...place(each.worksiteCode),
      findingId: findingIds[at] ?? null,
    })),
  }
}
