import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { useTestPlatform } from '../../../testkit/intake.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { buildApp } from '../../app.ts'
import { day } from '../../law/index.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import { newId } from '../../platform/ids.ts'
import { monitor } from '../findings/index.ts'

const platform = useTestPlatform()
const worksiteId = newId()
let app: HttpApp

beforeAll(async () => {
  app = await buildApp(platform, { pages: '/nowhere' })
})

afterAll(() => app.close())

const get = (url: string) => app.inject({ url, headers: { 'accept-language': 'en', host: '127.0.0.1' } })

describe('the interface of overview and worksites', () => {
  it('answers before anything was taken in or watched', async () => {
    expect((await get('/api/overview')).json()).toMatchObject({ watchedOn: null, worksites: 0, worst: [] })
    expect((await get('/api/overview/history')).json()).toEqual({ days: [] })
    expect((await get('/api/worksites')).json()).toEqual({ total: 0, items: [] })
  })

  it('answers with what the rules found, sums as text', async () => {
    await platform.database.seed((tx) =>
      seedWageWorld(
        tx,
        {
          bankUntil: '2026-04-30',
          people: [{ gateDays: 20, dueFen: 500_000n, due: { on: '2026-04-15', fen: 500_000n } }],
        },
        worksiteId,
      ),
    )
    await monitor(platform, day('2026-04-18'))
    expect((await get('/api/overview')).json()).toMatchObject({
      watchedOn: '2026-04-18',
      owed: { fen: '500000', people: 1, worksites: 1 },
      worst: [{ worksiteId, level: 'red' }],
    })
    expect((await get('/api/overview/history')).json().days).toMatchObject([
      { day: '2026-04-18', owedFen: '500000' },
    ])
    const path = `/api/worksites/${worksiteId}`
    expect((await get('/api/worksites?level=red&sort=owed')).json()).toMatchObject({ total: 1 })
    expect((await get(path)).json()).toMatchObject({ worksite: { worksiteId }, months: ['2026-03'] })
    expect((await get(`${path}/months`)).json().items).toMatchObject([{ month: '2026-03', people: 1 }])
    expect((await get(`${path}/months/2026-03/people?differs=any`)).json()).toMatchObject({ total: 1 })
    expect((await get(`${path}/months/2026-03/gate`)).json().days).toHaveLength(31)
    expect((await get(`${path}/months/2026-03/flow`)).json()).toEqual({ bankUntil: '2026-04-30', days: [] })
    expect((await get(`${path}/months/2026-03/movements`)).json()).toEqual({ total: 0, items: [] })
    expect((await get(`${path}/days/2026-03-10/people?missing=true`)).json()).toEqual({ total: 0, items: [] })
    expect((await get(`/api/findings?worksiteId=${worksiteId}&rule=wage-unpaid`)).json()).toMatchObject({
      total: 1,
    })
  })

  it('says that a worksite is not there, and what is wrong with a question', async () => {
    const gone = await get(`/api/worksites/${newId()}/months`)
    expect([gone.statusCode, gone.json().code]).toEqual([404, 'worksites.not-found'])
    expect(gone.json().message).toBe('There is no such worksite, or it is outside your area.')
    for (const path of [
      '/x',
      `/${worksiteId}/months/2026-13/gate`,
      `/${worksiteId}/days/2026-02-30/people`,
    ]) {
      expect([path, (await get(`/api/worksites${path}`)).statusCode]).toEqual([path, 400])
    }
    expect((await get('/api/worksites?level=purple')).statusCode).toBe(400)
    expect((await get('/api/overview/history?from=soon')).statusCode).toBe(400)
  })

  it('is described in OpenAPI', async () => {
    const { paths } = (await get('/openapi.json')).json()
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/overview',
        '/api/overview/history',
        '/api/worksites',
        '/api/worksites/{worksiteId}',
        '/api/worksites/{worksiteId}/months/{month}/people',
      ]),
    )
  })
})
