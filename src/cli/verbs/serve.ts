import { once } from 'node:events'

import { Refusal } from '../../contract/errors.ts'
import { isSystemError } from '../../platform/files.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import { openPlatform } from '../../platform/platform.ts'
import type { Settings } from '../../platform/settings.ts'
import { tellNotices, verbHandler } from '../run.ts'
import { type BareVerb, exitCode } from '../verb.ts'
import { verbs } from '../verbs.ts'

/** 启动服务 — pages and interface on this machine, and verbs for callers by socket, until it is told to stop. */
export const serveVerb: BareVerb = {
  name: 'serve',
  needs: 'nothing',
  register: () => undefined,
  async run(context) {
    const { settings } = context
    const stop = stopSignal()
    const opened = await openPlatform(settings, { role: 'server' })
    const { platform, socket } = opened
    try {
      tellNotices(opened.notices, context)
      // Loaded here only: every other verb starts in half the time without it.
      const { buildApp } = await import('../../app.ts')
      const app = await buildApp(platform)
      const address = await listen(app, settings)
      socket?.answer(verbHandler(opened, verbs))
      platform.log.warn(
        { url: address, actor: 'local-operator' },
        'serving; there is no login: this machine only',
      )
      context.stdout(`${context.say('serve.ready', { address })}\n`)
      await stop
      context.stdout(`${context.say('serve.stopping')}\n`)
      await app.close()
      await socket?.close()
    } finally {
      await opened.close()
    }
    return exitCode.done
  },
}

/** A second signal finds nobody listening and ends the process at once. */
async function stopSignal(): Promise<void> {
  const asked = new AbortController()
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal, { signal: asked.signal })))
  asked.abort()
}

async function listen(app: HttpApp, settings: Settings): Promise<string> {
  try {
    return await app.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    await app.close()
    if (isSystemError(error, 'EADDRINUSE', 'EACCES')) {
      throw new Refusal('serve.port-taken', { host: settings.host, port: settings.port }, 'conflict')
    }
    throw error
  }
}
