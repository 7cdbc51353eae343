import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import { IntakeId, SourceQuery, SourceRow, TemplateKindName } from '../../contract/endpoints/intake.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import { localeOf } from '../../platform/http/request.ts'
import type { Platform } from '../../platform/platform.ts'
import { localOperator } from '../../platform/transact.ts'
import type { Importing } from './ports.ts'
import { reasonsFile } from './reasons.ts'
import { sourceRow } from './source.ts'
import { template } from './templates.ts'

const tags = ['intakes']
const file = Type.String({ format: 'binary' })
const actor = localOperator

/** 接收文件接口 — the rows refused with their reasons, the row that a figure came from, blank tables. */
export function intakeFileRoutes(app: HttpApp, platform: Platform, importing: Importing): void {
  const locale = (request: FastifyRequest) => localeOf(request, platform.settings.locale)
  app.get(
    '/api/intakes/:intakeId/reasons',
    { schema: { tags, params: IntakeId, response: { 200: file } } },
    async (request, reply) => {
      const { intakeId } = request.params
      const reasons = await reasonsFile(platform, importing, { actor, intakeId, locale: locale(request) })
      return await sendFile(reply, reasons)
    },
  )
  app.get(
    '/api/intakes/:intakeId/source',
    { schema: { tags, params: IntakeId, querystring: SourceQuery, response: { 200: SourceRow } } },
    (request) => {
      const { sheet = '', row } = request.query
      const { intakeId } = request.params
      return sourceRow(platform, importing, { actor, locale: locale(request), intakeId, sheet, row })
    },
  )
  app.get(
    '/api/templates/:kind',
    { schema: { tags, params: TemplateKindName, response: { 200: file } } },
    async (request, reply) => await sendFile(reply, await template(request.params.kind)),
  )
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function sendFile(reply: FastifyReply, { fileName, bytes }: { fileName: string; bytes: Buffer }) {
  return await reply
    .type(fileName.endsWith('.xlsx') ? xlsx : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('cache-control', 'no-store')
    .send(bytes)
}
