import {
  AccountFlow,
  GateCalendar,
  GateDayQuery,
  GatePersonList,
  MonthClaimsList,
  MovementList,
  MovementQuery,
  PersonClaimsList,
  PersonClaimsQuery,
  WorksiteDay,
  WorksiteDetail,
  WorksiteId,
  WorksiteList,
  WorksiteMonth,
  WorksiteQuery,
} from '../../contract/endpoints/worksites.ts'
import { day, month } from '../../law/index.ts'
import type { HttpApp } from '../../platform/http/http.ts'
import type { Platform } from '../../platform/platform.ts'
import { localOperator, read } from '../../platform/transact.ts'
import {
  queryGatePeople,
  queryMovements,
  queryPersonClaims,
  queryWorksites,
  showAccountFlow,
  showGateCalendar,
  showMonthClaims,
  showWorksite,
} from './worksite-pages.service.ts'

const tags = ['worksites']
const actor = localOperator

/** 用工点接口 — the list, one worksite, and what the parties say of it by month, person, day and movement. */
export function worksiteRoutes(app: HttpApp, platform: Platform): void {
  app.get(
    '/api/worksites',
    { schema: { tags, querystring: WorksiteQuery, response: { 200: WorksiteList } } },
    (request) => read(platform, actor, (tx) => queryWorksites(tx, request.query)),
  )
  app.get(
    '/api/worksites/:worksiteId',
    { schema: { tags, params: WorksiteId, response: { 200: WorksiteDetail } } },
    (request) => read(platform, actor, (tx) => showWorksite(tx, request.params.worksiteId)),
  )
  claimRoutes(app, platform)
  gateRoutes(app, platform)
  accountRoutes(app, platform)
}

function claimRoutes(app: HttpApp, platform: Platform): void {
  app.get(
    '/api/worksites/:worksiteId/months',
    { schema: { tags, params: WorksiteId, response: { 200: MonthClaimsList } } },
    (request) => read(platform, actor, (tx) => showMonthClaims(tx, request.params.worksiteId)),
  )
  app.get(
    '/api/worksites/:worksiteId/months/:month/people',
    {
      schema: {
        tags,
        params: WorksiteMonth,
        querystring: PersonClaimsQuery,
        response: { 200: PersonClaimsList },
      },
    },
    ({ params, query }) =>
      read(platform, actor, (tx) =>
        queryPersonClaims(tx, { worksiteId: params.worksiteId, month: month(params.month), query }),
      ),
  )
}

function gateRoutes(app: HttpApp, platform: Platform): void {
  app.get(
    '/api/worksites/:worksiteId/months/:month/gate',
    { schema: { tags, params: WorksiteMonth, response: { 200: GateCalendar } } },
    ({ params }) =>
      read(platform, actor, (tx) => showGateCalendar(tx, params.worksiteId, month(params.month))),
  )
  app.get(
    '/api/worksites/:worksiteId/days/:day/people',
    {
      schema: { tags, params: WorksiteDay, querystring: GateDayQuery, response: { 200: GatePersonList } },
    },
    ({ params, query }) =>
      read(platform, actor, (tx) =>
        queryGatePeople(tx, { worksiteId: params.worksiteId, day: day(params.day), query }),
      ),
  )
}

function accountRoutes(app: HttpApp, platform: Platform): void {
  app.get(
    '/api/worksites/:worksiteId/months/:month/flow',
    { schema: { tags, params: WorksiteMonth, response: { 200: AccountFlow } } },
    ({ params }) =>
      read(platform, actor, (tx) => showAccountFlow(tx, params.worksiteId, month(params.month))),
  )
  app.get(
    '/api/worksites/:worksiteId/months/:month/movements',
    {
      schema: { tags, params: WorksiteMonth, querystring: MovementQuery, response: { 200: MovementList } },
    },
    ({ params, query }) =>
      read(platform, actor, (tx) =>
        queryMovements(tx, { worksiteId: params.worksiteId, month: month(params.month), query }),
      ),
  )
}
