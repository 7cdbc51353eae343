import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sep } from 'node:path'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
  type RawServerDefault,
} from 'fastify'

import { Refusal } from '../../contract/errors.ts'
import { checkHealth } from '../health.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { consoleFolder, packageVersion } from '../package.ts'
import type { Platform } from '../platform.ts'
import { presentError } from './present.ts'
import { checkOrigin, localeOf } from './request.ts'

export type HttpApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  Log,
  TypeBoxTypeProvider
>

/**
 * A body that is not a file is a form or a short list; whole files come as multipart, under a limit of
 * their own.
 */
const LARGEST_BODY = 1024 * 1024
/**
 * What Ant Design puts into the page at run time needs inline styles; scripts and everything else come
 * from us only.
 */
const contentSecurity = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

export interface HttpOptions {
  /** The built pages of the console; where the folder does not exist only the interface is served. */
  readonly pages?: string
}

/** 打开网络服务 — Fastify with everything that every endpoint shares, and no endpoint of a feature yet. */
export async function openHttp(platform: Platform, options: HttpOptions = {}): Promise<HttpApp> {
  const app = fastify({
    loggerInstance: platform.log,
    // Its own lines hold the whole address, in which somebody may be searched by name; ours hold its pattern.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => newId(),
    bodyLimit: LARGEST_BODY,
    // Whoever sends a byte a second must not hold a place for ever.
    requestTimeout: 600_000,
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    checkOrigin(request)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const milliseconds = Math.round(reply.elapsedTime)
    request.log.info({ method, route, status: reply.statusCode, milliseconds }, 'answered')
  })
  app.setErrorHandler(async (error, request, reply) => {
    const presented = presentError(error, { locale: languageOf(request), requestId: request.id })
    if (presented.body.kind === 'bug') {
      request.log.error({ err: error }, 'bug')
    }
    return await reply.code(presented.status).send(presented.body)
  })

  function languageOf(request: FastifyRequest) {
    return localeOf(request, platform.settings.locale)
  }

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurity },
    // Plain HTTP on this machine: a promise of HTTPS would lock the browser out of it.
    strictTransportSecurity: false,
  })
  await app.register(multipart, {
    limits: { fileSize: platform.settings.maxUploadBytes, files: 1000, fields: 100, fieldSize: 64 * 1024 },
  })
  await describeInterface(app)
  app.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    const health = await checkHealth(platform)
    return await reply.code(health.ok ? 200 : 503).send(health)
  })
  await servePages(app, options.pages ?? consoleFolder)
  return app
}

/** `/openapi.json` — the interface in OpenAPI 3.1, made from the schemas by which requests are checked. */
async function describeInterface(app: HttpApp): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'AnXin 安薪', version: packageVersion() } },
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/**
 * Files of the console, and its front page for each address that is a page of it, since the console finds
 * its way by itself. Whatever else nobody answers is not found.
 */
async function servePages(app: HttpApp, folder: string): Promise<void> {
  const hasPages = existsSync(folder)
  if (hasPages) {
    await app.register(fastifyStatic, { root: folder, wildcard: false, cacheControl: false, setHeaders })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (hasPages && wantsPage) {
      return await reply.sendFile('index.html')
    }
    throw new Refusal(wantsPage ? 'http.no-pages' : 'http.no-such-address', {}, 'not-found')
  })
}

/** Files in `assets/` carry a hash of their content in their name; everything else is asked for each time. */
function setHeaders(reply: FastifyReply, path: string): void {
  const lasting = path.includes(`${sep}assets${sep}`)
  reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
}
