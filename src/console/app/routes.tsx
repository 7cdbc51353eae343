import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'

import { findingSearch } from '../features/findings/search.ts'
import { worksitePlace, worksiteSearch } from '../features/worksites/search.ts'
import { Shell } from './shell.tsx'

const rootRoute = createRootRoute({ component: Shell })

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/overview/overview.page.tsx'), 'OverviewPage'),
})

const findingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/findings',
  validateSearch: findingSearch,
  component: lazyRouteComponent(
    () => import('../features/findings/finding-list.page.tsx'),
    'FindingListPage',
  ),
})

const findingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/findings/$findingId',
  component: lazyRouteComponent(
    () => import('../features/findings/finding-detail.page.tsx'),
    'FindingDetailPage',
  ),
})

const worksitesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/worksites',
  validateSearch: worksiteSearch,
  component: lazyRouteComponent(
    () => import('../features/worksites/worksite-list.page.tsx'),
    'WorksiteListPage',
  ),
})

const worksiteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/worksites/$worksiteId',
  validateSearch: worksitePlace,
  component: lazyRouteComponent(
    () => import('../features/worksites/worksite-detail.page.tsx'),
    'WorksiteDetailPage',
  ),
})

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/imports/import-list.page.tsx'), 'ImportListPage'),
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$intakeId',
  validateSearch: (search: Record<string, unknown>): { sheet?: string; row?: number } => ({
    ...(typeof search['sheet'] === 'string' ? { sheet: search['sheet'] } : {}),
    ...(Number.isInteger(Number(search['row'])) && search['row'] !== undefined
      ? { row: Number(search['row']) }
      : {}),
  }),
  component: lazyRouteComponent(
    () => import('../features/imports/import-detail.page.tsx'),
    'ImportDetailPage',
  ),
})

const scoreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/score',
  component: lazyRouteComponent(() => import('../features/score/score.page.tsx'), 'ScorePage'),
})

/** 页面路由 — every page of the console, by hand. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute,
    findingsRoute,
    findingRoute,
    worksitesRoute,
    worksiteRoute,
    importsRoute,
    importRoute,
    scoreRoute,
  ]),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
