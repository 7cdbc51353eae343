import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ImportedFile } from '../src/cli/import-print.ts'
import { openLog } from '../src/platform/log.ts'
import type { Settings } from '../src/platform/settings.ts'
import type { Cell } from '../src/platform/sheets/cell.ts'
import { collectRows } from '../src/platform/sheets/testing/collect.ts'
import { writeWorkbook } from '../src/platform/sheets/write.ts'
import { testEngine } from '../testkit/database.ts'
import {
  emptyDatabase,
  everyRow,
  journeySeed,
  openStory,
  type Place,
  putFiles,
  runAlone,
  type Story,
  useJourney,
} from '../testkit/journey.ts'
import { gateLogFile, resultsFile, statementFiles } from '../testkit/journey-bank.ts'
import {
  due,
  gridFile,
  inventOffice,
  type Office,
  type OfficeFile,
  oldPayrollFile,
  payrollFile,
  punchFile,
  registerFile,
  rosterFile,
  secretsOf,
} from '../testkit/journey-office.ts'
import { filesOf, findWords, type Piece, partsOf } from '../testkit/journey-secrets.ts'

/*
 * An office sends a folder with a file of every kind, none of them clean, and works on it until all is in.
 */

type Rows = ReadonlyMap<string, readonly string[]>

const journey = useJourney()
const office = inventOffice(journeySeed('dirty folder', 'may'))
const receivedOn = ['--received-on', '2026-05-06']
const odd = { month: '2026-04', number: 'GZ-04', dueTitle: '该给的钱' }
/** What the wages come to, and which sheets and rows of the registers count. */
/** What is made from the claims, and changes when one more comes. */
const folds = ['wage_month', 'wage_due', 'attendance_day', 'payout_allocation']
const logged = new PassThrough()

let files: readonly OfficeFile[] = []
let place: Place
let story: Story
let sent: readonly ImportedFile[] = []

beforeAll(async () => {
  files = [
    await registerFile(office),
    rosterFile(office),
    await gridFile(office),
    await punchFile(office),
    await payrollFile(office, { month: '2026-03', number: 'GZ-03' }, '3月工资表.xlsx'),
    await resultsFile(office),
    gateLogFile(office),
    ...statementFiles(office),
  ]
  place = await journey.place('data')
  story = await openStory(journey, place, { log: openLog('trace', logged) })
  const old = oldPayrollFile(office, odd, '4月工资表.xls')
  const all = [...files, old].map((file) => [file.name, file.bytes] as const)
  putFiles(join(journey.folder, '报送'), new Map(all))
  sent = await story.import('报送', ...receivedOn, '--reasons', '原因')
})
afterAll(() => story.close())

function resultOf(name: string, among = sent): ImportedFile {
  const found = among.find(({ file }) => file.endsWith(name))
  if (found === undefined) {
    throw new Error(`${name} was sent`)
  }
  return found
}

const rows = () => everyRow(journey, story.opened)

const only = (names: readonly string[], among: Rows) => names.map((name) => [name, among.get(name)])
const without = (name: string, among: Rows) => [...among].filter(([each]) => each !== name)

/** Tables of which a row that stood is not there any more, or not as it was. */
function changed(before: Rows, after: Rows): string[] {
  return [...before].flatMap(([name, lines]) => {
    const left = new Set(after.get(name))
    return lines.every((line) => left.has(line)) ? [] : [name]
  })
}

/** How many rows of which tables count no longer since another one took their place. */
function replaced(before: Rows, after: Rows): (readonly [table: string, rows: number])[] {
  const counting = (lines: readonly string[] = []) => lines.filter((line) => line.includes('"current": true'))
  return [...before].flatMap(([name, lines]) => {
    const left = new Set(after.get(name))
    const gone = counting(lines).filter((line) => !left.has(line))
    return gone.length === 0 ? [] : [[name, gone.length] as const]
  })
}

describe('a folder with a file of every kind, none of them clean', () => {
  it('is taken in file by file, good rows in and bad rows out, each with a receipt', () => {
    const told = files.map(({ name }) => {
      const { receipt, detail } = resultOf(name)
      const errors = (detail?.issues ?? []).filter(({ severity }) => severity === 'error')
      return { name, state: receipt?.state, taken: receipt?.rowsTaken, refused: errors.map(({ row }) => row) }
    })
    const due = files.map(({ name, taken, refused }) => {
      return { name, state: 'done', taken, refused: refused.map(([row]) => row) }
    })
    expect(told).toEqual(due)
    expect(sent.every(({ receipt }) => /^[0-9a-f]{16}$/.test(receipt?.hash ?? ''))).toBe(true)
  })

  it('gives the refused rows back with the reason in the last column, texts as texts', async () => {
    for (const { name, bytes, refused } of files.filter((file) => file.refused.length > 0)) {
      const { reasons } = resultOf(name)
      const copy = readFileSync(reasons ?? '')
      if (name.endsWith('.dat') || name.endsWith('.xml')) {
        const [, ...lines] = copy.toString('utf8').trimEnd().split('\r\n')
        expect(lines.map((line) => [Number.parseInt(line, 10), line])).toEqual(
          refused.map(([row, word]) => [row, expect.stringContaining(word)]),
        )
        continue
      }
      const source = new Map(await collectRows(bytes, name.endsWith('.csv') ? 'csv' : 'xlsx'))
      const copied = (await collectRows(copy, 'xlsx')).map(([, cells]) => cells)
      const [titles = []] = copied.filter((cells) => cells.at(-1) === '原因')
      const explained = copied.filter((cells) => cells.length === titles.length && cells !== titles)
      expect(explained).toEqual(
        refused.map(([row, word]) => [
          ...asWritten(source.get(row), titles.length),
          expect.stringContaining(word),
        ]),
      )
      expect(Buffer.from(copy).includes('<f>')).toBe(false)
    }
  })

  it('asks what an unknown column means, once, and knows it in the next file', async () => {
    const { receipt, detail } = resultOf('4月工资表.xls')
    expect(receipt?.state).toBe('asking')
    expect(detail?.intake.problem?.message).toContain('该给的钱')
    const [answered] = await story.import('报送/4月工资表.xls', ...receivedOn, '--map', '该给的钱=应发工资')
    expect(answered?.receipt).toMatchObject({ state: 'done', rowsTaken: 4, intakeId: receipt?.intakeId })
    const next = await payrollFile(office, { ...odd, month: '2026-05', number: 'GZ-05' }, '5月工资表.xlsx')
    putFiles(journey.folder, new Map([[next.name, next.bytes]]))
    const [known] = await story.import(next.name, ...receivedOn)
    expect(known?.receipt).toMatchObject({ state: 'done', rowsTaken: 4 })
  })

  it('is known again when it is sent again: the same receipts, and not a row changed', async () => {
    const before = await rows()
    const again = await story.import('报送', ...receivedOn)
    expect(again.map(({ receipt }) => receipt?.sentBefore)).toEqual(again.map(() => true))
    expect(again.map(({ receipt }) => receipt?.hash).sort()).toEqual(
      sent.map(({ receipt }) => receipt?.hash).sort(),
    )
    expect(await rows()).toEqual(before)
  })

  it('takes from a corrected file what had failed, and leaves what stood as it was', async () => {
    const before = await rows()
    putFiles(join(journey.folder, '更正'), await corrected())
    const again = await story.import('更正', '--received-on', '2026-05-07')
    const after = await rows()
    const told = again.map(({ file, receipt, detail }) => {
      return [basename(file), receipt?.rowsTaken, receipt?.rowsFailed, detail?.issueTotal]
    })
    // A payroll and an attendance sheet come whole, for the later one takes the place of the earlier one.
    expect(told).toEqual([
      ['项目登记表（更正）.xlsx', 1, 0, 0],
      ['花名册（更正）.xlsx', 2, 0, 0],
      ['4月打卡（更正）.xlsx', 2, 0, 0],
      ['3月考勤表（更正）.xlsx', 7, 0, 0],
      ['3月工资表（更正）.xlsx', 6, 0, 0],
      ['代发结果（更正）.xlsx', 1, 0, 0],
    ])
    expect(changed(before, after)).toEqual(['attendance_sheet', 'payroll', 'wage_due', 'wage_month'])
    expect(replaced(before, after)).toEqual([
      ['attendance_sheet', 1],
      ['payroll', 1],
    ])
    for (const { receipt } of again.toReversed()) {
      expect((await story.anxin('withdraw', receipt?.intakeId ?? '')).code).toBe(0)
    }
    const back = await rows()
    expect(changed(before, back)).toEqual([])
    expect(only(folds, back)).toEqual(only(folds, before))
  })

  it('folds to the very same rows when all is folded anew, whatever the registers have said since', async () => {
    putFiles(journey.folder, new Map([['更正登记.csv', movedRegister(office)]]))
    const [moved] = await story.import('更正登记.csv', '--received-on', '2026-05-08')
    expect(moved?.receipt?.state).toBe('done')
    const roster = resultOf('花名册.csv').receipt?.intakeId ?? ''
    expect((await story.anxin('withdraw', roster)).code).toBe(0)
    const before = await rows()
    const { code, out } = await story.anxin('rebuild')
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('0 行') })
    const after = await rows()
    expect(without('event', after)).toEqual(without('event', before))
    expect(after.get('event')).toHaveLength((before.get('event')?.length ?? 0) + 1)
  })

  it('is backed up, restored elsewhere and moved to a server, row by row the same', async () => {
    const before = await rows()
    expect((await story.anxin('backup', '备份.tar', '--with-key')).code).toBe(0)
    const { databaseUrl: _, ...embedded } = place.settings
    const settings = { ...embedded, databaseUrl: undefined, dataFolder: join(journey.folder, '恢复') }
    expect((await runAlone(journey, settings, ['restore', '备份.tar'])).code).toBe(0)
    expect(await rowsAt(settings)).toEqual(before)
    if (testEngine === 'postgres') {
      const databaseUrl = await emptyDatabase()
      expect((await runAlone(journey, settings, ['move', '--to', databaseUrl])).code).toBe(0)
      expect(await rowsAt({ ...settings, databaseUrl })).toEqual(before)
    }
  })

  it('leaves no ID number, phone, card or address in the clear: not in the folder, the backup or the log', () => {
    const backup = join(journey.folder, '备份.tar')
    const pieces = () => [...filesOf(place.settings.dataFolder), ...partsOf(backup), logPiece()]
    expect(findWords(secretsOf(office), pieces())).toEqual([])
    // Names stand in the clear, so that people can be found: what is searched for so is found.
    expect(findWords([office.name], partsOf(backup)).length).toBeGreaterThan(0)
  })
})

function logPiece(): Piece {
  return { name: 'log', bytes: Buffer.from(logged.read() ?? '') }
}

/** All rows of a place, which was whole in every file as well. */
async function rowsAt(settings: Settings): Promise<Rows> {
  const there = await openStory(journey, { environment: {}, settings })
  try {
    expect((await there.anxin('audit', 'verify', '--files')).code).toBe(0)
    return await everyRow(journey, there.opened)
  } finally {
    await there.close()
  }
}

/** The site is another contractor's now, in another county and of another kind. */
function movedRegister({ name, code }: Office): Uint8Array {
  const titles = '项目名称,项目编码,类型,行业,行政区划,施工总承包单位'
  return Buffer.from(`${titles}\n${name},${code},工程项目,交通,330111,杭州另一建设集团有限公司\n`)
}

type Row = readonly Cell[]

/** The files with the reasons, each refused row set right as the office would. */
async function corrected(): Promise<Map<string, Uint8Array>> {
  const [absent] = office.hands
  const byName = new Map(office.hands.map((hand) => [hand.name, hand]))
  const numbered = (row: Row) => office.hands[Number(row[0]) - 1]
  const cures: Readonly<Record<string, (row: Row) => Row>> = {
    '项目登记表.xlsx': (row) => row.with(4, '330111'),
    '花名册.csv': (row) => row.with(2, numbered(row)?.idNumber ?? ''),
    '3月考勤表.xlsx': (row) =>
      row.includes('＃？') ? row.with(row.indexOf('＃？'), '√') : row.with(1, absent?.name ?? ''),
    '4月打卡.xlsx': (row) => row.with(3, '06:55'),
    '代发结果.xlsx': (row) => row.with(4, '成功'),
    '3月工资表.xlsx': (row) => {
      const hand = byName.get(String(row[1]))
      return row.with(2, hand?.idNumber ?? '').with(4, hand === undefined ? 0 : due(hand))
    },
  }
  const made = new Map<string, Uint8Array>()
  for (const [name, cure] of Object.entries(cures)) {
    const copy = await collectRows(readFileSync(resultOf(name).reasons ?? ''), 'xlsx')
    const width = copy.map(([, cells]) => cells).find((cells) => cells.at(-1) === '原因')?.length ?? 0
    const cured = copy.map(([, cells]) =>
      cells.length === width && cells.at(-1) !== '原因' ? cure(cells) : cells,
    )
    made.set(
      name.replace(/\.\w+$/, '（更正）.xlsx'),
      await writeWorkbook({ sheets: [{ name: '更正', rows: cured }] }),
    )
  }
  return made
}

/** A cell of the source as it stands in a copy: a day is written as a text. */
function asWritten(cells: readonly Cell[] = [], width: number): Cell[] {
  return Array.from({ length: width - 1 }, (_, at) => {
    const cell = cells[at] ?? null
    return typeof cell === 'object' && cell !== null && 'day' in cell ? cell.day : cell
  })
}
