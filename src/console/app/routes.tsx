import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { Shell } from './shell.tsx'

const rootRoute = createRootRoute({ component: Shell })

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/findings' })
  },
})

const findingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/findings',
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

/** 页面路由 — every page of the console, by hand. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([indexRoute, findingsRoute, findingRoute, importsRoute, importRoute]),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
