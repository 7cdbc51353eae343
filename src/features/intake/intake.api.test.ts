import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testImporting, useTestPlatform } from '../../../testkit/intake.ts'
import { type HttpApp, openHttp } from '../../platform/http/http.ts'
import { defaultLimits } from '../../platform/sheets/limits.ts'
import { readSheets } from '../../platform/sheets/read.ts'
import { localOperator } from '../../platform/transact.ts'
import { inChildren } from './in-children.ts'
import { intakeRoutes } from './intake.routes.ts'
import { receive } from './intake.service.ts'
import type { Importing } from './ports.ts'
import { inProcess } from './testing/in-process.ts'
import { events, organizations } from './testing/left.store.ts'

const platform = useTestPlatform()
let app: HttpApp

async function appWith(reading: Partial<Importing>): Promise<HttpApp> {
  const opened = await openHttp(platform, { pages: '/nowhere' })
  intakeRoutes(opened, platform, { ...testImporting(), ...reading })
  await opened.ready()
  return opened
}

beforeAll(async () => {
  const left = {
    bytes: Buffer.from('left by an earlier run'),
    fileName: 'a.txt',
    channel: 'web',
    options: {},
  } as const
  await receive(platform, localOperator, left)
  app = await appWith(inProcess)
})

afterAll(() => app.close())

const boundary = 'x-boundary'

function part(disposition: string, content: string | Buffer): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')])
}

function file(name: string, content: string | Buffer): Buffer {
  return part(`name="file"; filename="${name}"`, content)
}

function options(said: unknown): Buffer {
  return part('name="options"', JSON.stringify(said))
}

function upload(...parts: readonly Buffer[]) {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return app.inject({ method: 'POST', url: '/api/intakes', headers, payload })
}

function get(path: string) {
  return app.inject({ url: `/api/intakes${path}`, headers: { 'accept-language': 'en' } })
}

function post(path: string, payload: object = {}) {
  return app.inject({ method: 'POST', url: `/api/intakes${path}`, payload })
}

async function settled(intakeId: string) {
  for (let tries = 0; tries < 500; tries += 1) {
    const detail = (await get(`/${intakeId}`)).json()
    if (detail.intake.state !== 'received') {
      return detail
    }
    expect(detail.progress?.phase).not.toBe('failed')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the message was not processed in time')
}

const roster = [
  '农民工花名册,,,',
  '姓名,身份证号,工种,进场时间',
  '张大山,330106198506120015,木工,2026-03-01',
  '李四,3.30106E+17,瓦工,2026-03-02',
].join('\n')

describe('POST /api/intakes', () => {
  it('answers 202 with a receipt, reads in the background, and tells what became of the file', async () => {
    const answer = await upload(file('花名册.csv', roster), options({ receivedOn: '2026-03-09' }))
    expect(answer.statusCode).toBe(202)
    const receipt = answer.json()
    expect(receipt).toMatchObject({ state: 'received', fileName: '花名册.csv', receivedOn: '2026-03-09' })
    const detail = await settled(receipt.intakeId)
    expect(detail.intake).toMatchObject({
      state: 'done',
      kind: 'roster',
      rowsTaken: 1,
      rowsFailed: 1,
      problem: null,
    })
    expect(detail.groups).toEqual([{ kind: 'roster', sheet: 'csv', taken: 1, failed: 1 }])
    expect(detail.issues[0]).toMatchObject({ row: 4, column: '身份证号', severity: 'error' })
    expect(detail.progress).toBeNull()
    expect(await organizations(platform, receipt.intakeId)).toEqual(['张大山'])
  })

  it('gives the same receipt for the same file', async () => {
    const text = `${roster}\n王五,330106199208301322,木工,2026-03-05`
    const first = (await upload(file('a.csv', text))).json()
    await settled(first.intakeId)
    const second = (await upload(file('b.csv', text))).json()
    expect(second).toMatchObject({
      intakeId: first.intakeId,
      state: 'done',
      sentBefore: true,
      fileName: 'a.csv',
    })
  })

  it('answers 413 to a file over the limit and stores nothing', async () => {
    const before = [...platform.blobs.list()].length
    const answer = await upload(file('a.csv', Buffer.alloc(1024 * 1024 + 1, 'x')))
    expect(answer.statusCode).toBe(413)
    expect([...platform.blobs.list()].length).toBe(before)
  })

  it.each([
    ['no file', [options({})], 'intake.no-file'],
    ['two files', [file('a', '1'), file('b', '2')], 'intake.one-file'],
    ['options that are no JSON', [file('a', '1'), part('name="options"', '{')], 'intake.bad-options'],
    ['options that nobody knows', [file('a', '1'), options({ color: 'red' })], 'intake.bad-options'],
    [
      'a day that does not exist',
      [file('a', '1'), options({ receivedOn: '2026-02-30' })],
      'intake.bad-options',
    ],
  ])('refuses %s', async (_, parts, code) => {
    const answer = await upload(...parts)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code, kind: 'invalid' })
  })

  it('refuses what is no form', async () => {
    const answer = await post('', { file: 'x' })
    expect(answer.json()).toMatchObject({ code: 'intake.no-file' })
  })
})

describe('GET /api/intakes', () => {
  it('finds messages by name, hash and state, and pages', async () => {
    const { hash, intakeId } = (await upload(file('找我.txt', 'find me'))).json()
    await settled(intakeId)
    for (const query of [
      `text=${encodeURIComponent('找我')}`,
      `text=${hash.slice(0, 8)}`,
      `text=${intakeId}`,
    ]) {
      const list = (await get(`?${query}&state=refused`)).json()
      expect(list).toMatchObject({ total: 1, items: [{ intakeId, state: 'refused' }] })
    }
    expect((await get(`?text=${hash}&state=done`)).json()).toEqual({ total: 0, items: [] })
    const [newest] = (await get('?pageSize=1')).json().items
    expect(newest.intakeId).toBe(intakeId)
  })

  it('says why a file was refused, in the language of the caller', async () => {
    const { intakeId } = (await upload(file('a.pdf', '%PDF-1.7'))).json()
    const { intake } = await settled(intakeId)
    expect(intake.problem.code).toBe('file.pdf')
    expect(intake.problem.message).toContain('PDF')
    expect(intake.problem.message).not.toMatch(/\p{Script=Han}/u)
  })

  it('takes up at the start what an earlier run left', async () => {
    const [left] = (await get('?text=a.txt')).json().items
    expect(await settled(left.intakeId)).toMatchObject({ intake: { fileName: 'a.txt', state: 'refused' } })
  })

  it('does not find what is not there', async () => {
    const answer = await get('/0190a000-0000-7000-8000-000000000000')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code: 'intake.not-found' })
  })
})

describe('a message that asks', () => {
  it('goes on when it is answered, and keeps what the columns mean for the next file', async () => {
    const table = (row: string) => `农民工花名册\n工人花名,身份证号,工种,进场日期\n${row}`
    const first = (await upload(file('a.csv', table('赵六,330106198506120015,木工,2026-03-01')))).json()
    const asking = await settled(first.intakeId)
    expect(asking.intake).toMatchObject({ state: 'asking', problem: { code: 'ask.mapping' } })
    const { data } = asking.intake.problem
    expect(data).toMatchObject({ kind: 'roster', fields: ['name'], unknown: [{ title: '工人花名' }] })
    const answered = await post(`/${first.intakeId}/answers`, { mapping: { 工人花名: 'name' } })
    expect(answered.statusCode).toBe(202)
    expect(await settled(first.intakeId)).toMatchObject({ intake: { state: 'done', rowsTaken: 1 } })
    const second = (await upload(file('b.csv', table('孙七,330106199208301322,瓦工,2026-03-02')))).json()
    expect(await settled(second.intakeId)).toMatchObject({ intake: { state: 'done', rowsTaken: 1 } })
  })

  it('refuses answers that are not of the list, and answers to what was not asked', async () => {
    const { intakeId } = (await upload(file('c.csv', `${roster}\n`))).json()
    await settled(intakeId)
    expect((await post(`/${intakeId}/answers`, { kind: 'gossip' })).statusCode).toBe(400)
    expect((await post(`/${intakeId}/answers`, { kind: 'roster' })).json()).toMatchObject({
      code: 'intake.not-waiting',
    })
  })
})

describe('reasons, source rows and withdrawal', () => {
  async function taken(): Promise<string> {
    const { intakeId } = (await upload(file('花名册.csv', roster))).json()
    await settled(intakeId)
    return intakeId
  }

  it('gives the refused rows as a workbook with the reason last, and records that', async () => {
    const intakeId = await taken()
    const answer = await get(`/${intakeId}/reasons`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('花名册-reason.xlsx'))
    const rows: unknown[][] = []
    for await (const event of readSheets(answer.rawPayload, 'xlsx', defaultLimits)) {
      rows.push(...(event.type === 'rows' ? event.rows.map((row) => row.cells) : []))
    }
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['李四', '3.30106E+17', '瓦工'])
    expect(rows.at(-1)?.[4]).toContain('身份证号: ')
    expect(await events(platform, intakeId)).toContain('intake.reasons-fetched')
  })

  it('has no reasons for a file whose rows were all taken', async () => {
    const whole = roster.split('\n').slice(0, 3).join('\n')
    const { intakeId } = (await upload(file('d.csv', whole))).json()
    await settled(intakeId)
    expect((await get(`/${intakeId}/reasons`)).json()).toMatchObject({ code: 'intake.no-failures' })
  })

  it('shows the row that a figure came from, masked', async () => {
    const intakeId = await taken()
    const { cells } = (await get(`/${intakeId}/source?sheet=csv&row=3`)).json()
    expect(cells).toEqual([
      { title: '姓名', text: '张大山' },
      { title: '身份证号', text: '330***********0015' },
      { title: '工种', text: '木工' },
      { title: '进场时间', text: '2026-03-01' },
    ])
    expect((await get(`/${intakeId}/source?sheet=csv&row=99`)).statusCode).toBe(404)
  })

  it('withdraws a message, whoever asks twice', async () => {
    const intakeId = await taken()
    expect((await post(`/${intakeId}/withdrawals`)).json()).toMatchObject({ intakeId, state: 'withdrawn' })
    expect((await post(`/${intakeId}/withdrawals`)).json()).toMatchObject({ state: 'withdrawn' })
  })
})

describe('GET /api/templates/:kind', () => {
  it('gives a workbook, and knows no other kinds', async () => {
    const answer = await app.inject('/api/templates/payroll')
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await app.inject('/api/templates/gossip')).statusCode).toBe(400)
  })
})

describe('a file read by a child process', () => {
  beforeAll(async () => {
    await app.close()
    app = await appWith(inChildren(new URL('../../reading.ts', import.meta.url)))
  })

  it('comes to the same', async () => {
    const text = `${roster}\n周八,330106199208301322,木工,2026-03-09`
    const { intakeId } = (await upload(file('e.csv', text))).json()
    const detail = await settled(intakeId)
    expect(detail.intake).toMatchObject({ state: 'done', kind: 'roster', rowsTaken: 2, rowsFailed: 1 })
    const reasons = await get(`/${intakeId}/reasons`)
    expect(reasons.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const { cells } = (await get(`/${intakeId}/source?sheet=csv&row=5`)).json()
    expect(cells[0]).toEqual({ title: '姓名', text: '周八' })
  })

  it('is refused when it is hostile, and leaves the server answering', async () => {
    const { intakeId } = (await upload(file('a.csv', Buffer.alloc(900 * 1024, ',')))).json()
    expect(await settled(intakeId)).toMatchObject({ intake: { state: 'refused' } })
    expect((await get('?pageSize=1')).statusCode).toBe(200)
  })
})
