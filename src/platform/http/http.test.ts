import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { Type } from 'typebox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { temporaryFolder } from '../../../testkit/data-folder.ts'
import { useDatabase } from '../../../testkit/database.ts'
import { Refusal } from '../../contract/errors.ts'
import { LawNotCovered } from '../../law/errors.ts'
import { openBlobs } from '../blobs/blobs.ts'
import { openLog } from '../log.ts'
import type { Platform } from '../platform.ts'
import { openVault } from '../vault/vault.ts'
import { type HttpApp, openHttp } from './http.ts'

const folder = temporaryFolder()
const database = useDatabase()
let app: HttpApp
let logged: PassThrough

function platform(): Platform {
  const settings = folder.settings({ maxUploadBytes: 1000 })
  const { vault } = openVault(settings, false)
  logged = new PassThrough()
  const log = openLog('info', logged)
  return { ...database, vault, blobs: openBlobs(settings.dataFolder, vault), log, settings }
}

beforeEach(async () => {
  const pages = join(folder.path, 'pages')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>安薪</title>')
  writeFileSync(join(pages, 'app.js'), 'export {}')
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'assets', 'a-1.js'), 'export {}')
  app = await openHttp(platform(), { pages })
  app.get('/refuse', async () => {
    throw new Refusal('blob.missing', { key: 'k', fen: 12n }, 'not-found')
  })
  app.get('/uncovered', async () => {
    throw new LawNotCovered({ zh: '最低工资', en: 'the minimum wage' }, '2031')
  })
  app.get('/broken', async () => {
    throw new Error('select * from person where phone = 13800138000')
  })
  app.get(
    '/months/:month',
    { schema: { params: Type.Object({ month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }) }) } },
    async (request) => ({ month: request.params.month }),
  )
  app.post('/files', async (request) => {
    const file = await request.file()
    return { bytes: (await file?.toBuffer())?.length }
  })
})

afterEach(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

function upload(length: number) {
  const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
  const payload = `${head}${'x'.repeat(length)}\r\n--edge--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  return app.inject({ method: 'POST', url: '/files', headers, payload })
}

describe('openHttp', () => {
  it('answers a refusal in its wire form, in the language asked for', async () => {
    const answer = await get('/refuse')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toEqual({
      kind: 'not-found',
      code: 'blob.missing',
      message: expect.stringContaining('找不到原件 k'),
      data: { key: 'k', fen: '12' },
      requestId: answer.headers['x-request-id'],
    })
    expect((await get('/refuse?lang=en')).json().message).toContain('Stored file k is missing')
    expect((await get('/refuse', { 'accept-language': 'fr;q=1, en-GB;q=0.8' })).json().message).toContain(
      'Stored file',
    )
    expect((await get('/refuse', { 'accept-language': 'zh-TW, en' })).json().message).toContain('找不到')
  })

  it('answers a question that the law does not cover by saying so', async () => {
    const answer = await get('/uncovered')
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ kind: 'law-not-covered', code: 'law.not-covered' })
    expect(answer.json().message).toContain('最低工资没有覆盖 2031')
  })

  it('tells nothing of the inside when it fails, and the log knows the request', async () => {
    const answer = await get('/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ kind: 'bug', code: 'bug' })
    expect(answer.body).not.toMatch(/select|13800138000|http\.test|node_modules/)
    expect(String(logged.read())).toContain(answer.json().requestId)
  })

  it('names the place where an input is not as its schema says', async () => {
    expect((await get('/months/2026-03')).json()).toEqual({ month: '2026-03' })
    const answer = await get('/months/march')
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({
      code: 'http.invalid-input',
      data: { where: 'params/month', rule: 'pattern' },
    })
  })

  it('refuses JSON that is none, and an address that is none', async () => {
    const headers = { 'content-type': 'application/json' }
    const malformed = await app.inject({ method: 'POST', url: '/files', headers, payload: '{' })
    expect(malformed.json()).toMatchObject({ kind: 'invalid', code: 'http.malformed' })
    expect((await get('/nothing')).json()).toMatchObject({ kind: 'not-found', code: 'http.no-such-address' })
  })

  it('refuses a file over the limit with 413 and takes one under it', async () => {
    expect((await upload(1000)).json()).toEqual({ bytes: 1000 })
    const answer = await upload(1001)
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ kind: 'too-large', code: 'http.too-large' })
  })

  it('refuses a body over the limit with 413', async () => {
    const payload = JSON.stringify({ a: 'x'.repeat(1024 * 1024) })
    const headers = { 'content-type': 'application/json' }
    expect((await app.inject({ method: 'POST', url: '/files', headers, payload })).statusCode).toBe(413)
  })

  it('refuses to act for a page of another site, or by another name', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil:80']) {
      expect((await get('/healthz', { host })).json()).toMatchObject({
        kind: 'forbidden',
        code: 'http.foreign-host',
      })
    }
    for (const origin of ['https://evil.example', 'null', 'http://localhost:81']) {
      const answer = await app.inject({
        method: 'POST',
        url: '/files',
        headers: { host: 'localhost:80', origin },
      })
      expect(answer.json()).toMatchObject({ kind: 'forbidden', code: 'http.foreign-origin' })
    }
    const headers = { host: 'localhost:80', origin: 'http://localhost:80' }
    expect((await get('/healthz', headers)).statusCode).toBe(200)
  })

  it('lets no script but its own run, and no other site frame it', async () => {
    const policy = String((await get('/healthz')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect((await get('/healthz')).headers['x-content-type-options']).toBe('nosniff')
  })

  it('tells its health', async () => {
    const answer = await get('/healthz')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ ok: true, database: 'ok', dataFolder: 'ok' })
  })

  it('describes its interface in OpenAPI 3.1', async () => {
    const document = (await get('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/months/{month}'].get.parameters[0]).toMatchObject({ name: 'month', in: 'path' })
    expect(document.paths['/openapi.json']).toBeUndefined()
  })

  it('serves the pages, and the front page for an address within them, and nothing beside them', async () => {
    const html = { accept: 'text/html' }
    expect((await get('/', html)).body).toContain('安薪')
    expect((await get('/app.js')).headers['content-type']).toContain('javascript')
    const deep = await get('/findings/123', html)
    expect(deep.body).toContain('安薪')
    expect(deep.headers['cache-control']).toBe('no-cache')
    expect((await get('/', html)).headers['cache-control']).toBe('no-cache')
    expect((await get('/assets/a-1.js')).headers['cache-control']).toContain('immutable')
    expect((await get('/findings/123')).statusCode).toBe(404)
    expect((await get('/..%2fdata%2fkeys%2fmaster.key')).statusCode).toBe(404)
    expect((await get('/../data/keys/master.key')).statusCode).toBe(404)
  })

  it('logs the pattern of an address and not what was looked for', async () => {
    await get('/months/2026-03?who=张三')
    const lines = String(logged.read())
    expect(lines).toContain('/months/:month')
    expect(lines).not.toMatch(/张三|%E5|2026-03"/)
  })

  it('stays up when a caller sends rubbish or hangs up in the middle', async () => {
    const address = new URL(await app.listen({ port: 0 }))
    const rubbish = connect(Number(address.port), '127.0.0.1', () => rubbish.end('\0\0\0 nonsense\r\n\r\n'))
    rubbish.resume()
    await new Promise((resolve) => rubbish.once('close', resolve))
    const half = httpRequest({
      port: address.port,
      method: 'POST',
      path: '/files',
      headers: { 'content-length': 900 },
    })
    half.on('error', () => undefined)
    half.write('half')
    half.destroy()
    expect((await get('/healthz')).statusCode).toBe(200)
  })
})
