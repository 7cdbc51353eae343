import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll } from 'vitest'

import type { ImportedFile } from '../src/cli/import-print.ts'
import type { Locale } from '../src/contract/messages/index.ts'
import { newId } from '../src/platform/ids.ts'
import type { OpenedPlatform } from '../src/platform/platform.ts'
import type { Settings } from '../src/platform/settings.ts'
import { clockAt } from './clock.ts'
import { testEngine } from './database.ts'
import { embeddedDump } from './embedded-template.ts'

/** 说过的话 — what a command printed, and its exit code. */
export interface Told {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Parts {
  readonly run: typeof import('../src/cli/run.ts')
  readonly verbs: typeof import('../src/cli/verbs.ts')
  readonly bareVerbs: typeof import('../src/cli/bare-verbs.ts')
  readonly platform: typeof import('../src/platform/platform.ts')
  readonly settings: typeof import('../src/platform/settings.ts')
  readonly db: typeof import('../src/platform/db/db.ts')
  readonly migrate: typeof import('../src/platform/db/migrate.ts')
  readonly backup: typeof import('../src/platform/backup/database.ts')
  readonly tables: typeof import('../src/platform/backup/tables.ts')
}

/** 旅程 — the program as it is built, and a folder of one's own; both are gone when the file is done. */
export interface Journey {
  readonly folder: string
  /** The command line of a process of its own: `node` and these words, then those of the verb. */
  readonly command: readonly string[]
  readonly parts: Parts
  /** Settings as the environment of a process would make them, with an empty database under `name`. */
  place(name: string): Promise<Place>
}

/** 一处数据 — a data folder, and on PostgreSQL a database beside it. */
export interface Place {
  readonly environment: Readonly<Record<string, string>>
  readonly settings: Settings
}

const root = fileURLToPath(new URL('../', import.meta.url))
const today = '2026-05-20'

/** 随机种子 — printed, so that a run can be repeated with `JOURNEY_SEED`. */
export function journeySeed(name: string, otherwise: string): string {
  const seed = process.env['JOURNEY_SEED'] ?? otherwise
  process.stdout.write(`${name}: JOURNEY_SEED=${seed}\n`)
  return seed
}

/**
 * 用旅程 — builds the program from the present sources, once a file, since what is built starts much faster
 * than what is translated at each start, and it is what people run.
 */
export function useJourney(): Journey {
  let opened: { folder: string; program: string; parts: Parts } | undefined
  beforeAll(async () => {
    const cache = join(root, 'node_modules/.cache/anxin')
    mkdirSync(cache, { recursive: true })
    const program = mkdtempSync(join(cache, 'program-'))
    const folder = mkdtempSync(join(tmpdir(), 'anxin-journey-'))
    build(program)
    opened = { folder, program, parts: await loadParts(program) }
  })
  afterAll(() => {
    rmSync(opened?.program ?? '', { recursive: true, force: true })
    rmSync(opened?.folder ?? '', { recursive: true, force: true })
  })
  const ready = () => {
    if (opened === undefined) {
      throw new Error('the program is built while tests run, and not before')
    }
    return opened
  }
  return {
    get folder() {
      return ready().folder
    },
    get command() {
      return [join(ready().program, 'bin/anxin.js')]
    },
    get parts() {
      return ready().parts
    },
    place: (name) => makePlace(ready(), name),
  }
}

function build(program: string): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const config = join(root, 'tsconfig.build.json')
  execFileSync(process.execPath, [tsc, '-p', config, '--outDir', join(program, 'dist')], { cwd: root })
  copyFileSync(join(root, 'package.json'), join(program, 'package.json'))
  cpSync(join(root, 'migrations'), join(program, 'migrations'), { recursive: true })
  mkdirSync(join(program, 'bin'))
  copyFileSync(join(root, 'bin/anxin.js'), join(program, 'bin/anxin.js'))
}

async function loadParts(program: string): Promise<Parts> {
  // The built module of a source has the exports of that source.
  const load = (name: string) => import(pathToFileURL(join(program, 'dist', name)).href)
  return {
    run: await load('cli/run.js'),
    verbs: await load('cli/verbs.js'),
    bareVerbs: await load('cli/bare-verbs.js'),
    platform: await load('platform/platform.js'),
    settings: await load('platform/settings.js'),
    db: await load('platform/db/db.js'),
    migrate: await load('platform/db/migrate.js'),
    backup: await load('platform/backup/database.js'),
    tables: await load('platform/backup/tables.js'),
  }
}

interface Ready {
  readonly folder: string
  readonly parts: Parts
}

async function makePlace({ folder, parts }: Ready, name: string): Promise<Place> {
  const environment: Record<string, string> = {
    ANXIN_DATA: join(folder, name),
    ANXIN_PORT: '0',
    LOG_LEVEL: 'info',
  }
  if (testEngine === 'postgres') {
    environment['DATABASE_URL'] = await emptyDatabase()
    const db = await parts.db.openDb({ databaseUrl: environment['DATABASE_URL'] })
    await parts.migrate.migrate(db).finally(() => db.close())
  } else {
    const settings = parts.settings.readSettings(environment, folder)
    mkdirSync(settings.dataFolder)
    const db = await parts.db.openDb({
      folder: parts.platform.databaseFolder(settings.dataFolder),
      dump: await embeddedDump(),
    })
    await db.close()
  }
  return { environment, settings: parts.settings.readSettings(environment, folder) }
}

/** 复制数据 — a second place that is in every row and file what the first one is; nobody may have it open. */
export async function copyPlace(journey: Journey, from: Place, name: string): Promise<Place> {
  const environment: Record<string, string> = { ...from.environment, ANXIN_DATA: join(journey.folder, name) }
  cpSync(from.settings.dataFolder, join(journey.folder, name), { recursive: true })
  const { databaseUrl } = from.settings
  if (databaseUrl !== undefined) {
    environment['DATABASE_URL'] = await emptyDatabase(new URL(databaseUrl).pathname.slice(1))
  }
  return { environment, settings: journey.parts.settings.readSettings(environment, journey.folder) }
}

/** 空数据库 — on the server of the tests, or a copy of another one there; gone with the server. */
export async function emptyDatabase(template = 'template1'): Promise<string> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  const admin = new Client({ connectionString: url.href })
  await admin.connect()
  url.pathname = `journey_${newId().replaceAll('-', '')}`
  const create = `create database ${url.pathname.slice(1)} template ${template}`
  await admin.query(create).finally(() => admin.end())
  return url.href
}

/** 打开的故事 — the program in this process, with the platform open and its clock standing still. */
export interface Story {
  readonly opened: OpenedPlatform
  /** Runs a command line as a server does for whoever calls it. */
  anxin(...words: readonly string[]): Promise<Told>
  /** `anxin import … --json`. */
  import(...words: readonly string[]): Promise<readonly ImportedFile[]>
  close(): Promise<void>
}

export interface StoryOptions {
  readonly locale?: Locale
  readonly cwd?: string
  /** Takes what is logged. */
  readonly log?: OpenedPlatform['platform']['log']
}

/** 打开故事 — on a place; verbs see `cwd`, the folder of the journey unless said otherwise. */
export async function openStory(journey: Journey, place: Place, options: StoryOptions = {}): Promise<Story> {
  const { run, verbs, platform } = journey.parts
  const { locale = 'zh-CN', cwd = journey.folder, log } = options
  const opening = { role: 'verb', clock: clockAt(today), ...(log === undefined ? {} : { log }) } as const
  const opened = await platform.openPlatform(place.settings, opening)
  const handle = run.verbHandler(opened, verbs.verbs)
  const anxin = async (...argv: readonly string[]): Promise<Told> => {
    let [out, err] = ['', '']
    const code = await handle({ argv, cwd, locale, colors: false }, (reply) => {
      out += reply.type === 'stdout' ? reply.text : ''
      err += reply.type === 'stderr' ? reply.text : ''
    })
    return { code, out, err }
  }
  return {
    opened,
    anxin,
    async import(...words) {
      const { out } = await anxin('import', '--json', ...words)
      return JSON.parse(out).files
    },
    close: () => opened.close(),
  }
}

/** 独立运行 — a verb that opens the platform in its own way, as the command line does. */
export async function runAlone(journey: Journey, settings: Settings, argv: readonly string[]): Promise<Told> {
  const { run, verbs, bareVerbs } = journey.parts
  let [out, err] = ['', '']
  const io = {
    locale: settings.locale,
    colors: false,
    cwd: journey.folder,
    stdout: (text: string) => {
      out += text
    },
    stderr: (text: string) => {
      err += text
    },
  }
  const code = await run.runHere(argv, { settings, io, verbs: [...bareVerbs.bareVerbs, ...verbs.verbs] })
  return { code, out, err }
}

/** 全部行 — every row of every table as a line of JSON, in the order of the primary key. */
export async function everyRow(
  journey: Journey,
  { ownedDb }: OpenedPlatform,
): Promise<Map<string, string[]>> {
  const { backup, tables } = journey.parts
  return await backup.inSnapshot(ownedDb, async (client) => {
    const found = new Map<string, string[]>()
    for (const table of await tables.listTables(client)) {
      const lines: string[] = []
      for await (const slice of tables.readTable(client, table)) {
        lines.push(...slice.lines.trimEnd().split('\n'))
      }
      found.set(table.name, lines)
    }
    return found
  })
}

/** 写文件 — into a folder of the journey, made where it is not there. Gives the folder. */
export function putFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}
