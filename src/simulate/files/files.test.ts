import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'

import { intakeKinds } from '../../contract/intake.ts'
import { addDays, day } from '../../law/day.ts'
import { defaultLimits } from '../../platform/sheets/limits.ts'
import { messageReader } from '../../reading.ts'
import { simulateCounty } from '../county/county.ts'
import type { County } from '../county/model.ts'
import { truthOf } from '../truth/truth.ts'
import { parseTruth } from '../truth/truth-file.ts'
import type { CountyFile } from './county-file.ts'
import { confirmedPauses, countyFiles, writeCounty } from './write-county.ts'

const until = day('2026-06-30')

function county(seed: number, worksites = 6): County {
  return simulateCounty({ seed, months: 2, worksites, workers: worksites * 14, until })
}

async function filesOf(model: County): Promise<CountyFile[]> {
  const files: CountyFile[] = []
  for await (const file of countyFiles(model)) {
    files.push(file)
  }
  return files
}

interface Read {
  readonly kinds: readonly string[]
  readonly heads: readonly Readonly<Record<string, unknown>>[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** What is told of a row, and what is asked. */
  readonly complaints: readonly string[]
}

/** A file as the child process of an import reads it, with nothing said beside it. */
async function read({ path, bytes }: CountyFile): Promise<Read> {
  const found = {
    kinds: [] as string[],
    heads: [] as Read['heads'][number][],
    rows: [] as Read['rows'][number][],
  }
  const complaints: string[] = []
  const name = path.slice(path.indexOf('/') + 1)
  const options = { options: {}, remembered: {} }
  for await (const message of messageReader({ bytes, name, options, limits: defaultLimits })) {
    if (message.type === 'group') {
      found.kinds.push(message.group.kind)
      found.heads.push(message.group.head)
    } else if (message.type === 'rows') {
      found.rows.push(...message.rows.map(({ record }) => record))
    } else if (message.type === 'issues') {
      complaints.push(...message.issues.map((issue) => `${path} ${issue.row} ${issue.column} ${issue.code}`))
    } else if (message.type === 'ask') {
      complaints.push(`${path} ${message.code}`)
    }
  }
  return { ...found, complaints }
}

async function allRead(model: County): Promise<{ file: CountyFile; read: Read }[]> {
  const found: { file: CountyFile; read: Read }[] = []
  for (const file of await filesOf(model)) {
    found.push({ file, read: await read(file) })
  }
  return found
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true })
  }
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-county-'))
  folders.push(folder)
  return folder
}

describe('countyFiles', () => {
  it('are recognized and read by the importers without a row that is refused or doubted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (seed) => {
        for (const { file, read: found } of await allRead(county(seed, 5))) {
          expect(found.complaints).toEqual([])
          expect(new Set(found.kinds)).toEqual(new Set([file.kind]))
          expect(found.rows.length > 0 || file.kind === 'bank-statement').toBe(true)
        }
      }),
      { seed: 53, numRuns: 3 },
    )
  })

  it('are of every kind that the importers take', async () => {
    const kinds = new Set((await filesOf(county(4, 16))).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([...intakeKinds].sort())
  })

  it('name the worksite of every table by its code, and every payroll by its number', async () => {
    const model = county(11)
    const codes = new Set<unknown>(model.sites.map(({ facts }) => facts.code))
    const numbers = new Set<unknown>(model.sites.flatMap(({ sheets }) => sheets.map(({ number }) => number)))
    const tables = new Set(['roster', 'attendance-punches', 'attendance-grid', 'payroll', 'bank-payouts'])
    const found = (await allRead(model)).filter(({ file }) => tables.has(file.kind))
    expect(found.length).toBeGreaterThan(20)
    for (const { file, read: told } of found) {
      expect(told.heads.every((head) => codes.has(head['worksiteCode']))).toBe(true)
      expect(file.kind !== 'payroll' || numbers.has(told.heads[0]?.['sheetNumber'])).toBe(true)
    }
  })

  it('say what the model says: every line of a payroll, every payment of a bank', async () => {
    const model = county(21)
    const found = await allRead(model)
    const linesRead = found
      .filter(({ file }) => file.kind === 'payroll')
      .flatMap(({ read: told }) => told.rows)
    const lines = model.sites.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.lines))
    const sum = (values: readonly unknown[]) =>
      values.reduce<bigint>((all, value) => all + BigInt(String(value)), 0n)
    expect(linesRead).toHaveLength(lines.length)
    expect(sum(linesRead.map(({ netFen }) => netFen))).toBe(sum(lines.map(({ netFen }) => netFen)))
    expect(linesRead.filter(({ signed }) => signed === true).length).toBeGreaterThan(0)
    const told = found.filter(({ file }) => file.kind === 'bank-statement').flatMap((each) => each.read.rows)
    const debits = new Map(told.map((row) => [row['reference'], row['amountFen']]))
    const isTold = ({ on }: { on: string }) => on <= addDays(until, -4)
    const booked = model.sites.flatMap(({ movements }) => movements.filter(isTold))
    for (const movement of booked.filter(({ kind }) => kind === 'labor-cost' || kind === 'stranger')) {
      expect(debits.get(movement.reference)).toBe(movement.amountFen)
    }
  })

  it('lie in the folder of a day within the span, under a name of their own', async () => {
    const model = county(31)
    const files = await filesOf(model)
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
    for (const { path, receivedOn } of files) {
      expect(path.startsWith(`${receivedOn}/`) && path.split('/').length === 2).toBe(true)
      expect(receivedOn >= model.frame.from && receivedOn <= until).toBe(true)
    }
  })

  it('tell of nothing before it happened', async () => {
    for (const { file, read: told } of await allRead(county(41))) {
      const moments = told.rows.flatMap(({ bookedOn, paidOn, at }) => [bookedOn, paidOn, at])
      const days = moments.filter((each) => typeof each === 'string').map((each) => each.slice(0, 10))
      expect(days.every((each) => each <= file.receivedOn)).toBe(true)
    }
  })

  it('leave the rows of statements without a gap: each closing balance is the next opening one', async () => {
    const model = county(51)
    const closings = new Map<unknown, bigint>()
    const isStatement = ({ kind, path }: CountyFile) => kind === 'bank-statement' && !/通知/.test(path)
    for (const file of (await filesOf(model)).filter(isStatement)) {
      for (const statement of file.bytes.toString('utf8').split('<Stmt>').slice(1)) {
        const account = /<Acct><Id><Othr><Id>(\d+)/.exec(statement)?.[1]
        const [opening, closing] = ['OPBD', 'CLBD'].map((code) => balanceOf(statement, code))
        expect(closings.get(account) ?? opening).toBe(opening)
        closings.set(account, closing ?? 0n)
      }
    }
    expect(closings.size).toBeGreaterThan(3)
  })
})

function balanceOf(statement: string, code: string): bigint {
  const found = new RegExp(`<Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">([\\d.]+)<`).exec(statement)
  return BigInt((found?.[1] ?? '0').replace('.', ''))
}

describe('writeCounty', () => {
  it('writes the same bytes for the same seed, workbooks apart', async () => {
    const [one, other] = [await filesOf(county(61)), await filesOf(county(61))]
    expect(other.map(({ path }) => path)).toEqual(one.map(({ path }) => path))
    const isText = ({ path }: CountyFile) => !path.endsWith('.xlsx')
    const texts = one.filter(isText)
    expect(texts.length).toBeGreaterThan(10)
    expect(other.filter(isText).every(({ bytes }, at) => bytes.equals(texts[at]?.bytes ?? bytes))).toBe(true)
  })

  it('writes the files by day, the truth and the confirmed pauses apart, and counts what it wrote', async () => {
    const folder = temporaryFolder()
    const model = county(71)
    let told = 0
    const written = await writeCounty(model, folder, { onFile: (files) => (told = files) })
    const days = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
    const names = days.flatMap((name) => readdirSync(join(folder, name)))
    expect(names).toHaveLength(written.files)
    expect(told).toBe(written.files)
    expect(days).toHaveLength(written.days)
    expect(parseTruth(readFileSync(join(folder, 'truth.json'), 'utf8'))).toEqual(truthOf(model))
    expect(JSON.parse(readFileSync(join(folder, 'pauses.json'), 'utf8'))).toEqual(confirmedPauses(model))
  })

  it('overwrites nothing', async () => {
    const folder = temporaryFolder()
    await writeCounty(county(81, 2), folder)
    await expect(writeCounty(county(81, 2), folder)).rejects.toMatchObject({ code: 'EEXIST' })
  })
})
