import type { Month } from '../../../src/law/day.ts'
import { type Fen, fenOfYuan, multiplyFen, sumFen } from '../../../src/law/money.ts'
import type { WorkedDay } from './attendance.ts'
import { isLowPaid, type Worker } from './workers.ts'

/** 工资行 — what the payroll of a month says of a worker; sums in fen. */
export interface WageLine {
  readonly worker: Worker
  readonly month: Month
  readonly daysHundredths: number
  readonly overtimeHours: number
  readonly pieceworkFen: Fen
  /** 应发, overtime and piece work included. */
  readonly dueFen: Fen
  readonly overtimeFen: Fen
  /** 养老、医疗、失业 of the factory. */
  readonly deductions: readonly Fen[]
  readonly netFen: Fen
}

/** 月计薪天数 times the eight hours of a day: 21.75 × 8. */
const payHours = 174n
const insured: readonly Fen[] = [38_490n, 9_622n, 2_405n]

/** 计件工资 of the three in March, which brings them over the minimum wage; in April there was none. */
const pieceFen = fenOfYuan(500)
const pieceMonth = '2026-03'

/** 计算工资行 — days times rate; by the month, the rate and overtime by art. 44 of the labor law. */
export function wageLine(worker: Worker, of: Month, days: readonly WorkedDay[]): WageLine {
  const daysHundredths = days.reduce((sum, each) => sum + each.hundredths, 0)
  const base = { worker, month: of, daysHundredths }
  if (worker.rate.kind === 'day') {
    const dueFen = (worker.rate.fen * BigInt(daysHundredths)) / 100n
    return {
      ...base,
      overtimeHours: 0,
      pieceworkFen: 0n,
      dueFen,
      overtimeFen: 0n,
      deductions: [],
      netFen: dueFen,
    }
  }
  const evenings = days.reduce((sum, each) => sum + each.overtimeHours, 0)
  const restDays = days.filter((each) => each.isRestDay).length
  const overtimeFen = overtimePay(worker.rate.fen, evenings, restDays)
  const pieceworkFen = of === pieceMonth && isLowPaid(worker) ? pieceFen : 0n
  const dueFen = worker.rate.fen + pieceworkFen + overtimeFen
  return {
    ...base,
    overtimeHours: evenings + restDays * 8,
    pieceworkFen,
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
