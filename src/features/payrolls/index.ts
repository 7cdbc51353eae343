import type { Withdrawer } from '../intake/importer.ts'
import { withdrawPayrolls } from './payrolls.store.ts'

export { payrollLoader } from './payroll.loader.ts'

/** 工资表撤回 */
export const payrollWithdrawer: Withdrawer = { withdraw: withdrawPayrolls }
