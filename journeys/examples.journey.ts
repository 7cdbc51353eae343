import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { runImport } from '../src/cli/import.ts'
import { exitCode, type VerbContext } from '../src/cli/verb.ts'
import type { FindingDetail, FindingItem } from '../src/contract/endpoints/findings.ts'
import type { IntakeDetail } from '../src/contract/endpoints/intake.ts'
import type { IntakeKind } from '../src/contract/intake.ts'
import { say } from '../src/contract/messages/index.ts'
import { explainFinding, monitor, queryFindings } from '../src/features/findings/index.ts'
import { type Importing, queryIntakes, showIntake } from '../src/features/intake/index.ts'
import { rebuildAll } from '../src/features/wage-months/index.ts'
import { importing } from '../src/importing.ts'
import { day, isDay } from '../src/law/day.ts'
import { openBlobs } from '../src/platform/blobs/blobs.ts'
import { openLog } from '../src/platform/log.ts'
import type { Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { recognizeFile } from '../src/platform/sheets/kind.ts'
import { defaultLimits } from '../src/platform/sheets/limits.ts'
import { isSheetKind, readSheets } from '../src/platform/sheets/read.ts'
import { localOperator } from '../src/platform/transact.ts'
import { openVault } from '../src/platform/vault/vault.ts'
import { kindsReader, messageReader } from '../src/reading.ts'
import { useDatabase } from '../testkit/database.ts'
import type { Expected } from '../tools/scripts/examples/expected.ts'
import { inventWorld } from '../tools/scripts/examples/world.ts'

const examples = join(import.meta.dirname, '../examples')
const days = readdirSync(examples).filter(isDay).sort()
const expected: Expected = JSON.parse(readFileSync(join(examples, 'expected.json'), 'utf8'))
const asOf = day(expected.asOf)
const page = { page: 1, pageSize: 200 }
const pinOwners = new Map(
  inventWorld()
    .flatMap((story) => story.workers)
    .map(({ site, pin, person }) => [`${site.code} ${pin}`, person.name]),
)

/** The same readers as ever, without a process for each file: what a process adds is tested elsewhere. */
const inProcess: Importing = {
  ...importing,
  read: ({ bytes, fileName: name, options, remembered }) =>
    messageReader({ bytes, name, options: { options, remembered }, limits: defaultLimits }),
  async recognize(readings) {
    const messages = readings.map(({ fileName: name, bytes, ...said }) => ({
      ...said,
      name,
      byteCount: bytes.length,
    }))
    const bytes = Buffer.concat(readings.map((each) => each.bytes))
    const kinds: (IntakeKind | null)[] = []
    for await (const kind of kindsReader({ bytes, name: '', options: { messages }, limits: defaultLimits })) {
      kinds.push(kind)
    }
    return kinds
  },
}

describe('the examples, taken in as they came and watched', () => {
  const database = useDatabase()
  let folder = ''
  let context: VerbContext

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anxin-examples-'))
    const settings = readSettings({ ANXIN_DATA: folder }, folder)
    const { vault } = openVault(settings, false)
    const { db, clock } = database
    const blobs = openBlobs(folder, vault)
    const platform: Platform = { db, clock, blobs, vault, settings, log: openLog('silent') }
    context = {
      platform,
      ownedDb: db,
      settings,
      locale: 'zh-CN',
      colors: false,
      cwd: examples,
      say: (code, data) => say('zh-CN', code, data),
      stdout: () => undefined,
      stderr: () => undefined,
    }
    await takeIn()
    await monitor(platform, asOf)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function takeIn(): Promise<number[]> {
    const codes: number[] = []
    for (const received of days) {
      const call = { args: [received], options: { receivedOn: received } }
      codes.push(await runImport(context, inProcess, call))
    }
    return codes
  }

  async function findings(): Promise<FindingItem[]> {
    return (await database.read(localOperator, (tx) => queryFindings(tx, page, 'zh-CN'))).items
  }

  async function explain({ findingId }: FindingItem): Promise<FindingDetail> {
    return await database.read(localOperator, (tx) => explainFinding(tx, findingId, 'zh-CN'))
  }

  async function intakes(): Promise<IntakeDetail[]> {
    return await database.read(localOperator, async (tx) => {
      const { items } = await queryIntakes(tx, page, 'zh-CN')
      const details: IntakeDetail[] = []
      for (const { intakeId } of items) {
        const shown = { intakeId, progress: null, page: 1, pageSize: 200 }
        details.push(await showIntake(tx, shown, 'zh-CN'))
      }
      return details
    })
  }

  it('takes every file', async () => {
    const states = (await intakes()).map(({ intake }) => `${intake.fileName} ${intake.state}`)
    expect(states.filter((each) => !each.endsWith(' done'))).toEqual([])
    expect(states).toHaveLength(expected.files)
  })

  it('refuses the spoiled rows and no other, with the reason', async () => {
    const refused = (await intakes()).flatMap(({ intake, issues }) =>
      issues
        .filter(({ severity }) => severity === 'error')
        .map(({ sheet, row, code }) => ({ file: pathOf(intake), sheet, row, code })),
    )
    expect(refused.sort(byFile)).toEqual([...expected.refused].sort(byFile))
  })

  it('finds what its makers hid, to the fen, and nothing else', async () => {
    const found = []
    for (const finding of await findings()) {
      const { ruleId: rule, worksiteCode, worksiteName, month, level, breach, people, amountFen } = finding
      const members = (await explain(finding)).members.map((each) => ({
        name: each.name,
        amountFen: each.amountFen,
      }))
      const each = { rule, worksiteCode, worksiteName, month, level, breach, people, amountFen }
      found.push({ ...each, members: members.sort(byName) })
    }
    const hidden = expected.findings.map((each) => ({ ...each, members: [...each.members].sort(byName) }))
    expect(found.sort(byRule)).toEqual(hidden.sort(byRule))
  })

  it('knows what each payroll owes and what the bank paid of it, to the fen', async () => {
    const { rows } = await database.read(localOperator, (tx) =>
      sql<Expected['months'][number]>`
        select w.code as "worksiteCode", to_char(m.month, 'YYYY-MM') as month,
               count(*) filter (where m.payroll_lines > 0)::int as people,
               coalesce(sum(m.net_fen), 0)::text as "netFen", sum(m.paid_fen)::text as "paidFen"
          from wage_month m join worksite w on w.worksite_id = m.worksite_id
         where m.month <= '2026-04-01'
         group by w.code, m.month`.execute(tx.k),
    )
    expect([...rows].sort(byMonth)).toEqual([...expected.months].sort(byMonth))
  })

  it('shows source rows that name the person, or the worksite, in the file', async () => {
    const received = new Map((await intakes()).map(({ intake }) => [intake.intakeId, pathOf(intake)]))
    for (const item of await findings()) {
      const { finding, members } = await explain(item)
      expect(members).toHaveLength(item.people)
      for (const { name, sources } of members) {
        expect(sources.length).toBeGreaterThan(0)
        for (const { intakeId, sheet, row } of sources) {
          const path = received.get(intakeId) ?? ''
          expect(await textAt({ path, sheet, row }, item.worksiteCode), `${path} ${row}`).toContain(name)
        }
      }
      const own = members.length > 0 ? [] : finding.sources
      expect(own.length + members.length).toBeGreaterThan(0)
      for (const { intakeId, sheet, row } of own) {
        const place = { path: received.get(intakeId) ?? '', sheet, row }
        expect(await textAt(place, item.worksiteCode)).toContain(item.worksiteName)
      }
    }
  })

  it('changes nothing when all of it is sent again, or folded again', async () => {
    const before = await findings()
    const codes = await takeIn()
    expect(codes.every((code) => code === exitCode.done || code === exitCode.found)).toBe(true)
    expect(await database.transact(localOperator, rebuilt)).toBe(0)
    await monitor(context.platform, asOf)
    expect(await findings()).toEqual(before)
    expect(await intakes()).toHaveLength(expected.files)
  })
})

async function rebuilt(tx: Parameters<typeof rebuildAll>[0]): Promise<number> {
  const changed = await rebuildAll(tx)
  const stream = { kind: 'system', id: '00000000-0000-8000-8000-000000000000' } as const
  tx.record({ stream, type: 'test.rebuilt', data: { changed }, areaCode: '330000' })
  return changed
}

function pathOf({ receivedOn, fileName }: IntakeDetail['intake']): string {
  return `${receivedOn}/${fileName}`
}

interface Place {
  readonly path: string
  readonly sheet: string
  readonly row: number
}

/** What stands in a row of an example, blanks taken out; for a gate log, whose number the line bears. */
async function textAt({ path, sheet, row }: Place, worksiteCode: string): Promise<string> {
  const bytes = readFileSync(join(examples, path))
  const kind = recognizeFile(bytes, defaultLimits)
  if (!isSheetKind(kind)) {
    const [pin] = (bytes.toString('utf8').split('\r\n')[row - 1] ?? '').split('\t')
    return pinOwners.get(`${worksiteCode} ${pin}`) ?? ''
  }
  for await (const event of readSheets(bytes, kind, defaultLimits)) {
    const found = event.type === 'rows' ? event.rows.find((each) => each.row === row) : undefined
    if (found?.sheet === sheet) {
      return found.cells.map(String).join('').replace(/\s+/g, '')
    }
  }
  return ''
}

function byText<T>(textOf: (item: T) => string): (one: T, other: T) => number {
  return (one, other) => (textOf(one) < textOf(other) ? -1 : textOf(one) > textOf(other) ? 1 : 0)
}

const byFile = byText<{ file: string; sheet: string; row: number }>(
  ({ file, sheet, row }) => `${file} ${sheet} ${row}`,
)
const byName = byText<{ name: string; amountFen: string }>(({ name, amountFen }) => `${name} ${amountFen}`)
const byRule = byText<{ rule: string; worksiteCode: string; month: string | null }>(
  ({ rule, worksiteCode, month }) => `${rule} ${worksiteCode} ${month ?? ''}`,
)
const byMonth = byText<{ worksiteCode: string; month: string }>(
  ({ worksiteCode, month }) => `${worksiteCode} ${month}`,
)
