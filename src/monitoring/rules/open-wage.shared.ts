import { type RawBuilder, sql } from 'kysely'

/**
 * 估算余地 — attendance at the agreed rate gives gross pay; social insurance, tax and advances are taken off it. Of
 * whom this share of the estimate was paid, in percent, is not called unpaid before the payroll says what
 * was to be paid. A house figure.
 */
const paidOfEstimatePercent = 80

/** 未足额 — whether the wage of that alias of `wage_due` is open: to the fen by a payroll, by far as an estimate. */
export function isOpenWage(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('paid_fen')} < ${column('due_fen')} and (${column('basis')} <> 'accrued'
    or ${column('paid_fen')} * 100 < ${column('due_fen')} * ${paidOfEstimatePercent}::int))`
}
