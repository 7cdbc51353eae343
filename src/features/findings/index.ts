export { findingRoutes } from './findings.routes.ts'
export { explainFinding, monitor, queryFindings } from './findings.service.ts'
