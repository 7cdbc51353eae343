import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import {
  IntakeAnswer,
  IntakeDetail,
  IntakeDetailQuery,
  IntakeId,
  IntakeList,
  IntakeQuery,
  Receipt,
  SourceQuery,
  SourceRow,
  TemplateKindName,
} from '../../contract/endpoints/intake.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import { localeOf } from '../../platform/http/request.ts'
import type { Platform } from '../../platform/platform.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { queryIntakes, showIntake } from './intake.queries.ts'
import { openIntakeQueue, resumeUnfinished } from './intake.queue.ts'
import { answer, receive, withdraw } from './intake.service.ts'
import type { Importing } from './ports.ts'
import { reasonsFile } from './reasons.ts'
import { sourceRow } from './source.ts'
import { template } from './templates.ts'
import { readUpload } from './upload.ts'

const tags = ['intakes']
const file = Type.String({ format: 'binary' })

/**
 * 接收接口 — upload with a receipt at once, the list of messages, what became of one, answers to questions,
 * withdrawal, reasons, source rows and templates. Stored messages are read in the background; unfinished
 * ones of an earlier run first.
 */
export function intakeRoutes(app: HttpApp, platform: Platform, importing: Importing): void {
  const queue = openIntakeQueue(platform, importing)
  const actor = localOperator
  const locale = (request: FastifyRequest) => localeOf(request, platform.settings.locale)
  app.addHook('onReady', async () => {
    await resumeUnfinished(platform, queue)
  })
  app.addHook('onClose', () => queue.stop())

  app.post(
    '/api/intakes',
    { schema: { tags, consumes: ['multipart/form-data'], response: { 202: Receipt } } },
    async (request, reply) => {
      const receipt = await receive(platform, actor, { ...(await readUpload(request)), channel: 'web' })
      if (receipt.state === 'received') {
        queue.add(receipt.intakeId, actor)
      }
      return await reply.code(202).send(receipt)
    },
  )
  app.get(
    '/api/intakes',
    { schema: { tags, querystring: IntakeQuery, response: { 200: IntakeList } } },
    (request) => read(platform, actor, (tx) => queryIntakes(tx, request.query, locale(request))),
  )
  app.get(
    '/api/intakes/:intakeId',
    { schema: { tags, params: IntakeId, querystring: IntakeDetailQuery, response: { 200: IntakeDetail } } },
    (request) => {
      const { intakeId } = request.params
      const shown = { ...request.query, intakeId, progress: queue.progressOf(intakeId) }
      return read(platform, actor, (tx) => showIntake(tx, shown, locale(request)))
    },
  )
  app.post(
    '/api/intakes/:intakeId/answers',
    { schema: { tags, params: IntakeId, body: IntakeAnswer, response: { 202: Receipt } } },
    async (request, reply) => {
      const { intakeId } = request.params
      const receipt = await answer(platform, actor, { intakeId, options: request.body })
      queue.add(intakeId, actor)
      return await reply.code(202).send(receipt)
    },
  )
  app.post(
    '/api/intakes/:intakeId/withdrawals',
    { schema: { tags, params: IntakeId, response: { 200: Receipt } } },
    (request) => withdraw(platform, importing, { actor, intakeId: request.params.intakeId }),
  )
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
