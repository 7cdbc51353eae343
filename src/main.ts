import { bareVerbs } from './cli/bare-verbs.ts'
import { guarded, runHere } from './cli/run.ts'
import type { Io } from './cli/verb.ts'
import { verbs } from './cli/verbs.ts'
import { locales } from './contract/messages/index.ts'
import { isSystemError } from './platform/files.ts'
import { readSettings } from './platform/settings.ts'

/** 入口 — the command line of this process; sets its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const io = processIo()
  process.exitCode = await guarded(io, async () => {
    const settings = readSettings()
    const known = { ...io, locale: settings.locale, colors: io.colors && settings.colors }
    return await runHere(argv, { settings, io: known, verbs: [...bareVerbs, ...verbs] })
  })
}

/**
 * Before the settings are read only the wish for a language is known, since a wrong setting must be told
 * in one.
 */
function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    // `anxin findings | head` closes the pipe early; that is no failure of ours.
    stream.on('error', (error) => process.exit(isSystemError(error, 'EPIPE') ? 0 : 1))
  }
  return {
    locale: locales.find((locale) => locale === process.env['ANXIN_LANG']) ?? 'zh-CN',
    colors: process.stdout.isTTY === true && process.stderr.isTTY === true,
    cwd: process.cwd(),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  }
}
