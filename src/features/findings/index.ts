export { findingRoutes } from './findings.routes.ts'
export { explainFinding, monitor, queryFindings } from './findings.service.ts'
export {
  type FindingCourse,
  type Monitored,
  readMonitored,
  type WatchedDays,
} from './score.store.ts'
