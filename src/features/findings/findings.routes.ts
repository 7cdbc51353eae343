import { Type } from 'typebox'

import { FindingDetail, FindingList, FindingQuery } from '../../contract/endpoints/findings.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import { localeOf } from '../../platform/http/request.ts'
import type { Platform } from '../../platform/platform.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { explainFinding, queryFindings } from './findings.service.ts'

/** 命中接口 — the list of findings, and one explained. */
export function findingRoutes(app: HttpApp, platform: Platform): void {
  app.get(
    '/api/findings',
    { schema: { tags: ['findings'], querystring: FindingQuery, response: { 200: FindingList } } },
    (request) =>
      read(platform, localOperator, (tx) =>
        queryFindings(tx, request.query, localeOf(request, platform.settings.locale)),
      ),
  )
  app.get(
    '/api/findings/:findingId',
    {
      schema: {
        tags: ['findings'],
        params: Type.Object({ findingId: Type.String({ format: 'uuid' }) }),
        response: { 200: FindingDetail },
      },
    },
    (request) =>
      read(platform, localOperator, (tx) =>
        explainFinding(tx, request.params.findingId, localeOf(request, platform.settings.locale)),
      ),
  )
}
