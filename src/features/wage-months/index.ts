export { findWorkCalendar } from './calendar.store.ts'
export { foldTouched } from './fold.ts'
export { rebuildAll } from './rebuild.store.ts'
export {
  lockWorksite,
  type TouchedMonth,
  touchIntake,
  touchMonths,
  touchPeople,
  touchWorksite,
} from './touch.store.ts'
