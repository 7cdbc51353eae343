export {
  type Feed,
  type Group,
  type IntakeKind,
  type IntakeOptions,
  intakeKinds,
  type Load,
  type Loaded,
  type Loader,
  type ReaderMessage,
  type RowIssue,
  type SourceRow,
  type Withdrawer,
} from './importer.ts'
export { inChildren } from './in-children.ts'
export { processIntake } from './intake.process.ts'
export { queryIntakes, showIntake } from './intake.queries.ts'
export { type IntakeQueue, openIntakeQueue, resumeUnfinished } from './intake.queue.ts'
export { intakeRoutes } from './intake.routes.ts'
export { answer, checkSize, getByPrefix, receive, withdraw } from './intake.service.ts'
export type { Importing } from './ports.ts'
export { reasonsFile } from './reasons.ts'
export { inOrderOfKind } from './recognize.ts'
export { sourceRow } from './source.ts'
export { template } from './templates.ts'
