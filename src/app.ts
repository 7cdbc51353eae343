import { findingRoutes } from './features/findings/index.ts'
import { intakeRoutes } from './features/intake/index.ts'
import { overviewRoutes } from './features/overview/index.ts'
import { worksiteRoutes } from './features/worksites/index.ts'
import { importing } from './importing.ts'
import { type HttpApp, type HttpOptions, openHttp } from './platform/http/http.ts'
import type { Platform } from './platform/platform.ts'
import { scoreRoutes } from './score-api.ts'

/** 登记接口 — what a feature gives the app: its endpoints. */
export type RegisterRoutes = (app: HttpApp, platform: Platform) => void

/** Everything that answers by HTTP, by hand. */
const features: readonly RegisterRoutes[] = [
  (app, platform) => intakeRoutes(app, platform, importing),
  overviewRoutes,
  findingRoutes,
  worksiteRoutes,
  scoreRoutes,
]

/** 组装应用 — the server from its dependencies; it does not listen yet. */
export async function buildApp(platform: Platform, options: HttpOptions = {}): Promise<HttpApp> {
  const app = await openHttp(platform, options)
  for (const register of features) {
    register(app, platform)
  }
  await app.ready()
  return app
}
