import { History, HistoryQuery, Overview } from '../../contract/endpoints/overview.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import type { Platform } from '../../platform/platform.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { showHistory, showOverview } from './overview.service.ts'

const tags = ['overview']

/** 总览接口 — the counts of the first page, and how they came about. */
export function overviewRoutes(app: HttpApp, platform: Platform): void {
  app.get('/api/overview', { schema: { tags, response: { 200: Overview } } }, () =>
    read(platform, localOperator, showOverview),
  )
  app.get(
    '/api/overview/history',
    { schema: { tags, querystring: HistoryQuery, response: { 200: History } } },
    (request) => read(platform, localOperator, (tx) => showHistory(tx, request.query)),
  )
}
