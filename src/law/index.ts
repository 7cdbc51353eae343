export { type Actor, actors } from './actors.ts'
export * from './calendar.ts'
export {
  type Article,
  type ArticleNumber,
  art,
  type Cite,
  type Instrument,
  type InstrumentKey,
  instrumentKeys,
  whole,
} from './cite.ts'
export * from './day.ts'
export * from './deadline.ts'
export {
  type DeadlineForm,
  type DeadlineId,
  type Recurrence,
  recurrences,
  type StatutoryDeadline,
} from './deadlines/row.ts'
export * from './deadlines.ts'
export * from './delivery.ts'
export type { Duty } from './duty.ts'
export * from './errors.ts'
export { type Fact, type FactSpan, type FactUnit, type FenRange, fact, factUnits } from './fact.ts'
export * from './glossary.ts'
export * from './identifiers/index.ts'
export * from './instant.ts'
export * from './instruments/arbitration.ts'
export * from './instruments/courts.ts'
export * from './instruments/index.ts'
export * from './instruments/labor-inspection-423/facts.ts'
export * from './instruments/labor-law.ts'
export * from './instruments/minimum-wage-2004.ts'
export * from './instruments/oversight.ts'
export * from './instruments/refusal-to-pay-2013-3/facts.ts'
export * from './instruments/regulation-724/facts.ts'
export * from './instruments/wage-account-53/facts.ts'
export * from './instruments/wage-deposit-65/facts.ts'
export * from './instruments/wage-payment-1994.ts'
export * from './instruments/workers-protection.ts'
export * from './instruments/working-time.ts'
export * from './minimum-wage.ts'
export * from './money.ts'
export { capitalYuan } from './money-capital.ts'
export * from './pay-day.ts'
export * from './retirement.ts'
export { type Confirmation, confirmations, type Language, type Text } from './text.ts'
