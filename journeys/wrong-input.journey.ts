import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { IntakeDetail, Receipt } from '../src/contract/endpoints/intake.ts'
import { collectRows } from '../src/platform/sheets/testing/collect.ts'
import { craftOle } from '../src/platform/sheets/testing/craft-ole.ts'
import { craftXlsx } from '../src/platform/sheets/testing/craft-xlsx.ts'
import { craftZip } from '../src/platform/sheets/testing/craft-zip.ts'
import { createInventor } from '../src/simulate/invent/index.ts'
import { journeySeed, openStory, type Place, useJourney } from '../testkit/journey.ts'
import { statementFiles } from '../testkit/journey-bank.ts'
import { inventOffice, registerFile, rosterFile } from '../testkit/journey-office.ts'

/*
 * What no office means to send, and some do: each file is told what is wrong with it, in the language asked
 * for, and the server goes on as if nothing had been. `JOURNEY_ROUNDS` sends all of it more often.
 */

const rounds = Number(process.env['JOURNEY_ROUNDS'] ?? 1)
const seed = journeySeed('wrong input', 'junk')
const random = createInventor(`wrong input ${seed}`)
const office = inventOffice(seed)
const journey = useJourney()
const limitMegabytes = 2
const mebibyte = 1024 * 1024
/** What a server may hold on to before it collects; sent again and again, it settles at some 40. */
const flatMegabytes = 120

let place: Place
let server: Server

interface Server {
  readonly url: string
  readonly pid: number
  /** Gives the exit code. */
  stop(): Promise<number | null>
}

async function serve(): Promise<Server> {
  const child = spawn(process.execPath, [...journey.command, 'serve'], {
    cwd: journey.folder,
    env: {
      ...process.env,
      ...place.environment,
      ANXIN_MAX_UPLOAD_MB: String(limitMegabytes),
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let out = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    out += text
    const [url] = /http:\/\/\S+?:\d+/.exec(out) ?? []
    if (url !== undefined) {
      const stop = async () => {
        child.kill('SIGTERM')
        const [code] = await exited
        return code
      }
      return { url, pid: child.pid ?? 0, stop }
    }
  }
  throw new Error('the server ended before it was ready')
}

beforeAll(async () => {
  place = await journey.place('data')
  await (await openStory(journey, place)).close()
  server = await serve()
}, 300_000)
afterAll(() => server?.stop())

/** The form as a browser sends it, with the file's name as it is. */
async function upload(name: string, bytes: Uint8Array): Promise<Response> {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  return await fetch(`${server.url}/api/intakes`, { method: 'POST', headers, body })
}

async function send(name: string, bytes: Uint8Array): Promise<Receipt> {
  const answer = await upload(name, bytes)
  expect(answer.status).toBe(202)
  return (await answer.json()) as Receipt
}

async function detail({ intakeId }: Receipt, language: string): Promise<IntakeDetail> {
  return (await (
    await fetch(`${server.url}/api/intakes/${intakeId}?lang=${language}`)
  ).json()) as IntakeDetail
}

async function settled(receipt: Receipt): Promise<IntakeDetail> {
  for (;;) {
    const found = await detail(receipt, 'zh')
    if (found.intake.state !== 'received' || found.progress?.phase === 'failed') {
      return found
    }
    await wait(50)
  }
}

const sheet = (rows: string) => craftXlsx({ sheets: [{ name: '一', rows }] })
const camt = (start: string, id: string) =>
  Buffer.from(`<?xml version="1.0"?>${start}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
    <BkToCstmrStmt><Stmt><Id>${id}</Id></Stmt></BkToCstmrStmt></Document>`)
const laughs =
  '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
const junk = (length: number) => Buffer.from(Array.from({ length }, () => random.int(0, 255)))

/** Each file with the code of what is said about it. */
function wrongFiles(): readonly (readonly [name: string, bytes: Buffer, code: string])[] {
  const whole = sheet('<row r="1"><c r="A1" t="str"><v>姓名</v></c></row>')
  const bomb = (part: object) =>
    craftZip([{ name: 'xl/workbook.xml', content: Buffer.alloc(64 * mebibyte), ...part }])
  return [
    ['工资表.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'file.pdf'],
    ['空.xlsx', Buffer.alloc(0), 'file.empty'],
    [
      '加密.xlsx',
      craftOle([
        { name: 'EncryptionInfo', content: junk(600) },
        { name: 'EncryptedPackage', content: junk(9000) },
      ]),
      'file.encrypted',
    ],
    ['压缩炸弹.xlsx', bomb({}), 'file.zip-bomb'],
    ['说谎的炸弹.xlsx', bomb({ statedBytes: 1_000_000 }), 'file.zip-bomb'],
    [
      '套娃.xlsx',
      craftXlsx({ sheets: [], more: [{ name: 'xl/more.zip', content: 'PK\x03\x04' }] }),
      'file.zip-nested',
    ],
    ['实体.xml', camt(laughs, '&c;'), 'file.xml-doctype'],
    [
      '外部实体.xml',
      camt('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'),
      'file.xml-doctype',
    ],
    ['断掉的.xml', camt('', 'A').subarray(0, 150), 'file.xml-damaged'],
    ['空字节.csv', Buffer.concat([Buffer.from('姓名,工资\n'), Buffer.alloc(5000)]), 'file.nul-bytes'],
    [
      '五十万列.csv',
      Buffer.from(`${Array.from({ length: 500_000 }, (_, at) => at).join(',')}\n`.slice(0, 1_900_000)),
      'file.too-many-columns',
    ],
    ['断掉的.xlsx', whole.subarray(0, whole.length - 100), 'file.zip-damaged'],
    ['垃圾.xlsx', sheet('<row r="1"><c r="A1"><v>1</c></row><<<&&&'), 'file.xlsx-damaged'],
    [`${office.gate}_attlog.dat`, junk(20_000), 'file.binary'],
    ['没有表.csv', Buffer.from('你好,世界\n1,2\n'), 'intake.nothing-recognized'],
  ]
}

async function megabytesHeld(): Promise<number> {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}

const isAlive = async () => (await fetch(`${server.url}/healthz`)).status === 200
const stored = () => readdirSync(join(place.settings.dataFolder, 'blobs'), { recursive: true }).length

describe('a server that is sent what nobody can read', () => {
  it('says of each file what is wrong, in Chinese and in English, and stays as it was', async () => {
    await settled(await send('项目登记表.xlsx', (await registerFile(office)).bytes))
    const before = await megabytesHeld()
    for (let round = 1; round <= rounds; round += 1) {
      const started = performance.now()
      for (const [name, bytes, code] of wrongFiles()) {
        const receipt = await send(name, bytes)
        const { state, problem } = (await settled(receipt)).intake
        expect({ name, state, code: problem?.code }).toEqual({ name, state: 'refused', code })
        expect(problem?.message).toMatch(/[\u4e00-\u9fff].*。$/)
        expect((await detail(receipt, 'en')).intake.problem?.message).toMatch(/^[\x20-\x7e]{20,}\.$/)
      }
      const held = Math.round(await megabytesHeld())
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(
        `round ${round}: ${seconds} s, server holds ${held} MB, before ${Math.round(before)} MB\n`,
      )
    }
    expect(await isAlive()).toBe(true)
    expect((await megabytesHeld()) - before).toBeLessThan(flatMegabytes)
  }, 3_600_000)

  it('refuses what is too large before it stores any of it: 413 by the web, a word by the command line', async () => {
    const before = stored()
    const answer = await upload('大.csv', Buffer.alloc((limitMegabytes + 1) * mebibyte, '姓名,工资\n'))
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({
      kind: 'too-large',
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
    const huge = join(journey.folder, '两百兆.xlsx')
    writeFileSync(huge, 'PK\x03\x04')
    truncateSync(huge, 200 * mebibyte)
    const { code, out } = await commandLine(['import', huge])
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('文件有 200 MB') })
    expect(stored()).toBe(before)
    expect(await isAlive()).toBe(true)
  })

  it('takes no folder and no control character from the name of a file', async () => {
    const named = async (name: string) => (await send(name, Buffer.from(`%PDF-1.7 ${name}`))).fileName
    expect(await named('../../../../etc/passwd')).toBe('passwd')
    expect(await named('C:\\Users\\工资表.xlsx')).toBe('工资表.xlsx')
    expect(await named('工\u0001资\u007f表\u001b[31m.csv')).toBe('工资表[31m.csv')
    expect([...(await named(`${'长'.repeat(3000)}.csv`))].length).toBeLessThanOrEqual(255)
  })

  it('never calculates a formula, and gives texts that look like one back as texts', async () => {
    await settled(await send(rosterFile(office).name, rosterFile(office).bytes))
    const receipt = await send('公式.xlsx', withFormulas())
    const { intake, issues } = await settled(receipt)
    expect(intake).toMatchObject({ state: 'done', rowsTaken: 1, rowsFailed: 2 })
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [3, '应发工资'],
      [4, '应发工资'],
    ])
    const answer = await fetch(`${server.url}/api/intakes/${receipt.intakeId}/reasons`)
    const copy = Buffer.from(await answer.arrayBuffer())
    expect(copy.includes('<f>')).toBe(false)
    const cells = (await collectRows(copy, 'xlsx')).map(([, row]) => row.slice(4, 8))
    expect(cells).toContainEqual(["=cmd|' /C calc'!A0", '+1', '-1', '@x'])
  })

  it('goes on with the files of others meanwhile, and ends when it is told to', async () => {
    const bad = wrongFiles()
      .slice(5, 8)
      .map(([name, bytes]) => send(name, Buffer.concat([bytes, Buffer.from('\n')])))
    const good = statementFiles(office).map(({ name, bytes }) => send(name, bytes))
    const ends = await Promise.all((await Promise.all([...bad, ...good])).map(settled))
    expect(ends.map(({ intake }) => intake.state)).toEqual([
      ...bad.map(() => 'refused'),
      ...good.map(() => 'done'),
    ])
    expect(await isAlive()).toBe(true)
    expect(await server.stop()).toBe(0)
  })
})

/** A command line of its own, which a running server answers where it holds the folder. */
async function commandLine(words: readonly string[]): Promise<{ code: number; out: string }> {
  const env = {
    ...process.env,
    ...place.environment,
    ANXIN_MAX_UPLOAD_MB: String(limitMegabytes),
    LOG_LEVEL: 'fatal',
  }
  const child = spawn(process.execPath, [...journey.command, ...words], { cwd: journey.folder, env })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const [code] = await once(child, 'close')
  return { code, out }
}

/** A payroll of three: due as a number, as a formula that was never calculated, and as an error of one. */
function withFormulas(): Buffer {
  const [first, second, third] = office.hands.slice(1, 4)
  const odd = ["=cmd|' /C calc'!A0", '+1', '-1', '@x']
  const cell = (at: number, row: number, inside: string) => `<c r="${'ABCDEFGH'[at]}${row}" ${inside}</c>`
  const text = (value: string) => `t="str"><v>${value.replaceAll("'", '&apos;')}</v>`
  const line = (row: number, cells: readonly string[]) =>
    `<row r="${row}">${cells.map((each, at) => cell(at, row, each)).join('')}</row>`
  const person = (row: number, hand: typeof first, sum: string) =>
    line(row, [text(hand?.name ?? ''), text(hand?.idNumber ?? ''), sum, text('签'), ...odd.map(text)])
  const titles = ['姓名', '身份证号', '应发工资', '本人签字', '备注', '奖金', '补贴', '路费']
  return sheet(
    [
      line(1, [text(`${office.name}2026年3月工资表`)]),
      line(2, titles.map(text)),
      person(3, first, '><f>HYPERLINK("http://x.example")</f>'),
      person(4, second, 't="e"><f>1/0</f><v>#DIV/0!</v>'),
      person(5, third, '><f>2000+3000</f><v>5000</v>'),
    ].join(''),
  )
}
