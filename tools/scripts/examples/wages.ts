import type { Month } from '../../../src/law/day.ts'
import { type Fen, fenOfYuan, multiplyFen, sumFen } from '../../../src/law/money.ts'
import type { WorkedDay } from './attendance.ts'
import type { SiteKey } from './sites.ts'
import type { Worker } from './workers.ts'

/** 工资行 — what the payroll of a month says of a worker; sums in fen. */
export interface WageLine {
  readonly worker: Worker
  readonly month: Month
  readonly daysHundredths: number
  readonly overtimeHours: number
  /** 应发, overtime included. */
  readonly dueFen: Fen
  readonly overtimeFen: Fen
  /** 养老、医疗、失业 of the factory. */
  readonly deductions: readonly Fen[]
  readonly netFen: Fen
}

/** 月计薪天数 times the eight hours of a day: 21.75 × 8. */
const payHours = 174n
const insured: readonly Fen[] = [38_490n, 9_622n, 2_405n]

/** In April three of the factory got less than 2660 yuan for a full month. */
export const belowMinimum: ReadonlyMap<number, Fen> = new Map([
  [12, fenOfYuan(2380)],
  [27, fenOfYuan(2400)],
  [38, 245_550n],
])
const belowMonth = '2026-04'
const belowSite: SiteKey = 'factory'

/** 计算工资行 — days times rate; by the month, the rate and overtime by art. 44 of the labor law. */
export function wageLine(worker: Worker, of: Month, days: readonly WorkedDay[]): WageLine {
  const daysHundredths = days.reduce((sum, each) => sum + each.hundredths, 0)
  const base = { worker, month: of, daysHundredths }
  if (worker.rate.kind === 'day') {
    const dueFen = (worker.rate.fen * BigInt(daysHundredths)) / 100n
    return { ...base, overtimeHours: 0, dueFen, overtimeFen: 0n, deductions: [], netFen: dueFen }
  }
  const cut = worker.site.key === belowSite && of === belowMonth ? belowMinimum.get(worker.number) : undefined
  const evenings = days.reduce((sum, each) => sum + each.overtimeHours, 0)
  const restDays = days.filter((each) => each.isRestDay).length
  const overtimeFen = overtimePay(worker.rate.fen, evenings, restDays)
  const dueFen = (cut ?? worker.rate.fen) + overtimeFen
  return {
    ...base,
    overtimeHours: evenings + restDays * 8,
    dueFen,
    overtimeFen,
    deductions: insured,
    netFen: dueFen - sumFen(insured),
  }
}

/** One and a half times the hour in the evening, twice on a rest day. */
function overtimePay(monthFen: Fen, evenings: number, restDays: number): Fen {
  const halves = 3n * BigInt(evenings) + 4n * 8n * BigInt(restDays)
  return multiplyFen(monthFen, { part: halves, whole: 2n * payHours }, 'half-up')
}
