import { formatYuan } from '../../../../law/money.ts'
import { doubt } from '../define.ts'
import { isNothing } from '../text.ts'
import type { RowContext, SeriesCell } from '../types.ts'
import { readMoney } from '../values/number-values.ts'

interface StatedSums {
  readonly dueFen: bigint
  readonly overtimeFen: bigint | null
  readonly deductionFen: bigint | null
  readonly advanceFen: bigint | null
  readonly netFen: bigint | null
  readonly unpaidFen: bigint | null
}

/** 工资各项 — the sums of a payroll line after they were made to agree; deductions by their titles. */
export interface PayrollSums {
  readonly dueFen: bigint
  readonly overtimeFen: bigint | null
  readonly deductionFen: bigint
  readonly advanceFen: bigint
  readonly netFen: bigint
  readonly deductions: readonly { readonly title: string; readonly fen: bigint }[]
}

/**
 * 工资勾稽 — brings the sums of a line together, in fen: net = due − deductions − advances. Where the sheet
 * counts the advances among the deductions, or overtime beside the due wage, or writes 实发 for a part and the
 * rest as 未发, the arithmetic of the line itself shows it. Without 实发 the net is computed. A line that
 * doesn't add up is kept as it stands, with a warning; a negative sum refuses it (null).
 */
export function payrollSums(
  stated: StatedSums,
  series: readonly SeriesCell[],
  context: RowContext,
): PayrollSums | null {
  const items = readItems(series, context)
  if (items === null) {
    return null
  }
  const itemSum = items.reduce((sum, item) => sum + item.fen, 0n)
  const advanceFen = stated.advanceFen ?? 0n
  const total = stated.deductionFen ?? itemSum
  if (
    stated.deductionFen !== null &&
    items.length > 0 &&
    total !== itemSum &&
    total !== itemSum + advanceFen
  ) {
    doubt(context, {
      code: 'row.deductions-differ',
      data: { stated: formatYuan(total), summed: formatYuan(itemSum) },
      field: 'deductionFen',
    })
  }
  const terms = { due: stated.dueFen, deduction: total, advance: advanceFen, net: stated.netFen }
  const agreed = agree(terms, stated, items.length > 0 && total === itemSum + advanceFen && advanceFen > 0n)
  report(agreed, terms, context)
  const { dueFen, deductionFen, netFen } = agreed
  const negative =
    dueFen < 0n ? 'dueFen' : deductionFen < 0n ? 'deductionFen' : advanceFen < 0n ? 'advanceFen' : null
  if (negative !== null || netFen < 0n) {
    const data = { due: formatYuan(dueFen), net: formatYuan(netFen) }
    context.report({ severity: 'error', code: 'row.sum-negative', data, field: negative ?? 'netFen' })
    return null
  }
  return { dueFen, overtimeFen: stated.overtimeFen, deductionFen, advanceFen, netFen, deductions: items }
}

interface Terms {
  readonly due: bigint
  readonly deduction: bigint
  readonly advance: bigint
  readonly net: bigint | null
}

interface Agreed {
  readonly dueFen: bigint
  readonly deductionFen: bigint
  readonly netFen: bigint
  readonly how: 'plain' | 'overtime-outside' | 'differs'
}

/** Tries the ways in which offices lay out a line, the usual one first. */
function agree(terms: Terms, stated: StatedSums, advanceIsInside: boolean): Agreed {
  const { due, deduction, advance } = terms
  const apart = advanceIsInside ? deduction - advance : deduction
  const whole = due - apart - advance
  const { net } = terms
  if (net === null) {
    return { dueFen: due, deductionFen: apart, netFen: whole, how: 'plain' }
  }
  const unpaid = stated.unpaidFen ?? 0n
  const overtime = stated.overtimeFen ?? 0n
  for (const paidOut of [net, net + unpaid]) {
    if (whole === paidOut) {
      return { dueFen: due, deductionFen: apart, netFen: paidOut, how: 'plain' }
    }
    if (advance > 0n && deduction >= advance && due - deduction === paidOut) {
      return { dueFen: due, deductionFen: deduction - advance, netFen: paidOut, how: 'plain' }
    }
    if (overtime > 0n && whole + overtime === paidOut) {
      return { dueFen: due + overtime, deductionFen: apart, netFen: paidOut, how: 'overtime-outside' }
    }
  }
  return { dueFen: due, deductionFen: apart, netFen: net, how: 'differs' }
}

function report(agreed: Agreed, terms: Terms, context: RowContext): void {
  if (agreed.how === 'overtime-outside') {
    doubt(context, {
      code: 'row.overtime-outside-due',
      data: { due: formatYuan(agreed.dueFen) },
      field: 'dueFen',
    })
  }
  if (agreed.how === 'differs') {
    const computed = agreed.dueFen - agreed.deductionFen - terms.advance
    const data = {
      due: formatYuan(agreed.dueFen),
      deductions: formatYuan(agreed.deductionFen + terms.advance),
      net: formatYuan(agreed.netFen),
      difference: formatYuan(agreed.netFen - computed),
    }
    doubt(context, { code: 'row.net-differs', data, field: 'netFen' })
  }
}

/** The deductions of the line that have an amount; null when one of them can't be read. */
function readItems(
  series: readonly SeriesCell[],
  context: RowContext,
): PayrollSums['deductions'][number][] | null {
  const items: { title: string; fen: bigint }[] = []
  for (const { index, title, cell } of series) {
    if (isNothing(cell)) {
      continue
    }
    const reading = readMoney(cell, { note: '', month: null })
    if ('problem' in reading) {
      context.report({ severity: 'error', code: reading.problem, data: reading.data, index })
      return null
    }
    if (reading.value !== 0n) {
      items.push({ title, fen: reading.value })
    }
  }
  return items
}
