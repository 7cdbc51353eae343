export { type CauseId, type CauseNature, causeIds, causeNatures } from './county/cause-ids.ts'
export { type CountyOptions, simulateCounty } from './county/county.ts'
export type { Fault, FaultKind } from './county/fault.ts'
export type { County, Site } from './county/model.ts'
export type { CountyFile } from './files/county-file.ts'
export {
  type ConfirmedPause,
  confirmedPauses,
  countyFiles,
  pausesName,
  truthName,
  type Written,
  writeCounty,
} from './files/write-county.ts'
export { type Truth, type TruthMonth, type TruthWage, type TruthWorksite, truthOf } from './truth/truth.ts'
export { formatTruth, parseTruth } from './truth/truth-file.ts'
