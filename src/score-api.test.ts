import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { useTestPlatform } from '../testkit/intake.ts'
import { seedWageWorld } from '../testkit/wage-world.ts'
import { buildApp } from './app.ts'
import { countyNoteName } from './county-note.ts'
import { monitor } from './features/findings/index.ts'
import { day } from './law/day.ts'
import type { HttpApp } from './platform/http/http.ts'
import { newId } from './platform/ids.ts'
import { simulateCounty, truthOf } from './simulate/index.ts'

const platform = useTestPlatform()
const choice = { months: 3, worksites: 3, until: '2026-06-30' } as const
const [quietId, wrongId] = [newId(), newId()]
let app: HttpApp

const get = (url: string, language = 'en') =>
  app.inject({ url, headers: { 'accept-language': language, host: '127.0.0.1' } })

beforeAll(async () => {
  app = await buildApp(platform, { pages: '/nowhere' })
})

afterAll(() => app.close())

/** A county in which one worksite came to owe wages of May, and at another they were all paid in time. */
function findCounty() {
  for (let seed = 1; seed < 100; seed++) {
    const { worksites } = truthOf(simulateCounty({ ...choice, seed: String(seed), until: day(choice.until) }))
    const may = worksites.map((worksite) => ({
      worksite,
      month: worksite.months.find(({ month }) => month === '2026-05'),
    }))
    const owing = may.find(({ month }) => month?.cameToOwe && month.dueOn < '2026-06-20')
    const paid = may.find(({ worksite, month }) => worksite.cause === 'healthy' && month?.isJudged)
    if (owing?.month !== undefined && paid?.month !== undefined) {
      return { seed: String(seed), owing: { ...owing, month: owing.month }, paid }
    }
  }
  throw new Error('some county of a hundred is as wanted')
}

function writeNote(seed: string): void {
  const note = `${JSON.stringify({ seed, ...choice, isWhole: true })}\n`
  writeFileSync(join(platform.settings.dataFolder, countyNoteName), note)
}

describe('the interface of the score', () => {
  it('knows of no county in a folder of real data, and says what to do', async () => {
    expect((await get('/api/county')).json()).toEqual({ county: null })
    const answer = await get('/api/score')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code: 'score.no-county' })
    expect(answer.json().message).toContain('run anxin demo --county')
    expect((await get('/api/score', 'zh-CN')).json().message).toContain('请运行 anxin demo --county')
  })

  it('refuses to score a county of which the database has nothing', async () => {
    writeNote('1')
    expect((await get('/api/county')).json()).toEqual({ county: { seed: '1', ...choice, isWhole: true } })
    const answer = await get('/api/score')
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'score.other-county'])
  })

  it('names the month that was missed and the finding that was false, so that both can be opened', async () => {
    const { seed, owing, paid } = findCounty()
    writeNote(seed)
    await platform.database.seed(async (tx) => {
      await seedWageWorld(tx, {}, quietId)
      const due = { on: '2026-05-15', fen: 500_000n }
      await seedWageWorld(tx, { bankUntil: '2026-06-30', people: [{ count: 3, due }] }, wrongId)
      await sql`update worksite set code = case when worksite_id = ${quietId}::uuid
        then ${owing.worksite.code} else ${paid.worksite.code} end`.execute(tx.k)
    })
    await monitor(platform, day('2026-06-01'))
    await monitor(platform, day('2026-06-29'))
    const score = (await get('/api/score')).json()
    expect(score.watched).toEqual({ from: '2026-06-01', to: '2026-06-29', days: 2 })
    expect(score.worksites).toEqual({ simulated: 3, known: 2 })
    expect(score.missed).toContainEqual(
      expect.objectContaining({
        worksiteId: quietId,
        worksiteName: owing.worksite.name,
        month: '2026-05',
        owedFen: owing.month.owedFen.toString(),
      }),
    )
    const alarm = score.falseAlarms.find((each: { ruleId: string }) => each.ruleId === 'wage-unpaid')
    expect(alarm).toMatchObject({ worksiteId: wrongId, worksiteCode: paid.worksite.code, highest: 'red' })
    const finding = (await get(`/api/findings/${alarm.findingId}`)).json()
    expect(finding.finding).toMatchObject({ ruleId: 'wage-unpaid', worksiteId: wrongId })
  })

  it('scores anew once the rules ran again, and not before', async () => {
    const before = await get('/api/score')
    await platform.database.seed((tx) =>
      sql`update worksite set code = '1' where worksite_id = ${quietId}::uuid`.execute(tx.k),
    )
    expect((await get('/api/score')).body).toBe(before.body)
    await monitor(platform, day('2026-06-30'))
    expect((await get('/api/score')).json()).toMatchObject({
      watched: { from: '2026-06-01', to: '2026-06-30', days: 3 },
      worksites: { known: 1 },
    })
  })

  it('is described in OpenAPI', async () => {
    const { paths } = (await get('/openapi.json')).json()
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/county', '/api/score']))
  })
})
