import { Refusal } from '../contract/errors.ts'
import { type Locale, locales, say } from '../contract/messages/index.ts'
import { findHolder } from '../platform/lock/lock.ts'
import type { Notice } from '../platform/notice.ts'
import { type OpenedPlatform, openPlatform } from '../platform/platform.ts'
import type { Settings } from '../platform/settings.ts'
import type { VerbReply, VerbRequest } from '../platform/socket/frames.ts'
import { callSocket, type VerbHandler } from '../platform/socket/socket.ts'
import { type Perform, runProgram } from './program.ts'
import { type AnyVerb, type BareContext, exitCode, type Io, type Verb } from './verb.ts'

/**
 * 执行命令 — a command line in a process of its own. A verb that needs the platform opens it, or, where a
 * server holds the data folder, is run by that server. Gives the exit code; what is refused is told on
 * stderr.
 */
export async function runHere(
  argv: readonly string[],
  given: { readonly settings: Settings; readonly io: Io; readonly verbs: readonly AnyVerb[] },
): Promise<number> {
  const { settings, io, verbs } = given
  const context = contextOf(settings, io)
  const perform: Perform = async (verb, args, options) => {
    if (verb.needs === 'nothing') {
      return await verb.run(context, args, options)
    }
    const holder = settings.databaseUrl === undefined ? await findHolder(settings.dataFolder) : undefined
    if (holder?.role === 'server') {
      return await callSocket(holder.socket, requestOf(argv, io), (reply) => print(reply, io))
    }
    const opened = await openPlatform(settings, { role: 'verb' })
    try {
      tellNotices(opened.notices, context)
      return await verb.run({ ...context, platform: opened.platform, ownedDb: opened.ownedDb }, args, options)
    } finally {
      await opened.close()
    }
  }
  return await guarded(io, () => runProgram(argv, { verbs, io, perform }))
}

/** 代为执行 — runs verbs for callers by socket, on the platform that this server holds open. */
export function verbHandler(opened: OpenedPlatform, verbs: readonly Verb[]): VerbHandler {
  return async (request, reply) => {
    const io: Io = {
      locale: localeOf(request.locale),
      colors: request.colors,
      cwd: request.cwd,
      stdout: (text) => reply({ type: 'stdout', text }),
      stderr: (text) => reply({ type: 'stderr', text }),
    }
    const context = contextOf(opened.platform.settings, io)
    const perform: Perform = async (verb, args, options) => {
      if (verb.needs === 'nothing') {
        return exitCode.usage
      }
      return await verb.run({ ...context, platform: opened.platform, ownedDb: opened.ownedDb }, args, options)
    }
    return await guarded(io, () => runProgram(request.argv, { verbs, io, perform }))
  }
}

/** 告知 — what whoever starts the program must know goes to stderr, set apart so that it is not overlooked. */
export function tellNotices(notices: readonly Notice[], context: BareContext): void {
  for (const { code, data } of notices) {
    const text = `!! ${context.say(code, data)}`
    context.stderr(`\n${context.colors ? `\u001b[1;33m${text}\u001b[0m` : text}\n\n`)
  }
}

/**
 * Turns what a verb throws into a text and an exit code. A refusal says what is wrong and what to do;
 * anything else is a bug, shown with its stack, since the one who reads it sits at this machine.
 */
export async function guarded(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) {
      const text = say(io.locale, error.code, error.data)
      io.stderr(`${io.colors ? `\u001b[31m${text}\u001b[0m` : text}\n`)
      return error.kind === 'invalid' ? exitCode.usage : exitCode.failed
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : typeof error
    io.stderr(`${say(io.locale, 'bug')}\n${stack}\n`)
    return exitCode.failed
  }
}

function contextOf(settings: Settings, io: Io): BareContext {
  return { ...io, settings, say: (code, data) => say(io.locale, code, data) }
}

function requestOf(argv: readonly string[], io: Io): VerbRequest {
  return { argv, cwd: io.cwd, locale: io.locale, colors: io.colors }
}

function print(reply: VerbReply, io: Io): void {
  if (reply.type === 'stdout') {
    io.stdout(reply.text)
  } else if (reply.type === 'stderr') {
    io.stderr(reply.text)
  }
}

function localeOf(given: string): Locale {
  return locales.find((locale) => locale === given) ?? 'zh-CN'
}
