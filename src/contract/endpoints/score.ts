import { type Static, Type } from 'typebox'

import { Level, LevelCounts } from './levels.ts'
import { orNull } from './or-null.ts'

const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })
const Share = orNull(Type.Number({ minimum: 0, maximum: 1 }))

/** 模拟县 — the simulated county that a data folder holds. */
export const SimulatedCounty = Type.Object({
  seed: Text,
  months: Count,
  worksites: Count,
  until: Text,
  /** All its days have passed; otherwise it was cut short. */
  isWhole: Type.Boolean(),
})
export type SimulatedCounty = Static<typeof SimulatedCounty>

/** 模拟县查询 — null where the folder holds no simulated county, as with real data. */
export const CountyAnswer = Type.Object({ county: orNull(SimulatedCounty) })
export type CountyAnswer = Static<typeof CountyAnswer>

const Recall = Type.Object({ found: Count, of: Count, share: Share, foundFen: Text, missedFen: Text })
const Precision = Type.Object({ correct: Count, of: Count, share: Share, open: Count })
/** Days from the first warning to the pay day; below zero it came after. */
const Lead = Type.Object({ count: Count, median: orNull(Type.Number()), p10: orNull(Type.Number()) })

/** 评分数字 — of a rule, a cause, or all; each level counts what stood at it or above. */
export const ScoreFigures = Type.Object({
  recall: Type.Object({ notice: Recall, yellow: Recall, orange: Recall, red: Recall }),
  precision: Type.Object({ yellow: Precision, orange: Precision, red: Precision }),
  lead: Type.Object({ yellow: Lead, orange: Lead }),
  notices: Count,
})
export type ScoreFigures = Static<typeof ScoreFigures>

export const CauseScore = Type.Object({
  cause: Text,
  canOwe: Type.Boolean(),
  showsBefore: Type.Boolean(),
  worksites: Count,
  judged: Count,
  figures: ScoreFigures,
})
export type CauseScore = Static<typeof CauseScore>

export const RuleScore = Type.Object({
  ruleId: Text,
  part: Type.Enum(['wage', 'duty']),
  figures: ScoreFigures,
})
export type RuleScore = Static<typeof RuleScore>

const place = { worksiteCode: Text, worksiteId: orNull(Text), worksiteName: Text }

/** 漏报 — a month that came to owe wages and was not warned of at orange or above in time. */
export const MissedMonth = Type.Object({
  ...place,
  month: Text,
  cause: Text,
  dueOn: Text,
  people: Count,
  owedFen: Text,
  /** What it was warned of at instead. */
  highest: orNull(Level),
})
export type MissedMonth = Static<typeof MissedMonth>

/** 误报 — what was warned of at orange or above and was not true. */
export const FalseAlarm = Type.Object({
  ...place,
  ruleId: Text,
  month: orNull(Text),
  cause: Text,
  openedOn: Text,
  highest: Level,
  /** The finding; the first of several that are judged as one. */
  findingId: orNull(Text),
})
export type FalseAlarm = Static<typeof FalseAlarm>

/** 评分 — the stored findings against the truth of the simulated county; sums are fen as text. */
export const ScoreAnswer = Type.Object({
  county: SimulatedCounty,
  watched: Type.Object({ from: Text, to: Text, days: Count }),
  worksites: Type.Object({ simulated: Count, known: Count }),
  /** 可评判月 — months due in the simulation, those watched at their pay day, those that came to owe wages. */
  months: Type.Object({ due: Count, judged: Count, owed: Count }),
  total: ScoreFigures,
  wageRules: ScoreFigures,
  traced: ScoreFigures,
  byCause: Type.Array(CauseScore),
  byRule: Type.Array(RuleScore),
  apart: Type.Array(Type.Object({ ruleId: Text, findings: LevelCounts })),
  missed: Type.Array(MissedMonth),
  falseAlarms: Type.Array(FalseAlarm),
})
export type ScoreAnswer = Static<typeof ScoreAnswer>
