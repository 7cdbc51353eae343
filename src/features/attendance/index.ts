export { gateLogLoader, rebuildAttendanceDays, resolveWaitingPunches } from './gate-log.loader.ts'
export { gridLoader } from './grid.loader.ts'
export { punchSheetLoader } from './punch-sheet.loader.ts'
export { attendanceWithdrawer } from './withdrawer.store.ts'
