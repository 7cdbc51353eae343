export { findingRoutes } from './findings.routes.ts'
export { explainFinding, monitor, queryFindings } from './findings.service.ts'
export {
  type FindingCourse,
  findAlarms,
  findLastRun,
  findWorksiteIds,
  type Monitored,
  readMonitored,
  type WatchedDays,
} from './score.store.ts'
