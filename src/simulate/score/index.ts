export { addFigures, type Figures, type Lead, type Precision, type Recall } from './figures.ts'
export { type AlarmLevel, alarmLevels } from './judge-findings.ts'
export {
  type CauseScore,
  type FalseAlarm,
  type MissedMonth,
  type RuleScore,
  type Score,
  scoreOf,
} from './score.ts'
export { scoreStored } from './score-stored.ts'
