import type { FastifyRequest } from 'fastify'

import {
  IntakeAnswer,
  IntakeDetail,
  IntakeDetailQuery,
  IntakeId,
  IntakeList,
  IntakeQuery,
  Receipt,
} from '../../contract/endpoints/intake.ts'
import { atMost } from '../../platform/at-most.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import { localeOf } from '../../platform/http/request.ts'
import type { Platform } from '../../platform/platform.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { queryIntakes, showIntake } from './intake.queries.ts'
import { type IntakeQueue, openIntakeQueue, resumeUnfinished } from './intake.queue.ts'
import { answer, receive, withdraw } from './intake.service.ts'
import { intakeFileRoutes } from './intake-files.routes.ts'
import type { Importing } from './ports.ts'
import { readUpload } from './upload.ts'

const tags = ['intakes']

/**
 * 接收接口 — upload with a receipt at once, the list of messages, what became of one, answers to questions,
 * withdrawal, reasons, source rows and templates. Stored messages are read in the background; unfinished
 * ones of an earlier run first.
 */
export function intakeRoutes(app: HttpApp, platform: Platform, importing: Importing): void {
  const queue = openIntakeQueue(platform, importing)
  app.addHook('onReady', async () => {
    await resumeUnfinished(platform, queue)
  })
  app.addHook('onClose', () => queue.stop())
  sendingRoutes(app, platform, { importing, queue })
  lookingRoutes(app, platform, queue)
  intakeFileRoutes(app, platform, importing)
}

const actor = localOperator
/** An upload is held in memory until it is stored. */
const mostUploads = 4

function sendingRoutes(
  app: HttpApp,
  platform: Platform,
  { importing, queue }: { importing: Importing; queue: IntakeQueue },
): void {
  const limited = atMost(mostUploads)
  app.post(
    '/api/intakes',
    { schema: { tags, consumes: ['multipart/form-data'], response: { 202: Receipt } } },
    async (request, reply) => {
      const receipt = await limited(async () =>
        receive(platform, actor, { ...(await readUpload(request)), channel: 'web' }),
      )
      if (receipt.state === 'received') {
        queue.add(receipt.intakeId, actor)
      }
      return await reply.code(202).send(receipt)
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
}

function lookingRoutes(app: HttpApp, platform: Platform, queue: IntakeQueue): void {
  const locale = (request: FastifyRequest) => localeOf(request, platform.settings.locale)
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
}
