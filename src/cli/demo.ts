import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'

import type { IntakeItem } from '../contract/endpoints/intake.ts'
import { Refusal } from '../contract/errors.ts'
import { queryFindings } from '../features/findings/index.ts'
import { queryIntakes } from '../features/intake/index.ts'
import { importing } from '../importing.ts'
import { type Day, isDay } from '../law/day.ts'
import { isSystemError } from '../platform/files.ts'
import { openPlatform } from '../platform/platform.ts'
import type { Settings } from '../platform/settings.ts'
import { localOperator, read } from '../platform/transact.ts'
import { countyOptions, declareCountyOptions } from './county-options.ts'
import { showCounty } from './demo-county.ts'
import { printDemo, summarize, writeSummary } from './demo-summary.ts'
import { monitorVerb } from './findings.ts'
import { runImport } from './import.ts'
import { tellNotices } from './run.ts'
import { type BareContext, type BareVerb, exitCode, type VerbContext } from './verb.ts'
import { serveVerb } from './verbs/serve.ts'

const examplesFolder = fileURLToPath(new URL('../../examples/', import.meta.url))
/** Of the files in the folder the latest are looked at; the demonstration has fewer. */
const mostFiles = 200

/**
 * 演示 — takes the examples in as they came (or with `--county` a whole simulated county), day by day, watches
 * them as of the day of the last file, shows
 * what was found, and serves the page. A folder that holds the demonstration already is only shown and
 * served.
 */
export const demoVerb: BareVerb = {
  name: 'demo',
  needs: 'nothing',
  register(command: Command, say) {
    command
      .option('--no-serve', say('demo.option.serve'))
      .option('--county', say('demo.option.county'))
      .option('--json <file>', say('demo.option.json'))
      .option('--port <port>', say('demo.option.port'))
      .option('--data <folder>', say('demo.option.data'))
    declareCountyOptions(command, say)
  },
  async run(context, _, options) {
    const settings = demoSettings(context, options)
    const own = { ...context, settings }
    const json = typeof options['json'] === 'string' ? options['json'] : undefined
    await (options['county'] === true ? showCounty(own, countyOptions(options), json) : showDemo(own, json))
    return options['serve'] === false ? exitCode.done : await serveVerb.run(own, [], {})
  },
}

/** The demonstration has an embedded database of its own, whatever server the settings name. */
function demoSettings({ settings, cwd }: BareContext, options: Readonly<Record<string, unknown>>): Settings {
  const { data, port } = options
  const isDefault = settings.dataFolder === resolve(cwd, 'data')
  const dataFolder = typeof data === 'string' ? resolve(cwd, data) : settings.dataFolder
  return {
    ...settings,
    databaseUrl: undefined,
    dataFolder:
      isDefault && data === undefined
        ? join(dataFolder, options['county'] === true ? 'county' : 'demo')
        : dataFolder,
    port: typeof port === 'string' ? portOf(port) : settings.port,
  }
}

function portOf(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (!(port <= 65_535)) {
    throw new Refusal('setting.not-in-range', { setting: '--port', given, from: 0, to: 65_535 }, 'invalid')
  }
  return port
}

async function showDemo(context: BareContext, json: string | undefined): Promise<void> {
  const { settings, say, stdout } = context
  const days = exampleDays()
  const opened = await openPlatform(settings, { role: 'verb' })
  try {
    tellNotices(opened.notices, context)
    const within: VerbContext = { ...context, platform: opened.platform, ownedDb: opened.ownedDb }
    const asOf = days.at(-1)?.day ?? days[0].day
    if (await isWhole(within, days)) {
      stdout(`${say('demo.again', { folder: settings.dataFolder })}\n`)
    } else {
      await takeIn(within, days)
      stdout(`\n${say('demo.as-of', { asOf })}\n`)
      await monitorVerb.run(within, [], { asOf })
    }
    const summary = await summarize(within, asOf)
    printDemo(within, summary)
    writeSummary(within, json, summary)
  } finally {
    await opened.close()
  }
}

interface ExampleDay {
  readonly day: Day
  readonly folder: string
  readonly files: readonly string[]
}

/** The folders of the examples, each named by the day on which its files came. */
function exampleDays(): readonly [ExampleDay, ...ExampleDay[]] {
  const [first, ...others] = folders().flatMap((name): ExampleDay[] => {
    const folder = join(examplesFolder, name)
    return isDay(name)
      ? [{ day: name, folder, files: readdirSync(folder).filter((file) => !file.startsWith('.')) }]
      : []
  })
  if (first === undefined) {
    throw new Refusal('demo.no-examples', { folder: examplesFolder })
  }
  return [first, ...others]
}

function folders(): string[] {
  try {
    return readdirSync(examplesFolder).sort()
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) {
      return []
    }
    throw error
  }
}

/**
 * Whether all of it was taken in and watched before. A folder that has other files and not the whole of the
 * demonstration belongs to somebody else and is refused.
 */
async function isWhole(context: VerbContext, days: readonly ExampleDay[]): Promise<boolean> {
  const { platform, locale, settings } = context
  const { items, found } = await read(platform, localOperator, async (tx) => ({
    items: (await queryIntakes(tx, { page: 1, pageSize: mostFiles }, locale)).items,
    found: (await queryFindings(tx, { page: 1, pageSize: 1 }, locale)).total,
  }))
  const ours = days.flatMap(({ day, files }) => files.map((name) => `${day} ${name}`))
  const done = items.filter(({ state }) => state === 'done').map(placeOf)
  if (ours.every((each) => done.includes(each))) {
    return found > 0
  }
  const stranger = items.find((item) => !ours.includes(placeOf(item)))
  if (stranger !== undefined) {
    const { dataFolder: folder } = settings
    throw new Refusal('demo.folder-not-empty', { folder, file: stranger.fileName }, 'conflict')
  }
  return false
}

function placeOf({ receivedOn, fileName }: IntakeItem): string {
  return `${receivedOn} ${fileName}`
}

async function takeIn(context: VerbContext, days: readonly ExampleDay[]): Promise<void> {
  const { say, stdout, settings } = context
  const files = days.reduce((sum, each) => sum + each.files.length, 0)
  stdout(`${say('demo.start', { folder: settings.dataFolder, files })}\n`)
  for (const each of days) {
    stdout(`\n${say('demo.day', { day: each.day, files: each.files.length })}\n`)
    await runImport(context, importing, { args: [each.folder], options: { receivedOn: each.day } })
  }
}
